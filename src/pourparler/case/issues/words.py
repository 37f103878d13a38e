"""The word lists by which phrases are gathered, from `data/case/issue_words.toml` and the reader's tables."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

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


@cache
def topic_words(table: str, name: str = "") -> frozenset[str]:
    """One list of words of `data/case/topic_words.toml`; raises KeyError for a list that there is not."""
    found = _topic_data()[table]
    return frozenset(found[name] if name else found)


@cache
def kin() -> Mapping[str, str]:
    """By each word for a subject, the one that stands for all."""
    return {word: one for one, words in _topic_data()["kin"].items() for word in words}


@cache
def _topic_data() -> Mapping[str, Any]:
    text = files("pourparler.data").joinpath("case", "topic_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
