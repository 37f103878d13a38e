"""A disk that fills up in the middle of any work: it is said, what was kept stays, and the work goes on later."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pourparler.record.check import check
from pourparler.record.opening import open_store
from tests.record.toil import beginning, exported, go_on, steps

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kilobytes", [60, 170, 260])
def test_what_was_kept_stays_and_the_rest_comes_later(tmp_path: Path, kilobytes: int) -> None:
    record, backup = beginning(tmp_path), tmp_path / "copy.db"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1_000, resource.RLIM_INFINITY))

    program = [sys.executable, "-m", "tests.record.toil", str(record), str(backup)]
    done = subprocess.run(program, cwd=ROOT, preexec_fn=little_room, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "RecordError" in done.stderr and "disk" in done.stderr
    said = done.stdout.splitlines()
    with open_store(record) as store:
        assert check(store) == []
        assert all(step.done(store) for step in steps(record, backup) if step.name in said)
    list(go_on(record, backup))
    whole = tmp_path / "whole"
    whole.mkdir()
    list(go_on(beginning(whole), whole / "copy.db"))
    assert exported(record) == exported(whole / "case.db")
