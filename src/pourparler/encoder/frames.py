"""Frames off the word vectors of a window: what names a meeting or an instrument, the words of a position, the trigger
of a condition, the cue of a statement, and what the words around each are to it. Each frame is told from the window in
which it begins fresh.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.attribution import Seen, Words, beside, moved
from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.chain import best_labels, runs
from pourparler.encoder.frame_labels import ANCHORS, CHAINS, CLASSES, LINKED, ROLES_OF, SEEN, STATES
from pourparler.encoder.links import antecedents
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window


@dataclass(frozen=True, slots=True)
class Framed:
    """One naming, stand, trigger or cue in words of the document. `sure` is how likely its words are to open a frame, 0
    to 1: the mean over them, each taken by itself. `roles` are the words around it, `values` its closed
    values by task with their probability, `states` the words of state of an instrument with what they say; `before`
    is the number of the earlier frame that names the same, in the list it stands in."""

    kind: str
    words: Words
    sure: float
    roles: tuple[tuple[str, Words], ...] = ()
    values: tuple[tuple[str, str, float], ...] = ()
    states: tuple[tuple[Words, str, float], ...] = ()
    before: int | None = None

    def value(self, task: str) -> str:
        """The closed value of a task; KeyError when it is not asked of this kind of frame."""
        return {name: value for name, value, _ in self.values}[task]

    def of(self, *roles: str) -> tuple[Words, ...]:
        """The words that have one of these roles, in order."""
        return tuple(words for role, words in self.roles if role in roles)


NEVER = -1e9
"""Score of a label or a step that cannot be."""

KINDS = (
    ("named", ("meeting", "instrument")),
    ("stand", ("position",)),
    ("tie", ("condition",)),
    ("say", ("statement",)),
)
"""The chains that open frames, with the kinds of frame that each opens."""


@dataclass(frozen=True, slots=True)
class _Looking:
    """One anchor in its window: words `[first, last)` of the window, and what is seen from there."""

    seen: Seen
    kind: str
    words: Words
    sure: float
    scores: Array
    whole: Array
    looked: Array


def frames(
    found: Sequence[Seen], told: tuple[Sequence[int], Sequence[str]], heads: dict[str, Array]
) -> tuple[Framed, ...]:
    """The frames of a document in the order of its words; `told` are the sentence of each word and its form in lower
    case."""
    sentences, forms = told
    told_by = chains(found, [name for name, _ in KINDS], heads)
    looking: list[_Looking] = []
    for number, seen in enumerate(found):
        window = seen.window
        anchors = [
            (kind, run, _sure(told_by[name].open[number], run))
            for name, kinds in KINDS
            for kind in kinds
            for run in runs_of(told_by[name].labels[number], name, kind)
            if run[0] >= window.fresh - window.first
        ]
        if anchors:
            looking += _of_window(seen, anchors, sentences[window.first : window.last], heads)
    made = [_framed(one, row, heads) for one, row in zip(looking, _around(looking, heads), strict=True)]
    made.sort(key=lambda one: (one.words, one.kind))
    return tuple(_linked(found, made, (sentences, forms), heads))


def _around(looking: Sequence[_Looking], heads: dict[str, Array]) -> list[NDArray[np.int64]]:
    """The best labels of the words around each anchor, numbered as the roles of its kind are."""
    kept = {kind: [0] + [SEEN.index(f"{mark}-{role}") for role in ROLES_OF[kind] for mark in "BI"] for kind in ANCHORS}
    most = max(map(len, kept.values()))
    steps = np.full((len(looking), most, most), NEVER, np.float32)
    scores = []
    for number, one in enumerate(looking):
        labels = kept[one.kind]
        steps[number, : len(labels), : len(labels)] = heads["seen_steps"][np.ix_(labels, labels)]
        rows = np.full((len(one.scores), most), NEVER, np.float32)
        rows[:, : len(labels)] = one.scores[:, labels]
        scores.append(rows)
    return best_labels(scores, steps)


class Chain(NamedTuple):
    """The best labels of one chain in every window, and how likely each word bears any."""

    labels: list[NDArray[np.int64]]
    open: list[Array]


def chains(found: Sequence[Seen], names: Sequence[str], heads: dict[str, Array]) -> dict[str, Chain]:
    """Several chains over all windows, walked through together."""
    most = max(len(CHAINS[name]) for name in names)
    scores: list[Array] = []
    steps = np.full((len(names) * len(found), most, most), NEVER, np.float32)
    opened: list[Array] = []
    for number, name in enumerate(names):
        weight, bias, own = heads[f"flat.{name}.weight"], heads[f"flat.{name}.bias"], heads[f"flat_steps.{name}"]
        steps[number * len(found) : (number + 1) * len(found), : len(own), : len(own)] = own
        for seen in found:
            rows = seen.vectors @ weight.T + bias
            shares = np.exp(rows - rows.max(1, keepdims=True))
            opened.append(1 - shares[:, 0] / shares.sum(1))
            scores.append(np.pad(rows, ((0, 0), (0, most - len(own))), constant_values=NEVER))
    labels = best_labels(scores, steps)
    parts = {name: slice(number * len(found), (number + 1) * len(found)) for number, name in enumerate(names)}
    return {name: Chain(labels[part], opened[part]) for name, part in parts.items()}


def _sure(opened: Array, run: Words) -> float:
    return float(opened[run[0] : run[1]].mean())


def runs_of(labels: NDArray[np.int64], chain: str, kind: str) -> list[Words]:
    """The words of a window that a row of labels of a chain gives to a kind."""
    begin = CHAINS[chain].index(f"B-{kind}")
    return runs(labels, begin, begin + 1)


def _of_window(
    seen: Seen, anchors: Sequence[tuple[str, Words, float]], sentences: Sequence[int], heads: dict[str, Array]
) -> list[_Looking]:
    """What is seen from the anchors of one window."""
    x = seen.vectors
    means = np.stack([x[first:last].mean(0) for _, (first, last), _ in anchors])
    scores, most = _seen(x, anchors, means, (sentences, heads))
    whole = np.concatenate([means, most], 1)
    looked = x @ heads["looked.weight"].T + heads["looked.bias"]
    return [
        _Looking(seen, kind, words, sure, scores[number], whole[number], looked)
        for number, (kind, words, sure) in enumerate(anchors)
    ]


def _framed(one: _Looking, labels: NDArray[np.int64], heads: dict[str, Array]) -> Framed:
    """The frame of an anchor from the best labels of the words around it."""
    x, window, kind = one.seen.vectors, one.seen.window, one.kind
    roles = sorted(
        ((role, run) for at, role in enumerate(ROLES_OF[kind]) for run in runs(labels, 1 + 2 * at, 2 + 2 * at)),
        key=lambda role: role[1],
    )
    values = tuple(
        _value(task, one.whole, (x, one.looked), heads) for task in CLASSES if task.split(maxsplit=1)[0] == kind
    )
    mean = one.whole[: x.shape[1]]
    states = tuple(
        _state(run, window, np.concatenate([x[run[0] : run[1]].mean(0), mean]), heads)
        for role, run in roles
        if role == "state"
    )
    around = tuple((role, moved(run, window)) for role, run in roles)
    return Framed(kind, moved(one.words, window), one.sure, around, values, states)


def _value(task: str, whole: Array, window: tuple[Array, Array], heads: dict[str, Array]) -> tuple[str, str, float]:
    """The likeliest closed value of a task with its probability, from what an anchor is and sees and from the words
    that it looks at for this task; `window` are the vectors of its words, and what each shows to a look."""
    x, looked = window
    name = task.replace(" ", "_")
    look = heads[f"looks.{name}.weight"] @ whole + heads[f"looks.{name}.bias"]
    share = np.exp((scores := looked @ look / np.sqrt(np.float32(len(look)))) - scores.max())
    told = np.concatenate([whole, (share / share.sum()) @ x])
    best, sure = _likeliest(heads[f"values.{name}.weight"] @ told + heads[f"values.{name}.bias"])
    return task, str(CLASSES[task][best]), sure


def _state(run: Words, window: Window, pair: Array, heads: dict[str, Array]) -> tuple[Words, str, float]:
    best, sure = _likeliest(heads["state.weight"] @ pair + heads["state.bias"])
    return moved(run, window), str(STATES[best]), sure


def _likeliest(scores: Array) -> tuple[int, float]:
    """The number of the highest score, and its share."""
    shares = np.exp(scores - scores.max())
    best = int(shares.argmax())
    return best, float(shares[best] / shares.sum())


def _seen(
    x: Array, anchors: Sequence[tuple[str, Words, float]], means: Array, rest: tuple[Sequence[int], dict[str, Array]]
) -> tuple[Array, Array]:
    """Scores [anchor, word, label] of every word of the window as seen from each anchor, and the strongest that is
    seen of each part [anchor, near]."""
    sentences, heads = rest
    count, near = len(x), heads["near.weight"]
    words = x @ heads["word.weight"].T + heads["word.bias"]
    looking = means @ heads["anchor.weight"].T + heads["anchor.bias"]
    around = [np.ascontiguousarray(near[:, :, place].T) for place in range(3)]
    alone = x @ heads["alone.weight"].T + heads["alone.bias"]
    found = np.empty((len(anchors), count, len(SEEN)), np.float32)
    most = np.empty((len(anchors), near.shape[0]), np.float32)
    for number, (kind, (first, last), _) in enumerate(anchors):
        seen = words + (looking[number] + heads["kind.weight"][ANCHORS.index(kind)])
        seen += heads["distance.weight"][distance_buckets(count, first, last)]
        seen += heads["sentence.weight"][sentence_buckets(sentences, sentences[first])]
        joined = beside(seen, around, heads["near.bias"])
        found[number] = joined @ heads["seen.weight"].T + heads["seen.bias"] + alone
        most[number] = joined.max(0)
    return found, most


def _linked(
    found: Sequence[Seen],
    made: Sequence[Framed],
    told: tuple[Sequence[int], Sequence[str]],
    heads: dict[str, Array],
) -> list[Framed]:
    """The frames with the earlier one that names the same."""
    before: dict[int, int] = {}
    for kind in ("meeting", "instrument"):
        numbers = [n for n, one in enumerate(made) if one.kind == kind]
        links = antecedents(found, [made[n].words for n in numbers], told, (heads, LINKED.index(kind)))
        before |= {numbers[at]: numbers[link] for at, link in enumerate(links) if link is not None}
    return [replace(one, before=before.get(n)) for n, one in enumerate(made)]
