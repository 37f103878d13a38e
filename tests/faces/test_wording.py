"""Days, names and quotations in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.account import Voice
from pourparler.core.moment import Precision, When
from pourparler.faces.wording.days import dated, day_words, in_prose, publication, published_words, when_words
from pourparler.faces.wording.names import ordinal, parties, some
from pourparler.faces.wording.quoting import clip, quoted, visible
from pourparler.faces.wording.voices import according, outlet, whose
from tests.faces.lausanne import LAKE, LATER, MEETINGS, RIDGE, day

WEEKEND = day("2025-03-01", "this weekend", "2025-03-02", Precision.WEEKEND)


@pytest.mark.parametrize(
    ("when", "words", "prose"),
    [
        (day("2025-02-18", "Tuesday"), "Tue 18 Feb 2025", "on Tue 18 Feb 2025"),
        (WEEKEND, "weekend of 1–2 Mar 2025", "on the weekend of 1–2 Mar 2025"),
        (
            day("2025-03-03", "next week", "2025-03-09", Precision.WEEK),
            "week of 3–9 Mar 2025",
            "in the week of 3–9 Mar 2025",
        ),
        (day("2025-06-01", "in June", "2025-06-30", Precision.MONTH), "June 2025", "in June 2025"),
        (
            day("2025-04-01", "Q2", "2025-06-30", Precision.QUARTER),
            "second quarter of 2025",
            "in the second quarter of 2025",
        ),
        (day("2025-01-01", "this year", "2025-12-31", Precision.YEAR), "2025", "in 2025"),
        (
            day("2025-06-30", "five days", "2025-07-04", Precision.SPAN),
            "30 Jun – 4 Jul 2025",
            "in the days 30 Jun – 4 Jul 2025",
        ),
        (
            day("2024-12-30", "turn of year", "2025-01-02", Precision.SPAN),
            "30 Dec 2024 – 2 Jan 2025",
            "in the days 30 Dec 2024 – 2 Jan 2025",
        ),
        (
            When(date(2025, 6, 2), None, Precision.SPAN, "from 2 June"),
            "from Mon 2 Jun 2025 on",
            "from Mon 2 Jun 2025 on",
        ),
        (When(None, date(2025, 6, 2), Precision.SPAN, "by 2 June"), "until Mon 2 Jun 2025", "until Mon 2 Jun 2025"),
        (When(None, None, Precision.DAY, "soon"), "no day told", ""),
        (None, "no day told", ""),
    ],
)
def test_days_are_told_no_finer_than_they_are_known(when: When | None, words: str, prose: str) -> None:
    assert when_words(when) == words
    assert in_prose(when) == prose


def test_a_day_says_where_it_was_read() -> None:
    assert dated(day("2015-04-02", "Thursday"), LAKE) == "Thu 2 Apr 2015 (from 'Thursday', report of 2 Apr)"
    assert dated(day("2015-04-02", "2 April 2015"), LAKE) == "Thu 2 Apr 2015 (from '2 April 2015')"
    assert dated(day("2015-04-02", "Thursday"), RIDGE) == "Thu 2 Apr 2015 (from 'Thursday', a report without a day)"
    assert dated(When(None, None, Precision.DAY, "soon"), LAKE) == "no day told ('soon')"
    assert dated(None, LAKE) == "no day told"
    assert published_words(LAKE) == "Thu 2 Apr 2015 (from its header line)"
    assert published_words(RIDGE) == "day of publication unknown"


@given(st.dates())
def test_day_words_name_every_part_of_the_day(when: date) -> None:
    assert day_words(when).split()[1:2] == [str(when.day)]
    assert day_words(when).endswith(f" {when.year}")


def test_names_take_their_articles() -> None:
    assert parties(["United States", "Russia"]) == "the United States and Russia"
    assert parties(["Bank of England", "Amazon Labor Union", "NATO"]) == (
        "the Bank of England, the Amazon Labor Union and NATO"
    )
    assert parties(["the Kremlin"]) == "the Kremlin"


def test_numbers_agree_with_their_nouns() -> None:
    assert some(1, "report") == "1 report"
    assert some(0, "report") == "no reports"
    assert some(2, "entry", "entries") == "2 entries"
    assert [ordinal(number) for number in (2, 11, 12, 21, 22)] == ["second", "11th", "12th", "21st", "22nd"]


def test_characters_that_steer_are_shown_by_their_number() -> None:
    assert visible("pay \u202eEVIL\u202c now\x1b[31m") == "pay ‹U+202E›EVIL‹U+202C› now‹U+001B›[31m"
    assert visible("two\r\nlines\u2028three") == "two lines three"
    assert visible("so\u00adft\u200b\ufeff") == "soft"
    assert visible("👩\u200d👩") == "👩\u200d👩"
    assert visible("\ud800") == "‹U+D800›"


def test_quotations_are_cut_between_words_and_marked() -> None:
    assert clip("one two three four five six", 16) == "one two […]"
    assert quoted("“not yet”") == "“not yet”"
    assert quoted("“not” and “yet”") == "““not” and “yet””"
    assert quoted('"not yet"') == "“not yet”"


@given(st.text(max_size=60), st.integers(5, 40))
def test_a_clipped_text_keeps_its_limit_or_one_long_word(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit + 4
    assert "\n" not in clip(text, limit)


def test_the_outlets_voice_and_a_speakers_stay_apart() -> None:
    assert whose(Voice(outlet=True), LAKE) == "Lakeside Post, in its own voice"
    told = Voice(outlet=False, speaker="State Department", party="United States", via=("AP",))
    assert whose(told, LAKE) == "the State Department (United States), via AP, as Lakeside Post reports"
    assert whose(Voice(outlet=False, party="Iran", anonymous=True), LAKE) == (
        "an unnamed source for Iran, as Lakeside Post reports"
    )
    assert according(MEETINGS[0].accounts) == ""
    assert according(MEETINGS[4].accounts) == "according to Turkey"


def test_an_outlet_that_is_not_known_is_its_address_or_its_file() -> None:
    assert outlet(replace(LAKE, outlet=None)) == "lakeside.example"
    assert outlet(RIDGE) == "note"


def test_a_day_that_disagrees_and_a_later_edit_are_said_apart() -> None:
    told = publication(replace(LATER, updated=date(2015, 4, 22)))
    assert told == "Mon 20 Apr 2015 (from its dateline); but from its address: Tue 21 Apr 2015; updated Wed 22 Apr 2015"
    assert publication(LAKE) == published_words(LAKE)
