"""The hard cases of this project, read from their table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

TABLE = Path(__file__).with_name("hard_cases.txt")


@dataclass(frozen=True, slots=True)
class Case:
    """One expression of one text, with the days and the direction that a careful reader gives it."""

    line: int
    section: str
    published: date | None
    text: str
    start: int
    end: int
    days: tuple[date | None, date | None]
    direction: str
    url: str | None = None
    header: str = ""

    @property
    def words(self) -> str:
        """The expression asked for."""
        return self.text[self.start : self.end]


def read_cases() -> list[Case]:
    """Every case of the table, in order."""
    cases: list[Case] = []
    section = ""
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# --"):
            section = line[4:].strip()
        elif line.strip() and not line.startswith("#"):
            cases.append(_case(number, section, line))
    return cases


def _case(number: int, section: str, line: str) -> Case:
    published, marked, days, direction, *more = (cell.strip(" ") for cell in line.split(" | "))
    known = dict(cell.split("=", 1) for cell in more)
    start, end = marked.index("[["), marked.index("]]") - 2
    return Case(
        number,
        section,
        None if published == "-" else date.fromisoformat(published),
        marked.replace("[[", "").replace("]]", ""),
        start,
        end,
        _days(days),
        direction,
        known.get("url"),
        known.get("header", ""),
    )


def _days(cell: str) -> tuple[date | None, date | None]:
    if cell == "none":
        return None, None
    first, _, last = cell.partition("/")
    ends = (first, last or first)
    return _day(ends[0]), _day(ends[1])


def _day(cell: str) -> date | None:
    return None if cell == ".." else date.fromisoformat(cell)
