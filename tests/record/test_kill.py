"""Killed at any moment of any work, a record has lost nothing that was said to be done, and ends as if never killed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pourparler.record.backup import verify
from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.crowd import crowd
from tests.record.killing import killed_at, moments
from tests.record.toil import PROGRAM, beginning, exported, go_on, steps

ROOT = Path(__file__).resolve().parents[2]
COUNT = 120
TIMES = 9
"""Moments of the work at which it is killed, spread over all of it and drawn by chance inside their part."""


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


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a record whose making nobody killed."""
    folder = tmp_path_factory.mktemp("whole")
    record = beginning(folder)
    assert len(list(go_on(record, folder / "copy.db"))) > COUNT // 2
    return exported(record)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many moments the whole work takes."""
    folder = tmp_path_factory.mktemp("lasting")
    return moments(PROGRAM, beginning(folder), folder / "copy.db")


def must_hold(record: Path, backup: Path, said: list[str]) -> None:
    """Assert that a record whose writer was killed is sound, and holds all that was said to be done."""
    with open_store(record) as store:
        assert check(store) == []
        by_name = {step.name: step for step in steps(record, backup)}
        assert [name for name in said if name in by_name and not by_name[name].done(store)] == []
    for old in record.parent.glob("*.backup"):
        assert verify(old).schema == 1
    if backup.exists():
        verify(backup)


@pytest.mark.parametrize("part", range(TIMES))
def test_killed_at_a_moment_of_sqlite_nothing_is_lost(tmp_path: Path, whole: bytes, lasting: int, part: int) -> None:
    record, backup = beginning(tmp_path), tmp_path / "copy.db"
    moment = int((part + random.Random(part).random()) * lasting / TIMES)
    said = killed_at(max(1, moment), PROGRAM, record, backup).splitlines()
    must_hold(record, backup, said)
    list(go_on(record, backup))
    assert exported(record) == whole


def test_killed_again_and_again_at_any_time_it_ends_the_same(tmp_path: Path, whole: bytes) -> None:
    record, backup = beginning(tmp_path), tmp_path / "copy.db"
    chance = random.Random(20250601)
    program = [sys.executable, "-m", "tests.record.toil", str(record), str(backup)]
    said: list[str] = []
    for _ in range(4):
        with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as work:
            assert work.stdout is not None
            said.append(work.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.4))
            work.kill()
            said += work.stdout.read().splitlines()
    must_hold(record, backup, said)
    list(go_on(record, backup))
    assert exported(record) == whole
