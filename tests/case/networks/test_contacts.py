"""Who met whom."""

from dataclasses import replace
from datetime import date

from pourparler.case.networks.behind import Floor
from pourparler.case.networks.contacts import Contact, Gathering, meet
from pourparler.case.networks.referrals import By, LeftOut
from pourparler.case.networks.windows import Span
from pourparler.core.entry import Dispute
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import Channel, EntryKind, MeetingStatus
from tests.case.networks.grove import meeting, person, record

FIRST = meeting(("Sudland", "Norland"), date(2025, 3, 1), "r1", "r2")
SECOND = meeting(("Norland", "Sudland", "Westmark"), date(2025, 3, 11), "r3", mediators=("Ostmark", "Cy Orr"))
PLANNED = meeting(("Norland", "Westmark"), date(2025, 4, 2), "r3", status=MeetingStatus.PLANNED)
SHUTTLE = meeting(("Norland", "Sudland"), None, "r4", channel=Channel.INDIRECT, mediators=("Ostmark",))
COUNCIL = meeting(("Norland",), date(2025, 3, 2), "r2", people=("Ann Lee", "Bo Ek", "Cy Orr"), absent=("Bo Ek",))
PEOPLE = (person("Ann Lee", "Norland"), person("Bo Ek", "Norland"), person("Cy Orr", "Ostmark"))
CASE = record(meetings=(FIRST, SECOND, PLANNED, SHUTTLE, COUNCIL), actors=PEOPLE)


def pairs(edges: tuple[Contact, ...]) -> list[tuple[str, str, int]]:
    return [(edge.one, edge.other, len(edge.meetings)) for edge in edges]


def test_only_what_was_held_face_to_face_counts_and_the_rest_is_said() -> None:
    met = meet(CASE)
    assert pairs(met.edges) == [("Norland", "Sudland", 2), ("Norland", "Westmark", 1), ("Sudland", "Westmark", 1)]
    assert met.nodes == ("Norland", "Sudland", "Westmark")
    assert met.left_out == ((LeftOut.STATUS, 1), (LeftOut.INDIRECT, 1), (LeftOut.ALONE, 1))
    edge = met.edges[0]
    assert edge.meetings == (FIRST.id, SECOND.id) and (edge.first, edge.last) == (date(2025, 3, 1), date(2025, 3, 11))
    assert (edge.counts.accounts, edge.counts.reports, edge.counts.sources) == (3, 3, 3)


def test_other_statuses_where_asked_for() -> None:
    planned = meet(CASE, Gathering(statuses=frozenset({MeetingStatus.PLANNED})))
    assert pairs(planned.edges) == [("Norland", "Westmark", 1)]


def test_mediators_met_each_side_also_in_rooms_apart() -> None:
    met = meet(CASE, Gathering(mediators=True))
    found = {(one, other): times for one, other, times in pairs(met.edges)}
    assert found["Norland", "Ostmark"] == 2 and found["Norland", "Sudland"] == 2
    assert not any("Cy Orr" in pair for pair in found)


def test_people_without_those_who_stayed_away() -> None:
    met = meet(CASE, Gathering(By.PEOPLE))
    assert pairs(met.edges) == [("Ann Lee", "Cy Orr", 1)]


def test_people_of_one_side_only_where_asked_for() -> None:
    council = replace(COUNCIL, absent=())
    among = [("Ann Lee", "Bo Ek", 1), ("Ann Lee", "Cy Orr", 1), ("Bo Ek", "Cy Orr", 1)]
    case = replace(CASE, meetings=(council,))
    assert pairs(meet(case, Gathering(By.PEOPLE)).edges) == among[1:]
    assert pairs(meet(case, Gathering(By.PEOPLE, colleagues=True)).edges) == among


def test_a_span_of_days_keeps_meetings_with_a_day_in_it() -> None:
    met = meet(CASE, Gathering(days=Span(date(2025, 3, 11), date(2025, 3, 20))))
    assert pairs(met.edges) == [("Norland", "Sudland", 1), ("Norland", "Westmark", 1), ("Sudland", "Westmark", 1)]
    assert met.left_out == ((LeftOut.NO_DAY, 1),)
    long = replace(FIRST, when=When(date(2025, 3, 1), date(2025, 3, 12), Precision.SPAN, "for days"))
    open_ended = replace(FIRST, when=When(None, date(2025, 3, 15), Precision.DAY, "by then"))
    for one in (long, open_ended):
        assert len(meet(record(meetings=(one,)), Gathering(days=Span(date(2025, 3, 11), date(2025, 3, 20)))).edges) == 1


def test_the_floor_counts_what_it_keeps_undrawn() -> None:
    met = meet(CASE, at_least=Floor(times=2))
    assert (pairs(met.edges), met.below) == ([("Norland", "Sudland", 2)], 2)
    assert meet(CASE, at_least=Floor(sources=4)).edges == ()


def test_disputes_over_who_met_are_counted_beside_the_edge() -> None:
    disputes = (Dispute("d1", FIRST.id, EntryKind.MEETING, "parties", ()),
                Dispute("d2", SECOND.id, EntryKind.MEETING, "place", ()))  # fmt: skip
    assert meet(replace(CASE, disputes=disputes)).edges[0].disputed == 1


def test_a_copy_is_no_source_of_its_own() -> None:
    views = tuple(
        replace(view, copies_of="r1.txt") if view.report.id == "r2" else view for view in CASE.reports
    )  # fmt: skip
    assert meet(replace(CASE, reports=views)).edges[0].counts.sources == 2
