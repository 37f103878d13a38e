"""The record that is read out of a snapshot is the one that the merge gives, in every order and to the byte."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic.press import Plan, tell
from pourparler.core.entry import CaseRecord
from pourparler.faces.cli.app import main
from pourparler.faces.snapshot.loading import load
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.record import view
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.drafts import geneva_talks
from tests.record.test_ledger import DAYS, POOL, judgements


def loaded(record: Path, as_of: date | None) -> CaseRecord:
    """The record out of its snapshot, which is made."""
    shelf = Shelf(record)
    shelf.build(as_of)
    with open_store(record, read_only=True) as store, shelf.latest(as_of) or pytest.fail("none") as snapshot:
        return load(snapshot, store.reports())


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_it_is_the_record_that_the_merge_gives(data: Any) -> None:
    with TemporaryDirectory() as folder:
        record = Path(folder) / "talks.db"
        with open_store(record, create=True) as store:
            for each in data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda each: each.name)):
                each.put(store)
            store.add_judgements(data.draw(judgements()))
            day = data.draw(st.sampled_from(DAYS))
            assert loaded(record, day) == load_case(store, day)


def test_it_is_the_record_of_many_reports_on_everything(tmp_path: Path) -> None:
    record = tmp_path / "press.db"
    with open_store(record, create=True) as store:
        for told in tell(Plan(accounts=400, wrong=0.6, seed=7)):
            store.add(told.report, told.reading, told.accounts)
        case = load_case(store)
        assert all((case.meetings, case.statements, case.positions, case.conditions, case.instruments, case.disputes))
        assert case.asks and loaded(record, None) == case


COMMANDS = (
    ("export",), ("export", "--format", "csv", "--kind", "meetings"), ("show", "statements", "--json"), ("brief",),
    ("show", "meetings", "--as-of", "2025-03-04"), ("log",),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_say_the_same_with_a_snapshot_and_make_none(
    tmp_path: Path, command: tuple[str, ...], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "talks.db"
    with open_store(record, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    call = [*command, "--record", str(record)]
    said = _said(call, capfd)
    assert not (tmp_path / "talks.db.snapshots").exists()
    for day in (None, date(2025, 3, 4)):
        Shelf(record).build(day)
    with monkeypatch.context() as patch:
        patch.setattr(view, "compute", lambda *_: pytest.fail("it was merged"))
        assert _said(call, capfd) == said
    with open_store(record) as store:
        store.name_case("Another name")
    merged, real = [], view.compute

    def compute(*given: Any) -> CaseRecord:
        merged.append(given)
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(view, "compute", compute)
        _said(call, capfd)
    assert len(merged) == 1, "a snapshot that is not fresh is of no use"


def _said(call: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[str, str]:
    assert main(call) == 0
    said = capfd.readouterr()
    return said.out, said.err
