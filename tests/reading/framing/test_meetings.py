"""Meetings as the heads see them, and what they add to those of the rules."""

from dataclasses import replace
from datetime import date

from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.meetings import enriched, heard_meetings
from tests.reading.framing.staging import Asked, asked, laid

TEXT = (
    "The Harbour Pilots Guild and Norway are to gather in Geneva on Monday for fish talks with Tony Blair, under "
    "Switzerland. Sweden was left out. The gathering ended without a word. A summit came on Tuesday."
)
TALKS = asked(
    "meeting",
    "talks",
    ("party", "The Harbour Pilots Guild"),
    ("party", "Norway"),
    ("mediator", "Switzerland"),
    ("person", "Tony Blair"),
    ("place", "Geneva"),
    ("time", "on Monday"),
    ("wording", "are to gather"),
    ("agenda", "fish"),
    kind="talks",
    status="planned",
)
CALLED = (("The Harbour Pilots Guild", "organisation"), ("Norway", "state"))


def heard(*frames: Asked) -> list[Heard[MeetingFrame]]:
    """The meetings heard."""
    made = laid(TEXT, *frames, called=CALLED)
    return heard_meetings(made, Cast(made))


def test_a_naming_takes_what_stands_around_it() -> None:
    (one,) = heard(TALKS)
    frame = one.frame
    assert one.kept and one.name.of(TEXT) == "talks"
    assert (frame.kind, frame.status, frame.title) == (MeetingKind.TALKS, MeetingStatus.PLANNED, "talks")
    assert frame.parties == ("Harbour Pilots Guild", "Norway")
    assert (frame.mediators, frame.people, frame.place) == (("Switzerland",), ("Tony Blair",), ("Geneva",))
    assert frame.when is not None and frame.when.start == date(1998, 4, 13), "the coming Monday"
    assert [span.of(TEXT) for span in frame.agenda] == ["fish"]
    assert frame.wording is not None and frame.wording.of(TEXT) == "are to gather"
    assert frame.evidence.of(TEXT) == TEXT[: TEXT.index(". Sweden")], "all of it, but of its sentence alone"


def test_a_mediator_is_no_party_and_who_is_out_is_excluded() -> None:
    roles = (("party", "Norway"), ("party", "Switzerland"), ("mediator", "Switzerland"), ("out", "Sweden"))
    (one,) = heard(asked("meeting", "talks", *roles, ("host", "Switzerland")))
    assert (one.frame.parties, one.frame.mediators, one.frame.hosts) == (
        ("Norway",),
        ("Switzerland",),
        ("Switzerland",),
    )
    assert one.frame.excluded == ("Sweden",)


def test_a_naming_again_is_tied_to_the_first() -> None:
    first, again, other = heard(
        TALKS,
        replace(asked("meeting", "gathering", ("outcome", "without a word"), status="held"), before=0),
        asked("meeting", "summit", ("time", "Tuesday"), kind="summit", status="held"),
    )
    assert (first.frame.same_as, again.frame.same_as, other.frame.same_as) == (None, 0, None)
    assert [span.of(TEXT) for span in again.frame.outcome] == ["without a word"]
    assert (first.kept, again.kept, other.kept) == (True, False, True)


def test_one_day_and_place_make_one_meeting_without_a_link() -> None:
    _, again = heard(TALKS, asked("meeting", "gathering", ("time", "on Monday"), ("place", "Geneva"), status="planned"))
    assert again.frame.same_as == 0


def test_frames_of_other_kinds_are_no_meetings_and_do_not_shift_links() -> None:
    instrument = asked("instrument", "word")
    first, again = heard(
        asked("position", "Norway"), TALKS, replace(asked("meeting", "gathering"), before=1), instrument
    )
    assert again.frame.same_as == 0 and first.frame.same_as is None


def test_rules_stand_and_heads_fill_what_they_leave_open() -> None:
    (one,) = heard(TALKS)
    bare = MeetingFrame(one.name, MeetingKind.SUMMIT, MeetingStatus.HELD, "fish talks", parties=("Norway",))
    found = enriched(bare, one.frame)
    assert (found.kind, found.status, found.title) == (one.frame.kind, MeetingStatus.HELD, "fish talks")
    assert found.parties == ("Norway",), "what the rules tell is kept"
    filled = ("when", "place", "mediators", "agenda", "wording")
    assert all(getattr(found, name) == getattr(one.frame, name) for name in filled)
    assert found.people == (), "people as the rules have them"
    assert enriched(one.frame, bare) == replace(one.frame, kind=MeetingKind.SUMMIT), "the heads know the kind better"


def test_what_is_to_come_was_not_held_and_what_is_only_an_idea_is_not_planned() -> None:
    text = "The Harbour Pilots Guild will hold talks. Norway could join a meeting there."
    made = laid(
        text,
        asked("meeting", "talks", ("wording", "will hold"), status="held"),
        asked("meeting", "meeting", ("wording", "could join"), status="planned"),
        called=CALLED[:1],
    )
    ahead, idea = heard_meetings(made, Cast(made))
    assert (ahead.frame.status, idea.frame.status) == (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)


def test_a_day_is_of_the_meeting_whose_name_is_nearest() -> None:
    first, other = heard(TALKS, asked("meeting", "gathering", ("time", "on Monday"), status="planned"))
    assert first.frame.when is not None and other.frame.when is None and other.frame.same_as is None
