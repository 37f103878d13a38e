"""Evidence: a place in a report whose words are exactly the words kept."""

from dataclasses import dataclass

from pourparler.core.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open pair of Unicode code-point offsets into one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words `text` at `[start, end)` of the report named `report`."""

    report: str
    start: int
    end: int
    text: str


def cite(report: str, text: str, span: Span) -> Evidence:
    """Evidence for `span` of `text`, the text of the report named `report`; EvidenceError when empty or outside."""
    if not 0 <= span.start < span.end <= len(text):
        raise EvidenceError(f"The span {span.start}–{span.end} of {report} is empty or lies outside its text.")
    return Evidence(report, span.start, span.end, text[span.start : span.end])
