"""Any order, any batching, any number of kills: the export is the same, byte by byte."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from bench.synthetic.assembling import Told
from bench.synthetic.holding import NAME, hold
from bench.synthetic.press import Plan, tell
from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.check import check
from pourparler.record.ledger import Ledger
from pourparler.record.opening import open_store
from pourparler.record.store import Store
from pourparler.record.view import compute, load_case

REPORTS = tuple(tell(Plan(accounts=150, strands=2, density=6, wrong=0.6, seed=4)))
WHOLE = compute(hold(REPORTS).holdings)
DAYS = sorted({told.report.published for told in REPORTS if told.report.published})

orders = some.permutations(REPORTS)
batches = some.lists(some.integers(1, len(REPORTS)), min_size=1, max_size=6)
days = some.sampled_from([None, DAYS[0] - timedelta(days=1), *DAYS[:: max(1, len(DAYS) // 6)]])


def export(record: CaseRecord) -> bytes:
    return case_json(Lookup(record))


def cut(reports: Sequence[Told], sizes: Sequence[int]) -> list[Sequence[Told]]:
    """Reports in batches of these sizes, the rest in one more."""
    parts, left = [], reports
    for size in sizes:
        parts.append(left[:size])
        left = left[size:]
    return [part for part in (*parts, left) if part]


def put(store: Store, told: Told) -> bool:
    return store.add(told.report, told.reading, told.accounts)


def rulings() -> tuple[Judgement, ...]:
    """Judgements of every sort on accounts of the record, each at a time of its own."""
    meetings = [met for met in WHOLE.meetings if len(met.accounts) > 1]
    positions = [held for held in WHOLE.positions if len(held.accounts) > 1]
    first = datetime(2025, 1, 1, tzinfo=UTC)
    acts: tuple[tuple[Verdict, tuple[str, ...], str | None, str | None], ...] = (
        (Verdict.SAME, (meetings[0].accounts[0].id, meetings[1].accounts[0].id), None, None),
        (Verdict.DIFFERENT, (positions[0].accounts[0].id, positions[0].accounts[-1].id), None, None),
        (Verdict.REJECTED, (WHOLE.statements[0].accounts[0].id,), None, None),
        (Verdict.CORRECTED, (meetings[2].accounts[0].id,), "status", "postponed"),
        (Verdict.CONFIRMED, (meetings[3].accounts[0].id,), None, None),
    )
    return tuple(
        Judgement(f"j{number}", verdict, accounts, "A. Reader", first + timedelta(hours=number), "seen", field, value)
        for number, (verdict, accounts, field, value) in enumerate(acts)
    )


JUDGED = compute(replace(hold(REPORTS).holdings, judgements=rulings(), version=2 * len(REPORTS) + len(rulings())))


def test_the_reports_have_what_could_depend_on_order() -> None:
    assert any(view.copies_of for view in WHOLE.reports)
    assert WHOLE.disputes
    assert {account.kind for told in REPORTS for account in told.accounts.accounts} == set(EntryKind)
    assert export(JUDGED) != export(WHOLE)


@settings(max_examples=6, deadline=None)
@given(orders, batches, days)
def test_a_ledger_gives_one_record_whatever_came_first(order: list[Told], sizes: list[int], day: date | None) -> None:
    ledger, here = Ledger(), list[Told]()
    for part in cut(order, sizes):
        here += part
        ledger.take(hold(here).holdings)
        ledger.record(day)
    assert export(ledger.record()) == export(WHOLE)
    assert export(ledger.record(day)) == export(compute(hold(REPORTS).holdings, day))


@settings(max_examples=6, deadline=None)
@given(orders, some.lists(some.integers(0, len(REPORTS) - 1), max_size=4))
def test_reports_may_go_and_come_again(order: list[Told], gone: list[int]) -> None:
    ledger = Ledger()
    ledger.take(hold(order).holdings)
    for index in gone:
        left = [told for told in order if told is not REPORTS[index]]
        ledger.take(hold(left).holdings)
        assert export(ledger.record()) == export(compute(hold(left).holdings))
    ledger.take(hold(order).holdings)
    assert export(ledger.record()) == export(WHOLE)


@settings(max_examples=6, deadline=None)
@given(orders, batches, some.lists(some.integers(0, len(REPORTS) - 1), max_size=5))
def test_a_file_gives_one_record_through_kills_and_repeats(
    order: list[Told], sizes: list[int], again: list[int]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "0.db"
        for number, part in enumerate(cut(order, sizes)):
            with open_store(path, create=number == 0) as store:
                store.name_case(NAME)
                for told in part:
                    assert put(store, told)
                for index in again:
                    put(store, order[index]) if order[index] in part else None
                path = killed(path, Path(folder) / f"{number + 1}.db")
        with open_store(path) as store:
            assert check(store) == []
            assert export(load_case(store)) == export(WHOLE)


def killed(path: Path, to: Path) -> Path:
    """The file as a process leaves it that is killed while it is open: what was committed may be in the log alone."""
    for end in ("", "-wal"):
        part = path.with_name(path.name + end)
        if part.exists():
            shutil.copy(part, to.with_name(to.name + end))
    return to


@settings(max_examples=6, deadline=None)
@given(orders, some.permutations(rulings()), some.data())
def test_judgements_in_between_do_not_depend_on_when_they_came(
    order: list[Told], judged: list[Judgement], data: some.DataObject
) -> None:
    waiting = list(judged)
    with TemporaryDirectory() as folder, open_store(Path(folder) / "case.db", create=True) as store:
        store.name_case(NAME)
        stored: set[str] = set()
        for told in order:
            put(store, told)
            stored |= told.truth.keys()
            for one in [one for one in waiting if stored.issuperset(one.accounts)]:
                if data.draw(some.booleans()):
                    store.add_judgements([one])
                    waiting.remove(one)
        store.add_judgements(waiting)
        assert export(load_case(store)) == export(JUDGED)
        store.withdraw([one.id for one in judged], datetime(2025, 2, 1, tzinfo=UTC))
        assert export(load_case(store)) == export(WHOLE)


@settings(max_examples=6, deadline=None)
@given(orders)
def test_a_changed_text_is_told_apart_by_the_order_of_its_versions_alone(order: list[Told]) -> None:
    """What came second is what a version says: with that order kept, everything else may come as it likes."""
    first, second = REPORTS[0], replace(REPORTS[1], report=replace(REPORTS[1].report, name=REPORTS[0].report.name))
    exports = set()
    for others in (order, order[::-1]):
        with TemporaryDirectory() as folder, open_store(Path(folder) / "case.db", create=True) as store:
            store.name_case(NAME)
            for told in (first, *others[: len(others) // 2], second, *others):
                if told is not REPORTS[1]:
                    put(store, told)
            names = {report.name for report in store.reports()}
            assert f"{first.report.name}#2" in names
            exports.add(export(load_case(store)))
    assert len(exports) == 1
