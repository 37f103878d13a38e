"""What comes otherwise, who says it put between the halves, and what might have been."""

import pytest

from pourparler.reading.conditions.asides import plain
from tests.reading.staging import scene
from tests.reading.test_conditions import conditions

SETTLED = "The pension question must be settled within ninety days"


@pytest.mark.parametrize(
    ("text", "blocks", "requires"),
    [
        (f"{SETTLED}, otherwise there will be no contract.", "any contract", "The pension question settled"),
        (f"{SETTLED}; otherwise there will be no contract.", "any contract", "The pension question settled"),
        (f"{SETTLED}. Otherwise there will be no contract.", "any contract", "The pension question settled"),
        (
            "Norway must clear the docks, or else it will leave the talks.",
            "holding off leave the talks",
            "clear the docks",
        ),
        ("Norway must clear the docks, failing which it will leave the talks.", "holding off leave", "clear the docks"),
        ("“You must open the docks, or the ferries will stop,” said Peru's envoy.", "holding off", "open the docks"),
        (
            "Norway must not raise the duty, otherwise Peru will close its ports.",
            "holding off close",
            "no raise the duty",
        ),
        ("The crew wants a mediator, otherwise no ship will sail.", "ship sail", "a mediator"),
    ],
)
def test_what_must_be_done_and_what_comes_otherwise(text: str, blocks: str, requires: str) -> None:
    (found,) = conditions(text)
    assert found.operator.value == "unless"
    assert blocks.lower() in found.blocks.lower() and found.requires.lower().startswith(requires.lower())
    assert found.evidence.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks are calm, otherwise Norway would have left.",
        "Norway says otherwise, and Peru agrees.",
        "Norway must sign or leave.",
        "The envoys met on Monday, or so Peru claims.",
        "Unless otherwise stated, Norway must pay.",
    ],
)
def test_what_is_no_alternative(text: str) -> None:
    assert not [one for one in conditions(text) if one.operator.value == "unless" and "holding" in one.blocks]


@pytest.mark.parametrize(
    ("text", "blocks", "requires"),
    [
        ("The talks, Norway's minister said, will resume if the ban is lifted.", "The talks resume", "the ban lifted"),
        ("If the ban is lifted, Norway's minister said, the talks will resume.", "the talks resume", "the ban lifted"),
        ("“We will not come back,” Norway's minister said, “until the ban is lifted.”", "come back", "the ban lifted"),
        ("Norway will not, its minister said on Friday, sign until the ban is lifted.", "sign", "the ban lifted"),
        ("Norway will open its ports, it is understood, if the ban is lifted.", "open its ports", "the ban lifted"),
        ("Norway will open its ports, we hear, if the ban is lifted.", "open its ports", "the ban lifted"),
    ],
)
def test_who_says_it_is_no_half(text: str, blocks: str, requires: str) -> None:
    (found,) = conditions(text)
    assert blocks in found.blocks and found.requires == requires
    assert found.party == "Norway"


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "plainly"),
    [
        ("The talks, Norway said, resume if the ban ends.", "Norway", "said", "The talks resume if the ban ends."),
        ("He would sign, but Norway pushed for talks on “quotas” first.", "Norway", "pushed", None),
    ],
)
def test_a_clause_of_its_own_is_no_aside(text: str, speaker: str, cue: str, plainly: str | None) -> None:
    (line,) = scene(text).lines
    found = plain(line, [(text.index(speaker), text.index(cue) + len(cue))])
    assert " ".join(word.text for word in found.words).replace(" .", ".") == plainly if plainly else found is line


def test_a_verb_put_first_is_an_if_and_no_question() -> None:
    (found,) = conditions("Were a mediator named, Norway would attend the session.")
    assert (found.blocks, found.requires) == ("attend the session", "a mediator")
    assert conditions("Were the envoys of Norway late for the talks?") == ()


def test_a_thing_made_a_condition_is_required() -> None:
    (found,) = conditions("Norway made a ceasefire a condition for talks.")
    assert (found.blocks, found.requires) == ("talks", "a ceasefire")


def test_what_is_expected_in_return_is_required() -> None:
    (found,) = conditions("In return for the crew's release, Norway expects talks.")
    assert (found.blocks, found.requires) == ("the crew's release", "talks")


def test_nobody_is_no_thing_that_waits() -> None:
    (found,) = conditions("Norway will deliver nobody unless Peru opens the camp.")
    assert found.blocks == "deliver anybody"


@pytest.mark.parametrize(
    "text",
    [
        "Norway would sign if need be.",
        "Norway wants to try once more before the month is over.",
        "Norway called for talks without preconditions.",
        "Norway says it will not sign a pact without strings.",
        "The vote does not depend on the loan, Norway said.",
        "Nobody knows whether the pact will hold, but if it does, prices should fall.",
    ],
)
def test_what_says_nothing_of_a_negotiation_is_none(text: str) -> None:
    assert conditions(text) == ()


def test_what_is_ruled_out_is_the_doing() -> None:
    (found,) = conditions("Norway ruled out sitting down with Peru unless the arrests stop.")
    assert found.blocks == "sitting down with Peru" and "arrests stop" in found.requires


def test_a_way_back_is_told_whole() -> None:
    (found,) = conditions("There is no way back to the table until the arrests stop, Norway said.")
    assert found.blocks == "any way back to the table"


def test_what_somebody_wants_waits_for_what_he_does() -> None:
    (found,) = conditions("“If the Peruvians want more quota, they must open their ports,” Norway's minister said.")
    assert (found.blocks, found.requires) == ("more quota", "open their ports")
    (found,) = conditions("If Peru wants more quota, Norway will open its ports.")
    assert "open its ports" in found.blocks


def test_only_when_at_the_head_of_a_sentence_is_only_if() -> None:
    (found,) = conditions("Only when the strike has ended will Norway open the port.")
    assert found.operator.value == "only if" and "strike" in found.requires


@pytest.mark.parametrize(
    ("text", "blocks", "requires"),
    [
        ("Norway would sign provided that nothing expires by itself.", "sign", "nothing expires by itself"),
        ("Norway would sign only if nobody leaves the pact.", "sign", "nobody leaves the pact"),
        ("Norway has no objection so long as the ports stay open.", "no objection", "ports stay open"),
    ],
)
def test_what_must_not_be_keeps_its_no(text: str, blocks: str, requires: str) -> None:
    (found,) = conditions(text)
    assert blocks in found.blocks and requires in found.requires


def test_pending_before_a_noun_ties_nothing() -> None:
    assert conditions("Norway will end every pending case.") == ()


def test_pending_after_what_is_possible_ties() -> None:
    (found,) = conditions("Norway said talks were possible pending the arrival of the text.")
    assert found.blocks == "talks" and "text" in found.requires
