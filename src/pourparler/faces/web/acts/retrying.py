"""Inputs that could not be read, read again: by a process of its own, whose memory goes when it ends.

The record keeps the path of an input below the folder that it was read from, not the folder. So the file is looked for
in the folder that a person names, else beside the record and in the folders there; nothing outside them is opened.
"""

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from pourparler.core.errors import InputError, PourparlerError
from pourparler.sources.files import ROWS, FileSource
from pourparler.sources.item import Limits


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an input that was read again: a state of `pipeline.State`, or `not there`; why, and what to do."""

    path: str
    state: str
    reason: str = ""
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What a process is asked to read again; `folder` is empty where none is named."""

    record: str
    folder: str
    paths: tuple[str, ...]


class Retries:
    """The one process of a server that reads inputs again, and what came of the last one."""

    def __init__(self, record: Path) -> None:
        """Nothing is read yet."""
        self._record = record
        self._running: subprocess.Popen[bytes] | None = None
        self._results: tuple[Result, ...] = ()
        self._lock = threading.Lock()
        self.folder = ""

    def begin(self, paths: Sequence[str], folder: str) -> None:
        """Read inputs again; raises InputError for a folder that is none, or while others are read again."""
        if folder and not Path(folder).expanduser().is_dir():
            raise InputError(f"There is no folder {folder}.", "Name the folder that the inputs were read from.")
        job = msgspec.json.encode(Job(str(self._record.absolute()), folder, tuple(paths)))
        with self._lock:
            if self.is_going:
                raise InputError("Inputs are being read again already.", "Wait until that has ended.")
            self.folder = folder
            self._results = ()
            words = [sys.executable, "-m", "pourparler.faces.web.acts.retrying"]
            self._running = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            threading.Thread(target=self._follow, args=(self._running, job), daemon=True).start()

    @property
    def is_going(self) -> bool:
        """True while inputs are read again."""
        return self._running is not None and self._running.poll() is None

    @property
    def results(self) -> tuple[Result, ...]:
        """What came of the last inputs that were read again."""
        return self._results

    def end(self) -> None:
        """Stop reading; what was read is kept."""
        if self._running is not None and self.is_going:
            self._running.terminate()
            self._running.wait(10)

    def _follow(self, process: subprocess.Popen[bytes], job: bytes) -> None:
        told, _ = process.communicate(job)
        self._results = tuple(msgspec.json.decode(line, type=Result) for line in told.splitlines() if line)


def find(path: str, record: Path, folder: str) -> Path | None:
    """The file of an input, None where it is not there: the row of a table is found by its table."""
    roots = [Path(folder).expanduser()] if folder else [record.parent, *_folders(record.parent)]
    table = path.rpartition(":")[0]
    for root in roots:
        for name in (path, table) if Path(table).suffix.lower() in ROWS else (path,):
            place = root / name
            if place.is_file() and place.resolve().is_relative_to(root.resolve()):
                return place
    return None


def read_again(job: Job) -> Iterator[Result]:
    """Read inputs again into the record, one result for each; rows of one table are read together."""
    from pourparler.pipeline import open_reader, read_all
    from pourparler.record.opening import open_store
    from pourparler.settings import load_settings

    record = Path(job.record)
    settings = load_settings({"record": record})
    sources: dict[Path, FileSource] = {}
    for path in job.paths:
        place = find(path, record, job.folder)
        if place is None:
            todo = "Name the folder that it was read from; the path is that below it."
            yield Result(path, "not there", "No such file was found.", todo)
        else:
            is_row = place.suffix.lower() in ROWS and not path.endswith(place.name)
            name = path.rpartition(":")[0] if is_row else path
            sources[place] = FileSource(place, name, Limits(settings.max_bytes))
    if sources:
        with open_store(record) as store:
            for outcome in read_all(sources.values(), store, open_reader(settings.reader)):
                yield Result(outcome.name, outcome.state.value, outcome.reason, outcome.todo)


def main(given: IO[bytes], told: IO[bytes]) -> None:
    """Do a job that comes as JSON; each result goes out as a line of JSON."""
    job = msgspec.json.decode(given.read(), type=Job)
    try:
        for result in read_again(job):
            told.write(msgspec.json.encode(result) + b"\n")
    except PourparlerError as error:
        told.write(msgspec.json.encode(Result("", "failed", error.what, error.todo)) + b"\n")


def _folders(folder: Path) -> list[Path]:
    """The folders in a folder, but hidden ones."""
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError:
        return []


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
