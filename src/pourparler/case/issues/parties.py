"""The parties of a record, and which of them a piece of text names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import ActorKind
from pourparler.text.gazetteer import fold, load_gazetteer

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_LONGEST = 6
"""Words of the longest name looked for."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that take positions, set conditions or are sides of instruments and meetings.

    `_by_name` leads from a folded name of an actor to its party, `_of` from an actor's name to its party.
    """

    names: tuple[str, ...]
    _by_name: Mapping[tuple[str, ...], str]
    _of: Mapping[str, str]
    _partners: Mapping[str, Mapping[str, int]]

    def party_of(self, actor: str | None) -> str | None:
        """The party that an actor is or speaks for, by its name; None where the record does not tell."""
        return self._of.get(actor) if actor else None

    def partners(self, party: str | None) -> tuple[str, ...]:
        """Those that share instruments and meetings with a party: the one it shares most with, and all with half as
        many, by name; none where it shares none."""
        shared = self._partners.get(party or "", {})
        most = max(shared.values(), default=0)
        return tuple(sorted(other for other, number in shared.items() if 2 * number >= most))

    def named_in(self, text: str, not_after: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The parties that a text names, by a name of them, of their people, or the adjective of a state, in order;
        states and organisations that the record knows count, whether or not they have taken part yet.

        Names that stand right after one of the words `not_after` (lower case), articles apart, are left out.
        """
        words = _WORD.findall(fold(text).replace("'s", ""))
        found: dict[str, None] = {}
        place = 0
        while place < len(words):
            length, party = self._at(words, place)
            before = [word.lower() for word in words[max(0, place - 2) : place] if word.lower() not in _ARTICLES]
            if party and before[-1:] and before[-1] in not_after:
                party = None
            if party:
                found.setdefault(party)
            place += max(1, length)
        return tuple(found)

    def _at(self, words: list[str], place: int) -> tuple[int, str | None]:
        """The longest name that begins at a word, in words, and its party."""
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            run = words[place : place + length]
            party = self._by_name.get(tuple(run))
            if party is None:
                state = _state(" ".join(run))
                party = state if state in self.names else None
            if party:
                return length, party
        return 0, None


@lru_cache(maxsize=65_536)
def _state(words: str) -> str | None:
    """The name of the state that some words stand for."""
    found = load_gazetteer().state(words)
    return found.name if found is not None else None


def parties_of(record: CaseRecord) -> Parties:
    """The parties of a record."""
    names = dict.fromkeys(
        name
        for group in (
            *((one.party,) for one in record.positions),
            *((one.party,) for one in record.conditions),
            *(one.parties for one in record.instruments),
            *(one.parties for one in record.meetings),
        )
        for name in group
        if name
    )
    of = {name: name for name in names}
    of |= {actor.name: actor.represents for actor in record.actors if actor.represents}
    by_name: dict[tuple[str, ...], str] = {}
    for actor in record.actors:
        party = of.get(actor.name) or (actor.name if actor.kind is not ActorKind.PERSON else None)
        if party is not None:
            for name in _names(actor.name, *actor.names, *actor.aliases):
                by_name.setdefault(name, party)
    taking_part = {of.get(name) or name for name in names}
    return Parties(tuple(sorted(taking_part)), by_name, of, _partners(record, of))


def _partners(record: CaseRecord, of: Mapping[str, str]) -> Mapping[str, Mapping[str, int]]:
    """How many instruments and meetings each two parties share."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    groups = (*(one.parties for one in record.instruments), *(one.parties for one in record.meetings))
    for group in groups:
        sides = {of.get(name) or name for name in group}
        for one in sides:
            shared[one].update(sides - {one})
    return shared


def _names(*names: str) -> Iterable[tuple[str, ...]]:
    """The names of an actor as words, without an article; no mere pronoun or lower-case wording."""
    for name in names:
        words = _WORD.findall(fold(name).replace("'s", ""))
        if words and words[0].lower() == "the":
            words = words[1:]
        if any(word[0].isupper() for word in words) and " ".join(words).lower() not in _PRONOUNS:
            yield tuple(words)


_ARTICLES = frozenset("a an the".split())
_PRONOUNS = frozenset("he she it they we i you his her its their our".split())
