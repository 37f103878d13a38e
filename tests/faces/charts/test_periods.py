from datetime import date, timedelta

import pytest

from pourparler.faces.charts.periods import (
    MOST_TICKS,
    Period,
    Step,
    count_axis,
    frame_of,
    period_of,
    step_for,
    time_axis,
)

DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    ("days", "step"),
    [(1, Step.DAY), (120, Step.DAY), (121, Step.WEEK), (1098, Step.WEEK), (1099, Step.MONTH), (6000, Step.YEAR)],
)
def test_the_finest_step_that_finds_room(days: int, step: Step) -> None:
    assert step_for(DAY, DAY + timedelta(days - 1)) is step


def test_periods_hold_whole_weeks_months_and_years() -> None:
    assert period_of(DAY, Step.WEEK) == Period(date(2031, 3, 3), date(2031, 3, 9))
    assert period_of(date(2032, 2, 3), Step.MONTH) == Period(date(2032, 2, 1), date(2032, 2, 29))
    assert period_of(date(9999, 12, 31), Step.YEAR).last == date(9999, 12, 31)
    assert [period_of(DAY, step).words for step in Step] == [
        "Wed 5 Mar 2031",
        "week of 3–9 Mar 2031",
        "March 2031",
        "2031",
    ]


def test_one_day_is_framed_by_days_around_it() -> None:
    assert frame_of(DAY, DAY, Step.DAY) == Period(date(2031, 3, 1), date(2031, 3, 9))
    assert frame_of(date.min, date.min, Step.DAY).first == date.min
    assert frame_of(date.max, date.max, Step.YEAR).last == date.max


@pytest.mark.parametrize("days", [1, 5, 9, 10, 30, 60, 119, 121, 300, 800, 3000, 40000, 900000])
def test_a_time_axis_names_one_to_nine_days_within_its_frame(days: int) -> None:
    frame = Period(DAY, DAY + timedelta(days - 1))
    axis = time_axis(frame)
    low, high = axis["scale"]["domain"]
    assert 1 <= len(axis["axis"]["values"]) <= MOST_TICKS
    assert all(low <= value < high for value in axis["axis"]["values"])


@pytest.mark.parametrize(("most", "values"), [(1, [0, 1]), (4, [0, 1, 2, 3, 4]), (21, [0, 5, 10, 15, 20])])
def test_counts_are_named_by_whole_numbers(most: int, values: list[int]) -> None:
    assert count_axis(most)["axis"]["values"] == values
