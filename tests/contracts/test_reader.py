"""What every reader keeps: spans inside the text, nothing from what is no news, the same answer twice."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.core.reading import Reader, Reading
from pourparler.core.report import Report
from pourparler.reading.rules import RuleReader

READERS: tuple[Reader, ...] = (RuleReader(),)

STORY = (
    "The Teamsters will meet UPS on Friday in Louisville, union president Sean O'Brien said.\n\n"
    "“If the offer does not improve, we will not sign,” he said. The company declined to comment.\n\n"
    "Sign up for our newsletter! The chief executive said everything is fine.\n\n"
    "A tentative agreement was reached in 1997 after the two sides met on August 18."
)
BANNER = Span(STORY.index("Sign up"), STORY.index("A tentative"))

SCRAPS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "’", "said", " ", ",", ".", "\r\n", "\n\n", "Mr Blair", "the union", "will meet", "Friday"]
        + ["if", "until", "🕊️", "e\u0301", "\u00ad", "שלום", "agreement", "rejected", "on 3 May", "U.S.", "—", "(", ")"]
    ),
    max_size=60,
).map(" ".join)


def spans(reading: Reading) -> Iterator[Span]:
    """Every span of a reading."""
    for mention in reading.mentions:
        yield mention.span
    for said in reading.attributions:
        yield from (*said.content, *(span for span in (said.source, said.cue) if span))
    yield from (frame.evidence for frame in reading.meetings)
    yield from (frame.evidence for frame in reading.positions)
    yield from (frame.evidence for frame in reading.conditions)
    yield from (frame.evidence for frame in reading.instruments)
    for time in reading.times:
        yield Span(time.start, time.end)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
class TestReader:
    """The suite that every reader passes."""

    def test_it_reads_who_said_what_when(self, reader: Reader) -> None:
        report = Report("r", "r.txt", STORY, language="en", published=date(2023, 7, 5), not_news=(BANNER,))
        reading = reader.read(report)
        assert {said.speaker for said in reading.attributions} == {"Sean O'Brien"}
        assert any(m.when and m.when.start == date(2023, 7, 7) for m in reading.meetings)

    def test_nothing_is_read_from_what_is_no_news(self, reader: Reader) -> None:
        report = Report("r", "r.txt", STORY, language="en", published=date(2023, 7, 5), not_news=(BANNER,))
        assert not [span for span in spans(reader.read(report)) if span.overlaps(BANNER)]

    def test_the_same_report_gives_the_same_reading(self, reader: Reader) -> None:
        report = Report("r", "r.txt", STORY, language="en", published=date(2023, 7, 5))
        assert reader.read(report) == reader.read(report)

    def test_an_empty_report_gives_an_empty_reading(self, reader: Reader) -> None:
        assert list(spans(reader.read(Report("r", "r.txt", "", language="en")))) == []

    @settings(max_examples=60, deadline=None)
    @given(text=SCRAPS)
    def test_every_span_lies_in_any_text(self, reader: Reader, text: str) -> None:
        reading = reader.read(Report("r", "r.txt", text, language="en", published=date(2025, 2, 26)))
        assert all(0 <= span.start < span.end <= len(text) for span in spans(reading))
