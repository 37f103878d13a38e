"""How fast it reads: words and reports per second, peak memory, and the CPU time of starting up."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from bench.places import Missing
from pourparler.core.reading import Reader


@dataclass(frozen=True, slots=True)
class Speed:
    """Figures of one run: counts; CPU seconds of each reader alone, of it the encoder's; clock
    seconds of the trained reader, warm, with reports read ahead; CPU and clock seconds and peak
    resident memory in MiB of `pourparler read`; clock seconds of starting up (first report read) and CPU seconds of
    `--help`."""

    reports: int
    words: int
    rules_seconds: float
    trained_seconds: float
    encoder_seconds: float
    ahead_seconds: float
    whole_seconds: float
    clock_seconds: float
    peak_mib: float
    start_seconds: float
    help_seconds: float


def measure(paths: Sequence[Path]) -> Speed:
    """Read every report below `paths` with each reader alone, then through the whole product into a record."""
    from pourparler.reading.rules import RuleReader
    from pourparler.reading.trained import TrainedReader

    files = [file for path in paths for file in _files(path)]
    texts = [file.read_text(encoding="utf-8") for file in files]
    if not texts:
        raise Missing("Speed is measured on reports of plain text (.txt); there are none.")
    rules, trained = (_alone(reader, texts) for reader in (RuleReader(), TrainedReader()))
    encoder, ahead = _encoder(texts), _ahead(texts)
    whole, clock, peak = _whole(files)
    words = sum(len(text.split()) for text in texts)
    return Speed(len(texts), words, rules, trained, encoder, ahead, whole, clock, peak, _start(files[0]), _help_cpu())


def _alone(reader: Reader, texts: Sequence[str]) -> float:
    """CPU seconds that a warm reader takes for these texts, all threads counted."""
    from pourparler.core.report import Report

    reader.read(Report("warm", "warm", "The two sides met on Tuesday, the minister said.", language="en"))
    start = process_time()
    for number, text in enumerate(texts):
        reader.read(Report(f"r{number}", f"{number}.txt", text, language="en"))
    return process_time() - start


def _ahead(texts: Sequence[str]) -> float:
    """Clock seconds of the warm trained reader for these texts, as many at work at once as `read` has."""
    from pourparler.core.report import Report
    from pourparler.reading.ahead import reading_ahead
    from pourparler.reading.trained import TrainedReader

    reports = [Report(f"r{number}", f"{number}.txt", text, language="en") for number, text in enumerate(texts)]
    start = perf_counter()
    with reading_ahead(TrainedReader()) as ahead:
        for report in reports:
            ahead.expect(report)
        for report in reports:
            ahead.read(report)
    return perf_counter() - start


def _encoder(texts: Sequence[str]) -> float:
    """CPU seconds of the encoder's pass alone: no head, no rule."""
    from pourparler.encoder.analysis import analyse
    from pourparler.text.sentences import cut

    runs = [list(cut(text)) for text in texts]
    start = process_time()
    for run in runs:
        analyse(run, [])
    return process_time() - start


def report(speed: Speed) -> str:
    """The figures for a person."""
    return "\n".join(
        (
            f"reports {speed.reports}  words {speed.words}",
            f"rule reader alone     {speed.words / speed.rules_seconds:,.0f} words/s of CPU time",
            f"trained reader alone  {speed.words / speed.trained_seconds:,.0f} words/s of CPU time, "
            f"{speed.encoder_seconds / speed.trained_seconds:.0%} of it the encoder's",
            f"  two reports at work  {speed.words / speed.ahead_seconds:,.0f} words/s by the clock",
            f"files to record       {speed.words / speed.clock_seconds:,.0f} words/s by the clock, "
            f"{speed.words / speed.whole_seconds:,.0f} of CPU time, peak memory {speed.peak_mib:,.0f} MiB",
            f"first report read     {speed.start_seconds:.2f} s after the start, by the clock",
            f"pourparler --help  {speed.help_seconds:.2f} s of CPU",
        )
    )


def _files(path: Path) -> list[Path]:
    """The plain-text reports at a path."""
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _whole(paths: Sequence[Path]) -> tuple[float, float, float]:
    """CPU and clock seconds and peak memory in MiB of `pourparler read` on these files, starting up included."""
    before, began = _children(), perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "speed.db")
        call = [sys.executable, "-m", "pourparler", "read", *map(str, paths), "--record", record]
        process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        clock = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise Missing(f"`pourparler read` ended with {process.returncode}: no speed of reports that fail.")
    return _children() - before, clock, used.ru_maxrss / 1024


def _start(path: Path) -> float:
    """Clock seconds from the start of Python to the reading of one report, the record aside."""
    code = (
        "import sys; from pathlib import Path; from pourparler.core.report import Report; "
        "from pourparler.reading.trained import TrainedReader; "
        "TrainedReader().read(Report('r', 'r.txt', Path(sys.argv[1]).read_text('utf-8'), language='en'))"
    )
    began = perf_counter()
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    return perf_counter() - began


def _help_cpu() -> float:
    before = _children()
    subprocess.run([sys.executable, "-m", "pourparler", "--help"], check=True, stdout=subprocess.DEVNULL)
    return _children() - before
