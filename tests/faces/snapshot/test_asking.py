"""An asking of a snapshot answers as an asking of the whole record does, and holds no list of entries."""

import weakref
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic.press import Plan, tell
from pourparler.case.networks.behind import Floor
from pourparler.case.networks.duplicates import Duplicates
from pourparler.case.networks.referrals import By
from pourparler.core.entry import ReportView
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.asking import Read, Remembered, asking_of
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.answer import Answer, answer_values
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.circles import loads, standstills
from pourparler.faces.system.clearing import clearing, stopping
from pourparler.faces.system.edges import Ask, networks
from pourparler.faces.system.goals import goal_called
from pourparler.faces.system.lives import lives_answer
from pourparler.faces.system.matrix import matrix_rows
from pourparler.faces.system.topics import matrix_answer
from pourparler.faces.system.waiting import goals_waiting, tree
from pourparler.record.collecting import at_rest
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.faces.system.lake import circle, everything
from tests.faces.web.bundled import bundled_record
from tests.record.drafts import Draft, geneva_talks
from tests.record.test_ledger import DAYS, POOL, judgements


def shelved(record: Path, as_of: date | None = None) -> tuple[Snapshot, Asking]:
    """The snapshot of a record, which is made, and the whole record laid out for asking."""
    shelf = Shelf(record)
    shelf.build(as_of)
    with open_store(record, read_only=True) as store:
        return shelf.latest(as_of) or pytest.fail("none"), Asking(Lookup(load_case(store, as_of)))


def put(record: Path, drafts: Iterable[Draft]) -> None:
    """Make a record of some reports."""
    with open_store(record, create=True) as store:
        for each in drafts:
            each.put(store)


def answers(asking: Asking) -> dict[str, Answer]:
    """Every answer that needs no goal, and those about some goals."""
    found = {
        "issues": matrix_answer(asking, asking.standings, history=True),
        "waiting": goals_waiting(asking),
        "deadlocks": standstills(asking),
        "burden": loads(asking),
        "lives": lives_answer(asking),
        "odd": lives_answer(asking, odd_only=True),
        "parties": networks(asking, Ask()),
        "people": networks(asking, Ask(by=By.PEOPLE, duplicates=Duplicates.ALL, mediators=True)),
        "floor": networks(asking, Ask(duplicates=Duplicates.MONTH, floor=Floor(2, 2))),
    }
    for one in [*asking.waiting[:6], *list(asking.graph.goals)[-3:]]:
        goal = asking.graph.goals[one]
        found |= {f"why {one}": tree(asking, goal), f"unblock {one}": clearing(asking, goal)}
        found[f"block {one}"] = stopping(asking, goal)
    return found


def assert_same(read: Asking, whole: Asking) -> None:
    """Every part and every answer of both is the same."""
    assert isinstance(read, Read)
    assert read.issues == whole.issues and read.issues.instead == whole.issues.instead
    assert read.graph == whole.graph and list(read.graph.goals) == list(whole.graph.goals)
    assert list(read.graph.below.items()) == list(whole.graph.below.items())
    assert [read.graph.before(one) for one in whole.graph.goals] == [
        whole.graph.before(one) for one in whole.graph.goals
    ]
    assert read.matrix == whole.matrix and read.matrix.cells == whole.matrix.cells
    assert read.standings == whole.standings and read.waiting == whole.waiting
    assert read.requirements == whole.requirements
    assert (read.speakers, dict(read.lives)) == (whole.speakers, whole.lives)
    assert (read.stands, read.attended, read.sources) == (whole.stands, whole.attended, whole.sources)
    ours, theirs = answers(read), answers(whole)
    assert ours == theirs
    for name, one in ours.items():
        assert answer_values(read.lookup, one) == answer_values(whole.lookup, theirs[name])
    assert list(matrix_rows(read, read.standings)) == list(matrix_rows(whole, whole.standings))
    for entry in whole.lookup.entries:
        assert read.issues.about(entry.id) == whole.issues.about(entry.id)
    for issue in whole.issues.issues:
        for phrase in issue.phrases:
            assert read.issues.all_of(phrase) == whole.issues.all_of(phrase)


def assert_calls_alike(read: Lookup, whole: Lookup) -> None:
    """Both lookups give the same things, under the same names."""
    for key, thing in whole.things.items():
        found = read.things[key]
        if isinstance(thing, ReportView):
            continue
        assert found == thing and read.short(key) == whole.short(key) and read.find(key) == thing
        assert label(read, found) == label(whole, thing)
    assert set(read.things) == set(whole.things) and len(read.things) == len(whole.things)
    assert read.represents == whole.represents and list(read.parties.items()) == list(whole.parties.items())
    assert set(read.former) == {key for key, thing in whole.former.items() if whole.things.get(key) is not thing}
    assert all(read.former[key] == whole.former[key] for key in read.former)
    assert dict(read.disputes_about) == whole.disputes_about
    for name, view in whole.views.items():
        ours = read.views[name]
        assert (ours.copies_of, ours.report.published, ours.report.outlet) == (
            view.copies_of, view.report.published, view.report.outlet,
        )  # fmt: skip
        assert read.reports_by_id[view.report.id].name == name
    assert read.record.judgements == whole.record.judgements and read.record.lost == whole.record.lost
    assert (read.record.name, read.record.as_of, read.record.actors) == (
        whole.record.name, whole.record.as_of, whole.record.actors,
    )  # fmt: skip


@pytest.mark.parametrize("drafts", [everything(), circle(), (*everything(), *circle()), geneva_talks(), ()])
def test_of_a_few_reports(tmp_path: Path, drafts: tuple[Draft, ...]) -> None:
    put(tmp_path / "lake.db", drafts)
    snapshot, whole = shelved(tmp_path / "lake.db")
    with snapshot:
        read = asking_of(snapshot)
        assert_same(read, whole)
        assert_calls_alike(read.lookup, whole.lookup)


@pytest.mark.parametrize("day", [None, date(2025, 2, 20)])
def test_of_the_bundled_case(tmp_path: Path, day: date | None) -> None:
    snapshot, whole = shelved(bundled_record(tmp_path), day)
    with snapshot:
        read = asking_of(snapshot)
        assert_same(read, whole)
        assert_calls_alike(read.lookup, whole.lookup)
        for typed in ("ceasefire", "a truce", "minerals", "talks", "nothing of the kind"):
            assert _goal(read, typed) == _goal(whole, typed)


def _goal(asking: Asking, typed: str) -> Any:
    try:
        return goal_called(asking, typed)
    except InputError as error:
        return str(error), error.todo if hasattr(error, "todo") else ""


def test_of_many_reports_on_everything(tmp_path: Path) -> None:
    record = tmp_path / "press.db"
    with open_store(record, create=True) as store:
        for told in tell(Plan(accounts=400, wrong=0.6, seed=7)):
            store.add(told.report, told.reading, told.accounts)
    snapshot, whole = shelved(record)
    with snapshot:
        read = asking_of(snapshot)
        assert_same(read, whole)
        assert_calls_alike(read.lookup, whole.lookup)


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_whatever_was_told_and_decided(data: Any) -> None:
    with TemporaryDirectory() as folder:
        record = Path(folder) / "talks.db"
        put(record, data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda each: each.name)))
        with open_store(record) as store:
            store.add_judgements(data.draw(judgements()))
        snapshot, whole = shelved(record, data.draw(st.sampled_from(DAYS)))
        with snapshot:
            assert_same(asking_of(snapshot), whole)


def test_what_one_visit_read_is_there_for_the_next(tmp_path: Path) -> None:
    put(tmp_path / "lake.db", everything())
    remembered = Remembered()
    snapshot, whole = shelved(tmp_path / "lake.db")
    with snapshot:
        graph = asking_of(snapshot, remembered).graph
    again = Shelf(tmp_path / "lake.db").latest(None) or pytest.fail("none")
    with again:
        assert asking_of(again, remembered).graph is graph
        assert asking_of(again).graph == graph == whole.graph


def test_lists_of_entries_are_not_there_and_say_so(tmp_path: Path) -> None:
    put(tmp_path / "lake.db", everything())
    snapshot, _ = shelved(tmp_path / "lake.db")
    with snapshot:
        lookup = asking_of(snapshot).lookup
        for name in ("entries", "accounts", "said_in", "told_by"):
            with pytest.raises(AttributeError):
                getattr(lookup, name)
        for name in ("positions", "meetings", "reports", "disputes"):
            with pytest.raises(AttributeError):
                getattr(lookup.record, name)
        with pytest.raises(UnknownEntryError, match="Nothing in this record"):
            lookup.find("zzz")
        with pytest.raises(UnknownEntryError, match="ids begin with 'p'"):
            lookup.find("p")


def test_what_a_visit_read_goes_with_it(tmp_path: Path) -> None:
    put(tmp_path / "lake.db", everything())
    snapshot, _ = shelved(tmp_path / "lake.db")
    with snapshot, at_rest():
        asking = asking_of(snapshot)
        answers(asking)
        assert asking.lookup.former and asking.lookup.disputes_about is not None
        cells, things = asking.matrix.by_issue, asking.lookup.things
        held = [weakref.ref(one) for one in (asking, asking.lookup, cells, things)]
        del asking, cells, things
        assert [one() for one in held] == [None] * 4, "no cycle holds them"
