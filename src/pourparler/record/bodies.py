"""States, organisations, blocs and groups: which of their names are of one body."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from pourparler.reading.appositions import initials
from pourparler.reading.shortening import is_part
from pourparler.record.actors import plain
from pourparler.text.gazetteer import fold, load_gazetteer

SURE = 2
"""Words of a name from which it is short for the only fuller name beside it, though no report puts them for it."""

Told = Mapping[str, Collection[str]]
"""For each name or wording, the reports or names that it is told in or taken for."""


def group_bodies(reports: Told, worded: Told) -> dict[str, str]:
    """Every name of a body with the name that the body goes by.

    `reports` has the reports that give each name; `worded`, for the words that stand in reports, the names that these
    are taken for. Names that differ only in accents, case and an article are one; an abbreviation and a part of a name
    go by the fuller one ("Skerrow" by "Skerrow Steel").
    """
    spelled: dict[str, list[str]] = defaultdict(list)
    for name in reports:
        spelled[plain(name)].append(name)
    best = {key: min(names, key=lambda name: (-len(reports[name]), name)) for key, names in spelled.items()}
    canonical = {name: best[plain(name)] for name in reports}
    short = _abbreviated(canonical, worded) | _shortened(best, reports, worded)
    return {name: _followed(one, short) for name, one in canonical.items()}


def _followed(name: str, short: Mapping[str, str]) -> str:
    """The fullest name that a name leads to."""
    seen = {name}
    while name in short and short[name] not in seen:
        name = short[name]
        seen.add(name)
    return name


def _abbreviated(canonical: Mapping[str, str], worded: Told) -> dict[str, str]:
    """Abbreviations with the only full name that a report puts beside them, else the only one with these initials."""
    by_initials: dict[str, set[str]] = defaultdict(set)
    for name in canonical.values():
        by_initials[initials(name)].add(name)
    found: dict[str, str] = {}
    for name, one in canonical.items():
        if name.isupper() and " " not in name:
            full = {canonical[other] for other in worded.get(name, ()) if other != name and other in canonical}
            full = full or by_initials.get(name, set())
            if len(full) == 1:
                found[one] = next(iter(full))
    return found


def _shortened(best: Mapping[str, str], reports: Told, worded: Told) -> dict[str, str]:
    """Parts of names with the only fuller name for which a report puts these words, else, of two words and more, with
    the only one there is, where a report gives both. What the lists know by the shorter name is no part of another."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for key in best:
        for part in _parts(key):
            if part in best and not _is_known(best[part]):
                fuller[part].add(key)
    put: dict[str, set[str]] = defaultdict(set)
    for words, names in worded.items():
        if (part := plain(words)) in fuller:
            put[part].update(map(plain, names))
    found: dict[str, str] = {}
    for part, names in fuller.items():
        told = names & put[part] or (names if len(part.split()) >= SURE and len(names) == 1 else set())
        if len(told) == 1:
            (full,) = told
            if full in put[part] or not set(reports[best[part]]).isdisjoint(reports[best[full]]):
                found[best[part]] = best[full]
    return found


def _parts(key: str) -> Iterator[str]:
    """What a name may be called for short: the words that it begins with, or that its head ends with."""
    words = key.split()
    runs = {" ".join(words[:last]) for last in range(1, len(words))}
    runs |= {" ".join(words[first:last]) for last in range(2, len(words) + 1) for first in range(1, last)}
    yield from sorted(run for run in runs if is_part(run, key))


def _is_known(name: str) -> bool:
    """True for a name that the lists of states, places and bodies have."""
    world, key = load_gazetteer(), fold(name)
    tables = (world.organisations, world.institutions, world.places, world.media)
    return any(key in table for table in tables) or world.state(name) is not None
