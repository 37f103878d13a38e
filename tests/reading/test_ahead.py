"""Reading ahead gives what the reader gives, once, and hands on what it raises."""

from dataclasses import dataclass, field

import pytest

from pourparler.core.errors import ReportError
from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.reading.ahead import reading_ahead


@dataclass
class Counting:
    """A reader that counts what it reads and refuses poems."""

    concurrent: bool = True
    name: str = "counting-1"
    seen: list[str] = field(default_factory=list)

    def read(self, report: Report) -> Reading:
        self.seen.append(report.id)
        if "poem" in report.text:
            raise ReportError("read", "It is a poem.", "Give prose.")
        return Reading(report.id, self.name)


def report(name: str, text: str = "Prose.") -> Report:
    return Report(name, f"{name}.txt", text, language="en")


def test_what_is_expected_is_read_once_and_in_any_order() -> None:
    reader = Counting()
    with reading_ahead(reader) as ahead:
        for name in ("a", "b", "a"):
            ahead.expect(report(name))
        assert [ahead.read(report(name)).report for name in ("b", "a", "c")] == ["b", "a", "c"]
        assert ahead.name == "counting-1"
    assert sorted(reader.seen) == ["a", "b", "c"]


def test_what_the_reader_raises_comes_where_the_reading_is_asked_for() -> None:
    with reading_ahead(Counting()) as ahead:
        ahead.expect(report("a", "A poem."))
        ahead.expect(report("b"))
        with pytest.raises(ReportError, match="poem"):
            ahead.read(report("a", "A poem."))
        assert ahead.read(report("b")).report == "b"


def test_a_reader_that_gains_nothing_is_not_hurried() -> None:
    reader = Counting(concurrent=False)
    with reading_ahead(reader) as ahead:
        ahead.expect(report("a"))
    assert reader.seen == []
