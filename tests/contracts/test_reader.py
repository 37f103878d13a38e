"""What every reader keeps: spans inside the text, nothing from what is no news, the same answer twice."""

import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.core.reading import Reader, Reading
from pourparler.core.report import Report
from pourparler.pipeline import READERS as OFFERED
from pourparler.reading.rules import RuleReader
from pourparler.reading.trained import TrainedReader

READERS: tuple[Reader, ...] = (RuleReader(), TrainedReader())

STORY = (
    "The Teamsters will meet UPS on Friday in Louisville, union president Sean O'Brien said.\n\n"
    "“If the offer does not improve, we will not sign,” he said. The company declined to comment.\n\n"
    "Sign up for our newsletter! The chief executive said everything is fine.\n\n"
    "A tentative agreement was reached in 1997 after the two sides met on August 18."
)
BANNER = Span(STORY.index("Sign up"), STORY.index("A tentative"))

OFFSETS = {
    "emoji": "“Fine 👍🏽,” the union said 🕊️ on Friday. The union said it will meet UPS 🇺🇸 on Monday 👩\u200d👩.",
    "combining marks": "“Fi\u0301ne,” the unio\u0308n said on Friday. The union said it will meet UPS in Me\u0301rida.",
    "CRLF": "“Fine,” the union said.\r\n\r\nThe union said it will meet UPS\r\non Monday.\r\n",
    "soft hyphens": "“Fi\u00adne,” the union said on Fri\u00adday. The union said it will meet UPS on Mon\u00adday.",
    "right to left": "“שלום,” the union said. \u202eThe union said it will meet UPS on Monday.\u202c قال: “نعم”.",
}
"""Texts in which a count of bytes or of glyphs would miss; each has the words "the union said"."""

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

    @pytest.mark.parametrize("name", OFFSETS)
    def test_offsets_are_exact(self, reader: Reader, name: str) -> None:
        text = OFFSETS[name]
        reading = reader.read(Report("r", "r.txt", text, language="en", published=date(2023, 7, 5)))
        cues = {said.cue.of(text) for said in reading.attributions if said.cue}
        assert cues == {"said"}
        for said in reading.attributions:
            assert said.source is not None
            assert said.source.of(text).lstrip("\u202e").lower() in ("the union", "the unio\u0308n")
        for span in spans(reading):
            assert span.of(text) == span.of(text).strip()
            assert not text[span.start].isspace()
            assert not unicodedata.combining(text[span.start])

    def test_a_reader_has_a_name_of_its_own(self, reader: Reader) -> None:
        assert [other.name for other in READERS].count(reader.name) == 1
        assert f"{type(reader).__module__}:{type(reader).__name__}" in OFFERED.values()

    def test_a_report_is_read_alike_after_others_and_beside_them(self, reader: Reader) -> None:
        reports = [
            Report(name, f"{name}.txt", text, language="en", published=date(2023, 7, 5))
            for name, text in (("story", STORY), *OFFSETS.items(), ("empty", ""))
        ]
        alone = [reader.read(report) for report in reports]
        with ThreadPoolExecutor(2) as pool:
            beside = list(pool.map(reader.read, reversed(reports)))
        assert list(reversed(beside)) == alone

    @settings(max_examples=60, deadline=None)
    @given(text=SCRAPS)
    def test_every_span_lies_in_any_text(self, reader: Reader, text: str) -> None:
        reading = reader.read(Report("r", "r.txt", text, language="en", published=date(2025, 2, 26)))
        assert all(0 <= span.start < span.end <= len(text) for span in spans(reading))
