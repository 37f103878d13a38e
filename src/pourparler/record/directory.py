"""Who is who, kept as reports come and go: only names whose wordings changed are looked at again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pourparler.core.actor import Actor
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import ActorKind
from pourparler.record.actor_decisions import Decided, decide
from pourparler.record.actors import Actors, actor_id
from pourparler.record.bodies import group_bodies
from pourparler.record.offices import Days, Tenure, office_key, tenure
from pourparler.record.people import Naming, group_people
from pourparler.record.store import Wording
from pourparler.text.gazetteer import fold

_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "its", "who", "we", "i"}
)

Reports = set[str]


def _told_by() -> defaultdict[str, Reports]:
    return defaultdict(set)


@dataclass(slots=True)
class Name:
    """All that the reports tell under one name: for each value, the ids of the reports that give it.

    `held` has, for each office of each party as worded, the reports with their words.
    """

    reports: Reports = field(default_factory=set)
    kinds: defaultdict[str, Reports] = field(default_factory=_told_by)
    parties: defaultdict[str, Reports] = field(default_factory=_told_by)
    offices: defaultdict[str, Reports] = field(default_factory=_told_by)
    texts: defaultdict[str, Reports] = field(default_factory=_told_by)
    held: defaultdict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, told: Wording) -> None:
        """Note one wording."""
        self.reports.add(told.report)
        self.kinds[told.kind.value].add(told.report)
        self.texts[told.text].add(told.report)
        if told.party:
            self.parties[told.party].add(told.report)
        if told.office:
            self.offices[told.office].add(told.report)
        if told.kind is ActorKind.PERSON and told.office and told.party:
            self.held[told.office, told.party].add((told.report, " ".join(told.text.split())))

    def forget(self, report: str) -> None:
        """Forget what a report told."""
        self.reports.discard(report)
        for values in (self.kinds, self.parties, self.offices, self.texts):
            for value in [value for value, reports in values.items() if report in reports]:
                values[value].discard(report)
                if not values[value]:
                    del values[value]
        for key in [key for key, told in self.held.items() if any(each[0] == report for each in told)]:
            self.held[key] = {each for each in self.held[key] if each[0] != report}
            if not self.held[key]:
                del self.held[key]

    @property
    def kind(self) -> ActorKind:
        """The kind that most reports give."""
        return ActorKind(most({kind: len(reports) for kind, reports in self.kinds.items()}))

    def naming(self, name: str) -> Naming:
        """What tells whose name it is."""
        offices = frozenset(office.casefold() for office in self.offices)
        return Naming(name, len(self.reports), frozenset(self.parties), offices)


@dataclass(frozen=True, slots=True)
class _Known:
    """An actor as made of its names, with the canonical names of the parties told, and the offices told of it.

    `root` is the name of which its id is made, with whether a person took that name out of another actor.
    """

    root: tuple[str, bool]
    names: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    actor: Actor
    tenures: tuple[Tenure, ...]


class Directory:
    """The actors of the reports put in; `settle` gives them as they stand."""

    def __init__(self) -> None:
        """A directory of no reports."""
        self._names: dict[str, Name] = {}
        self._of_report: dict[str, list[tuple[str, str]]] = {}
        self._days: dict[str, date | None] = {}
        self._worded: dict[str, dict[str, str]] = {}
        self._by_text: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._changed: set[str] = set()
        self._namings: dict[str, tuple[ActorKind, Naming]] = {}
        self._known: dict[str, _Known] = {}
        self._canonical: dict[str, str] = {}

    def put(self, report: str, wordings: Sequence[Wording], day: date | None) -> None:
        """Add what a report, published on `day`, calls actors."""
        self.drop(report)
        self._days[report] = day
        for told in wordings:
            name = self._names.setdefault(told.name, Name())
            if told.text not in name.texts:
                self._by_text[told.text][told.name] += 1
            name.add(told)
        ordered = sorted(wordings, key=lambda told: told.name)
        self._of_report[report] = [(fold(wording(told.text)).casefold(), told.name) for told in ordered]
        self._changed |= {told.name for told in wordings}

    def drop(self, report: str) -> None:
        """Forget what a report calls actors; nothing where it was not put."""
        names = {name for _, name in self._of_report.pop(report, ())}
        self._days.pop(report, None)
        self._worded.pop(report, None)
        for name in names:
            before = set(self._names[name].texts)
            self._names[name].forget(report)
            for text in before - set(self._names[name].texts):
                del self._by_text[text][name]
        self._changed |= names

    def settle(self, judgements: Iterable[Judgement] = ()) -> Actors:
        """The actors of all reports that are in, in the order of their names, with what people decided about them."""
        for name in self._changed:
            told = self._names.get(name)
            if told is None or not told.reports:
                self._names.pop(name, None)
                self._namings.pop(name, None)
            else:
                self._namings[name] = told.kind, told.naming(name)
        decided = decide(self._canonically(), judgements)
        canonical = decided.canonical
        self._reword(canonical)
        self._know(decided)
        self._canonical, self._changed = canonical, set()
        return self._actors(canonical)

    def _canonically(self) -> dict[str, str]:
        """Every name with the canonical name of its actor."""
        persons = [naming for kind, naming in self._namings.values() if kind is ActorKind.PERSON]
        canonical = group_people(persons)
        bodies = {name: self._names[name].reports for name in sorted(self._namings) if name not in canonical}
        return canonical | group_bodies(bodies, self._by_text)

    def _reword(self, canonical: Mapping[str, str]) -> None:
        """What the words of each report stand for, where a name has come to stand for another actor."""
        moved = {name for name in canonical if canonical[name] != self._canonical.get(name)}
        for report, told in self._of_report.items():
            if report not in self._worded or (moved and any(name in moved for _, name in told)):
                words: dict[str, str] = {}
                for key, name in told:
                    words.setdefault(key, canonical[name])
                self._worded[report] = words

    def _know(self, decided: Decided) -> None:
        """Make the actors whose names, or what is told under them, have changed."""
        canonical = decided.canonical
        together: dict[str, list[str]] = defaultdict(list)
        for name in sorted(canonical):
            together[canonical[name]].append(name)
        known: dict[str, _Known] = {}
        for name, names in together.items():
            parties = {party for each in names for party in self._names[each].parties}
            called = tuple(sorted((party, canonical.get(party, party)) for party in parties))
            before = self._known.get(name)
            root = decided.roots[name], decided.roots[name] in decided.apart
            as_before = before and (before.root, before.names, before.parties) == (root, tuple(names), called)
            if before and as_before and self._changed.isdisjoint(names):
                known[name] = before
                continue
            told = [self._names[each] for each in names]
            tenures = tuple(_tenures(name, told, dict(called), self._days))
            actor = _actor(name, told, dict(called))
            actor = replace(actor, id=actor_id(actor.kind, *root), names=tuple(names))
            known[name] = _Known(root, tuple(names), called, actor, tenures)
        self._known = known

    def _actors(self, canonical: Mapping[str, str]) -> Actors:
        """The actors as they stand."""
        actors = tuple(self._known[name].actor for name in sorted(self._known))
        names = {fold(actor.name).casefold(): actor.name for actor in actors}
        for name in sorted(canonical):
            names.setdefault(fold(name).casefold(), canonical[name])
        tenures = [held for known in self._known.values() for held in known.tenures]
        tenures.sort(key=lambda held: (held.party, held.office, held.first or date.min, held.person))
        held: dict[tuple[str, str], tuple[Tenure, ...]] = defaultdict(tuple)
        for each in tenures:
            held[each.office, each.party] += (each,)
        by_name = {actor.name: actor for actor in actors}
        return Actors(actors, {**names, **canonical}, by_name, dict(self._worded), tuple(tenures), held)


def know_actors(wordings: Iterable[Wording], days: Days | None = None, judgements: Iterable[Judgement] = ()) -> Actors:
    """The actors that the reports name, in the order of their names; the order of `wordings` does not matter.

    `days` are the days of publication by report id: they tell who held an office when. `judgements`, in their order,
    are what people decided about actors.
    """
    by_report: dict[str, list[Wording]] = defaultdict(list)
    for told in wordings:
        by_report[told.report].append(told)
    directory = Directory()
    for report, these in by_report.items():
        directory.put(report, these, (days or {}).get(report))
    return directory.settle(judgements)


def most(counts: Mapping[str, int]) -> str:
    """The value with the highest count; equal counts go by letters."""
    return min(counts, key=lambda value: (-counts[value], value))


def wording(text: str) -> str:
    """Words of a report as an alias: on one line, without a possessive ending."""
    return " ".join(text.split()).removesuffix("'s").removesuffix("’s")


def _union(told: Sequence[Name], part: str) -> dict[str, Reports]:
    """The reports that give each value under any of several names."""
    found: dict[str, Reports] = defaultdict(set)
    for name in told:
        for value, reports in getattr(name, part).items():
            found[value] |= reports
    return found


def _actor(name: str, told: Sequence[Name], called: Mapping[str, str]) -> Actor:
    """One actor from all its names: the kind, party and office that most reports give, and every wording."""
    kind = ActorKind(most({value: len(reports) for value, reports in _union(told, "kinds").items()}))
    parties: Counter[str] = Counter()
    for party, reports in _union(told, "parties").items():
        parties[called[party]] += len(reports)
    own = parties.pop(name, 0)
    if kind is not ActorKind.PERSON and own >= max(parties.values(), default=0):
        parties.clear()
    offices = {office: len(reports) for office, reports in _union(told, "offices").items()}
    aliases = {wording(text) for each in told for text in each.texts}
    if kind is ActorKind.PERSON:
        aliases = {_without_owner(alias) for alias in aliases}
    return Actor(
        id=actor_id(kind, name),
        name=name,
        kind=kind,
        represents=most(parties) if parties else None,
        office=most(offices) if offices else None,
        aliases=tuple(sorted(alias for alias in aliases if alias and alias.casefold() not in _PRONOUNS)),
    )


def _without_owner(alias: str) -> str:
    """Words for a person without an office in apposition whose owner stands elsewhere: "its chairman, Ann Lee"."""
    first, _, rest = alias.partition(" ")
    return alias.rpartition(", ")[2] if rest and first.casefold() in _PRONOUNS else alias


def _tenures(person: str, told: Sequence[Name], called: Mapping[str, str], days: Days) -> Iterable[Tenure]:
    """Every office that the reports tell of one person."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for name in told:
        for (office, worded), words in name.held.items():
            party = called.get(worded, worded)
            found[office_key(office, party), party] |= words
    return [tenure(person, held, words, days) for held, words in found.items()]
