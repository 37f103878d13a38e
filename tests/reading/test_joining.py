"""Voices join the rules where the rules found nothing and the text bears them, and nowhere else."""

from collections.abc import Sequence

import pytest

from pourparler.core.reading import Attribution
from pourparler.encoder.frames import Framed
from pourparler.reading.joining import joined
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene
from tests.reading.staging import scene
from tests.reading.voices import Asked, analysis, voice

TEXT = (
    "Norway said the talks would go on.\n\n"
    "Sweden, in a note seen by the press, said the ports would open.\n\n"
    "“The ports are shut,” Denmark said."
)


def join(made: Scene, ruled: Sequence[Attribution], *asked: Asked) -> list[tuple[str | None, str]]:
    """Speaker and words of what is told when these voices join these attributions."""
    found = joined(made, analysis(made.text, *asked), ruled)
    return [(said.speaker, " | ".join(span.of(made.text) for span in said.content)) for said in found]


def ruled(made: Scene, *speakers: str) -> list[Attribution]:
    """What the rules find by these speakers."""
    return [said for said in attributions(made) if said.speaker in speakers]


NORWAY = ("Norway", "the talks would go on")
SWEDEN = ("Sweden", "the ports would open")
DENMARK = ("Denmark", "The ports are shut,")
HEARD = voice("Sweden", "said", "the ports would open", after="Sweden")


def test_a_voice_that_the_rules_missed_joins_in_its_place() -> None:
    made = scene(TEXT)
    assert join(made, ruled(made, "Norway", "Denmark"), HEARD) == [NORWAY, SWEDEN, DENMARK]


def test_without_voices_the_rules_stand() -> None:
    made = scene(TEXT)
    found = ruled(made, "Norway", "Sweden", "Denmark")
    assert list(joined(made, analysis(TEXT), found)) == found
    assert {said.speaker for said in found} >= {"Norway", "Denmark"}


@pytest.mark.parametrize(
    "again",
    [
        voice("Norway", "said", "the talks would go on"),
        voice("Norway", "said", "talks"),
        voice("Sweden", "said", "the talks would go on"),
        voice("Sweden", "said", "on", "the ports would open"),
    ],
)
def test_words_that_the_rules_gave_to_somebody_are_not_given_again(again: Asked) -> None:
    made = scene(TEXT)
    assert join(made, ruled(made, "Norway"), again) == [NORWAY]


def test_a_voice_inside_what_was_said_does_not_join() -> None:
    made = scene("Norway said that Sweden had claimed the ports would open.")
    found = ruled(made, "Norway")
    assert join(made, found, voice("Sweden", "had claimed", "the ports would open")) == [
        ("Norway", "Sweden had claimed the ports would open")
    ]


def test_one_voice_is_told_once() -> None:
    made = scene(TEXT)
    assert join(made, (), HEARD, HEARD) == [SWEDEN]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (TEXT, voice(None, "said", "the talks would go on")),
        ("Norway repaired the ports that are shut.", voice("Norway", "repaired", "the ports that are shut")),
        ("Norway said goodbye.", voice("Norway", "said", "goodbye")),
        ("Norway said … to them.", voice("Norway", "said", "…")),
        ("The calendar said the ports would open.", voice("The calendar", "said", "the ports would open")),
        ("Norway did not say the ports would open.", voice("Norway", "say", "the ports would open")),
    ],
)
def test_what_the_text_does_not_bear_does_not_join(text: str, asked: Asked) -> None:
    assert join(scene(text), (), asked) == []


def test_according_to_is_a_cue() -> None:
    made = scene("According to Norway, the ports would open.")
    assert join(made, (), voice("Norway", "According to", "the ports would open")) == [
        ("Norway", "the ports would open")
    ]


@pytest.mark.parametrize("cue", ["pointed out", "has made clear", "hinted"])
def test_a_verb_reports_with_its_particle_or_alone(cue: str) -> None:
    made = scene(f"Norway {cue} the ports would open.")
    assert join(made, (), voice("Norway", cue, "the ports would open")) == [("Norway", "the ports would open")]


@pytest.mark.parametrize("cue", ["made", "opened up", "left out"])
def test_other_verbs_report_nothing(cue: str) -> None:
    made = scene(f"Norway {cue} the ports would open.")
    assert join(made, (), voice("Norway", cue, "the ports would open")) == []


def test_a_quotation_needs_no_verb() -> None:
    made = scene("Norway called the plan “a farce”.")
    assert [speaker for speaker, _ in join(made, (), voice("Norway", "called", "the plan “a farce”"))] == ["Norway"]


def test_he_is_the_speaker_before() -> None:
    made = scene("Tony Blair said the talks would go on. He added the ports would open.")
    found = ruled(made, "Tony Blair")[:1]
    told = join(made, found, voice("He", "added", "the ports would open"))
    assert told == [("Tony Blair", "the talks would go on"), ("Tony Blair", "the ports would open")]


def test_nothing_is_joined_to_nothing() -> None:
    assert join(scene(""), ()) == []


@pytest.mark.parametrize(
    ("text", "content", "joins"),
    [
        ("Norway, in a surprise, made it plain that the ports would open.", "the ports would open", True),
        ("Norway, in a surprise, shipped “grain that nobody had ordered” on.", "grain that nobody had ordered", True),
        ("Norway, in a surprise, shipped grain nobody had ordered on.", "grain nobody had ordered", False),
    ],
)
def test_after_a_cue_that_does_not_report_only_a_quotation_or_a_that_clause_is_said(
    text: str, content: str, joins: bool
) -> None:
    made = scene(text)
    cue = "made it plain" if "made" in text else "shipped"
    assert bool(join(made, [], voice("Norway", cue, content))) is joins


def test_statements_of_the_frame_heads_come_last_where_nobody_was_heard() -> None:
    text = "Norway, in a surprise, let it slip that the ports would open."
    made, found = scene(text), analysis(text)
    content = next(n for n, (_, _, form) in enumerate(found.words) if form == "that"), len(found.words) - 1
    cue = next(n for n, (_, _, form) in enumerate(found.words) if form == "slip")
    frame = Framed("statement", (cue, cue + 1), 1.0, (("source", (0, 1)), ("content", content)))
    assert joined(made, found, ()) == ()
    found.__dict__["frames"] = (frame,)
    (told,) = joined(made, found, ())
    assert (told.speaker, told.content[0].of(text)) == ("Norway", "the ports would open")
    assert joined(made, found, (told,)) == (told,)
