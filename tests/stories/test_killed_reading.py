"""A story: a reading that is killed at any moment goes on where it stopped and ends with the same record."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.view import load_case

PLACES = ("Oslo", "Geneva", "Doha", "Vienna", "Ankara", "Muscat", "Cairo", "Lagos", "Lima", "Seoul", "Rome", "Riga")
READ = "import sys; from pourparler.faces.cli.app import main; sys.exit(main(['read', *sys.argv[1:]]))"
KILLED = """
import os, signal, sys
from pourparler.record.sql import SqlStore
name, left = sys.argv.pop(1), int(sys.argv.pop(1))
whole = getattr(SqlStore, name)
def killing(self, *arguments):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(self, *arguments)
setattr(SqlStore, name, killing)
from pourparler.faces.cli.app import main
sys.exit(main(["read", *sys.argv[1:]]))
"""
"""A reading that kills itself as it calls a verb of the store for the n-th time."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dozen small reports, with a table, a copy, a failure and another language among them."""
    folder = tmp_path_factory.mktemp("reports")
    for number, place in enumerate(PLACES):
        words = f"The two delegations met in {place} on Monday, the mediator said. They will meet again on Friday."
        (folder / f"{number:02}.txt").write_text(f" date 2024-06-{number + 3:02} {words}", encoding="utf-8")
    rows = [
        {"text": f"The envoy said that round {number} had failed.", "published": "2024-07-01"} for number in range(9)
    ]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, [*rows, {}])), encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "00.txt").read_bytes())
    (folder / "broken.txt").write_bytes(b"")
    (folder / "fr.txt").write_text("Les deux délégations se sont réunies lundi à Genève.", encoding="utf-8")
    return folder


def finish(reports: Path, record: Path) -> tuple[CaseRecord, list[str]]:
    """Read to the end, and give the record and the failures that it ends with."""
    done = subprocess.run([sys.executable, "-c", READ, reports, "--record", record], capture_output=True, check=False)
    assert done.returncode == 3, done.stderr.decode()
    with open_store(record, read_only=True) as store:
        assert check(store) == []
        return load_case(store), [failure.path for failure in store.failures()]


@pytest.fixture(scope="module")
def unbroken(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[CaseRecord, list[str]]:
    """What a reading that nobody kills ends with."""
    return finish(reports, tmp_path_factory.mktemp("unbroken") / "r.db")


@pytest.mark.parametrize(
    ("verb", "time_called"), [("add", 1), ("add", 9), ("mark_done", 1), ("mark_done", 14), ("add_failure", 1)]
)
def test_killed_at_a_verb_of_the_store_it_ends_the_same(
    verb: str, time_called: int, reports: Path, unbroken: tuple[CaseRecord, list[str]], tmp_path: Path
) -> None:
    paths: list[str | Path] = [reports, "--record", tmp_path / "r.db"]
    command = [sys.executable, "-c", KILLED, verb, str(time_called), *paths]
    killed = subprocess.run(command, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert finish(reports, tmp_path / "r.db") == unbroken


def test_killed_at_random_moments_again_and_again_it_ends_the_same(
    reports: Path, unbroken: tuple[CaseRecord, list[str]], tmp_path: Path
) -> None:
    chance = random.Random(20240603)
    for _ in range(4):
        reading = subprocess.Popen(
            [sys.executable, "-c", READ, reports, "--record", tmp_path / "r.db"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(tmp_path / "r.db", reading)
        time.sleep(chance.uniform(0.0, 1.2))
        reading.kill()
        reading.wait()
    assert finish(reports, tmp_path / "r.db") == unbroken


def wait_for(record: Path, reading: "subprocess.Popen[bytes]") -> None:
    """Wait until the reading has begun to write, or has ended."""
    for _ in range(500):
        if record.exists() or reading.poll() is not None:
            return
        time.sleep(0.02)
