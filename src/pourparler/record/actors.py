"""All actors of a record: what each name stands for, whom each speaks for, who held which office when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pourparler.core.actor import Actor
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import ActorKind
from pourparler.record.naming import parse_name
from pourparler.record.offices import HELD_BY_MANY, Tenure, holder_on, office_key
from pourparler.record.spelling import spelling
from pourparler.text.gazetteer import fold


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors by name, and what each name in a report stands for."""

    all: tuple[Actor, ...]
    names: Mapping[str, str]
    by_name: Mapping[str, Actor]
    worded: Mapping[str, Mapping[str, str]]
    """By report id, what its own words for actors stand for: folded wordings (`the union`) and canonical names."""
    tenures: tuple[Tenure, ...]
    """Who is told to hold which office for which party, from when to when, with the words that tell it."""
    _held: Mapping[tuple[str, str], tuple[Tenure, ...]]

    def name_of(self, name: str) -> str:
        """The canonical name for a name as a report has it; the name itself when nobody is known by it."""
        found = self.names.get(name) or self.names.get(fold(name).casefold())
        return found or self.names.get(fold(parse_name(name).written).casefold(), name)

    def names_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Canonical names, each once, in the order of the names given."""
        return tuple(dict.fromkeys(self.name_of(name) for name in names))

    def holder_of(self, office: str, party: str, on: date | None = None) -> str | None:
        """The person who holds this office of this party on a day; None where that is not sure.

        A party has many ministers, officials and ambassadors at a time: such a title alone is nobody's.
        """
        key = office_key(office, party)
        return None if key in HELD_BY_MANY else holder_on(self._held.get((key, party), ()), on)

    def only_holder(self, office: str, report: str) -> str | None:
        """The only person named in a report who holds this office for anybody, as the reports tell; else None."""
        if office.casefold() in HELD_BY_MANY:
            return None
        here = set(self.worded.get(report, {}).values())
        holders = {held.person for held in self.tenures if held.office == office.casefold()} & here
        return next(iter(holders)) if len(holders) == 1 else None

    def party_of(self, name: str | None) -> str | None:
        """The party that an actor speaks for, by canonical name; None when the reports do not say."""
        actor = self.by_name.get(name) if name else None
        return actor.represents if actor else None


def actor_id(kind: ActorKind, name: str, apart: bool = False) -> str:
    """The id of an actor of this name: of its letters, in whatever way they are put into Latin script.

    An actor that a person took `apart` from another has an id of its own letters, for the two may be spelled alike.
    """
    if apart:
        return content_id("w", "apart", name)
    key = " ".join(spelling(word) for word in name.split()) if kind is ActorKind.PERSON else plain(name)
    return content_id("w", "person" if kind is ActorKind.PERSON else "body", key)


def plain(name: str) -> str:
    """A name of a body without accents, capitals and article."""
    return fold(name).casefold().removeprefix("the ")
