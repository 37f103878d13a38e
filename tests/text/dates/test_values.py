"""TIMEX3 types and values, one wording after another, as a report of Wednesday 10 September 2025 has them."""

from datetime import date

import pytest

from pourparler.core.moment import Anchor, Precision
from pourparler.text.dates import find_times

ANCHOR = Anchor(date(2025, 9, 10))


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("now", "DATE", "PRESENT_REF"),
        ("currently", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("soon", "DATE", "FUTURE_REF"),
        ("in the future", "DATE", "FUTURE_REF"),
        ("in recent years", "DATE", "PAST_REF"),
        ("today", "DATE", "2025-09-10"),
        ("yesterday", "DATE", "2025-09-09"),
        ("tomorrow night", "TIME", "2025-09-11TNI"),
        ("last night", "TIME", "2025-09-09TNI"),
        ("this morning", "TIME", "2025-09-10TMO"),
        ("on Friday morning", "TIME", "2025-09-05TMO"),
        ("last week", "DATE", "2025-W36"),
        ("this weekend", "DATE", "2025-W36-WE"),
        ("last month", "DATE", "2025-08"),
        ("last year", "DATE", "2024"),
        ("the third quarter", "DATE", "2025-Q3"),
        ("the fourth quarter of 2023", "DATE", "2023-Q4"),
        ("the first half of 2024", "DATE", "2024-H1"),
        ("the summer of 2021", "DATE", "2021-SU"),
        ("the 1990s", "DATE", "199"),
        ("the 19th century", "DATE", "18"),
        ("in 1998", "DATE", "1998"),
        ("March 2022", "DATE", "2022-03"),
        ("early March 2022", "DATE", "2022-03"),
        ("mid-2011", "DATE", "2011"),
        ("14 June 2024", "DATE", "2024-06-14"),
        ("June 14th, 2024", "DATE", "2024-06-14"),
        ("the 14th of June, 2024", "DATE", "2024-06-14"),
        ("Friday, June 14, 2024", "DATE", "2024-06-14"),
        ("2024-06-14", "DATE", "2024-06-14"),
        ("two years ago", "DATE", "2023"),
        ("two months ago", "DATE", "2025-07"),
        ("three days ago", "DATE", "2025-09-07"),
        ("several years ago", "DATE", "PAST_REF"),
        ("for six hours", "DURATION", "PT6H"),
        ("for half an hour", "DURATION", "PT30M"),
        ("for two and a half years", "DURATION", "P2.5Y"),
        ("for several days", "DURATION", "PXD"),
        ("for twenty-five years", "DURATION", "P25Y"),
        ("for two hundred days", "DURATION", "P200D"),
        ("over a decade", "DURATION", "P1DE"),
        ("the past three years", "DURATION", "P3Y"),
        ("the past week", "DURATION", "P1W"),
        ("a 30-day", "DURATION", "P30D"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("every day", "SET", "P1D"),
        ("every two years", "SET", "P2Y"),
        ("daily", "SET", "P1D"),
        ("annual", "SET", "P1Y"),
        ("at 10:30 p.m. on Friday", "TIME", "2025-09-05T22:30"),
        ("at 12:00 UTC on Friday", "TIME", "2025-09-05T12:00Z"),
        ("on Christmas Day", "DATE", "2024-12-25"),
        ("on Easter Monday", "DATE", "2025-04-21"),
    ],
)
def test_value(words: str, kind: str, value: str) -> None:
    text = f"The two camps quarrelled {words} in the capital."
    (time,) = find_times(text, ANCHOR)
    assert (time.type, time.value) == (kind, value)


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("on Friday", Precision.DAY),
        ("last weekend", Precision.WEEKEND),
        ("last week", Precision.WEEK),
        ("in March", Precision.MONTH),
        ("in the second quarter", Precision.QUARTER),
        ("in 2019", Precision.YEAR),
        ("since March", Precision.SPAN),
    ],
)
def test_precision(words: str, precision: Precision) -> None:
    (time,) = find_times(f"The two camps quarrelled {words} in the capital.", ANCHOR)
    assert time.when is not None and time.when.precision is precision


def test_a_time_keeps_its_zone() -> None:
    clocks = {
        "at 10 a.m. Eastern on Tuesday": "10:00:00-04:00",
        "at 9 p.m. Moscow time on Sunday": "21:00:00+03:00",
        "at 1400 GMT on Monday": "14:00:00+00:00",
        "at noon on Monday": "12:00:00",
    }
    for words, clock in clocks.items():
        (time,) = find_times(f"It began {words}.", ANCHOR)
        assert time.clock == clock, words
    (winter,) = find_times("It began at 10 a.m. Eastern on Tuesday.", Anchor(date(2025, 1, 8)))
    assert winter.clock == "10:00:00-05:00"
