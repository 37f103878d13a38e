"""Values of TIMEX3 on newswire paragraphs of our own, every expression of which was marked by hand."""

import re
from datetime import date
from pathlib import Path

import pytest

from pourparler.core.moment import Anchor
from pourparler.text.dates import find_times

TABLE = Path(__file__).with_name("newswire.txt")
MARK = re.compile(r"\{([^|}]*)\|([^|}]*)\|([^}]*)\}")
Mark = tuple[int, int, str]


def read_paragraphs() -> list[tuple[date, str, list[Mark]]]:
    """The day, the plain text and the marked expressions (half-open offsets and value) of every paragraph."""
    found: list[tuple[date, str, list[Mark]]] = []
    day = None
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and line[2:6].isdigit():
            day = date.fromisoformat(line[2:])
        elif day is not None and not line.startswith("#"):
            text, marks, at = "", [], 0
            for mark in MARK.finditer(line):
                text += line[at : mark.start()]
                marks.append((len(text), len(text) + len(mark[1]), mark[3]))
                text += mark[1]
                at = mark.end()
            found.append((day, text + line[at:], marks))
    return found


PARAGRAPHS = read_paragraphs()


def f1(hit: int, said: int, marked: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * hit / (said + marked)


def test_values_of_the_newswire_paragraphs() -> None:
    said = marked = relaxed = right = 0
    for day, text, marks in PARAGRAPHS:
        times = list(find_times(text, Anchor(day)))
        said += len(times)
        marked += len(marks)
        for start, end, value in marks:
            best = max(times, key=lambda t: min(end, t.end) - max(start, t.start), default=None)
            if best is not None and min(end, best.end) > max(start, best.start):
                times.remove(best)
                relaxed += 1
                right += best.value == value
    assert marked >= 200
    assert f1(relaxed, said, marked) >= 97.0
    assert f1(right, said, marked) >= 91.0


@pytest.mark.parametrize(
    ("day", "words", "value"),
    [
        ("1998-02-27", "the fiscal year ended Sept. 30, sales were flat", "FY1997"),
        ("1998-02-27", "fewer than nine two years ago, they said", "1996"),
        ("1998-02-27", "orders will follow the figures for September", "1997-09"),
        ("1998-02-27", "sales rose from the same month of 1996 in all", "1996-02"),
        ("1998-02-27", "the plant will be shut by mid-year at best", "1998"),
        ("1998-02-27", "the fund reports to its owners twice a month at least", "P1M"),
    ],
)
def test_phrases_of_the_newswire(day: str, words: str, value: str) -> None:
    times = find_times(f"It was said that {words}.", Anchor(date.fromisoformat(day)))
    assert value in [time.value for time in times]
