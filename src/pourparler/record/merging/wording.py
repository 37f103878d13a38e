"""Short noun phrases folded to the words that carry their meaning, and when two of them name one thing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pourparler.text.gazetteer import fold, load_gazetteer

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_EMPTY = frozenset(
    "a an the this that these those its his her their our any all some no not of to on in into for and or by at with "
    "from as about over under between before after is are was were be been has have had will would could should may "
    "might can do does new possible potential further more full entire own such what which who it they he she we i "
    "there if unless until only just also s".split()
)
VAGUE = frozenset(
    "paper agreement deal accord pact arrangement document text plan proposal offer issue question matter thing talk "
    "negotiation discussion meeting term condition demand point step part progress solution settlement resolution "
    "measure action package framework draft memorandum memo call phone telephone conversation contact consultation "
    "summit visit trip conference session round signing peace".split()
)
"""Words that name a sort of thing and not which one: alone they match only themselves."""

_ENDINGS = tuple("ations ation ments ment ings ing ions ion ers er ors or ed es e al".split())
_SHORTEST_STEM = 4
_LONGEST_STEM = 7


@lru_cache(maxsize=65_536)
def content_words(phrase: str) -> frozenset[str]:
    """The words of a phrase that carry its meaning: folded, in the singular, without words that only bind."""
    words = (fold(word).casefold() for word in _words(phrase))
    return frozenset(_singular(word) for word in words if word not in _EMPTY)


def telling_words(phrase: str, *ignored: Iterable[str]) -> frozenset[str]:
    """The words of a phrase that say which one it is.

    Without words for a sort of thing, names of states and their peoples, and the words of names in `ignored`.
    """
    names = {word for group in ignored for name in group for word in content_words(name)}
    return content_words(phrase) - VAGUE - _states_in(phrase) - names


@lru_cache(maxsize=65_536)
def _states_in(phrase: str) -> frozenset[str]:
    """The folded words of a phrase that name a state, its people or its seat of government."""
    world = load_gazetteer()
    tables = (world.states, world.demonyms, world.seats)
    names = [word for word in _words(phrase) if any(fold(word) in table for table in tables)]
    return frozenset(_singular(fold(word).casefold()) for word in names)


def name_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two phrases name one thing: equal words, or more in common than apart, or the one inside the other
    where what they share says which one it is."""
    if one == other:
        return True
    shared = one & other
    if not shared - VAGUE:
        return False
    return shared in (one, other) or 2 * len(shared) >= len(one | other)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of words in common, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words cut to the part that their forms share: `inspections` and `inspectors`, `signed` and `signing`."""
    return frozenset(_stem(word) for word in words)


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """A rough stem: what is left without an ending, four letters at least; never more than seven."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:_LONGEST_STEM]


def _words(phrase: str) -> list[str]:
    """The words of a phrase, without possessive endings; `U.S.` is one word."""
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), phrase)
    return _WORD.findall(plain.replace("’s", "").replace("'s", ""))


def _singular(word: str) -> str:
    """A rough singular, the same for every form of a word: `guarantees` and `guarantee`, `parties` and `party`."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
