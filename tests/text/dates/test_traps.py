"""Words that look like times and are none, and the known faults of other resolvers."""

from datetime import date

import pytest

from pourparler.core.moment import Anchor, Direction, Origin
from pourparler.core.vocabulary import PublishedFrom
from pourparler.text.dates import find_times

WEDNESDAY = Anchor(date(2025, 9, 10), Origin.PUBLISHED, PublishedFrom.GIVEN)


@pytest.mark.parametrize(
    "text",
    [
        "We agreed on the second round.",
        "The first round failed and the third party left.",
        "Sanctions may follow, and may bite.",
        "May I speak? he asked.",
        "Theresa May resigned.",
        "The fund holds $48 and owes €1990.",
        "Resolution No. 2231 stands.",
        "The minister will march with them.",
        "They sat in the sun.",
        "The Sunday Times and the Daily Mail disagree.",
        "He told USA Today that he was tired.",
        "Flight MH17 and Boeing 737 were named.",
        "See https://news.example/2025/05/28/story for more.",
        "A quarter of the fleet is idle.",
        "The fall of the city shocked them.",
        "Prices fall when a spring breaks.",
        "Ask April Jones or June Carter.",
        "It cost 2,000 lives and 12.5 billion.",
    ],
)
def test_no_time_is_found(text: str) -> None:
    assert [text[time.start : time.end] for time in find_times(text, WEDNESDAY)] == []


def only(text: str, anchor: Anchor = WEDNESDAY) -> tuple[str, date | None, Direction]:
    """The value, first day and direction of the one expression of `text`."""
    (time,) = find_times(text, anchor)
    return time.value, time.when.start if time.when else None, time.direction


def test_postponed_until_monday_is_the_coming_monday() -> None:
    assert only("The vote was postponed until Monday.") == ("2025-09-15", date(2025, 9, 15), Direction.COMING)


def test_a_weekday_in_a_report_of_the_same_weekday_is_that_day() -> None:
    assert only("They argued on Wednesday.") == ("2025-09-10", date(2025, 9, 10), Direction.PAST)


def test_may_is_a_month_where_its_place_says_so() -> None:
    assert only("The truce of 9 May broke down.")[0] == "2025-05-09"
    assert only("It was signed in May.")[0] == "2025-05"
    assert only("It was signed on May 9, 2023, in Doha.")[0] == "2023-05-09"


def test_an_unknown_day_of_publication_leaves_relative_words_open() -> None:
    unknown = Anchor(None)
    for text, value in (
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last month.", "XXXX-XX"),
        ("They met on 18 March.", "XXXX-03-18"),
    ):
        (time,) = find_times(text, unknown)
        assert time.value == value
        assert time.when is not None and time.when.start is None and time.when.end is None
        assert time.when.said == text[time.start : time.end]


def test_an_absolute_day_needs_no_anchor() -> None:
    (time,) = find_times("They met on 4 July 2023.", Anchor(None))
    assert time.when and time.when.start == date(2023, 7, 4)
    assert time.counted_from.origin is Origin.ABSOLUTE


def test_what_a_day_is_counted_from_is_kept() -> None:
    text = "On Monday he said: “We leave tomorrow.” They had met on 3 May. Two days later they split."
    origins = {text[t.start : t.end]: t.counted_from for t in find_times(text, WEDNESDAY)}
    assert origins["Monday"].origin is Origin.PUBLISHED
    assert origins["Monday"].published_from is PublishedFrom.GIVEN
    assert (origins["tomorrow"].origin, origins["tomorrow"].day) == (Origin.SPEAKER, date(2025, 9, 8))
    assert origins["Two days later"].origin is Origin.TEXT
