"""Places that hold one another: Istanbul lies in Turkey, the White House in Washington."""

from collections.abc import Iterable
from functools import lru_cache

from pourparler.text.gazetteer import fold, load_gazetteer


@lru_cache(maxsize=16_384)
def known_as(name: str) -> str:
    """The gazetteer's name for a place or state; folded and in lower case for a place it does not know."""
    world = load_gazetteer()
    key = fold(name.removeprefix("the ").removeprefix("The "))
    if key in world.states:
        return world.states[key].name
    if key in world.places:
        return world.places[key].name
    if fold(name) in world.seats:
        return world.seats[fold(name)].name
    return key.casefold()


@lru_cache(maxsize=16_384)
def holders(name: str) -> tuple[str, ...]:
    """What holds a place, nearest first; empty for a state and for a place that the gazetteer does not know."""
    return load_gazetteer().place_within(known_as(name))


def is_known(name: str) -> bool:
    """True when the gazetteer can say where the place is."""
    world = load_gazetteer()
    return bool(holders(name)) or fold(known_as(name)) in world.states


def within(one: str, other: str) -> bool:
    """True when the first place is the second or lies in it."""
    return known_as(one) == known_as(other) or known_as(other) in holders(one)


def agree(one: Iterable[str], other: Iterable[str]) -> bool:
    """True when some place of the one is, holds or lies in some place of the other."""
    theirs = tuple(other)
    return any(within(a, b) or within(b, a) for a in one for b in theirs)


def clash(one: Iterable[str], other: Iterable[str]) -> bool:
    """True when both name places that are known and no place of the one goes with one of the other.

    A place that the gazetteer does not know (a palace, a hall) may lie anywhere, so it clashes with none.
    """
    mine = [place for place in one if is_known(place)]
    theirs = [place for place in other if is_known(place)]
    return bool(mine and theirs) and not agree(mine, theirs)


def specific_first(places: Iterable[str]) -> tuple[str, ...]:
    """Places, each once under the wording that comes first, those that lie in others before them."""
    found: dict[str, str] = {}
    for place in places:
        found.setdefault(known_as(place), place)
    names = list(found.values())
    return tuple(sorted(names, key=lambda name: (-sum(within(name, other) for other in names), names.index(name))))
