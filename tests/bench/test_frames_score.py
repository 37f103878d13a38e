"""Frames of single reports matched by their words: ties count once, one to one, and values over what was found."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bench import corpus_score
from bench.frames_score import _alike, _count, _figures, entries, report
from bench.record_score import KINDS
from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, InstrumentFrame, MeetingFrame, Operator
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus, MeetingKind, MeetingStatus
from training.corpus.negotiation import Links, Negotiation


def meeting(
    start: int, end: int, status: MeetingStatus = MeetingStatus.HELD, same_as: int | None = None
) -> MeetingFrame:
    """A meeting told in `[start, end)`."""
    return MeetingFrame(Span(start, end), MeetingKind.TALKS, status, "talks", same_as=same_as)


def test_tied_frames_are_one_entry() -> None:
    frames = [meeting(0, 5), meeting(10, 15), meeting(20, 25, same_as=0), meeting(30, 35, same_as=2)]
    assert [[one.evidence.start for one in group] for group in entries(frames)] == [[0, 20, 30], [10]]


def test_half_of_the_shorter_is_a_find_one_to_one() -> None:
    tally: Counter[str] = Counter()
    gold = entries([meeting(0, 10), meeting(20, 30)])
    ours = entries([meeting(5, 25), meeting(6, 10, MeetingStatus.PLANNED), meeting(40, 50)])
    _count(tally, "meetings", gold, ours)
    told = _figures(tally)
    assert (tally["meetings gold"], tally["meetings ours"], tally["meetings met"]) == (2, 3, 2)
    assert (told["meetings precision"], told["meetings recall"], told["meetings f1"]) == (0.667, 1.0, 0.8)
    assert (told["meeting status"], told["meeting kind"]) == (0.5, 1.0)
    assert told["positions f1"] == 0.0


def test_less_than_half_is_none() -> None:
    tally: Counter[str] = Counter()
    _count(tally, "meetings", entries([meeting(0, 10)]), entries([meeting(6, 16)]))
    assert tally["meetings met"] == 0


def test_values_of_conditions_and_instruments() -> None:
    tally: Counter[str] = Counter()
    tie = ConditionFrame(Span(0, 9), Operator.IF, "the lifting of the ban", "an end to the strike")
    _count(tally, "conditions", [[tie]], [[replace(tie, requires="the strike ends", operator=Operator.UNTIL)]])
    _count(tally, "conditions", [[tie]], [[replace(tie, blocks="talks")]])
    paper = InstrumentFrame(Span(0, 9), InstrumentKind.AGREEMENT, "deal", status=InstrumentStatus.SIGNED)
    _count(tally, "instruments", [[paper]], [[replace(paper, status=None), paper]])
    _count(tally, "instruments", [[paper]], [[replace(paper, status=None)]])
    told = _figures(tally)
    assert (told["condition operator"], told["condition halves"], told["instrument states"]) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("an end to the ban", "the ban", True), ("the ban", "the strike", False), ("the", "the", False)],
)
def test_phrases_are_alike_by_half_of_their_telling_words(one: str, other: str, alike: bool) -> None:
    assert _alike(one, other) is alike


def test_figures_of_all_readers_stand_side_by_side() -> None:
    lines = report({"rules": {"meetings f1": 0.5}, "both": {"meetings f1": 0.75, "meeting kind": 1.0}}).splitlines()
    assert lines[0].split() == ["rules", "both"]
    assert lines[1].split() == ["meetings", "f1", "0.500", "0.750"]
    assert lines[2].split() == ["meeting", "kind", "0.000", "1.000"]


def test_figures_of_negotiations_are_over_all_their_entries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = [Negotiation(tmp_path / name, (), (), Links(), ()) for name in "ab"]
    shown: list[bool] = []

    def scored(one: Negotiation, _: str, show: bool) -> dict[str, dict[str, float]]:
        shown.append(show)
        many: dict[str, float] = (
            {"gold": 8, "system": 8, "matched": 6} if one.name == "a" else {"gold": 2, "system": 2, "matched": 2}
        )
        fields = {name: 1.0 if one.name == "a" else 0.0 for names in corpus_score.FIELDS.values() for name in names}
        return {"evidence": {"wrong": 0.0}, **{kind: {**many, **fields} for kind in KINDS}}

    monkeypatch.setattr(corpus_score, "negotiations_of", lambda side: found)
    monkeypatch.setattr(corpus_score, "_score_one", scored)
    told = corpus_score.score("test", show=True)
    assert told["meetings f1"] == told["mean f1"] == 0.8
    assert (told["meetings status"], told["evidence right"]) == (0.75, 1.0)
    assert shown == [False, False], "of the test side nothing is shown"
    assert "mean f1" in corpus_score.report(told)
