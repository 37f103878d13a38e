"""Stored reports read again: readings that wait, one fault stops nothing, and a stopped run goes on."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.pipeline import Outcome, State, reread
from pourparler.pipeline.outcome import failed
from pourparler.record.opening import open_store
from pourparler.record.store import Store
from pourparler.sources import Fault
from tests.test_pipeline import SAID, Saying, run, text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", create=True) as store:
        run(store, text("a.txt", SAID), text("b.txt", SAID + " No more."), text("c.txt", SAID * 2))
        run(store, text("fr.txt", "Les deux parties se retrouveront jeudi à Genève, a déclaré le médiateur."))
        yield store


def states(outcomes: list[Outcome]) -> list[State]:
    return [outcome.state for outcome in outcomes]


def test_readings_wait_and_change_nothing(store: Store) -> None:
    before = store.holdings()
    assert states(list(reread(store, Saying("saying-2")))) == [State.READ] * 3
    assert store.holdings() == before and store.pending_readers() == ("saying-2",)
    assert len(store.holdings(reader="saying-2").accounts) == len(before.accounts)


def test_what_was_read_is_passed_over(store: Store) -> None:
    reader = Saying("saying-2")
    outcomes = reread(store, reader)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert reader.seen == 1 and len(store.read_by("saying-2")) == 1
    assert states(list(reread(store, reader))) == [State.KNOWN, State.READ, State.READ]
    assert reader.seen == 3
    assert states(list(reread(store, Saying()))) == [State.KNOWN] * 3


ROOT = Path(__file__).resolve().parents[1]

PROGRAM = """
import sys
from pourparler.pipeline import reread
from pourparler.record.opening import open_store
from tests.test_pipeline import Saying

with open_store(sys.argv[1]) as store:
    for outcome in reread(store, Saying("saying-2")):
        print(outcome.name, flush=True)
"""


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    with open_store(path, create=True) as store:
        run(store, *(text(f"{number}.txt", f"{SAID} It was day {number}.") for number in range(40)))
        before = store.holdings()
    known = 0
    for lines in (1, 3, 5):
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert program.stdout is not None
        for _ in range(known + lines):
            program.stdout.readline()
        program.kill()
        program.wait()
        program.stdout.close()
        with open_store(path) as store:
            assert store.holdings() == before
            known = len(store.read_by("saying-2"))
            assert known >= lines
    with open_store(path) as store:
        assert states(list(reread(store, Saying("saying-2")))) == [State.KNOWN] * known + [State.READ] * (40 - known)


class Choosy(Saying):
    """A reader that breaks at one report until it is mended."""

    mended = False

    def read(self, report: Report) -> Reading:
        if report.name == "b.txt" and not self.mended:
            raise RecursionError("too deep")
        return super().read(report)


def test_a_fault_is_a_row_and_no_stop_and_goes_when_it_is_mended(store: Store) -> None:
    reader = Choosy("saying-2")
    assert states(list(reread(store, reader))) == [State.READ, State.FAILED, State.READ]
    [failure] = store.failures()
    assert (failure.path, failure.stage, "too deep" in failure.reason) == ("b.txt", "reread", True)
    store.make_current("saying-2")
    assert len(store.holdings().reports) == 4 and len(store.accounts()) == 3
    reader.mended = True
    assert states(list(reread(store, reader))).count(State.READ) == 1
    assert store.failures() == ()


def test_the_failure_of_a_file_stands_beside_a_report_of_its_name(store: Store) -> None:
    failed(store, Fault("b.txt", "decode", "It is empty.", "Fill it."))
    reader = Choosy("saying-2")
    assert State.FAILED in states(list(reread(store, reader)))
    assert [failure.stage for failure in store.failures()] == ["decode"]
    reader.mended = True
    list(reread(store, reader))
    assert [failure.stage for failure in store.failures()] == ["decode"]
