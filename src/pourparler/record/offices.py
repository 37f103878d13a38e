"""Who held which office for which party and when, learned from what the reports call people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import OfficeRank

HELD_BY_MANY = frozenset(
    name.strip()
    for name in """minister|secretary|official|senior official|defence official|security official|
    intelligence official|diplomat|assistant|adviser|senior adviser|economic adviser|
    military adviser|legal adviser|special adviser|
    presidential adviser|negotiator|delegate|mediator|facilitator|arbitrator|conciliator|guarantor|intermediary|
    representative|ambassador|attaché|consul|coordinator|rapporteur|inspector|deputy|candidate|commander|general|
    admiral|colonel|major general|lieutenant general|brigadier general|senior leader|political leader|
    politburo member|union official|union negotiator|national officer|national organiser|shop steward|worker|striker|
    union member|judge|prosecutor|lawyer|ayatollah|imam|cardinal|bishop|rabbi|tribal leader|analyst|expert|historian|
    professor|economist|researcher|activist|journalist|businessman|resident|witness|source|insider|protester|
    politician|soldier|executive|director|founder|princess|prince|councillor|senator|congressman|congresswoman|
    lawmaker|member of congress|member of parliament|local president|vice president|deputy minister|
    deputy foreign minister""".split("|")
)
"""Offices that one party has many of at a time: a title of these alone is nobody's in another report."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's office for one party as the reports tell it.

    `first` and `last` are the days of publication of the first and last reports that tell it (None where none of them
    has a day), not the days on which the office was taken or left. `told` is the evidence: report ids with the words.
    """

    person: str
    office: str
    party: str
    first: date | None
    last: date | None
    told: tuple[tuple[str, str], ...]


Days = Mapping[str, date | None]
"""The day of publication of each report, by its id."""


def office_key(office: str, party: str) -> str:
    """An office under the name that it goes by over all reports: a taoiseach is the prime minister of Ireland."""
    known = load_gazetteer().offices.get(fold(office))
    if known is not None and known.party and known.party == party and known.rank is OfficeRank.HEAD_OF_GOVERNMENT:
        return "prime minister"
    return office.casefold()


def tenure(person: str, held: tuple[str, str], told: Iterable[tuple[str, str]], days: Days) -> Tenure:
    """The tenure of one office; of each report the longest words stand for it."""
    longest: dict[str, str] = {}
    for report, words in sorted(told):
        longest[report] = max(longest.get(report, ""), words, key=len)
    known = [day for report in longest if (day := days.get(report)) is not None]
    return Tenure(person, *held, min(known, default=None), max(known, default=None), tuple(sorted(longest.items())))


def holder_on(tenures: Sequence[Tenure], on: date | None) -> str | None:
    """The person who held an office on a day, `tenures` being all that is told of it; None where that is not sure.

    Who is told last before the day holds it still, who is told first after it where nobody was told before held it
    already. Between two holders, and where their times overlap, it stays open; without days, with two holders, too.
    """
    people = {held.person for held in tenures}
    if len(people) == 1:
        return next(iter(people))
    periods = sorted((held.first, held.last, held.person) for held in tenures if held.first and held.last)
    if on is None or not periods or len(periods) < len(tenures):
        return None
    if any(one[1] >= other[0] for one, other in pairwise(periods)):
        return None
    within = [person for first, last, person in periods if first <= on <= last]
    before = [person for _, last, person in periods if last < on]
    after = [person for first, _, person in periods if first > on]
    if within or not after:
        return within[0] if within else before[-1]
    return after[0] if not before else None
