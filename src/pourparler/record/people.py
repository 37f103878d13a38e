"""Which names of people over all reports are one person's; where it is unsure, they stay apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from pourparler.record.naming import PersonName, conflicts, parse_name
from pourparler.record.spelling import is_short_for
from pourparler.text.gazetteer import fold, load_gazetteer

GIVEN_ALIKE = 85.0
"""Least likeness (0-100) of two spellings of a given name that no list of given names has both: Mohamad and Muhamad 86.
Only with one surname, one party and one office; two names that people are known to bear stay two."""

SURNAME_ALIKE = 90.0
"""Least likeness of two spellings of a surname of six letters or more; only with one given name and one party."""

SURNAME_OF_OFFICE_ALIKE = 82.0
"""Least likeness of two spellings of a surname of five letters or more, with one given name, party and office: Gaddafi
and Qaddafi 83, Erekat and Erakat 83; Petrov and Petrovsky 80."""

Key = tuple[str, str, int]
"""A surname, a first given name, and which of the people who bear both."""


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
    exact = _exact_groups(full, parsed)
    roots = {key: key for key in exact}
    for pairs in (_by(exact, 0), _by(exact, 1)):
        for keys in pairs:
            for index, one in enumerate(keys):
                for other in keys[index + 1 :]:
                    if one[:2] != other[:2] and _one_person(exact[one], exact[other], parsed):
                        first, second = sorted((_root(roots, one), _root(roots, other)))
                        roots[second] = first
    groups: dict[Key, list[Naming]] = defaultdict(list)
    for key in sorted(exact):
        groups[_root(roots, key)] += exact[key]
    return list(groups.values())


def _exact_groups(full: Sequence[Naming], parsed: Mapping[str, PersonName]) -> dict[Key, list[Naming]]:
    """Names by surname and first given name; where middle names or `Jr.` tell people apart, a number parts them.

    A name without a middle name joins its like only where those are one person.
    """
    exact: dict[Key, list[Naming]] = {}
    like: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in full:
        like[parsed[naming.name].surname, parsed[naming.name].given[0]].append(naming)
    for (surname, given), namings in like.items():
        groups: list[list[Naming]] = []
        for naming in sorted(namings, key=lambda each: (-len(parsed[each.name].given), each.name)):
            name = parsed[naming.name]
            fitting = [group for group in groups if not any(conflicts(name, parsed[n.name]) for n in group)]
            if len(fitting) == 1:
                fitting[0].append(naming)
            else:
                groups.append([naming])
        exact |= {(surname, given, number): group for number, group in enumerate(groups)}
    return exact


def _by(exact: Mapping[Key, list[Naming]], part: int) -> list[list[Key]]:
    """The keys that share a surname (0) or a given name (1)."""
    sharing: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(exact):
        sharing[str(key[part])].append(key)
    return list(sharing.values())


def _one_person(one: Sequence[Naming], other: Sequence[Naming], parsed: Mapping[str, PersonName]) -> bool:
    """True when two groups of near spellings are one person's by what else is told of them."""
    mine, theirs = parsed[one[0].name], parsed[other[0].name]
    same_party = bool(_told(one, "parties") & _told(other, "parties"))
    same_office = same_party and bool(_told(one, "offices") & _told(other, "offices"))
    if any(conflicts(parsed[a.name], parsed[b.name]) for a in one for b in other):
        return False
    if mine.surname == theirs.surname:
        if "".join(mine.given) == "".join(theirs.given) or _tail(mine, theirs) or _tail(theirs, mine):
            return same_party or _no_two_sides(one, other)
        if (
            _middle(one, other, parsed)
            and _no_two_sides(one, other)
            and _told(one, "offices") & _told(other, "offices")
        ):
            return True
        if same_party and (_middle(one, other, parsed) or is_short_for(mine.given[0], theirs.given[0])):
            return True
        given = load_gazetteer().given_names
        both_known = all(fold(name.written.split()[0]) in given for name in (mine, theirs))
        return same_office and not both_known and _alike(mine.given[0], theirs.given[0], GIVEN_ALIKE)
    shorter = min(len(mine.surname), len(theirs.surname))
    if shorter >= 6 and same_party and _alike(mine.surname, theirs.surname, SURNAME_ALIKE):
        return True
    if shorter < 5 or not same_office or mine.surname + "a" == theirs.surname or theirs.surname + "a" == mine.surname:
        return False
    return ratio(mine.surname, theirs.surname) >= SURNAME_OF_OFFICE_ALIKE


def _no_two_sides(one: Sequence[Naming], other: Sequence[Naming]) -> bool:
    """True where no party is told of the one or of the other."""
    return not (_told(one, "parties") and _told(other, "parties"))


def _tail(longer: PersonName, shorter: PersonName) -> bool:
    """True when the one has all given names of the other, two or more, after one of its own."""
    return len(shorter.given) > 1 and longer.given[1:] == shorter.given


def _middle(one: Sequence[Naming], other: Sequence[Naming], parsed: Mapping[str, PersonName]) -> bool:
    """True when the first given name of the one is a middle name of the other, as in `R. T. Name` and `T. Name`."""
    first, second = ({name for naming in group for name in parsed[naming.name].given} for group in (one, other))
    return parsed[one[0].name].given[0] in second or parsed[other[0].name].given[0] in first


def _alike(one: str, other: str, least: float) -> bool:
    """True for near spellings; a name with `a` added, or ending in another vowel, is a woman's form or another name."""
    first, second = sorted((one, other), key=len)
    if second[-1:] in "ae" and first[-1:] != second[-1:]:
        return False
    return ratio(first, second) >= least


def _told(group: Sequence[Naming], field: str) -> frozenset[str]:
    return frozenset[str]().union(*(getattr(naming, field) for naming in group))


def _root(roots: dict[Key, Key], key: Key) -> Key:
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
    """Who bears a surname, by surname; and under `first NAME`, whose full name begins with that name."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, group in people.items():
        names = [parsed[naming.name] for naming in group]
        for key in sorted({name.surname for name in names} | {f"first {name.given[0]}" for name in names}):
            holders[key].append(name)
    return holders


def _the_only(
    naming: Naming, name: PersonName, holders: Mapping[str, list[str]], people: Mapping[str, Sequence[Naming]]
) -> str | None:
    """The only person a bare surname or an initialled name can be; None when there is none, or more than one.

    A name that is nobody's surname may be the first word of one full name, where family names come first; then the
    party must be the same, or not told of a name that is nobody's given name.
    """
    if name.surname not in holders:
        first = [who for who in holders.get(f"first {name.surname}", ()) if _told(people[who], "parties")]
        alone = not naming.parties and fold(name.written) not in load_gazetteer().given_names
        same = [who for who in first if (alone or naming.parties & _told(people[who], "parties")) and not name.given]
        return same[0] if len(same) == 1 else None
    fitting = []
    for candidate in holders[name.surname]:
        parties = _told(people[candidate], "parties")
        initials = {parse_name(other.name).initials[0] for other in people[candidate]}
        if naming.parties and parties and not naming.parties & parties:
            continue
        if not name.given or name.initials[0] in initials:
            fitting.append(candidate)
    if len(fitting) > 1 and naming.parties:
        fitting = [candidate for candidate in fitting if naming.parties & _told(people[candidate], "parties")]
    if len(fitting) > 1 and naming.offices:
        fitting = [candidate for candidate in fitting if naming.offices & _told(people[candidate], "offices")]
    return fitting[0] if len(fitting) == 1 else None
