"""What differs between two states of a record: told by accounts, never by ids or order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, Entry, Meeting
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind, MeetingStatus
from pourparler.record.changes import Changes, EntryChange, Sort, compare
from pourparler.record.changes.matches import LISTS
from pourparler.record.view import compute
from tests.record.crowd import crowd
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, geneva_talks, hold

BOTH = (NORLAND, SUDLAND)


def at(day: str, *drafts: Draft, **more: Any) -> CaseRecord:
    """The record of the talks in Geneva, or of other drafts, as of a day."""
    return compute(hold(*(drafts or geneva_talks()), **more), date.fromisoformat(day))


def only(changes: Changes, kind: EntryKind, sort: Sort) -> EntryChange:
    [found] = [change for change in changes.of(sort) if change.kind is kind]
    return found


def field(change: EntryChange, name: str) -> Any:
    return next(one for one in change.fields if one.field == name)


def test_a_newer_state_is_a_change_with_the_account_that_brought_it() -> None:
    changes = compare(at("2025-03-03"), at("2025-03-05"))
    change = only(changes, EntryKind.MEETING, Sort.CHANGED)
    status = field(change, "status")
    assert (status.before, status.after) == (MeetingStatus.POSTPONED, MeetingStatus.HELD)
    assert [(one.report, one.fields.status) for one in status.behind] == [("r-3.txt", MeetingStatus.HELD)]
    assert [one.report for one in change.told] == ["r-3.txt"] and not change.untold
    assert field(change, "people").added == ("Ann Lee",)
    assert only(changes, EntryKind.INSTRUMENT, Sort.NEW).before is None
    assert [view.report.name for view in changes.reports] == ["3.txt"]


def test_a_copy_of_what_is_known_is_told_again_and_changes_nothing() -> None:
    changes = compare(at("2025-03-05"), at("2025-03-06"))
    assert {change.sort for change in changes.entries} == {Sort.TOLD_AGAIN}
    assert all(change.told and not change.fields for change in changes.entries)


def test_a_day_gone_by_is_a_change_that_nobody_brought() -> None:
    [planned, *_] = geneva_talks()
    changes = compare(at("2025-03-02", planned), at("2025-03-10", planned))
    overdue = field(only(changes, EntryKind.MEETING, Sort.CHANGED), "overdue")
    assert (overdue.before, overdue.after, overdue.behind) == (False, True, ())


def test_an_id_that_shifts_with_an_earlier_report_is_no_change() -> None:
    second = draft("b.txt", "2025-03-02", "Norland and Sudland met in Geneva on 1 March for talks on fish and boats.")
    second.meets("met in Geneva on 1 March", "talks", "held", "2025-03-01", place=("Geneva",), parties=BOTH)
    first = draft("a.txt", "2025-03-01", "Talks of Norland and Sudland in Geneva are being held on this very day.")
    first.meets("Talks of Norland and Sudland", "talks", "held", "2025-03-01", place=("Geneva",), parties=BOTH)
    before, after = compute(hold(second)), compute(hold(first, second))
    assert before.meetings[0].id != after.meetings[0].id
    [change] = compare(before, after).entries
    assert (change.sort, change.before, change.after) == (Sort.TOLD_AGAIN, before.meetings[0], after.meetings[0])


def judged(verdict: Verdict, *accounts: str, **more: Any) -> Judgement:
    return replace(Judgement("j1", verdict, accounts, "me", datetime(2025, 6, 1, tzinfo=UTC), "because"), **more)


def accounts_of(record: CaseRecord, kind: str) -> list[str]:
    return [account.id for entry in getattr(record, kind) for account in entry.accounts]


def test_what_a_judgement_parts_is_told_as_parted_and_joined_again_when_it_is_withdrawn() -> None:
    plain = at("2025-03-05")
    [meeting] = plain.meetings
    first, *_, last = [account.id for account in meeting.accounts]
    parted = at("2025-03-05", judgements=(judged(Verdict.DIFFERENT, first, last),))
    changes = compare(plain, parted)
    change = only(changes, EntryKind.MEETING, Sort.PARTED)
    assert change.origins == (meeting,) and [one.id for one in change.entry.accounts] == [last]
    stayed = only(changes, EntryKind.MEETING, Sort.CHANGED)
    assert stayed.parts == (change.entry,) and not stayed.told and not stayed.untold
    [back] = [one for one in compare(parted, plain).entries if one.kind is EntryKind.MEETING]
    assert back.sort is Sort.CHANGED and back.origins == (change.entry,) and back.moved


def test_what_is_rejected_is_withdrawn_and_is_new_again_after_undo() -> None:
    plain = at("2025-03-05")
    rejected = at("2025-03-05", judgements=(judged(Verdict.REJECTED, *accounts_of(plain, "instruments")),))
    gone = only(compare(plain, rejected), EntryKind.INSTRUMENT, Sort.WITHDRAWN)
    assert gone.after is None and gone.before == plain.instruments[0] and gone.untold
    again = only(compare(rejected, plain), EntryKind.INSTRUMENT, Sort.NEW)
    assert again.after == plain.instruments[0]


def test_a_correction_is_a_change_that_no_account_brought() -> None:
    plain = at("2025-03-05")
    made = judged(Verdict.CORRECTED, *accounts_of(plain, "meetings"), field="place", value="Bern")
    place = field(only(compare(plain, at("2025-03-05", judgements=(made,))), EntryKind.MEETING, Sort.CHANGED), "place")
    assert place.added == ("Bern",) and set(place.removed) == {"Geneva", "Switzerland"} and place.behind == ()


def test_a_condition_that_only_changes_its_id_is_the_same_condition() -> None:
    text = "No truce unless Sudland frees the crew, Norland said."
    later = draft("b.txt", "2025-03-02", text)
    later.stands("No truce unless Sudland frees the crew", "conditional", "a truce", NORLAND)
    later.requires("unless Sudland frees the crew", "a truce", "freeing the crew", NORLAND)
    earlier = draft("a.txt", "2025-03-01", "Norland wants no truce unless Sudland frees the crew, it said.")
    earlier.requires("no truce unless Sudland frees the crew", "a truce", "freeing the crew", NORLAND)
    before, after = compute(hold(later)), compute(hold(earlier, later))
    assert before.positions[0].condition != after.positions[0].condition
    changes = compare(before, after)
    assert [(change.sort, change.kind) for change in changes.entries] == [(Sort.TOLD_AGAIN, EntryKind.CONDITION)]


def disputing() -> list[Draft]:
    told = []
    for number, (place, who) in enumerate((("Oslo", "a clerk"), ("Doha", "an usher"), ("Oslo", "a driver"))):
        text = f"Norland and Sudland met in {place} on 3 March, {who} said."
        each = draft(f"{number}.txt", f"2025-03-0{number + 4}", text, f"Paper {number}")
        each.meets(f"met in {place} on 3 March", "talks", "held", "2025-03-03", place=(place,), parties=BOTH, round=1)
        told.append(each)
    return told


def test_disputes_are_new_and_resolved() -> None:
    drafts = disputing()
    one, two = compute(hold(*drafts[:1])), compute(hold(*drafts[:2]))
    [new] = compare(one, two).disputes
    assert (new.sort, new.dispute.field) == (Sort.NEW, "place")
    assert [place.report for place in new.brought] == ["1.txt"]
    [resolved] = compare(two, one).disputes
    assert resolved.sort is Sort.RESOLVED and resolved.after is None and resolved.removed == new.added


def test_a_dispute_with_more_of_the_same_goes_on() -> None:
    drafts = disputing()
    assert compare(compute(hold(*drafts[:2])), compute(hold(*drafts))).disputes == ()


def everything(record: CaseRecord) -> list[Entry]:
    return [entry for name in LISTS.values() for entry in getattr(record, name)]


POOL = [*geneva_talks(), *crowd(12)]


@settings(max_examples=25, deadline=None)
@given(chosen=st.sets(st.integers(0, len(POOL) - 1)), day=st.dates(date(2025, 1, 1), date(2025, 3, 8)))
def test_a_record_does_not_differ_from_itself(chosen: set[int], day: date) -> None:
    record = compute(hold(*(POOL[number] for number in sorted(chosen))), day)
    assert not compare(record, record)
    mixed = hold(*(POOL[number] for number in sorted(chosen, reverse=True)))
    assert not compare(record, compute(mixed, day))


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(len(POOL))))
def test_changes_one_by_one_add_up_to_the_whole(order: Sequence[int]) -> None:
    """Played back on an empty page, the changes of every step give the accounts and statuses of the whole."""
    page: dict[frozenset[str], object] = {}
    records = [compute(hold(*(POOL[number] for number in order[:count]))) for count in range(len(order) + 1)]
    for before, after in pairwise(records):
        for change in compare(before, after).entries:
            for gone in (change.before, *change.origins):
                if gone is not None:
                    page.pop(holding(gone), None)
        for change in compare(before, after).entries:
            if change.after is not None:
                page[holding(change.after)] = status(change.after)
    assert page == {holding(entry): status(entry) for entry in everything(records[-1])}
    fresh = compare(records[0], records[-1])
    assert {holding(one.entry) for one in fresh.entries} == set(page)
    assert all(one.sort is Sort.NEW for one in fresh.entries)


def holding(entry: Entry) -> frozenset[str]:
    return frozenset(account.id for account in entry.accounts)


def status(entry: Entry) -> object:
    return (entry.status, entry.when, entry.place) if isinstance(entry, Meeting) else None


@settings(max_examples=25, deadline=None)
@given(split=st.integers(1, 16), day=st.dates(date(2025, 1, 1), date(2025, 3, 8)))
def test_what_comes_one_way_goes_the_other(split: int, day: date) -> None:
    before, after = compute(hold(*POOL[:split]), day), compute(hold(*POOL), day)
    there, back = compare(before, after), compare(after, before)
    assert {holding(one.entry) for one in there.of(Sort.NEW)} == {holding(one.entry) for one in back.of(Sort.WITHDRAWN)}
    assert {holding(one.entry) for one in there.of(Sort.PARTED)} == set()
    assert there.reports == back.gone and there.gone == back.reports
    assert len(there.disputes) == len(back.disputes)


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_of_entry_is_compared(kind: EntryKind) -> None:
    empty = compute(hold())
    assert {change.sort for change in compare(empty, compute(hold(*POOL))).entries if change.kind is kind} == {Sort.NEW}


def test_actors_come_and_change() -> None:
    first = draft("a.txt", "2025-03-01", "Ann Lee spoke.").names("Ann Lee", party=NORLAND)
    second = draft("b.txt", "2025-03-02", "Foreign Minister Ann Lee met Bo Ek.")
    second.names("Ann Lee", party=NORLAND, office="foreign minister").names("Bo Ek", party=SUDLAND)
    changes = compare(compute(hold(first)), compute(hold(first, second)))
    told = {(change.sort, change.actor.name, tuple(one.field for one in change.fields)) for change in changes.actors}
    assert (Sort.CHANGED, "Ann Lee", ("office",)) in told and (Sort.NEW, "Bo Ek", ()) in told
