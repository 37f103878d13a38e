"""Each rule of reports, broken, is found."""

from dataclasses import replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.report import DayReading, Report
from pourparler.core.vocabulary import PublishedFrom
from pourparler.record.checking.reports import check_reports
from tests.record.checking.edited import told
from tests.record.drafts import geneva_talks, hold

HOLDINGS = hold(*geneva_talks())


def problems(*changed: Report) -> list[str]:
    """What is found when the reports of these ids are these."""
    those = {report.id: report for report in changed}
    reports = tuple(those.get(report.id, report) for report in HOLDINGS.reports)
    return [told(problem) for problem in check_reports(replace(HOLDINGS, reports=reports))]


def test_good_reports_have_no_fault() -> None:
    assert problems() == []


def test_two_reports_of_one_name_are_found() -> None:
    assert "report 1.txt: 2 reports have this name" in problems(replace(HOLDINGS.reports[1], name="1.txt"))


def test_spans_of_no_news_that_leave_the_text_or_overlap_are_found() -> None:
    report = HOLDINGS.reports[4]
    end = len(report.text)
    assert f"report 5.txt: its span of no news {end - 1}–{end + 1} is empty or leaves the text" in problems(
        replace(report, not_news=(Span(end - 1, end + 1),))
    )
    assert "report 5.txt: its spans of no news are out of order or overlap at 1" in problems(
        replace(report, not_news=(Span(0, 2), Span(1, 3)))
    )


def test_a_place_of_a_day_that_leaves_the_text_is_found() -> None:
    other = DayReading(PublishedFrom.BYLINE, date(2025, 3, 1), Span(5, 5))
    [problem] = problems(replace(HOLDINGS.reports[0], day_conflicts=(other,)))
    assert problem == "report 1.txt: the place of another day, 5–5, is empty or leaves the text"


def test_a_day_that_was_read_and_is_not_there_is_found() -> None:
    [problem] = problems(replace(HOLDINGS.reports[4], published_from=PublishedFrom.BYLINE))
    assert problem == "report 5.txt: it has no day of publication, and yet one read from its byline"
