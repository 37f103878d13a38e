"""Killed at any moment, a record holds whole reports only, and the next run goes on to the same end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.crowd import crowd

ROOT = Path(__file__).resolve().parents[2]
COUNT = 120


@pytest.mark.parametrize("after", [1, 17, 60])
def test_kill_9_leaves_whole_reports(tmp_path: Path, after: int) -> None:
    path = tmp_path / "case.db"
    program = [sys.executable, "-m", "tests.record.crowd", str(path), str(COUNT)]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        seen = [writer.stdout.readline().strip() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
    drafts = crowd(COUNT)
    with open_store(path) as store:
        stored = {report.id for report in store.reports()}
        assert stored >= {each.report.id for each in drafts if each.name in seen}
        for each in drafts:
            if each.report.id in stored:
                assert store.readings(each.report.id) == (each.reading,)
                assert set(store.accounts(each.report.id)) == set(each.accounts.accounts)
            else:
                assert not store.is_done(each.name, "f")
        assert check(store) == []
        for each in drafts:
            each.put(store)
        resumed = load_case(store)
    with open_store(tmp_path / "whole.db", create=True) as store:
        for each in drafts:
            each.put(store)
        assert load_case(store) == resumed
