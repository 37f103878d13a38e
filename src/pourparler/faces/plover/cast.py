"""Actors as PLOVER has them: a state's or body's code, a sector, the canonical name, the office of who spoke."""

from collections.abc import Iterable
from functools import cached_property

from pourparler.core.actor import Actor
from pourparler.core.vocabulary import ActorKind
from pourparler.faces.plover.codes import about, bodies, country_codes
from pourparler.faces.plover.event import Values
from pourparler.faces.rows.lookup import Lookup
from pourparler.text.gazetteer import Gazetteer, fold, load_gazetteer
from pourparler.text.world import Country, Membership


class Cast:
    """The actors of a record as actor objects; what is not known of one is None."""

    def __init__(self, lookup: Lookup) -> None:
        """`lookup` is the record's."""
        self._lookup = lookup

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer()

    @cached_property
    def _known(self) -> dict[str, Actor]:
        return {actor.name: actor for actor in self._lookup.record.actors}

    def all(self, names: Iterable[str]) -> tuple[Values, ...]:
        """An object for each name, in their order."""
        return tuple(self.one(name) for name in names)

    def one(self, name: str, voice: str | None = None) -> Values:
        """The object of a party or a person; `voice` is who spoke for it."""
        actor = self._known.get(name)
        party = actor.represents if actor and actor.kind is ActorKind.PERSON and actor.represents else name
        person = voice if voice and voice != party else name if party != name else None
        speaker = self._known.get(person) if person else actor
        office = speaker.office if speaker and speaker.kind is ActorKind.PERSON else None
        return {
            "code": self.code(party),
            "sector": self._sector(party),
            "identifier_text": party,
            "person": person or (name if actor and actor.kind is ActorKind.PERSON else None),
            "office": office,
        }

    def is_state(self, name: str) -> bool:
        """True for a state that the gazetteer knows."""
        return self._state(name) is not None

    def code(self, name: str) -> str | None:
        """ISO 3166-1 of a state, PLOVER's code of a body between states or of none; None where it is not known."""
        state = self._state(name)
        if state is not None:
            return country_codes().get(state.iso2)
        organisation = self._gazetteer.organisations.get(fold(name))
        if organisation is None:
            return None
        if organisation.name in bodies():
            return bodies()[organisation.name]
        if organisation.speaks_for:
            return self.code(organisation.speaks_for)
        return "IGO" if organisation.kind is ActorKind.BLOC else None

    def _state(self, name: str) -> Country | None:
        """The state of this name; of a nation of the United Kingdom, the kingdom."""
        found = self._gazetteer.states.get(fold(name))
        if found is not None and found.membership is Membership.NATION:
            return self._gazetteer.states.get(fold(found.part_of))
        return found

    def _sector(self, name: str) -> str | None:
        """A state acts by its government; a body without a code by the first of the table's words in its name."""
        if self._state(name) is not None:
            return "GOV"
        return next(iter(about("sector", name)), None) if self.code(name) is None else None

    def place(self, names: Iterable[str]) -> Values | None:
        """The first place as a location object; None for none."""
        first = next(iter(names), None)
        if first is None:
            return None
        state = self.state_of_place(first)
        return {"name": first, "cc3": self.code(state) if state else None}

    def state_of_place(self, name: str) -> str | None:
        """The state that a place lies in; itself for a state, None where nobody knows."""
        chain = (self._state(one) for one in (name, *self._gazetteer.place_within(name)))
        nearest = next((state for state in chain if state is not None), None)
        return nearest.name if nearest else None
