"""The record computed from what is stored: any order, any day asked for, and what people decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.opening import open_store
from pourparler.record.view import compute, load_case
from tests.record.crowd import crowd
from tests.record.drafts import NORLAND, Draft, draft, geneva_talks, hold


def test_one_meeting_out_of_four_reports() -> None:
    record = compute(hold(*geneva_talks()))
    meeting = next(met for met in record.meetings if met.status is MeetingStatus.HELD)
    assert meeting.kind is MeetingKind.TALKS and meeting.round == 1
    assert meeting.when and (meeting.when.start, meeting.when.end) == (date(2025, 3, 4), date(2025, 3, 4))
    assert meeting.place == ("Geneva", "Switzerland")
    assert meeting.parties == ("Norland", "Sudland") and meeting.people == ("Ann Lee",)
    assert meeting.reported == (
        ("1.txt", MeetingStatus.PLANNED),
        ("2.txt", MeetingStatus.POSTPONED),
        ("3.txt", MeetingStatus.HELD),
        ("4.txt", MeetingStatus.HELD),
    )
    assert (meeting.counts.accounts, meeting.counts.reports, meeting.counts.sources) == (4, 4, 3)
    assert record.disputes == ()


def test_near_copies_are_linked_and_tell_one_statement() -> None:
    record = compute(hold(*geneva_talks()))
    assert {view.report.name: view.copies_of for view in record.reports} == {
        "5.txt": None,
        "1.txt": None,
        "2.txt": None,
        "3.txt": None,
        "4.txt": "3.txt",
    }
    [told] = [said for said in record.statements if said.content[0].text.startswith("met in Switzerland")]
    assert told.report == "3.txt" and told.counts.accounts == 2 and told.counts.sources == 1


def test_the_day_asked_for_shows_what_was_out_by_then() -> None:
    holdings = hold(*geneva_talks())
    for day, status, overdue in (
        (date(2025, 3, 1), MeetingStatus.PLANNED, False),
        (date(2025, 3, 2), MeetingStatus.PLANNED, False),
        (date(2025, 3, 3), MeetingStatus.POSTPONED, False),
        (date(2025, 3, 5), MeetingStatus.HELD, False),
    ):
        [meeting] = compute(holdings, day).meetings
        assert (meeting.status, meeting.overdue) == (status, overdue), day
    assert compute(holdings, date(2025, 2, 28)).reports == ()


def test_a_day_gone_by_makes_a_plan_overdue_and_never_held() -> None:
    [planned, *_] = geneva_talks()
    [meeting] = compute(hold(planned), date(2025, 3, 10)).meetings
    assert meeting.status is MeetingStatus.PLANNED and meeting.overdue
    [meeting] = compute(hold(planned)).meetings
    assert not meeting.overdue
    later = draft("later.txt", "2025-03-09", "It rained.")
    [meeting] = compute(hold(planned, later)).meetings
    assert meeting.overdue


def test_an_undated_report_is_shown_only_when_no_day_is_asked_for() -> None:
    holdings = hold(*geneva_talks())
    names = [view.report.name for view in compute(holdings).reports]
    assert names == ["5.txt", "1.txt", "2.txt", "3.txt", "4.txt"]
    assert "5.txt" not in [view.report.name for view in compute(holdings, date(2099, 1, 1)).reports]


def test_a_position_knows_its_condition() -> None:
    first = draft("a.txt", "2025-03-01", "No truce unless Sudland frees the crew.")
    first.stands("No truce unless Sudland frees the crew", "conditional", "a truce", "Norland")
    first.requires("unless Sudland frees the crew", "a truce", "freeing the crew", "Norland")
    record = compute(hold(first))
    assert record.positions[0].condition == record.conditions[0].id


def build(drafts: Sequence[Draft], path: Path, as_of: date | None = None) -> CaseRecord:
    with open_store(path, create=True) as store:
        for each in drafts:
            each.put(store)
        return load_case(store, as_of)


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(17)), twice=st.sets(st.integers(0, 16)))
def test_any_order_of_adding_gives_the_same_record(
    order: list[int], twice: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    drafts = [*geneva_talks(), *crowd(12)]
    expected = build(drafts, tmp_path_factory.mktemp("in-order") / "case.db")
    shuffled = [drafts[index] for index in (*order, *sorted(twice))]
    assert build(shuffled, tmp_path_factory.mktemp("shuffled") / "case.db") == expected


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_order_of_what_is_stored_does_not_matter(data: Any) -> None:
    holdings = hold(*geneva_talks(), *crowd(30))
    mixed = replace(
        holdings,
        reports=tuple(data.draw(st.permutations(holdings.reports))),
        accounts=tuple(data.draw(st.permutations(holdings.accounts))),
        wordings=tuple(data.draw(st.permutations(holdings.wordings))),
    )
    assert compute(mixed) == compute(holdings)


def judged(verdict: Verdict, *accounts: str, **more: Any) -> Judgement:
    made = Judgement("j1", verdict, accounts, "me", datetime(2025, 6, 1, tzinfo=UTC), "because")
    return replace(made, **more)


def account_in(name: str, kind: str = "meeting") -> str:
    return next(
        account.id
        for each in geneva_talks()
        if each.name == name
        for account in each.accounts.accounts
        if account.kind == kind
    )


def test_different_parts_and_same_joins() -> None:
    plain = compute(hold(*geneva_talks()))
    parted = hold(*geneva_talks(), judgements=(judged(Verdict.DIFFERENT, account_in("1.txt"), account_in("3.txt")),))
    record = compute(parted)
    assert len(record.meetings) == len(plain.meetings) + 1
    [first] = [met for met in record.meetings if account_in("1.txt") in [a.id for a in met.accounts]]
    [other] = [met for met in record.meetings if account_in("3.txt") in [a.id for a in met.accounts]]
    assert (first.status, other.status) == (MeetingStatus.POSTPONED, MeetingStatus.HELD)
    assert account_in("4.txt") in [a.id for a in other.accounts], "a copy stays with what it copies"
    again = judged(Verdict.SAME, account_in("1.txt"), account_in("3.txt"), id="j2")
    record = compute(replace(parted, judgements=(*parted.judgements, again)))
    assert [met.accounts for met in record.meetings] == [met.accounts for met in plain.meetings]


def test_rejected_accounts_are_hidden() -> None:
    mine = [account_in(name) for name in ("1.txt", "2.txt", "3.txt", "4.txt")]
    record = compute(hold(*geneva_talks(), judgements=(judged(Verdict.REJECTED, *mine),)))
    assert [met.status for met in record.meetings] == [MeetingStatus.DENIED]


def test_a_correction_holds_and_its_withdrawal_restores() -> None:
    made = judged(Verdict.CORRECTED, account_in("1.txt"), field="place", value="Bern; Switzerland")
    record = compute(hold(*geneva_talks(), judgements=(made,)))
    assert ("Bern", "Switzerland") in [met.place for met in record.meetings]
    unread = judged(Verdict.CORRECTED, account_in("1.txt"), field="status", value="dreamt of")
    assert compute(hold(*geneva_talks(), judgements=(unread,))).meetings == compute(hold(*geneva_talks())).meetings


def test_judgements_taken_back_leave_no_trace(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db", create=True) as store:
        for each in geneva_talks():
            each.put(store)
        before = load_case(store)
        for number, verdict in enumerate((Verdict.REJECTED, Verdict.DIFFERENT, Verdict.SAME)):
            accounts = (account_in("1.txt"), account_in("5.txt"))
            store.add_judgements([judged(verdict, *accounts, id=f"j{number}")])
        assert load_case(store) != before
        for number in range(3):
            store.withdraw([f"j{number}"], datetime(2025, 6, 2, tzinfo=UTC))
        assert load_case(store) == before


def test_voices_have_the_names_that_the_record_knows() -> None:
    full = draft("a", "2025-03-05", "Foreign Minister Ann Lee spoke in Norland.")
    full.names("Ann Lee", party=NORLAND, office="foreign minister").names("Norland", kind="state")
    bare = draft("b", "2025-03-06", "Lee said a truce is needed. The foreign minister said talks go on.")
    bare.names("Lee")
    bare.says("a truce is needed", "Lee", "demand").stands("a truce is needed", "demands", "a truce", None)
    bare.says("talks go on", None, party=NORLAND, office="foreign minister")
    record = compute(hold(full, bare))
    assert [said.speaker for said in record.statements] == ["Ann Lee", "Ann Lee"]
    [position] = record.positions
    voices = [account.voice for said in record.statements for account in said.accounts]
    voices += [account.voice for account in position.accounts]
    assert {(voice.speaker, voice.party) for voice in voices} == {("Ann Lee", NORLAND)}
