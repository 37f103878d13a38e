"""A quotation that a headline and its story both give is of one speaker, in both readers."""

from datetime import date

import pytest

from pourparler.core.reading import Attribution, Reader, Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import Mode
from pourparler.pipeline import open_reader

QUOTE = "If we do not get our harbour back, we will not open the border"
STORY = (
    "‘{headline},’ the President of Peru says.\n\n"
    "Before he meets President Ula Tarn on Friday, President Dario Quill demanded that the harbour be given back.\n\n"
    "“{body}, and nothing will move,” President Quill said on Monday.\n"
)


@pytest.fixture(scope="module", params=["rules", "trained"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each reader in turn."""
    return open_reader(request.param)


def read(reader: Reader, text: str) -> tuple[Report, Reading]:
    """A reading of one text."""
    report = Report("r1", "one.txt", text, language="en", published=date(2025, 3, 3))
    return report, reader.read(report)


def quoted(report: Report, told: Reading, words: str) -> Attribution:
    """The attribution of these words."""
    return next(one for one in told.attributions if words in one.content[0].of(report.text))


def test_a_title_gets_the_name_and_the_name_its_party(reader: Reader) -> None:
    report, told = read(reader, STORY.format(headline=QUOTE, body=QUOTE))
    first, second = [one for one in told.attributions if QUOTE in one.content[0].of(report.text)]
    assert (first.party, first.office, first.mode) == ("Peru", None, Mode.DIRECT)
    assert first.speaker is not None and first.speaker == second.speaker and second.party == "Peru"
    mine = [one for one in told.mentions if one.name == first.speaker]
    assert {one.party for one in mine if one.party} == {"Peru"}


def test_other_words_are_not_taken_for_the_same(reader: Reader) -> None:
    other = "We will talk about fish with whoever comes to our harbour"
    report, told = read(reader, STORY.format(headline=other, body=QUOTE))
    assert quoted(report, told, other).speaker is None
    assert quoted(report, told, QUOTE).party is None


def test_few_words_are_a_turn_of_speech(reader: Reader) -> None:
    report, told = read(reader, STORY.format(headline="Nothing will move", body="Nothing will move"))
    assert quoted(report, told, "Nothing will move").speaker is None


def test_two_people_with_the_same_words_stay_two(reader: Reader) -> None:
    text = STORY.format(headline=QUOTE, body=QUOTE) + f"\n“{QUOTE},” said Minister Ada Brook of Chile on Tuesday.\n"
    report, told = read(reader, text)
    assert quoted(report, told, QUOTE).speaker is None
