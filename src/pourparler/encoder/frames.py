"""Frames off the word vectors of a window: what names a meeting or an instrument, the words of a position, the trigger of
a condition, and what the words around each are to it. Each frame is told from the window in which it begins fresh.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.attribution import Seen
from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.chain import best_labels, runs
from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, LINKED, ROLES, SEEN, STATES
from pourparler.encoder.naming import alike
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

Words = tuple[int, int]
"""Words `[first, last)` of a document."""


@dataclass(frozen=True, slots=True)
class Framed:
    """One naming, stand, trigger or cue in words of the document. `sure` is how likely its words are to open a frame, 0 to
    1: the mean over them, each taken by itself. `roles` are the words around it, `values` its closed
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


@dataclass(frozen=True, slots=True)
class Called:
    """One naming of an actor, what it is of (see `CALLED`), and the number of the earlier naming of the same in the list
    it stands in."""

    words: Words
    kind: str
    before: int | None


KINDS = (
    ("named", ("meeting", "instrument")),
    ("stand", ("position",)),
    ("tie", ("condition",)),
    ("say", ("statement",)),
)
"""The chains that open frames, with the kinds of frame that each opens."""


def frames(
    found: Sequence[Seen], told: tuple[Sequence[int], Sequence[str]], heads: dict[str, Array]
) -> tuple[Framed, ...]:
    """The frames of a document in the order of its words; `told` are the sentence of each word and its form in lower
    case."""
    sentences, forms = told
    chains = {name: _chain(found, name, heads) for name, _ in KINDS}
    made: list[Framed] = []
    for number, seen in enumerate(found):
        window = seen.window
        anchors = [
            (kind, run, _sure(chains[name].open[number], run))
            for name, kinds in KINDS
            for kind in kinds
            for run in _runs(chains[name].labels[number], name, kind)
            if run[0] >= window.fresh - window.first
        ]
        if anchors:
            made += _of_window(seen, anchors, sentences[window.first : window.last], heads)
    made.sort(key=lambda one: one.words)
    return tuple(_linked(found, made, (sentences, forms), heads))


def called(
    found: Sequence[Seen], told: tuple[Sequence[int], Sequence[str]], heads: dict[str, Array]
) -> tuple[Called, ...]:
    """The namings of actors of a document in the order of its words."""
    chains = _chain(found, "actor", heads).labels
    here: list[Words] = []
    kinds: list[str] = []
    for seen, labels in zip(found, chains, strict=True):
        fresh = seen.window.fresh - seen.window.first
        for run in _runs(labels, "actor", "actor"):
            if run[0] >= fresh:
                here.append(_moved(run, seen.window))
                mean = seen.vectors[run[0] : run[1]].mean(0)
                kinds.append(CALLED[int((heads["called.weight"] @ mean + heads["called.bias"]).argmax())])
    before = antecedents(found, here, told, (heads, LINKED.index("actor")))
    return tuple(Called(*one) for one in zip(here, kinds, before, strict=True))


class _Chain(NamedTuple):
    """The best labels of one chain in every window, and how likely each word bears any."""

    labels: list[NDArray[np.int64]]
    open: list[Array]


def _chain(found: Sequence[Seen], name: str, heads: dict[str, Array]) -> _Chain:
    weight, bias = heads[f"flat.{name}.weight"], heads[f"flat.{name}.bias"]
    scores = [seen.vectors @ weight.T + bias for seen in found]
    shares = [np.exp(rows - rows.max(1, keepdims=True)) for rows in scores]
    opened = [1 - rows[:, 0] / rows.sum(1) for rows in shares]
    return _Chain(best_labels(scores, heads[f"flat_steps.{name}"]), opened)


def _sure(opened: Array, run: Words) -> float:
    return float(opened[run[0] : run[1]].mean())


def _runs(labels: NDArray[np.int64], chain: str, kind: str) -> list[Words]:
    begin = CHAINS[chain].index(f"B-{kind}")
    return runs(labels, begin, begin + 1)


def _moved(run: Words, window: Window) -> Words:
    return run[0] + window.first, run[1] + window.first


def _of_window(
    seen: Seen, anchors: Sequence[tuple[str, Words, float]], sentences: Sequence[int], heads: dict[str, Array]
) -> list[Framed]:
    """The frames of one window."""
    x, window = seen.vectors, seen.window
    means = np.stack([x[first:last].mean(0) for _, (first, last), _ in anchors])
    scores, most = _seen(x, anchors, means, (sentences, heads))
    whole = np.concatenate([means, most], 1)
    looked = x @ heads["looked.weight"].T + heads["looked.bias"]
    made = []
    for number, labels in enumerate(best_labels(list(scores), heads["seen_steps"])):
        kind, words, sure = anchors[number]
        roles = sorted(
            ((role, run) for at, role in enumerate(ROLES) for run in runs(labels, 1 + 2 * at, 2 + 2 * at)),
            key=lambda one: one[1],
        )
        values = tuple(_value(task, whole[number], (x, looked), heads) for task in CLASSES if task.split()[0] == kind)
        states = tuple(
            _state(run, window, np.concatenate([x[run[0] : run[1]].mean(0), means[number]]), heads)
            for role, run in roles
            if role == "state" and kind == "instrument"
        )
        around = tuple((role, _moved(run, window)) for role, run in roles)
        made.append(Framed(kind, _moved(words, window), sure, around, values, states))
    return made


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
    return _moved(run, window), str(STATES[best]), sure


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
        np.maximum(seen, 0, out=seen)
        joined = seen @ around[1] + heads["near.bias"]
        joined[1:] += seen[:-1] @ around[0]
        joined[:-1] += seen[1:] @ around[2]
        np.maximum(joined, 0, out=joined)
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


def antecedents(
    found: Sequence[Seen],
    places: Sequence[Words],
    told: tuple[Sequence[int], Sequence[str]],
    rest: tuple[dict[str, Array], int],
) -> list[int | None]:
    """For each naming the number of the earlier one that names the same, None for none; looked for in its window."""
    sentences, forms = told
    heads, kind = rest
    links: list[int | None] = [None] * len(places)
    for seen in found:
        window, x = seen.window, seen.vectors
        here = [n for n, (a, b) in enumerate(places) if window.first <= a and b <= window.last]
        if len(here) < 2:
            continue
        means = np.stack([x[places[n][0] - window.first : places[n][1] - window.first].mean(0) for n in here])
        later = means @ heads[f"later.{kind}.weight"].T + heads[f"later.{kind}.bias"]
        earlier = means @ heads[f"earlier.{kind}.weight"].T + heads[f"earlier.{kind}.bias"]
        words = [forms[places[n][1] - 1] for n in here]
        where = np.array([sentences[places[n][0]] for n in here])
        scores = later @ earlier.T / np.sqrt(np.float32(later.shape[1]))
        scores += heads["alike.weight"][[[alike(a, b) for b in words] for a in words], kind]
        scores += heads["far.weight"][np.clip(where[:, None] - where[None], 0, 6), kind]
        scores[np.triu_indices(len(here))] = -1e9
        none = means @ heads["none.weight"][kind] + heads["none.bias"][kind]
        for at, n in enumerate(here):
            if places[n][0] >= window.fresh and scores[at].max() > none[at]:
                links[n] = here[int(scores[at].argmax())]
    return links
