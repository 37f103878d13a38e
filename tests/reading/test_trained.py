"""The trained reader: the encoder's tags carry the scene, and what is no news is left out of both."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module

import pytest

from pourparler.core.evidence import Span
from pourparler.core.report import Report
from pourparler.encoder.analysis import Analysis, Run, analyse
from pourparler.pipeline import READERS
from pourparler.reading.joining import joined
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene
from pourparler.reading.trained import TrainedReader, seen, whole_names
from pourparler.text.sentences import cut

TEXT = (
    "Nurses end strike in Leeds\n\n"
    "The nurses’ union said on Tuesday it would accept the offer.\r\n\r\n"
    "Read our live blog for more! The editor said so.\n\n"
    "“We are tired,” its chair said. Management declined to comment."
)
BANNER = Span(TEXT.index("Read our"), TEXT.index("“We are"))


def report(text: str = TEXT, *not_news: Span) -> Report:
    """A report of a Wednesday with this text."""
    return Report("r1", "r1.txt", text, language="en", published=date(1998, 4, 8), not_news=not_news)


def words(scene: Scene) -> list[tuple[int, int, str]]:
    """The words of a scene, line by line, with their offsets."""
    return [(word.start, word.end, word.text) for sentence in scene.page.sentences for word in sentence.words]


@pytest.mark.parametrize("not_news", [(), (BANNER,)])
def test_scene_and_analysis_have_the_same_words(not_news: tuple[Span, ...]) -> None:
    scene, analysis = seen(report(TEXT, *not_news))
    assert words(scene) == list(analysis.words)
    assert [len(sentence.words) for sentence in scene.page.sentences] == [b - a for a, b in analysis.sentences]
    assert all(TEXT[start:end] == form for start, end, form in words(scene))


def test_the_tags_of_the_scene_are_the_encoders() -> None:
    scene, analysis = seen(report())
    tags = [word.tag for sentence in scene.page.sentences for word in sentence.words]
    assert len(tags) == len(analysis.tags)
    assert all(tag in (told, "PROPN") for tag, told in zip(tags, analysis.tags, strict=True)), "but for parts of names"
    assert [sentence.paragraph for sentence in scene.page.sentences] == sorted(
        sentence.paragraph for sentence in scene.page.sentences
    )


def test_what_is_no_news_is_not_read() -> None:
    scene, _ = seen(report(TEXT, BANNER))
    assert not [word for word in words(scene) if Span(*word[:2]).overlaps(BANNER)]
    reading = TrainedReader().read(report(TEXT, BANNER))
    assert not [said for said in reading.attributions for span in said.content if span.overlaps(BANNER)]


def test_its_attributions_are_those_of_rules_and_voices_joined() -> None:
    scene, analysis = seen(report())
    reading = TrainedReader().read(report())
    found = joined(scene, analysis, attributions(scene))
    assert [(one.content, one.cue, one.source, one.mode, one.act) for one in reading.attributions] == [
        (one.content, one.cue, one.source, one.mode, one.act) for one in found
    ]
    known = [(one.speaker, own.speaker) for one, own in zip(found, reading.attributions, strict=True) if one.speaker]
    assert all(ruled == kept for ruled, kept in known), "whom the rules know, they know"
    assert reading.reader == TrainedReader().name
    assert reading.report == "r1"


def test_a_report_of_nothing_is_read() -> None:
    for text in ("", " \r\n ", "…", "\u200b"):
        reading = TrainedReader().read(report(text))
        assert not reading.attributions
        assert not reading.meetings


def test_the_encoder_passes_over_a_report_once(monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[int] = []

    def counted(runs: Sequence[Run], quoted: Sequence[Span]) -> Analysis:
        passes.append(len(runs))
        return analyse(runs, quoted)

    monkeypatch.setattr("pourparler.reading.trained.analyse", counted)
    TrainedReader().read(report())
    assert len(passes) == 1


def test_it_is_offered_by_its_name() -> None:
    module, name = READERS["trained"].split(":")
    assert getattr(import_module(module), name) is TrainedReader


def test_the_words_of_a_name_are_all_names_but_a_people_is_none() -> None:
    (_, run), *_ = cut("Then White House aides met Russian Railways in the Green Room.")
    tags = ["ADV", "ADJ", "PROPN", "NOUN", "VERB", "ADJ", "PROPN", "ADP", "DET", "ADJ", "PROPN", "PUNCT"]
    told = whole_names(run, tags)
    assert [form for (_, _, form), old, new in zip(run, tags, told, strict=True) if old != new] == ["White", "Green"]
