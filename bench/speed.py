"""How fast it reads: words and reports per second, peak memory, and the CPU time of starting up."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from bench.places import Missing


@dataclass(frozen=True, slots=True)
class Speed:
    """Figures of one run on one core: counts, CPU seconds, peak resident memory in MiB, CPU seconds of `--help`."""

    reports: int
    words: int
    reader_seconds: float
    whole_seconds: float
    peak_mib: float
    help_seconds: float


def measure(paths: Sequence[Path]) -> Speed:
    """Read every report below `paths` with the rule reader alone, then through the whole product into a record."""
    from pourparler.core.report import Report
    from pourparler.reading.rules import RuleReader

    texts = [f.read_text(encoding="utf-8") for path in paths for f in _files(path)]
    if not texts:
        raise Missing("Speed is measured on reports of plain text (.txt); there are none.")
    reader = RuleReader()
    reader.read(Report("warm", "warm", "The two sides met on Tuesday, the minister said.", language="en"))
    start = process_time()
    for number, text in enumerate(texts):
        reader.read(Report(f"r{number}", f"{number}.txt", text, language="en"))
    reading = process_time() - start
    whole, peak = _whole([f for path in paths for f in _files(path)])
    words = sum(len(text.split()) for text in texts)
    return Speed(len(texts), words, reading, whole, peak, _help_cpu())


def report(speed: Speed) -> str:
    """The figures for a person."""
    return "\n".join(
        (
            f"reports {speed.reports}  words {speed.words}",
            f"rule reader alone  {speed.words / speed.reader_seconds:,.0f} words/s of one core's CPU time",
            f"files to record    {speed.words / speed.whole_seconds:,.0f} words/s, "
            f"{speed.reports / speed.whole_seconds:,.1f} reports/s, peak memory {speed.peak_mib:,.0f} MiB",
            f"pourparler --help  {speed.help_seconds:.2f} s of CPU",
        )
    )


def _files(path: Path) -> list[Path]:
    """The plain-text reports at a path."""
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _whole(paths: Sequence[Path]) -> tuple[float, float]:
    """CPU seconds and peak memory in MiB of `pourparler read` on these files, starting up included."""
    before = _children()
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "speed.db")
        call = [sys.executable, "-m", "pourparler", "read", *map(str, paths), "--record", record]
        process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise Missing(f"`pourparler read` ended with {process.returncode}: no speed of reports that fail.")
    return _children() - before, used.ru_maxrss / 1024


def _help_cpu() -> float:
    before = _children()
    subprocess.run([sys.executable, "-m", "pourparler", "--help"], check=True, stdout=subprocess.DEVNULL)
    return _children() - before
