"""Training sees a text just as reading does."""

from pourparler.encoder.session import pieces
from tests.encoder.staging import ODD, STORY, analysis_of
from training.reader.texts import prepare


def test_training_and_reading_make_the_same_document() -> None:
    for text in (STORY, *ODD.values()):
        ready, read = prepare(text, pieces()), analysis_of(text)
        assert ready.words == read.words
        assert ready.document == read.document
