"""Labels of words from an annotated report: namings, roles around them, values, states, and what names again."""

import pytest

from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, LINKED, SEEN, STATES
from tests.training.reader.staging import BELOW, TEXT, report, windows_of
from training.reader.frames import Anchor, Example


@pytest.fixture(name="example", scope="module")
def whole() -> Example:
    """The one window of the report."""
    (found,) = windows_of(report())
    return found


def phrases(found: Example, labels: tuple[int, ...], names: tuple[str, ...]) -> list[tuple[str, str]]:
    """The name and the words of each run of labels, in order."""
    runs: list[tuple[str, list[str]]] = []
    for form, label in zip(found.forms, labels, strict=True):
        if names[label].startswith("B-"):
            runs.append((names[label][2:], [form]))
        elif label:
            assert runs[-1][0] == names[label][2:]
            runs[-1][1].append(form)
    return [(name, " ".join(words)) for name, words in runs]


def anchors(found: Example, kind: str) -> list[Anchor]:
    """The anchors of one kind, in the order of the text."""
    return sorted((one for one in found.anchors if ANCHORS[one.kind] == kind), key=lambda one: one.first)


def around(found: Example, one: Anchor) -> dict[str, list[str]]:
    """The words of each role around an anchor."""
    told: dict[str, list[str]] = {}
    for role, words in phrases(found, one.labels, SEEN):
        told.setdefault(role, []).append(words)
    return told


def values(one: Anchor) -> dict[str, str]:
    """The closed values of an anchor."""
    return {task: str(CLASSES[task][number]) for task, number in one.values}


def test_chains_have_namings_stands_triggers_cues_and_actors(example: Example) -> None:
    told = {name: phrases(example, labels, CHAINS[name]) for name, labels in example.chains.items()}
    assert told["named"] == [
        ("meeting", "talks"),
        ("meeting", "the round"),
        ("instrument", "roster pact"),
        ("instrument", "deal"),
        ("instrument", "pact"),
        ("meeting", "talks"),
    ], "of a naming in a naming the longer"
    assert told["stand"] == [("position", "there will be no deal")]
    assert (told["tie"], told["say"]) == ([("condition", "without")], [("statement", "said")])
    assert [words for _, words in told["actor"]] == [
        *("ferry union", "a mediator", "ferry company", "the two sides", "the union 's chief negotiator", "she"),
        "the port",
    ], "times, posts and what is no news are no actors"


def test_what_is_no_news_is_in_no_window(example: Example) -> None:
    assert "advertisement" not in example.forms
    assert len(example.forms) == len(example.sentences) == example.window.last - example.window.first


def test_a_meeting_is_seen_with_what_its_record_cites_near_the_naming(example: Example) -> None:
    first, again, second, last = anchors(example, "meeting")
    assert around(example, first) == {
        "time": ["tuesday"],
        "party": ["ferry union", "ferry company"],
        "wording": ["met"],
    }
    assert around(example, again) == {"party": ["the two sides"], "agenda": ["rosters"]}, "the nearest naming"
    assert around(example, last) == {"place": ["the port"]}
    assert around(example, second) == {}, "the account of a second voice cites nothing of that"


def test_a_status_is_asked_only_where_its_evidence_stands(example: Example) -> None:
    first, again, second, last = anchors(example, "meeting")
    assert values(first) == {"meeting kind": "talks", "meeting status": "held"}
    assert values(again) == values(last) == {"meeting kind": "talks"}
    assert values(second) == {"meeting kind": "meeting", "meeting status": "held"}


def test_conditions_and_positions_have_their_halves_issue_and_nearest_holder(example: Example) -> None:
    chief = "the union 's chief negotiator"
    (condition,), (position,) = anchors(example, "condition"), anchors(example, "position")
    assert around(example, condition) == {"requires": ["new rosters"], "blocks": ["deal"], "holder": [chief]}
    assert values(condition) == {"condition operator": "without"}
    assert around(example, position) == {"issue": ["deal"], "holder": [chief]}
    assert values(position) == {"position stance": "rejects"}


def test_a_statement_has_source_content_and_act(example: Example) -> None:
    (said,) = anchors(example, "statement")
    assert around(example, said) == {
        "content": ["there will be no deal without new rosters ,"],
        "source": ["the union 's chief negotiator"],
    }
    assert values(said) == {"statement act": "reject"}


def test_states_are_seen_from_the_naming_of_their_sentence(example: Example) -> None:
    pact, deal, again = anchors(example, "instrument")
    assert [around(example, one).get("state") for one in (pact, deal, again)] == [
        ["was drafted overnight"],
        ["no deal"],
        ["was signed"],
    ]
    told = [[(example.forms[a:b], str(STATES[number])) for (a, b), number in one.states] for one in (pact, again)]
    assert told == [[(("was", "drafted", "overnight"), "drafted")], [(("was", "signed"), "signed")]]
    assert around(example, again)["term"] == ["frees sundays"]
    assert values(pact) == values(again) == {"instrument kind": "document"}


def test_namings_of_one_are_of_one_group(example: Example) -> None:
    told = [(LINKED[one.kind], " ".join(example.forms[one.first : one.last]), one.group) for one in example.namings]
    assert [group for kind, _, group in told if kind == "meeting"] == ["m1"] * 4, "m2 follows m1"
    assert [(words, group) for kind, words, group in told if kind == "instrument"] == [
        ("roster pact", "i1"),
        ("deal", "i2"),
        ("pact", "i1"),
    ]
    groups = {words: group for kind, words, group in told if kind == "actor"}
    assert groups["she"] == groups["the union 's chief negotiator"] == "chief"
    assert groups["the two sides"] == "union firm"
    assert groups["a mediator"].startswith("unnamed")
    assert [one.first for one in example.namings] == sorted(one.first for one in example.namings)


def test_a_naming_of_an_actor_tells_what_it_is_of(example: Example) -> None:
    told = {" ".join(example.forms[one.first : one.last]): one.called for one in example.namings}
    assert {words: CALLED[number] for words, number in told.items() if number >= 0} == {
        "ferry union": "organisation",
        "a mediator": "unnamed",
        "ferry company": "organisation",
        "the two sides": "several",
        "the union 's chief negotiator": "person",
        "she": "person",
        "the port": "place",
    }
    assert told["talks"] == told["deal"] == -1


def test_an_anchor_at_the_edge_of_a_window_keeps_what_stands_in_it() -> None:
    windows = windows_of(report(), 48)
    assert len(windows) > 2
    assert [one.window.fresh for one in windows[1:]] == [one.window.last for one in windows[:-1]]
    for one in windows:
        assert {len(labels) for labels in (*one.chains.values(), *(a.labels for a in one.anchors))} == {len(one.forms)}
        assert all(0 <= a.first < a.last <= len(one.forms) for a in one.anchors)
        assert all(0 <= n.first < n.last <= len(one.forms) for n in one.namings)
    fresh = [one for w in windows for one in anchors(w, "condition") if one.first >= w.window.fresh - w.window.first]
    assert len(fresh) == 1, "each is fresh once"


def test_records_that_name_nothing_leave_their_words_unlabelled() -> None:
    (found,) = windows_of(report(TEXT.replace("{deal|i2}", "deal"), BELOW.replace("  title `deal` | ", "  ")))
    assert [words for _, words in phrases(found, found.chains["named"], CHAINS["named"])].count("deal") == 0
    assert len(anchors(found, "instrument")) == 2
