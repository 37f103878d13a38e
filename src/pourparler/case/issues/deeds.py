"""One form for a doing and for a thing under several words: "troop withdrawal" is about withdrawing troops."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

LIFTED = "lift"
"""The one word for taking off what was put on somebody: sanctions, a ban, tariffs."""

_NOUN_OF_ISE = "isation"

_SHORTEST = 7
"""Characters of the shortest word that is taken for a verb in -ize: "size", "prize" and "seize" are none."""


def in_one_form(words: Iterable[str]) -> frozenset[str]:
    """Dictionary forms with one form for each doing, as `data/case/deeds.toml` has them.

    What is put on somebody is lifted by whatever word it is taken off: "sanctions relief", "easing sanctions".
    """
    told = {_british(word) for word in words}
    if told & _table("taken_off", "nouns"):
        told = {LIFTED if word in _table("taken_off", "words") else word for word in told}
    if len(told) == 1:
        told = set(_whole().get(next(iter(told)), told))
    return frozenset(_forms().get(word, word) for word in told)


@cache
def particles() -> frozenset[str]:
    """Words after a verb that belong to it."""
    return _table("particles", "words")


@cache
def verbs_of_state() -> frozenset[str]:
    """Verbs without an object, which tell how a thing is."""
    return _table("states", "words")


@cache
def taken_off() -> frozenset[str]:
    """Words for taking off what was put on somebody."""
    return _table("taken_off", "words")


def is_known(word: str) -> bool:
    """True for a noun of the tables: "pay" before a noun is one, whatever it was taken for."""
    return is_doing(word) or word in _things()


def is_doing(word: str) -> bool:
    """True for a word of the table of doings."""
    return word in _forms()


def is_deed(word: str) -> bool:
    """True for a verb of the table of doings, and for every word that stands for one."""
    return is_doing(word) or word in _data()["deeds"]


def is_thing(word: str) -> bool:
    """True for a noun that names a thing under several words."""
    return word in _things() or word in _data()["things"]


def thing(noun: str) -> str:
    """The one noun for a thing that several nouns name."""
    return _things().get(noun, noun)


def _british(word: str) -> str:
    """A verb in -ize, or the noun of one, by its verb in -ise."""
    if len(word) < _SHORTEST or "-" in word:
        return word
    spelt = word.replace("ization", _NOUN_OF_ISE)
    if spelt.endswith(_NOUN_OF_ISE):
        return f"{spelt.removesuffix(_NOUN_OF_ISE)}ise"
    return f"{spelt.removesuffix('ize')}ise" if spelt.endswith("ize") else spelt


@cache
def _forms() -> Mapping[str, str]:
    """By each word for a doing, the one that stands for all."""
    return {word: one for one, words in _data()["deeds"].items() for word in words}


@cache
def _things() -> Mapping[str, str]:
    return {noun: one for one, nouns in _data()["things"].items() for noun in nouns}


@cache
def _whole() -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(words) for word, words in _data()["whole"].items()}


@cache
def _table(table: str, name: str) -> frozenset[str]:
    return frozenset(_data()[table][name])


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("pourparler.data").joinpath("case", "deeds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
