"""Namings of actors off the word vectors of a window, by name or by description."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.encoder.attribution import Seen, Words, moved
from pourparler.encoder.frame_labels import CALLED, LINKED
from pourparler.encoder.frames import chains, runs_of
from pourparler.encoder.links import antecedents
from pourparler.encoder.weights import Array


@dataclass(frozen=True, slots=True)
class Called:
    """One naming of an actor, what it is of (see `CALLED`), and the number of the earlier naming of the same in the
    list it stands in."""

    words: Words
    kind: str
    before: int | None


def called(
    found: Sequence[Seen], told: tuple[Sequence[int], Sequence[str]], heads: dict[str, Array]
) -> tuple[Called, ...]:
    """The namings of actors of a document in the order of its words."""
    told_by = chains(found, ["actor"], heads)["actor"].labels
    here: list[Words] = []
    kinds: list[str] = []
    for seen, labels in zip(found, told_by, strict=True):
        fresh = seen.window.fresh - seen.window.first
        for run in runs_of(labels, "actor", "actor"):
            if run[0] >= fresh:
                here.append(moved(run, seen.window))
                mean = seen.vectors[run[0] : run[1]].mean(0)
                kinds.append(CALLED[int((heads["called.weight"] @ mean + heads["called.bias"]).argmax())])
    before = antecedents(found, here, told, (heads, LINKED.index("actor")))
    return tuple(Called(*one) for one in zip(here, kinds, before, strict=True))
