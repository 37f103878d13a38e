from datetime import date

from pourparler.faces.charts.overview import DayCount, chosen_words, overview
from pourparler.faces.charts.periods import Period
from tests.faces.charts.drawn import CAPTION, elements, links, words

ROWS = (
    DayCount(date(2031, 3, 3), "meetings", 2),
    DayCount(date(2031, 3, 3), "statements", 40),
    DayCount(date(2031, 3, 9), "statements", 10),
    DayCount(date(2031, 3, 20), "meetings", 0),
)


def test_each_thing_counted_has_its_strip_and_its_own_scale() -> None:
    assert words(overview(ROWS, CAPTION))[-2:] == ["meetings (at most 2 a day)", "statements (at most 40 a day)"]


def test_a_period_with_something_in_it_narrows_to_it() -> None:
    assert links(overview(ROWS, CAPTION)) == {
        "Mon 3 Mar 2031: 2 meetings, 40 statements": "?from=2031-03-03&to=2031-03-03",
        "Sun 9 Mar 2031: 10 statements": "?from=2031-03-09&to=2031-03-09",
    }


def test_the_chosen_days_are_marked_and_the_bars_outside_are_faint() -> None:
    chosen = Period(date(2031, 3, 1), date(2031, 3, 4))
    plain, marked = overview(ROWS, CAPTION), overview(ROWS, CAPTION, chosen)
    assert not [path for path in elements(plain, "path") if path.get("fill-opacity") == "0.14"]
    assert len([path for path in elements(marked, "path") if path.get("fill-opacity") == "0.14"]) == 1
    assert len([path for path in elements(marked, "path") if path.get("opacity") == "0.4"]) == 1
    assert chosen_words(chosen) == "1–4 Mar 2031"


def test_the_chosen_days_are_in_sight_even_without_anything_in_them() -> None:
    chosen = Period(date(2031, 5, 1), date(2031, 5, 4))
    assert "28 Apr" in words(overview(ROWS, CAPTION, chosen))


def test_without_counts_there_is_no_chart() -> None:
    assert overview(ROWS[3:], CAPTION) is None
