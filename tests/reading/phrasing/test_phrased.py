"""Phrases of whole readings: cut at the borders of their sentence, in words that stand there."""

from datetime import date

import pytest

from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, InstrumentFrame, Operator, PositionFrame, Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import InstrumentKind, Stance
from pourparler.reading.phrasing.phrased import phrased
from pourparler.reading.trained import TrainedReader, seen

SENTENCES = [
    (
        "The minister confirmed that the fate of the toll would be settled.",
        "The minister confirmed that the fate of the toll",
        "fate of the toll",
    ),
    ("We will use the quays we built.", "we will use the quays we", "use the quays"),
    ("There will be no ferry before the strike ends.", "There will be no ferry", "ferry"),
    (
        "It asked both to inform their crews of the terms without delay.",
        "inform their crews of the terms without",
        "inform their crews of the terms without delay",
    ),
    ("The port wants a fine of 900 crowns a day for late ships.", "fine of 900 crowns", "fine of 900 crowns a day"),
    ("She would not talk about loss and damage.", "loss", "loss and damage"),
    (
        "Ada Brenn will not hand over the keys until the dam is drained.",
        "Ada Brenn hand over the keys",
        "hand over the keys",
    ),
    ("A second truce could follow if the first holds.", "second truce follow", "second truce could follow"),
    ("The guild wants the cranes switched off.", "cranes switched", "cranes switched off"),
    ("He would vote it down unless the levy goes.", "vote it", "vote it down"),
    ("The guild wants a longer break tomorrow.", "longer break tomorrow", "longer break"),
    ("Oslo demanded a truce until Friday.", "truce until Friday", "truce until Friday"),
    ("Norland wants the case settled: in the courts.", "case settled: in the courts", "case settled"),
    ("The strike goes on as long as it lasts.", "it lasts", "it lasts"),
    ("The guild wants higher pay.", "higher pay", "higher pay"),
]
"""A sentence of a Wednesday, a phrase as a reader may see it, and the phrase that is whole."""


def report(text: str) -> Report:
    """A report of a Wednesday with this text."""
    return Report("r1", "r1.txt", text, language="en", published=date(2024, 5, 8))


def read(text: str, **frames: tuple[object, ...]) -> Reading:
    """A report of this text in which just these frames were read, with whole phrases."""
    scene, analysis = seen(report(text))
    return phrased(scene, analysis, Reading("r1", "hand", **frames))  # type: ignore[arg-type]


def issue(text: str, phrase: str) -> str:
    """What a position on `phrase` is on, read in `text`."""
    frame = PositionFrame(Span(0, len(text)), Stance.DEMANDS, phrase)
    return read(text, positions=(frame,)).positions[0].issue


def halves(text: str, blocks: str, requires: str, trigger: str) -> tuple[str, str]:
    """What a condition blocks and requires, read in `text`."""
    at = text.index(trigger)
    words = Span(at, at + len(trigger))
    frame = ConditionFrame(Span(0, len(text)), Operator.UNTIL, blocks, requires, trigger=words)
    found = read(text, conditions=(frame,)).conditions[0]
    return found.blocks, found.requires


@pytest.mark.parametrize(("text", "phrase", "whole"), SENTENCES)
def test_an_issue_is_cut_whole(text: str, phrase: str, whole: str) -> None:
    assert issue(text, phrase) == whole


@pytest.mark.parametrize("whole", [whole for _, _, whole in SENTENCES])
def test_a_whole_phrase_stays(whole: str) -> None:
    text = next(text for text, _, other in SENTENCES if other == whole)
    assert issue(text, whole) == whole


def test_beyond_a_colon_the_part_beside_the_trigger_is_meant() -> None:
    text = "Norland is said to have floated a swap: coal trains from the border in exchange for the mine."
    phrase = "Norland said to have floated a swap: coal trains from the border"
    assert halves(text, phrase, "the mine", "in exchange for") == ("coal trains from the border", "the mine")


def test_a_phrase_ends_before_its_trigger() -> None:
    text = "The board will not open the lock until the crews of the tugs are paid."
    blocks, requires = halves(text, "open the lock", "the crews of the tugs paid", "until")
    assert (blocks, requires) == ("open the lock", "the crews of the tugs paid")


def test_a_phrase_leaves_the_beginning_of_its_trigger_out() -> None:
    text = "Carriers called a return conditional on a vote of the crews."
    assert halves(text, "a return conditional", "a vote of the crews", "conditional on")[0] == "a return"


def test_a_clause_that_is_cut_short_is_left_out() -> None:
    text = "A return now hinges on a budget decision that lies, in part, with the harbour board."
    assert halves(text, "A return", "a budget decision that lies", "hinges on")[1] == "a budget decision"


def test_what_is_required_keeps_who_acts() -> None:
    text = "There will be no ferry until Norland pays the crews."
    assert halves(text, "There will be no ferry", "Norland pays the crews", "until")[1] == "Norland pays the crews"


def test_a_denial_is_left_out_of_what_waits_and_kept_in_what_must_be() -> None:
    text = "We will not meet if there is no agenda."
    assert halves(text, "We will not meet", "there is no agenda", "if") == ("meet", "no agenda")


def test_what_is_put_before_a_phrase_stays() -> None:
    text = "The guild will vote it down unless the levy goes."
    assert halves(text, "holding off vote it", "the levy goes", "unless")[0] == "holding off vote it down"


def test_a_phrase_that_does_not_stand_there_stays() -> None:
    assert issue("The guild wants higher pay.", "longer truce") == "longer truce"
    assert issue("The guild wants higher pay.", "") == ""


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("Norland and Sudland closed a pact in the harbour.", "pact in", "pact"),
        ("The guild tabled its own paper.", "own paper", "paper"),
        (
            "They signed an accord on the use and care of the common wells.",
            "accord on the use and care of the",
            "accord on the use and care of the common wells",
        ),
    ],
)
def test_the_name_of_a_paper_is_closed_and_not_lengthened(text: str, title: str, whole: str) -> None:
    frame = InstrumentFrame(Span(0, len(text)), InstrumentKind.AGREEMENT, title)
    assert read(text, instruments=(frame,)).instruments[0].title == whole


@pytest.mark.parametrize(("text", "phrase", "whole"), SENTENCES)
def test_the_words_stand_in_the_report(text: str, phrase: str, whole: str) -> None:
    at = -1
    for word in issue(text, phrase).split():
        at = text.find(word, at + 1)
        assert at >= 0, word


def test_reading_again_changes_nothing() -> None:
    text = "The guild said on Monday it would not return to work until the board pays the crews of the tugs."
    scene, analysis = seen(report(text))
    reading = TrainedReader().read(report(text))
    assert phrased(scene, analysis, reading) == reading
    assert reading.conditions
