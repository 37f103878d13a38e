"""A report laid out for reading: its sentences, quotations and times, without the parts that are no reporting."""

from bisect import bisect_right
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.moment import TimeExpression
from pourparler.core.report import Report
from pourparler.text.dates import find_times
from pourparler.text.publication import anchor_for
from pourparler.text.quotes import Quotation, find_quotes
from pourparler.text.sentences import split
from pourparler.text.words import Sentence


@dataclass(frozen=True, slots=True)
class Page:
    """One report with the plain facts of its language; all offsets are into `text`."""

    report: Report
    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quotation, ...]
    times: tuple[TimeExpression, ...]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds `offset`, or of the last one that starts before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions that lie inside `span`."""
        return tuple(time for time in self.times if span.start <= time.start and time.end <= span.end)


def lay_out(report: Report, tagged: tuple[Sentence, ...] | None = None) -> Page:
    """Split, tag and date the news of a report; what is marked as no news is left out. `tagged` are its sentences
    where another tagger has been over them."""
    anchor = anchor_for(report.text, report.published, report.published_from)
    quotes = find_quotes(report.text, report.not_news)
    times = tuple(
        time
        for time in find_times(report.text, anchor)
        if not any(part.start < time.end and time.start < part.end for part in report.not_news)
    )
    sentences = split(report.text, report.not_news) if tagged is None else tagged
    return Page(report, report.text, sentences, quotes, times)
