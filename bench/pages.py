"""The pages of a large record: milliseconds to the first byte, beside a table page of Datasette on the same file.

The record is generated (`bench.synthetic`) or given. Each address is asked once cold and then several times; what
counts is the median of these by the clock, on this machine, with the server in a process of its own. Datasette (0.65)
is asked in the same run, where an interpreter has it: `pip install 'pourparler[bench]'`.
"""

import http.client
import importlib.util
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.places import Missing
from bench.synthetic.holding import NAME
from bench.synthetic.press import Plan, tell
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.record.opening import open_store

DENSITY = 9.3
"""Accounts in a report that the generator aims at: of 200,000 accounts it makes more than 20,000 reports."""
TIMES = 9
"""How often each address is asked."""
BARRED = ("/", "/timeline", "/search")
"""The pages that the bar of 300 ms holds for."""
BESIDE = ("/burden",)
"""Pages without a place in the menu that go over the whole record."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One address: milliseconds to the first byte the first time, then median and worst, and the bytes of the whole
    answer."""

    path: str
    cold: float
    median: float
    worst: float
    size: int


@dataclass(frozen=True, slots=True)
class Pages:
    """Figures of one record; memory is the most that the server's process held, in MiB."""

    reports: int
    entries: int
    build_seconds: float
    peak_mib: float
    asked: tuple[Asked, ...]
    datasette: Asked | None


def measure(accounts: int, record: Path | None = None, python: Path | None = None) -> Pages:
    """Figures of a generated record, or of one that is given; `python` is an interpreter that has Datasette."""
    with tempfile.TemporaryDirectory() as folder:
        place = record or Path(folder) / "synthetic.db"
        if record is None:
            write(place, accounts)
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "pourparler.faces.snapshot", str(place)], check=True)
        built = time.perf_counter() - start
        snapshot = Shelf(place).latest()
        if snapshot is None:
            raise Missing(f"No snapshot of {place} was made.")
        with snapshot:
            counts = [snapshot.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("reports", "entries")]
            paths = addresses(snapshot)
        with serving(place) as (host, process):
            asked = tuple(ask(host, path) for path in paths)
            peak = peak_mib(process)
        return Pages(counts[0], counts[1], built, peak, asked, beside(place, python))


def write(place: Path, accounts: int) -> None:
    """Write a generated record."""
    with open_store(place, create=True) as store:
        store.name_case(NAME)
        for told in tell(Plan(accounts, density=DENSITY)):
            store.add(told.report, told.reading, told.accounts)


def addresses(snapshot: Snapshot) -> list[str]:
    """What is asked for: every page of the menu and BESIDE, a search for the last word of an issue, the page of the
    issue of most entries and that of the first goal that waits."""
    from pourparler.faces.web.pages import PAGES

    word = snapshot.rows("SELECT issue FROM entries WHERE issue IS NOT NULL LIMIT 1")[0][0].split()[-1]
    issue = snapshot.one("SELECT id FROM issues ORDER BY seq LIMIT 1")
    goal = snapshot.one("SELECT id FROM goals WHERE waiting ORDER BY seq LIMIT 1")
    menu = [f"/search?q={quote(word)}" if page.path == "/search" else page.path for page in PAGES if page.menu]
    single = [f"/{kind}/{row['id']}" for kind, row in (("issues", issue), ("goals", goal)) if row is not None]
    return [*menu, *BESIDE, *single]


@contextmanager
def serving(record: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server of ours over a record: its host with port, and its process."""
    words = [sys.executable, "-m", "pourparler", "serve", "--record", str(record), "--port", "0", "--read-only"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        if found is None:
            raise Missing("The server did not start.")
        yield urlsplit(found[0]).netloc, process
    finally:
        process.terminate()
        process.wait(30)
        if process.stderr is not None:
            process.stderr.close()


def ask(host: str, path: str, times: int = TIMES) -> Asked:
    """Ask for an address, once cold and then so many times."""
    first, size = [], 0
    for _ in range(times + 1):
        with closing(http.client.HTTPConnection(host, timeout=120)) as connection:
            start = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            first.append((time.perf_counter() - start) * 1000)
            size = len(answer.read())
            if answer.status != 200:
                raise Missing(f"{path} answers {answer.status}.")
    return Asked(path, first[0], statistics.median(first[1:]), max(first[1:]), size)


def peak_mib(process: "subprocess.Popen[str]") -> float:
    """The most memory that a process held, in MiB, as Linux counts it; 0 elsewhere."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def beside(record: Path, python: Path | None) -> Asked | None:
    """The page of the table of accounts that Datasette shows of the same file; None where Datasette is not there."""
    interpreter = str(python) if python else sys.executable if importlib.util.find_spec("datasette") else None
    if interpreter is None or shutil.which(interpreter) is None:
        return None
    port = "8997"
    words = [interpreter, "-m", "datasette", "serve", str(record), "--port", port, "--host", "127.0.0.1"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        path = f"/{quote(record.stem)}/accounts"
        for _ in range(100):
            try:
                return ask(f"127.0.0.1:{port}", path)
            except ConnectionRefusedError:
                time.sleep(0.2)
        raise Missing("Datasette did not start.")
    finally:
        process.terminate()
        process.wait(30)


def report(found: Pages) -> str:
    """The figures as lines."""
    lines = [
        f"{found.reports:,} reports, {found.entries:,} entries; snapshot made in {found.build_seconds:.0f} s; "
        f"server's memory at most {found.peak_mib:.0f} MiB",
        f"{'first byte, ms':<28}{'cold':>8}{'median':>8}{'worst':>8}{'KiB':>8}",
    ]
    every: Sequence[Asked] = (*found.asked, *((found.datasette,) if found.datasette else ()))
    for one in every:
        name = f"Datasette {one.path}" if one is found.datasette else one.path
        lines.append(f"{name:<28}{one.cold:>8.0f}{one.median:>8.0f}{one.worst:>8.0f}{one.size / 1024:>8.0f}")
    return "\n".join(lines)
