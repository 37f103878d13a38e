"""Words by which somebody says that they doubt what another will do, from `data/case/doubt_words.toml`."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pourparler.case.issues.phrases import lemmas_of

REACH = 5
"""Words after a denial that it can deny; "has never once said or shown that it means" is longer, and rare."""


def says_doubt(text: str, negative: bool = False) -> bool:
    """True where a text has a word of doubt, or denies one of trust; `negative` is a text whose cue turns it round."""
    lemmas = lemmas_of(text)
    words = set(lemmas)
    if words & _list("words") or any(_has(lemmas, tuple(phrase.split())) for phrase in _list("phrases")):
        return True
    trusting = [place for place, word in enumerate(lemmas) if word in _list("denied")]
    if negative and trusting:
        return True
    return any(set(lemmas[max(0, place - REACH) : place]) & _list("denials") for place in trusting)


def _has(lemmas: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(lemmas[at : at + len(phrase)]) == phrase for at in range(len(lemmas)))


@cache
def _list(name: str) -> frozenset[str]:
    text = files("pourparler.data").joinpath("case", "doubt_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])
