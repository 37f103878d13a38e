"""Which names of people over all reports are one person's; where it is unsure, they stay apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from pourparler.record.naming import PersonName, parse_name
from pourparler.text.gazetteer import fold, load_gazetteer

GIVEN_ALIKE = 88.0
"""Least likeness (0-100) of two spellings of a given name; only with one surname and one party or office.

Chosen on pairs of spellings from public lists: Sergei/Sergii 91, Andrei/Andrii 91, Mohamed/Mohammad 86 stay on either
side; Ali/Alia 86, Maria/Marina 91 are kept apart by the rule on endings.
"""

SURNAME_ALIKE = 90.0
"""Least likeness of two spellings of a surname of six letters or more; only with one given name and one party."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A person's name as the reports give it: in how many reports, and the parties and offices told with it."""

    name: str
    reports: int
    parties: frozenset[str]
    offices: frozenset[str]


def group_people(namings: Iterable[Naming]) -> dict[str, str]:
    """Maps every name to the canonical name of its person: the fullest form that most reports give."""
    known = sorted(namings, key=lambda naming: naming.name)
    parsed = {naming.name: parse_name(naming.name) for naming in known}
    full = [naming for naming in known if parsed[naming.name].is_full]
    groups = _full_groups(full, parsed)
    canonical: dict[str, str] = {}
    people: dict[str, list[Naming]] = {}
    for group in groups:
        name = _canonical(group, parsed)
        people[name] = people.get(name, []) + group
        canonical |= {naming.name: name for naming in group}
    holders = _holders(people, parsed)
    alone: dict[tuple[str, tuple[str, ...]], list[Naming]] = defaultdict(list)
    for naming in known:
        if naming.name not in canonical:
            bare = parsed[naming.name]
            found = _the_only(naming, bare, holders, people)
            if found:
                canonical[naming.name] = found
            else:
                alone[bare.surname, bare.given].append(naming)
    for group in alone.values():
        canonical |= {naming.name: _canonical(group, parsed) for naming in group}
    return canonical


def _full_groups(full: Sequence[Naming], parsed: Mapping[str, PersonName]) -> list[list[Naming]]:
    """Full names put together: one surname and given names that are one, then near spellings with support."""
    exact: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in full:
        name = parsed[naming.name]
        exact[name.surname, name.given[0]].append(naming)
    roots = {key: key for key in exact}
    for pairs in (_by(exact, 0), _by(exact, 1)):
        for keys in pairs:
            for index, one in enumerate(keys):
                for other in keys[index + 1 :]:
                    if _near(one, other) and _share(exact[one], exact[other]):
                        first, second = sorted((_root(roots, one), _root(roots, other)))
                        roots[second] = first
    groups: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for key in sorted(exact):
        groups[_root(roots, key)] += exact[key]
    return list(groups.values())


def _by(exact: Mapping[tuple[str, str], list[Naming]], part: int) -> list[list[tuple[str, str]]]:
    """The keys that share a surname (0) or a given name (1)."""
    sharing: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(exact):
        sharing[key[part]].append(key)
    return list(sharing.values())


def _near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """True when one part is equal and the other a near spelling; `a` added at the end makes another name."""
    if one[0] == other[0]:
        first, second = sorted((one[1], other[1]), key=len)
        feminine = second.startswith(first) or first[-1:] != second[-1:]
        return ratio(first, second) >= GIVEN_ALIKE and not (feminine and second[-1:] in "ae")
    return min(len(one[0]), len(other[0])) >= 6 and ratio(one[0], other[0]) >= SURNAME_ALIKE


def _share(one: Sequence[Naming], other: Sequence[Naming]) -> bool:
    """True when two groups of namings are given one party, or one office and no parties that differ."""
    mine, theirs = (frozenset[str]().union(*(n.parties for n in group)) for group in (one, other))
    if mine and theirs:
        return bool(mine & theirs)
    offices = (frozenset[str]().union(*(n.offices for n in group)) for group in (one, other))
    return bool(frozenset.intersection(*offices))


def _root(roots: dict[tuple[str, str], tuple[str, str]], key: tuple[str, str]) -> tuple[str, str]:
    while roots[key] != key:
        key = roots[key]
    return key


def _canonical(group: Sequence[Naming], parsed: Mapping[str, PersonName]) -> str:
    """The form that most reports give, counted over spellings without titles; equal counts go by length, letters."""
    forms: Counter[str] = Counter()
    for naming in group:
        forms[parsed[naming.name].written] += naming.reports
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _holders(people: Mapping[str, Sequence[Naming]], parsed: Mapping[str, PersonName]) -> dict[str, list[str]]:
    """Who bears a surname; also under a first word that is no common given name (`Xi Jinping` is `Xi`)."""
    given = load_gazetteer().given_names
    holders: dict[str, list[str]] = defaultdict(list)
    for name, group in people.items():
        keys = {parsed[naming.name].surname for naming in group}
        for naming in group:
            words = parsed[naming.name].written.split()
            if fold(words[0]) not in given:
                keys.add(parsed[naming.name].given[0])
        for key in sorted(keys):
            holders[key].append(name)
    return holders


def _the_only(
    naming: Naming, name: PersonName, holders: Mapping[str, list[str]], people: Mapping[str, Sequence[Naming]]
) -> str | None:
    """The only person a bare surname or an initialled name can be; None when there is none, or more than one."""
    fitting = []
    for candidate in holders.get(name.surname, ()):
        parties = frozenset[str]().union(*(other.parties for other in people[candidate]))
        initials = {parse_name(other.name).given[0][0] for other in people[candidate]}
        if naming.parties and parties and not naming.parties & parties:
            continue
        if name.given and name.given[0][0] not in initials:
            continue
        fitting.append((candidate, parties))
    if len(fitting) > 1 and naming.parties:
        fitting = [(candidate, parties) for candidate, parties in fitting if naming.parties & parties]
    if len(fitting) > 1 and naming.offices:
        fitting = [
            (candidate, parties)
            for candidate, parties in fitting
            if naming.offices & frozenset[str]().union(*(other.offices for other in people[candidate]))
        ]
    return fitting[0][0] if len(fitting) == 1 else None
