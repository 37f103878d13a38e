"""Both readers together: what the rules find stands, what the heads alone see is added, nobody's words find a side."""

from dataclasses import replace

import pytest

from pourparler.core.evidence import Span
from pourparler.core.reading import (
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Operator,
    PositionFrame,
    Reading,
)
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus, MeetingKind, MeetingStatus, Stance
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.joining import (
    added,
    held,
    linked,
    longer,
    share,
    spoken_for,
    with_frames,
    with_operator,
)
from pourparler.reading.rules import RuleReader
from pourparler.reading.sayings import attributions
from tests.reading.framing.staging import Asked, Naming, asked, cast, laid


def meeting(start: int, end: int, title: str = "talks", same_as: int | None = None) -> MeetingFrame:
    """A meeting told in `[start, end)`."""
    return MeetingFrame(Span(start, end), MeetingKind.TALKS, MeetingStatus.HELD, title, same_as=same_as)


def hears(start: int, end: int, kept: bool = True, same_as: int | None = None) -> Heard[MeetingFrame]:
    """A meeting heard by a name in `[start, end)`."""
    return Heard(meeting(start, end, "heard", same_as), Span(start, end), kept)


def kept_rule(rule: MeetingFrame, _: MeetingFrame) -> MeetingFrame:
    """The rule's frame as it is."""
    return rule


def marked(rule: MeetingFrame, frame: MeetingFrame) -> MeetingFrame:
    """The rule's frame with the title of the heard one behind its own."""
    return replace(rule, title=f"{rule.title} {frame.title}")


def test_what_rules_find_stands_and_what_was_heard_of_other_words_is_added() -> None:
    rules = (meeting(0, 10), meeting(20, 30, same_as=0))
    found = linked(rules, [hears(5, 9), hears(40, 45), hears(22, 24)], marked)
    assert [one.title for one in found] == ["talks heard", "talks heard", "heard"]
    assert [one.same_as for one in found] == [None, 0, None]
    assert found[2].evidence == Span(40, 45)


def test_what_its_words_do_not_bear_is_not_added() -> None:
    assert linked((meeting(0, 10),), [hears(40, 45, kept=False)], kept_rule) == (meeting(0, 10),)
    assert linked((), [], kept_rule) == ()


@pytest.mark.parametrize(
    ("heard", "ties"),
    [
        ([hears(5, 9), hears(40, 45, same_as=0)], [None, None, 0]),
        ([hears(22, 24), hears(40, 45, same_as=0)], [None, None, 1]),
        ([hears(40, 45), hears(50, 55, same_as=0)], [None, None, None, 2]),
        ([hears(5, 9), hears(40, 45, kept=False, same_as=0), hears(50, 55, same_as=1)], [None, None, 0]),
        ([hears(40, 45, kept=False), hears(50, 55, same_as=0)], [None, None, None]),
    ],
)
def test_a_naming_again_is_tied_to_what_is_told_already(
    heard: list[Heard[MeetingFrame]], ties: list[int | None]
) -> None:
    found = linked((meeting(0, 10), meeting(20, 30)), heard, kept_rule)
    assert [one.same_as for one in found] == ties


def test_positions_and_conditions_are_added_where_no_rule_has_half_of_their_words() -> None:
    def stance(start: int, end: int) -> PositionFrame:
        return PositionFrame(Span(start, end), Stance.DEMANDS, "fish")

    rule = stance(10, 20)

    def first(one: PositionFrame, _: PositionFrame) -> PositionFrame:
        return one

    assert added([rule], [stance(12, 18), stance(0, 30), stance(15, 25)], first) == (rule,)
    assert added([rule], [stance(16, 26), stance(0, 5)], first) == (stance(0, 5), rule, stance(16, 26))
    assert added([], [rule], first) == (rule,)


def test_a_condition_of_both_readers_has_the_operator_of_the_heads() -> None:
    def tied(start: int, end: int, operator: Operator) -> ConditionFrame:
        return ConditionFrame(Span(start, end), operator, "a visit", "a receipt")

    ruled, seen = tied(10, 20, Operator.IF), tied(11, 20, Operator.ONLY_IF)
    assert added([ruled], [seen], with_operator) == (tied(10, 20, Operator.ONLY_IF),)
    assert added([ruled], [tied(14, 26, Operator.UNLESS)], with_operator) == (ruled,)


def test_share_is_of_the_shorter() -> None:
    assert share(Span(0, 10), Span(5, 25)) == 0.5
    assert share(Span(5, 25), Span(0, 10)) == 0.5
    assert share(Span(0, 10), Span(10, 20)) == 0.0


TEXT = (
    "The Harbour Pilots Guild wants its ledger back for good. Envoys of Norway met Sweden for talks on Monday. "
    "The Skerrow Wire said that the bay would open."
)
CALLED: tuple[Naming, ...] = (
    ("The Harbour Pilots Guild", "organisation"),
    ("Norway", "state"),
    ("The Skerrow Wire", "organisation"),
)


def test_a_frame_without_a_party_is_the_sides_named_in_it() -> None:
    made = laid(TEXT, called=CALLED)
    wants = PositionFrame(Span(25, TEXT.index(".")), Stance.DEMANDS, "ledger")
    tied = ConditionFrame(wants.evidence, Operator.IF, "truce", "ledger")
    assert held(made, Cast(made), wants).party == "Harbour Pilots Guild"
    assert held(made, Cast(made), tied).party == "Harbour Pilots Guild"
    assert held(made, Cast(made), replace(wants, party="Sweden")).party == "Sweden"


def test_who_is_named_in_what_is_required_holds_no_condition() -> None:
    text = "The boats keep their nets until the Harbour Pilots Guild opens its ledger."
    made = laid(text, called=[("the Harbour Pilots Guild", "organisation")])
    frame = ConditionFrame(Span(0, len(text) - 1), Operator.UNTIL, "nets", "the Harbour Pilots Guild opens its ledger")
    assert held(made, Cast(made), frame).party is None
    turned = replace(frame, requires="The boats keep their nets")
    assert held(made, Cast(made), turned).party == "Harbour Pilots Guild"


def test_a_source_that_is_a_body_speaks_for_itself_but_an_outlet_and_a_person_do_not() -> None:
    text = "The guild said the boats would stay. The guild's chair said they would not. The guild left."
    called: tuple[Naming, ...] = (
        ("The guild", "organisation"),
        ("The guild 's chair", "person"),
        ("The guild", "organisation"),
    )
    made = laid(text, called=called)
    told = [replace(one, speaker=None, party=None) for one in attributions(made.scene)]
    assert [one.source.of(text) for one in told if one.source] == ["The guild", "The guild's chair"]
    body, person = (spoken_for(Cast(made), one) for one in told)
    assert (body.party, body.speaker) == ("guild", None), "a description is no name"
    assert person == told[1]
    named = laid(TEXT, called=CALLED)
    (wire,) = (replace(one, speaker=None, party=None) for one in attributions(named.scene))
    assert spoken_for(Cast(named), wire) == wire
    guild = replace(wire, source=Span(0, 24))
    assert (spoken_for(Cast(named), guild).party, spoken_for(Cast(named), guild).speaker) == (
        "Harbour Pilots Guild",
    ) * 2
    for known in (replace(guild, anonymous=True), replace(guild, party="Sweden"), replace(guild, source=None)):
        assert spoken_for(Cast(named), known) == known


def whole(text: str, *frames: Asked, called: tuple[Naming, ...] = ()) -> tuple[Reading, Reading]:
    """The reading of the rules, and the same with frames."""
    made = laid(text, *frames, called=called)
    ruled = RuleReader().read(made.scene.page.report)
    return ruled, with_frames(ruled, made.scene, made.analysis)


def test_without_frames_the_reading_of_the_rules_stands() -> None:
    ruled, found = whole(TEXT)
    assert found == ruled
    assert [one.title for one in ruled.meetings] == ["talks"]


def test_a_reading_gets_the_frames_that_the_rules_do_not_find() -> None:
    wants = asked("condition", "for", ("requires", "its ledger back"), ("blocks", "good"), operator="only if")
    talks = asked("meeting", "talks", ("party", "Norway"), ("time", "on Monday"), ("outcome", "on Monday"))
    ledger = replace(asked("instrument", "ledger"), states=(("back", "handed over"),))
    ruled, found = whole(TEXT, ledger, wants, talks, called=CALLED)
    assert not ruled.conditions and not ruled.instruments
    (condition,) = found.conditions
    assert (condition.party, condition.requires) == ("Harbour Pilots Guild", "its ledger back")
    (instrument,) = found.instruments
    assert (instrument.kind, instrument.status) == (InstrumentKind.AGREEMENT, InstrumentStatus.HANDED_OVER)
    (rule,), (one,) = ruled.meetings, found.meetings
    assert one == replace(rule, outcome=one.outcome) and one.outcome, "the rules' own, filled up"
    assert {mention.name for mention in found.mentions} - {mention.name for mention in ruled.mentions} == {
        "Harbour Pilots Guild"
    }
    assert [mention.span for mention in found.mentions] == sorted(mention.span for mention in found.mentions)


def test_instruments_of_the_rules_are_left_as_they_are() -> None:
    text = "Norway and Sweden signed the fish pact on Monday."
    pact = replace(asked("instrument", "pact", ("party", "Sweden"), kind="document"), states=(("signed", "rejected"),))
    ruled, found = whole(text, pact)
    assert found.instruments == ruled.instruments
    assert isinstance(found.instruments[0], InstrumentFrame)


def test_what_names_again_without_words_of_its_own_has_the_status_told_before() -> None:
    ruled = replace(meeting(0, 10), status=MeetingStatus.HELD)
    again = Heard(replace(meeting(40, 50), status=MeetingStatus.PLANNED, same_as=0), Span(40, 45), True)
    worded = replace(again, frame=replace(again.frame, wording=Span(46, 50)))
    first = Heard(meeting(0, 10), Span(0, 4), True)
    assert [one.status for one in linked((ruled,), [first, again], kept_rule)] == [MeetingStatus.HELD] * 2
    kept = linked((ruled,), [first, worded], kept_rule)
    assert [one.status for one in kept] == [MeetingStatus.HELD, MeetingStatus.PLANNED]


def test_whom_a_threat_is_made_to_does_not_hold_it() -> None:
    text = "They met Norway and threatened Norway with new tariffs unless it opened the bay."
    made = laid(text)
    frame = ConditionFrame(
        Span(text.index("new"), text.index(" the bay")), Operator.UNLESS, "holding off new tariffs", "opened the bay"
    )
    assert held(made, cast(text, ("Norway", "state"), ("Norway", "state", 0), ("it", "state", 0)), frame).party is None
    free = replace(frame, blocks="new tariffs")
    assert held(made, cast(text, ("Norway", "state"), ("Norway", "state", 0), ("it", "state", 0)), free).party


@pytest.mark.parametrize(
    ("ruled", "heard", "joined"),
    [
        ("the mill", "mill at the river", "the mill at the river"),
        ("a longer truce", "a longer truce", "a longer truce"),
        ("the mill", "millers' pay", "the mill"),
        ("the mill", "the old mill", "the mill"),
        ("", "mill", ""),
        ("mill", "mill at the river where all the boats of the lower towns are moored", "mill"),
    ],
)
def test_a_phrase_of_the_rules_is_carried_on(ruled: str, heard: str, joined: str) -> None:
    assert longer(ruled, heard) == joined
