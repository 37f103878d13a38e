"""Frames of single reports of the corpus, before any merging: the rules, the trained heads and both side by side.

A frame of the gold is found when a frame of its kind shares half of the shorter one's words with it, one to one;
accounts that one reading ties together count once. Shares of right values are over the frames found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.corpus_score import negotiations_of
from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, Reading
from pourparler.core.report import Report
from pourparler.reading.conditions.holders import Voices
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.conditions import heard_conditions
from pourparler.reading.framing.instruments import heard_instruments
from pourparler.reading.framing.laid import Laid
from pourparler.reading.framing.meetings import heard_meetings
from pourparler.reading.framing.positions import heard_positions
from pourparler.reading.rules import RuleReader
from pourparler.reading.trained import TrainedReader, seen
from training.corpus.readings import annotated

KINDS = ("meetings", "positions", "conditions", "instruments")
HALF = 0.5
Frames = Mapping[str, Sequence[Any]]


def heads_alone(report: Report, said: Sequence[Attribution]) -> Frames:
    """The frames that the heads see, none added by rules, but refused where the text does not bear them; `said` are the
    attributions of the report."""
    scene, analysis = seen(report)
    laid = Laid(scene, analysis, Voices(said))
    cast = Cast(laid)
    return {
        "meetings": [one.frame for one in heard_meetings(laid, cast) if one.kept],
        "positions": heard_positions(laid, cast),
        "conditions": heard_conditions(laid, cast),
        "instruments": [one.frame for one in heard_instruments(laid, cast) if one.kept],
    }


def _frames(reading: Reading) -> Frames:
    return {kind: getattr(reading, kind) for kind in KINDS}


READERS = ("rules", "heads", "both")


def read_thrice(report: Report) -> dict[str, Frames]:
    """The frames of a report by each of `READERS`."""
    both = TrainedReader().read(report)
    ruled = RuleReader().read(report)
    return dict(zip(READERS, (_frames(ruled), heads_alone(report, both.attributions), _frames(both)), strict=True))


def score(side: str) -> dict[str, dict[str, float]]:
    """For each reader precision, recall and F1 of every kind, and shares of right values."""
    tallies: dict[str, Counter[str]] = {name: Counter() for name in READERS}
    for found in negotiations_of(side):
        for one in annotated(found):
            for name, ours in read_thrice(one.report).items():
                for kind in KINDS:
                    _count(tallies[name], kind, entries(getattr(one.reading, kind)), entries(ours[kind]))
    return {name: _figures(tally) for name, tally in tallies.items()}


def entries(frames: Sequence[Any]) -> list[list[Any]]:
    """Frames by the first of those that are tied together."""
    groups: dict[int, list[Any]] = defaultdict(list)
    for number, frame in enumerate(frames):
        first, earlier = number, getattr(frame, "same_as", None)
        while earlier is not None and earlier < first:
            first, earlier = earlier, getattr(frames[earlier], "same_as", None)
        groups[first].append(frame)
    return list(groups.values())


def _count(tally: "Counter[str]", kind: str, gold: list[list[Any]], ours: list[list[Any]]) -> None:
    """Add what one report gives for one kind."""
    tally[f"{kind} gold"] += len(gold)
    tally[f"{kind} ours"] += len(ours)
    for i, j in met(gold, ours):
        tally[f"{kind} met"] += 1
        for name, value in _values(kind, gold[i], ours[j]):
            tally[f"{name} right"] += value
            tally[f"{name} of"] += 1


def met(gold: Sequence[Sequence[Any]], ours: Sequence[Sequence[Any]]) -> Iterator[tuple[int, int]]:
    """Entries of the gold with the one of ours that each is, by their numbers: the best shares first, one to one."""
    shares = ((_share(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(ours))
    left, right = set(range(len(gold))), set(range(len(ours)))
    for share, i, j in sorted(shares, key=lambda one: -one[0]):
        if share >= HALF and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def _share(one: Sequence[Any], other: Sequence[Any]) -> float:
    """The best share of the shorter that two passages of both have in common; a little more for like borders."""
    return max(_common(a, b) for x in one for y in other for a in _places(x) for b in _places(y))


def _places(frame: Any) -> tuple[Span, ...]:
    fields = ("agenda", "outcome", "terms")
    return (frame.evidence, *(span for name in fields for span in getattr(frame, name, ())))


def _common(one: Span, other: Span) -> float:
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    whole = max(one.end, other.end) - min(one.start, other.start)
    return common / min(one.end - one.start, other.end - other.start) + 0.1 * common / whole


def _values(kind: str, gold: Sequence[Any], ours: Sequence[Any]) -> Iterator[tuple[str, bool]]:
    """Values of a found frame, and whether they are right."""
    if kind == "meetings":
        yield "meeting status", gold[-1].status == ours[-1].status
        yield "meeting kind", gold[0].kind == ours[0].kind
    elif kind == "positions":
        yield "position stance", gold[0].stance == ours[0].stance
    elif kind == "conditions":
        yield "condition operator", gold[0].operator == ours[0].operator
        both = _alike(gold[0].requires, ours[0].requires) and _alike(gold[0].blocks, ours[0].blocks)
        yield "condition halves", both
    else:
        states = {one.status for one in gold if one.status}
        yield "instrument states", bool(states & {one.status for one in ours}) or not states
        yield "instrument kind", gold[0].kind == ours[0].kind


STOP = frozenset("a an the of to on in for and or its his her their is be has had with by at".split())


def _alike(one: str, other: str) -> bool:
    """True when half of the words of the shorter phrase stand in the other, as in `../shared/score/record.py`."""
    mine, theirs = ({word for word in text.lower().split() if word not in STOP} for text in (one, other))
    return bool(mine and theirs) and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _figures(tally: "Counter[str]") -> dict[str, float]:
    told: dict[str, float] = {}
    for kind in KINDS:
        gold, ours, met = (tally[f"{kind} {name}"] for name in ("gold", "ours", "met"))
        told[f"{kind} precision"], told[f"{kind} recall"] = met / max(1, ours), met / max(1, gold)
        told[f"{kind} f1"] = 2 * met / max(1, gold + ours)
    for name in sorted(key.removesuffix(" of") for key in tally if key.endswith(" of")):
        told[name] = tally[f"{name} right"] / tally[f"{name} of"]
    return {name: round(value, 3) for name, value in told.items()}


def report(scored: Mapping[str, Mapping[str, float]]) -> str:
    """The figures of all readers as a table."""
    names = list(dict.fromkeys(name for figures in scored.values() for name in figures))
    lines = [f"{'':24}" + "".join(f"{reader:>9}" for reader in scored)]
    lines += [f"{name:24}" + "".join(f"{figures.get(name, 0.0):9.3f}" for figures in scored.values()) for name in names]
    return "\n".join(lines)
