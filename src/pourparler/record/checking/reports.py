"""What every report keeps to: one name, spans inside its text, a day that says where it was read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pourparler.core.report import Report
from pourparler.core.vocabulary import PublishedFrom
from pourparler.record.checking.problem import Problem, outside
from pourparler.record.store import Holdings


def check_reports(holdings: Holdings) -> Iterator[Problem]:
    """Names that two reports have, and what is wrong with each report."""
    for name, count in Counter(report.name for report in holdings.reports).items():
        if count > 1:
            yield Problem(f"{count} reports have this name", f"report {name}")
    for report in holdings.reports:
        for what in _faults(report):
            yield Problem(what, f"report {report.name}")


def _faults(report: Report) -> Iterator[str]:
    spans: Sequence[tuple[int, int]] = [(span.start, span.end) for span in report.not_news]
    for span in report.not_news:
        if outside(span, report.text):
            yield f"its span of no news {span.start}–{span.end} is empty or leaves the text"
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            yield f"its spans of no news are out of order or overlap at {start}"
    for told in report.day_conflicts:
        if told.span is not None and outside(told.span, report.text):
            yield f"the place of another day, {told.span.start}–{told.span.end}, is empty or leaves the text"
    if report.published is None and report.published_from is not PublishedFrom.UNKNOWN:
        yield f"it has no day of publication, and yet one read from its {report.published_from}"
