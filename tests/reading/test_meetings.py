"""Meetings: who met whom, when, where, and whether it was held, read from sentences of our own."""

from datetime import date

import pytest

from pourparler.core.reading import MeetingFrame
from pourparler.core.report import Report
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.reading.meetings import find_meetings
from pourparler.reading.page import lay_out
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import set_scene

PUBLISHED = date(2025, 5, 14)
"""A Wednesday, on which all reports of this page are published."""


def read(text: str, published: date = PUBLISHED) -> tuple[MeetingFrame, ...]:
    scene = set_scene(lay_out(Report("r1", "a.txt", text, published=published)))
    return find_meetings(scene, attributions(scene))


def one(text: str) -> MeetingFrame:
    frames = read(text)
    assert len(frames) == 1, [frame.evidence.of(text) for frame in frames]
    return frames[0]


def days(frame: MeetingFrame) -> tuple[date | None, date | None] | None:
    return (frame.when.start, frame.when.end) if frame.when else None


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru and Chile held a second round of talks in Lima on Monday.", MeetingKind.TALKS, MeetingStatus.HELD),
        ("Norwegian and Swedish officials will meet in Oslo on Friday.", MeetingKind.MEETING, MeetingStatus.PLANNED),
        (
            "Norwegian and Swedish officials are set to meet in Oslo on Friday.",
            MeetingKind.MEETING,
            MeetingStatus.PLANNED,
        ),
        ("Peru proposed a summit with Chile in Lima on 2 June.", MeetingKind.SUMMIT, MeetingStatus.PROPOSED),
        ("Peru and Chile could meet in Lima next week.", MeetingKind.MEETING, MeetingStatus.PROPOSED),
        (
            "Talks between Peru and Chile, due in Lima on Friday, were postponed.",
            MeetingKind.TALKS,
            MeetingStatus.POSTPONED,
        ),
        ("A summit of Peru and Chile planned for June was called off.", MeetingKind.SUMMIT, MeetingStatus.CANCELLED),
        ("Peru ruled out talks with Chile.", MeetingKind.TALKS, MeetingStatus.DENIED),
        ("Peru denied having met Chilean officials on Monday.", MeetingKind.MEETING, MeetingStatus.DENIED),
        ("Peru denied that any meeting with Chile took place on Monday.", MeetingKind.MEETING, MeetingStatus.DENIED),
        ("Peru and Chile will meet on Friday, but only if Lima pays.", MeetingKind.MEETING, MeetingStatus.CONDITIONAL),
        ("A summit between Peru and Chile is still on the table.", MeetingKind.SUMMIT, MeetingStatus.PROPOSED),
        ("The Teamsters and UPS are at the table now.", MeetingKind.TALKS, MeetingStatus.UNDER_WAY),
        ("Peru and Chile exchanged 200 prisoners on Friday.", MeetingKind.EXCHANGE, MeetingStatus.HELD),
        ("The Peruvian parliament ratified the accord on Friday.", MeetingKind.MEETING, MeetingStatus.HELD),
    ],
)
def test_kind_and_status(text: str, kind: MeetingKind, status: MeetingStatus) -> None:
    frame = one(text)
    assert (frame.kind, frame.status) == (kind, status)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, Peru met Chile in Lima.", date(2025, 5, 12)),
        ("Saturday the union sat with Boeing.", date(2025, 5, 10)),
        ("Peru and Chile agreed on Monday to meet on 3 June.", date(2025, 6, 3)),
        ("The Teamsters settled with UPS on Friday after an all-night session in Chicago.", date(2025, 5, 9)),
        ("Ahead of its meeting with Boeing on Friday, the union is asking for more.", date(2025, 5, 16)),
        ("Peru cancelled the sixth round of talks with Chile, which had been planned for 20 May.", date(2025, 5, 20)),
    ],
)
def test_the_day_is_that_of_the_meeting(text: str, day: date) -> None:
    assert days(one(text)) == (day, day)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("U.S. and Russian officials will meet on Friday.", {"United States", "Russia"}),
        ("A third round of Iran-U.S. talks was held on Friday.", {"Iran", "United States"}),
        ("Envoys from Britain, France and Germany met in Geneva on Friday.", {"United Kingdom", "France", "Germany"}),
        ("Peru held talks with Chile and Bolivia on Friday.", {"Peru", "Chile", "Bolivia"}),
        ("Peru and Chile met in Lima on Friday for talks about Bolivia.", {"Peru", "Chile"}),
        ("Peru and Chile held Bolivia peace talks on Friday.", {"Peru", "Chile"}),
        ("Peru’s delegation met a Chilean team in Rome on Friday.", {"Peru", "Chile"}),
        ("After talks in Lima on Friday, officials from Peru and Chile met again on Saturday.", {"Peru", "Chile"}),
    ],
)
def test_parties_are_those_who_meet(text: str, parties: set[str]) -> None:
    assert set(read(text)[-1].parties) == parties


def test_a_mediator_is_no_party() -> None:
    frame = one("Qatar hosted talks between Israel and Lebanon in Doha on Monday.")
    assert (set(frame.parties), frame.mediators, frame.place) == ({"Israel", "Lebanon"}, ("Qatar",), ("Doha",))
    frame = one("Talks between Israel and Lebanon, mediated by Qatar, were held in Doha on Monday.")
    assert (set(frame.parties), frame.mediators) == ({"Israel", "Lebanon"}, ("Qatar",))


def test_a_trip_to_meet_is_one_telling() -> None:
    text = "French President Emmanuel Macron went to Kyiv on Saturday to meet Ukrainian President Volodymyr Zelensky."
    frame = one(text)
    assert frame.kind is MeetingKind.MEETING
    assert frame.people == ("Emmanuel Macron", "Volodymyr Zelensky")
    assert set(frame.parties) == {"France", "Ukraine"}
    assert frame.place == ("Kyiv",)


def test_round_level_and_agenda() -> None:
    text = "Peru and Chile will hold a fourth round of talks at expert level in Lima on Friday to discuss the border."
    frame = one(text)
    assert (frame.round, frame.level) == (4, "expert")
    assert [span.of(text) for span in frame.agenda] == ["to discuss the border"]


def test_such_a_meeting_is_the_meeting_before() -> None:
    text = 'Peru and Chile will meet on Thursday. "Such a meeting will take place in Lima," a diplomat said.'
    first, second = read(text)
    assert second.same_as == 0
    assert (second.status, second.place) == (MeetingStatus.PLANNED, ("Lima",))
    assert first.evidence.of(text) == "Peru and Chile will meet on Thursday"


def test_the_two_sides_are_those_of_the_meeting_before() -> None:
    frames = read("Peru and Chile met in Lima on Monday. The two sides will meet again in Rome on Friday.")
    assert set(frames[1].parties) == {"Peru", "Chile"}
    assert frames[1].same_as is None


def test_who_leads_and_who_was_left_out() -> None:
    text = (
        "U.S. and Russian officials will meet in Riyadh on Tuesday. US foreign minister Marco Rubio is leading the "
        "American delegation. Ukraine was not invited."
    )
    frames = read(text, date(2025, 2, 17))
    assert (frames[1].leads, frames[1].same_as) == ((("United States", "Marco Rubio"),), 0)
    assert frames[2].excluded == ("Ukraine",)
    assert frames[2].same_as is not None


def test_a_union_and_its_members() -> None:
    text = "The Teamsters want more. The union met UPS on Monday. Local leaders at UPS will meet on Friday."
    frames = read(text)
    assert set(frames[0].parties) == {"Teamsters", "UPS"}
    assert frames[1].parties == ("Teamsters",)


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the deadline and the demands of the union.",
        "Peru called for talks to resume.",
        "Negotiations continue.",
        "The president held a press conference in Lima on Monday.",
        "The minister spoke to reporters on Monday.",
        "He called him a liar on Monday.",
        "The two countries continue their bilateral meetings.",
        "The company welcomed the offer of the union on Monday.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert read(text) == ()


def test_every_evidence_lies_in_the_text_and_is_no_whole_paragraph() -> None:
    text = "Peru and Chile met in Lima on Monday, a diplomat said, and both were pleased. They want peace."
    for frame in read(text):
        assert frame.evidence.of(text) == "Peru and Chile met in Lima on Monday"


def test_a_day_on_which_it_may_not_happen_is_no_day_of_it() -> None:
    text = (
        "A summit between Peru and Chile is still on the table, despite speculation that it may not happen this month."
    )
    assert read(text)[-1].when is None


@pytest.mark.parametrize(
    "text",
    [
        "It was the longest meeting between the union and the port since the walkout of May 2019.",
        "The delegations held the widest talks between the two capitals since the border war of June 2021.",
    ],
)
def test_the_day_of_what_it_is_counted_from_is_no_day_of_it(text: str) -> None:
    assert all(frame.when is None for frame in read(text))
