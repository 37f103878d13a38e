"""The word lists by which phrases are gathered, from `data/case/issue_words.toml` and the reader's tables."""

import tomllib
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import InstrumentKind
from pourparler.reading.instruments.nouns import instrument_nouns

CEASEFIRE = InstrumentKind.CEASEFIRE.value
"""The one word for every noun that names a ceasefire."""


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of words; raises KeyError for a list that there is not."""
    text = files("pourparler.data").joinpath("case", "issue_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


@cache
def ceasefire_nouns() -> frozenset[str]:
    """Nouns that name a ceasefire by themselves, as the reader's table of instruments has them."""
    return frozenset(noun for noun, told in instrument_nouns().items() if told.kind is InstrumentKind.CEASEFIRE)
