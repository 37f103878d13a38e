"""Everything that writes to a record, as steps that can be taken again; as a program it goes through them all.

`python -m tests.record.toil RECORD BACKUP` opens the record (and upgrades it), takes every step and says each on stdout
once the store has said that it is done.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.backup import back_up, verify
from pourparler.record.judging import Signature, make_act
from pourparler.record.opening import open_store
from pourparler.record.store import Failure, JournalAct, Store
from pourparler.record.view import load_case
from tests.record.crowd import crowd
from tests.record.drafts import Draft
from tests.record.older import as_schema_1

COUNT, OLD = 20, 6
BEGUN = datetime(2025, 6, 1, tzinfo=UTC)
PROGRAM = "import runpy; runpy.run_module('tests.record.toil', run_name='__main__', alter_sys=False)"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is written, and how to see afterwards that it was; once true, it stays true."""

    name: str
    do: Callable[[Store], object]
    done: Callable[[Store], bool]


def steps(record: Path, backup: Path) -> Iterator[Step]:
    """The whole work: reports, readings that wait and come into effect, judgements, withdrawals, backups."""
    drafts = crowd(COUNT)
    yield Step("name", lambda store: store.name_case("Loads"), lambda store: store.case_name == "Loads")
    for number, each in enumerate(drafts):
        yield _report(each)
        if number % 4 == 3:
            yield from _judged(drafts[number - 3 : number + 1], number)
        if number % 7 == 6:
            yield Step(
                f"backup {number}",
                lambda _: back_up(record, backup, overwrite=True),
                lambda _, least=number: verify(backup).reports > least,  # type: ignore[misc]
            )
    yield from _read_again(drafts)


def _report(each: Draft) -> Step:
    def do(store: Store) -> None:
        store.add_failure(Failure(each.name, "read", "not yet"))
        each.put(store)
        store.clear_failure(each.name)
        store.mark_done(each.name, "f")

    return Step(f"report {each.name}", do, lambda store: store.is_done(each.name, "f"))


def _judged(drafts: list[Draft], number: int) -> Iterator[Step]:
    """A bulk act, three single acts, and the withdrawal of two of them."""
    accounts = [each.accounts.accounts for each in drafts]
    meetings = [[one for one in these if one.kind == "meeting"][:1] for these in accounts]
    papers = [[one for one in these if one.kind == "instrument"][:1] for these in accounts]
    acts = [
        make_act(Verdict.CONFIRMED, papers, _signed(number, 0)),
        make_act(Verdict.SAME, meetings[:2], _signed(number, 1)),
        make_act(Verdict.REJECTED, meetings[3:], _signed(number, 2)),
        make_act(Verdict.CORRECTED, meetings[2:3], _signed(number, 3), "round", "2"),
    ]
    for act in acts:
        yield Step(f"judge {act[0].id}", _judge(act), _stored(act))
    for act in acts[1:3]:
        yield Step(f"undo {act[0].id}", _undo(act), _withdrawn(act))


def _read_again(drafts: list[Draft]) -> Iterator[Step]:
    """Readings of two other readers that wait; those of one come into effect in two acts, the others are discarded."""
    for reader in ("hand 2", "hand 3"):
        for each in drafts[::2]:
            other = replace(each, reader=reader, instruments=[])
            yield Step(f"{reader} reads {each.name}", _add_reading(other), lambda _: True)
    some = [each.report.id for each in drafts[::4]]
    for ids in (some, None):
        yield Step(f"current {ids}", _make_current(ids), _came(JournalAct.CURRENT))
    yield Step("discard", lambda store: store.discard("hand 3"), _came(JournalAct.DISCARD))


def _signed(number: int, minutes: int) -> Signature:
    return Signature("me", BEGUN + timedelta(days=number, minutes=minutes), "seen")


def _judge(act: tuple[Judgement, ...]) -> Callable[[Store], object]:
    return lambda store: store.add_judgements(act)


def _undo(act: tuple[Judgement, ...]) -> Callable[[Store], object]:
    return lambda store: store.withdraw([one.id for one in act], act[0].at + timedelta(hours=1))


def _stored(act: tuple[Judgement, ...]) -> Callable[[Store], bool]:
    return lambda store: {one.id for one in act} <= {one.id for one in store.judgements(withdrawn=True)}


def _withdrawn(act: tuple[Judgement, ...]) -> Callable[[Store], bool]:
    return lambda store: not {one.id for one in act} & {one.id for one in store.judgements()}


def _add_reading(other: Draft) -> Callable[[Store], object]:
    return lambda store: store.add_reading(other.reading, other.accounts)


def _make_current(ids: list[str] | None) -> Callable[[Store], object]:
    return lambda store: store.make_current("hand 2", ids)


def _came(act: JournalAct) -> Callable[[Store], bool]:
    return lambda store: any(line.act is act for line in store.journal())


def beginning(folder: Path) -> Path:
    """A record of schema 1 in `folder` with the first reports in it, from which the work goes on."""
    with open_store(folder / "new.db", create=True) as store:
        for each in crowd(OLD):
            each.put(store)
    return as_schema_1(folder / "new.db", folder / "case.db")


def go_on(record: Path, backup: Path) -> Iterator[str]:
    """Take every step, those again that were taken; the name of each once it is done."""
    with open_store(record, create=True) as store:
        yield "open"
        for step in steps(record, backup):
            step.do(store)
            yield step.name


def exported(record: Path) -> bytes:
    """The record's JSON export."""
    with open_store(record, read_only=True) as store:
        return case_json(Lookup(load_case(store)))


if __name__ == "__main__":
    for name in go_on(Path(sys.argv[1]), Path(sys.argv[2])):
        print(name, flush=True)
