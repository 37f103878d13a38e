"""Voices as spans of the text: marks before a content fall away, and nobody known is nobody."""

import pytest

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Mode
from pourparler.encoder.attribution import Words
from pourparler.encoder.frames import Framed
from pourparler.reading.hearing import SURE, heard, stated, voiced
from pourparler.reading.tellings import Triple
from tests.reading.staging import scene
from tests.reading.voices import analysis, voice


def triple(text: str, content: str, source: str | None, cue: str) -> Triple:
    """A triple of words that stand in `text`."""
    places = [None if part is None else Span(text.index(part), text.index(part) + len(part)) for part in (source, cue)]
    at = text.index(content)
    return Triple((Span(at, at + len(content)),), *places)


UNION = "The union said that talks would go on."


def test_a_voice_is_told_in_offsets() -> None:
    (found,) = heard(analysis(UNION, voice("The union", "said", "that talks would go on")))
    assert found == triple(UNION, "that talks would go on", "The union", "said")


@pytest.mark.parametrize("marks", [",", ":", " —", " – -", ";", ", ,"])
def test_marks_before_a_content_fall_away(marks: str) -> None:
    text = f"The union said{marks} talks would go on."
    (found,) = heard(analysis(text, voice("The union", "said", f"{marks} talks would go on.".strip())))
    assert [span.of(text) for span in found.content] == ["talks would go on."]


def test_a_content_of_marks_alone_is_none() -> None:
    text = "The union said … — “ ” and left."
    assert not list(heard(analysis(text, voice("The union", "said", "… — “ ”"))))
    (found,) = heard(analysis(text, voice("The union", "said", "… — “ ”", "left")))
    assert [span.of(text) for span in found.content] == ["left"]


def test_a_voice_without_source_has_none() -> None:
    (found,) = heard(analysis(UNION, voice(None, "said", "talks would go on")))
    assert found.source is None


def test_voices_are_told_in_their_order() -> None:
    text = "The union said yes. The firm said no."
    told = heard(analysis(text, voice("The union", "said", "yes"), voice("The firm", "said", "no", after="The firm")))
    assert [found.source.of(text) for found in told if found.source] == ["The union", "The firm"]
    assert not list(heard(analysis(text)))


def test_a_voice_becomes_an_attribution() -> None:
    text = "Norway said that the talks would go on."
    found = voiced(scene(text), triple(text, "that the talks would go on", "Norway", "said"), [])
    assert found is not None
    assert (found.speaker, found.party, found.mode) == ("Norway", "Norway", Mode.INDIRECT)
    assert [span.of(text) for span in found.content] == ["the talks would go on"]
    assert found.cue == Span(7, 11)
    assert found.source == Span(0, 6)


def test_a_quotation_is_heard_inside_its_marks() -> None:
    text = "“The talks will go on,” Norway said."
    found = voiced(scene(text), triple(text, "“The talks will go on,”", "Norway", "said"), [])
    assert found is not None
    assert found.mode is Mode.DIRECT
    assert [span.of(text) for span in found.content] == ["The talks will go on,"]


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Norway did not say that the talks would go on.", "that the talks would go on", "Norway", "say"),
        ("Norway will announce that the talks go on.", "that the talks go on", "Norway", "will announce"),
        ("The calendar said that the talks would go on.", "that the talks would go on", "The calendar", "said"),
        ("Nobody said that the talks would go on.", "that the talks would go on", "Nobody", "said"),
        ("They said that the talks would go on.", "that the talks would go on", "They", "said"),
        ("Norway thought the talks would go on.", "the talks would go on", None, "thought"),
    ],
)
def test_what_was_not_said_or_by_nobody_known_is_no_attribution(
    text: str, content: str, source: str | None, cue: str
) -> None:
    assert voiced(scene(text), triple(text, content, source, cue), []) is None


def statement(sure: float = 1.0, kind: str = "statement", **roles: Words) -> Framed:
    """A frame that opens with "said" in `UNION`, with these words around it."""
    return Framed(kind, (2, 3), sure, tuple(roles.items()))


def stated_of(frame: Framed) -> list[Triple]:
    """What is stated in `UNION` where just this frame is seen."""
    made = analysis(UNION)
    made.__dict__["frames"] = (frame,)
    return list(stated(made))


def test_a_statement_that_the_frame_heads_see_is_told_in_offsets() -> None:
    asked = triple(UNION, "that talks would go on", "The union", "said")
    assert stated_of(statement(source=(0, 2), content=(3, 8))) == [asked]
    assert stated_of(statement(SURE, source=(0, 2), content=(3, 8))) == [asked]


@pytest.mark.parametrize(
    "frame",
    [
        statement(SURE - 0.01, source=(0, 2), content=(3, 8)),
        statement(kind="position", source=(0, 2), content=(3, 8)),
        statement(content=(3, 8)),
        statement(source=(0, 2)),
        statement(source=(0, 2), content=(8, 9)),
    ],
)
def test_an_unsure_statement_or_half_of_one_is_none(frame: Framed) -> None:
    assert stated_of(frame) == []
