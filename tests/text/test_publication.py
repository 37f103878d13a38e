"""The publication day from every place that tells it, and what happens when places disagree."""

from datetime import date

import pytest

from pourparler.core.moment import Origin
from pourparler.core.vocabulary import PublishedFrom
from pourparler.text.publication import anchor_for, disagreeing, find_publication

FEB26 = date(2025, 2, 26)


@pytest.mark.parametrize(
    "text",
    [
        " date 2025-02-26 The strike goes on.",
        "date 2025-02-26\nThe strike goes on.",
        "date: 2025-02-26 06:10 The strike goes on.",
        "date 2025-02-26The strike goes on.",
        "2025-02-26\n\nThe strike goes on.",
        "Port strike goes on\nPublished: 26 February 2025\n\nThe strike goes on.",
        "Port strike goes on\nPublished on February 26, 2025 at 9:59 AM\nThe strike goes on.",
        "Port strike goes on Feb. 26, 2025 09:59 AM ET\n\nThe strike goes on.",
        "Port strike goes on\nWednesday, 26 February 2025\nThe strike goes on.",
        "Port strike goes on\n26.02.2025\nThe strike goes on.",
        "Port strike goes on\nThe strike goes on.\nPosted 26 Feb 2025",
    ],
)
def test_a_header_line_gives_the_day(text: str) -> None:
    found = find_publication(text)
    assert (found.day, found.published_from) == (FEB26, PublishedFrom.HEADER_LINE)
    assert found.span is not None and "26" in found.span.of(text)
    assert found.lines and not any("goes on" in span.of(text) for span in found.lines)


def test_a_byline_gives_the_day() -> None:
    text = "Port strike goes on\nBy Our Correspondent, 26 February 2025\nThe strike goes on."
    found = find_publication(text)
    assert (found.day, found.published_from) == (FEB26, PublishedFrom.BYLINE)
    assert [span.of(text) for span in found.lines] == ["By Our Correspondent, 26 February 2025"]


@pytest.mark.parametrize(
    "text",
    [
        "ROTTERDAM, Feb. 26, 2025 (Wire) — The strike goes on.",
        "ROTTERDAM, Netherlands, 26 February 2025 - The strike goes on.",
        "Title\nRotterdam, Feb 26, 2025 /Wire/ -- The strike goes on.",
    ],
)
def test_a_dateline_gives_the_day(text: str) -> None:
    found = find_publication(text)
    assert (found.day, found.published_from) == (FEB26, PublishedFrom.DATELINE)
    assert found.anchor.origin is Origin.DATELINE


def test_a_dateline_without_its_year_needs_another_source() -> None:
    text = "ROTTERDAM, Dec. 31 (Wire) — The strike goes on."
    assert find_publication(text).day is None
    found = find_publication(text, given=date(2025, 1, 1))
    assert (found.day, found.dateline) == (date(2025, 1, 1), date(2024, 12, 31))
    assert (found.anchor.day, found.anchor.origin) == (date(2024, 12, 31), Origin.DATELINE)
    assert [(c.published_from, c.day) for c in found.conflicts] == [(PublishedFrom.DATELINE, date(2024, 12, 31))]


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/world/2025/02/26/strike",
        "https://news.example/2025/2/26/strike",
        "https://news.example/2025/feb/26/strike",
        "https://news.example/strike-2025-02-26",
        "https://news.example/20250226/strike",
    ],
)
def test_an_address_gives_the_day(url: str) -> None:
    text = f"The strike goes on.\nSource: {url}"
    inside, outside = find_publication(text), find_publication("The strike goes on.", url=url)
    assert (inside.day, inside.published_from, inside.url) == (FEB26, PublishedFrom.URL, url)
    assert inside.span is not None and "26" in inside.span.of(text)
    assert (outside.day, outside.published_from, outside.span) == (FEB26, PublishedFrom.URL, None)


@pytest.mark.parametrize("url", ["https://news.example/2025/02/strike", "https://news.example/9999/99/99/a", "x"])
def test_an_address_without_a_day_gives_none(url: str) -> None:
    assert find_publication("The strike goes on.", url=url).day is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The strike goes on.",
        "They met on 26 February 2025 and parted.",
        "See https://news.example/2025/02/26/a now.",
    ],
)
def test_nothing_told_is_nothing_known(text: str) -> None:
    found = find_publication(text)
    assert (found.day, found.published_from, found.span) == (None, PublishedFrom.UNKNOWN, None)


def test_the_order_of_the_sources_and_their_conflicts() -> None:
    text = " date 2025-02-26 \nBy A. Writer, 25 February 2025\nROTTERDAM, Feb. 24, 2025 (Wire) — The strike goes on."
    url = "https://news.example/2025/02/23/a"
    found = find_publication(text, url=url, metadata=date(2025, 2, 27), feed=date(2025, 2, 28), given=date(2025, 3, 1))
    sources = [(found.published_from, found.day), *((c.published_from, c.day) for c in found.conflicts)]
    assert sources == [
        (PublishedFrom.GIVEN, date(2025, 3, 1)),
        (PublishedFrom.FEED, date(2025, 2, 28)),
        (PublishedFrom.PAGE_METADATA, date(2025, 2, 27)),
        (PublishedFrom.HEADER_LINE, date(2025, 2, 26)),
        (PublishedFrom.BYLINE, date(2025, 2, 25)),
        (PublishedFrom.DATELINE, date(2025, 2, 24)),
        (PublishedFrom.URL, date(2025, 2, 23)),
    ]


def test_a_later_edit_is_kept_apart() -> None:
    text = (
        "Port strike goes on\nPublished: 26 February 2025\nUpdated: 27 February 2025, 10:00 GMT\n\nThe strike goes on."
    )
    found = find_publication(text)
    assert (found.day, found.updated, found.conflicts) == (FEB26, date(2025, 2, 27), ())


def test_an_edit_alone_stands_in_for_the_day() -> None:
    found = find_publication("Port strike goes on\nUpdated: 27 February 2025\n\nThe strike goes on.")
    assert (found.day, found.updated) == (date(2025, 2, 27), date(2025, 2, 27))


def test_a_dateline_long_before_publication_is_no_anchor() -> None:
    found = find_publication("ROTTERDAM, Jan. 2, 2025 (Wire) — The strike goes on.", given=FEB26)
    assert (found.anchor.day, found.anchor.origin) == (FEB26, Origin.PUBLISHED)


def test_the_anchor_of_a_settled_day_is_its_dateline() -> None:
    text = "ROTTERDAM, Feb. 25 (Wire) — The strike goes on."
    anchor = anchor_for(text, FEB26, PublishedFrom.FEED)
    assert (anchor.day, anchor.origin) == (date(2025, 2, 25), Origin.DATELINE)
    assert anchor.published_from is PublishedFrom.FEED
    assert anchor_for("The strike goes on.", FEB26, PublishedFrom.FEED).day == FEB26
    assert anchor_for(text, None, PublishedFrom.UNKNOWN).day is None


def test_a_dateline_may_end_with_its_agency_between_strokes() -> None:
    text = "GENEVA, 3 May 2024. /Lakeside Agency/. The two delegations met on Friday."
    found = find_publication(text)
    assert (found.day, found.published_from) == (date(2024, 5, 3), PublishedFrom.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        "By March 14, 2024, both sides must answer.\nThey will.",
        "By March 14, 2024, both sides must answer the mediator",
        "By Monday, 3 March 2025 the parties have to reply.",
        "By the time the deal was signed on 3 March 2025 nobody cared",
        "The two delegations will meet at 14:30 on Tuesday 4 March 2025\nThe rest follows.",
        "The harbour strike ended at 10:30 p.m. on March 3, 2025",
        "Delegations gather in Rome on Tuesday 4 March 2025, 14:30\nMore follows.",
        "Talks on 4 March 2025\nThe harbour master has asked both sides in.",
        "The lockout began before 4 March 2025, 10:00",
    ],
)
def test_a_day_that_is_told_of_is_not_the_day_of_publication(text: str) -> None:
    found = find_publication(text)
    assert (found.day, found.lines) == (None, ())


@pytest.mark.parametrize(
    "line",
    [
        "By Our Correspondent in Rotterdam and Our Staff in Delft, Wednesday 26 February 2025",
        "BY OUR CORRESPONDENT | February 26, 2025 10:15 am",
        "By Our Correspondent, chief economics editor, published on February 26, 2025",
        "Reporting by Our Correspondent, 26 February 2025",
    ],
)
def test_bylines_of_many_shapes(line: str) -> None:
    found = find_publication(f"Port strike goes on\n{line}\nThe strike goes on.")
    assert (found.day, found.published_from) == (FEB26, PublishedFrom.BYLINE)
    assert [span.of(f"Port strike goes on\n{line}\nThe strike goes on.") for span in found.lines] == [line]


def test_a_dateline_a_day_older_disagrees_with_nothing() -> None:
    text = "ROTTERDAM, Feb. 25, 2025 (Wire) — The strike goes on."
    found = find_publication(text, given=FEB26, url="https://news.example/2025/02/27/a")
    assert [one.published_from for one in found.conflicts] == [PublishedFrom.DATELINE, PublishedFrom.URL]
    assert [one.published_from for one in disagreeing(found.day, found.conflicts)] == [PublishedFrom.URL]
    assert disagreeing(None, found.conflicts) == ()
