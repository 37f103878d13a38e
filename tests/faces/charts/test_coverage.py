import re
from datetime import date, timedelta

from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.render import render
from tests.faces.charts.drawn import CAPTION, links, words

DAY = date(2031, 3, 3)


def test_a_day_with_reports_is_a_link_that_tells_its_counts() -> None:
    chart = coverage(
        [OutletDay(DAY, "Harbour Wire", 2), OutletDay(DAY, "Amber Gazette", 1), OutletDay(DAY, "Amber Gazette", 1)],
        CAPTION,
    )
    assert links(chart) == {
        "Mon 3 Mar 2031: 4 reports (Amber Gazette 2, Harbour Wire 2)": "?from=2031-03-03&to=2031-03-03"
    }
    assert {"Amber Gazette", "Harbour Wire", "reports a day"} <= set(words(chart))


def test_outlets_past_the_sixth_stand_together_and_the_chart_says_so() -> None:
    chart = coverage([OutletDay(DAY, f"Paper {i}", 9 - i) for i in range(8)], CAPTION)
    assert chart is not None
    assert chart.left_out == ("2 outlets with fewer reports stand together as “other outlets”",)
    assert "other outlets" in words(chart) and "Paper 6" not in words(chart)


def test_many_days_are_gathered_into_weeks_months_and_years() -> None:
    for days, said in ((130, "reports a week"), (1300, "reports a month"), (9000, "reports a year")):
        chart = coverage(
            [OutletDay(DAY, "Harbour Wire", 1), OutletDay(DAY + timedelta(days), "Isle Radio", 1)], CAPTION
        )
        assert said in words(chart)
    chart = coverage([OutletDay(DAY, "Harbour Wire", 1), OutletDay(DAY + timedelta(130), "Isle Radio", 1)], CAPTION)
    assert links(chart)["week of 3–9 Mar 2031: 1 report (Harbour Wire 1)"] == "?from=2031-03-03&to=2031-03-09"


def test_the_caller_says_where_a_period_leads() -> None:
    chart = coverage([OutletDay(DAY, "Harbour Wire", 1)], CAPTION, lambda first, last: f"/reports?from={first}&x=1")
    assert list(links(chart).values()) == ["/reports?from=2031-03-03&x=1"]


def test_without_reports_there_is_no_chart() -> None:
    assert coverage([], CAPTION) is None


def test_outlets_differ_by_pattern_too_and_the_patterns_are_of_this_chart() -> None:
    chart = coverage([OutletDay(DAY, f"Paper {i}", 1) for i in range(6)], CAPTION)
    assert chart is not None
    svg = render(chart, "c7")
    assert set(re.findall(r"url\(([^)]*)\)", svg)) == {f"#c7-p{i}" for i in range(1, 6)}
    assert set(re.findall(r' id="(c7-p\d)"', svg)) == {f"c7-p{i}" for i in range(1, 6)}
