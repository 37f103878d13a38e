"""Who is who over all reports: one actor for every person, state, organisation, bloc and group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.actor import Actor
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import ActorKind
from pourparler.record.naming import parse_name
from pourparler.record.offices import HELD_BY_MANY, Days, Tenure, holder_on, learn_tenures, office_key
from pourparler.record.people import Naming, group_people
from pourparler.record.spelling import spelling
from pourparler.record.store import Wording
from pourparler.text.gazetteer import fold

_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "its", "who", "we", "i"}
)


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


def know_actors(wordings: Iterable[Wording], days: Days | None = None) -> Actors:
    """The actors that the reports name, in the order of their names; the order of `wordings` does not matter.

    `days` are the days of publication by report id: they tell who held an office when.
    """
    told: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        told[wording.name].append(wording)
    persons = {name for name, these in told.items() if _kind(these) is ActorKind.PERSON}
    canonical = group_people(_naming(name, told[name]) for name in persons)
    canonical |= _others({name: these for name, these in told.items() if name not in persons})
    together: dict[str, list[Wording]] = defaultdict(list)
    worded: dict[str, dict[str, str]] = defaultdict(dict)
    for name in sorted(told):
        together[canonical[name]] += told[name]
        for wording in told[name]:
            worded[wording.report].setdefault(fold(_wording(wording.text)).casefold(), canonical[name])
    actors = tuple(_actor(name, together[name], canonical) for name in sorted(together))
    names = {fold(actor.name).casefold(): actor.name for actor in actors}
    for name in sorted(canonical):
        names.setdefault(fold(name).casefold(), canonical[name])
    tenures = learn_tenures((wording for these in told.values() for wording in these), canonical, days or {})
    held: dict[tuple[str, str], tuple[Tenure, ...]] = defaultdict(tuple)
    for tenure in tenures:
        held[tenure.office, tenure.party] += (tenure,)
    return Actors(actors, names | canonical, {actor.name: actor for actor in actors}, worded, tenures, held)


def _kind(wordings: Sequence[Wording]) -> ActorKind:
    """The kind that most reports give."""
    return ActorKind(_most(Counter({kind: len(reports) for kind, reports in _reports_by(wordings, "kind").items()})))


def _naming(name: str, wordings: Sequence[Wording]) -> Naming:
    return Naming(
        name,
        len({wording.report for wording in wordings}),
        frozenset(wording.party for wording in wordings if wording.party),
        frozenset(wording.office.casefold() for wording in wordings if wording.office),
    )


def _others(told: Mapping[str, Sequence[Wording]]) -> dict[str, str]:
    """States, organisations and groups: names that differ only in accents, case and an article are one."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for name, wordings in told.items():
        spelled[_plain(name)][name] += len({wording.report for wording in wordings})
    canonical = {name: _most(spelled[_plain(name)]) for name in told}
    return {name: _spelled_out(name, told, canonical) for name in canonical}


def _spelled_out(name: str, told: Mapping[str, Sequence[Wording]], canonical: Mapping[str, str]) -> str:
    """The canonical name of a body; an abbreviation goes by the only full name that a report puts beside it."""
    if not name.isupper() or " " in name:
        return canonical[name]
    full = {
        canonical[other]
        for other, wordings in told.items()
        if other != name and any(wording.text == name for wording in wordings)
    }
    return next(iter(full)) if len(full) == 1 else canonical[name]


def _plain(name: str) -> str:
    return fold(name).casefold().removeprefix("the ")


def _actor(name: str, wordings: Sequence[Wording], canonical: Mapping[str, str]) -> Actor:
    """One actor from all wordings of it: the kind, party and office that most reports give, and every wording."""
    kind = _kind(wordings)
    parties: Counter[str] = Counter()
    for party, reports in _reports_by(wordings, "party").items():
        parties[canonical.get(party, party)] += len(reports)
    del parties[name]
    offices = Counter({office: len(reports) for office, reports in _reports_by(wordings, "office").items()})
    aliases = {_wording(wording.text) for wording in wordings}
    if kind is ActorKind.PERSON:
        aliases = {_without_owner(alias) for alias in aliases}
    key = " ".join(spelling(word) for word in name.split()) if kind is ActorKind.PERSON else _plain(name)
    return Actor(
        id=content_id("w", "person" if kind is ActorKind.PERSON else "body", key),
        name=name,
        kind=kind,
        represents=_most(parties) if parties else None,
        office=_most(offices) if offices else None,
        aliases=tuple(sorted(alias for alias in aliases if alias and alias.casefold() not in _PRONOUNS)),
    )


def _wording(text: str) -> str:
    """Words of a report as an alias: on one line, without a possessive ending."""
    return " ".join(text.split()).removesuffix("'s").removesuffix("’s")


def _without_owner(alias: str) -> str:
    """Words for a person without an office in apposition whose owner stands elsewhere: "its chairman, Ann Lee"."""
    first, _, rest = alias.partition(" ")
    return alias.rpartition(", ")[2] if rest and first.casefold() in _PRONOUNS else alias


def _reports_by(wordings: Iterable[Wording], field: str) -> dict[str, set[str]]:
    """The reports that give each value of a field."""
    found: dict[str, set[str]] = defaultdict(set)
    for wording in wordings:
        value = getattr(wording, field)
        if value:
            found[str(value)].add(wording.report)
    return found


def _most(counts: Counter[str]) -> str:
    """The value with the highest count; equal counts go by letters."""
    return min(counts, key=lambda value: (-counts[value], value))
