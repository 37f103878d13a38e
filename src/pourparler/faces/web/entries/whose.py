"""How near to a party the voice is that gives its stance: its own, a spokesman's, somebody unnamed, or others'."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pourparler.case.networks.voices import Speakers, Whose
from pourparler.core.account import Account
from pourparler.core.entry import Position
from pourparler.core.evidence import Evidence
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.voices import speaker

TELLING = (Whose.UNNAMED, Whose.SOURCE, Whose.OUTLET)
"""Those that say by themselves all there is to say of who it is."""


def whose(account: Account, party: str | None, offices: Mapping[str, str]) -> Whose:
    """Whose account of the stance of `party` this is, by the party that the account itself gives its speaker; `offices`
    are those of speakers, by name."""
    return Speakers({}, frozenset(), {}, offices).whose(account.voice, party)


def offices_of(visit: Visit, positions: Iterable[Position]) -> dict[str, str]:
    """The offices of those who voice positions, by name, where they are told."""
    names = {account.voice.speaker for one in positions for account in one.accounts if account.voice.speaker}
    rows = among(visit.snapshot, "SELECT name, office FROM actors", "name", sorted(names))
    return {row["name"]: row["office"] for row in rows if row["office"]}


@dataclass(frozen=True, slots=True)
class Voiced:
    """One account of a position: whose it is, who that is by name (empty where nobody is named), and the words."""

    whose: Whose
    who: str
    place: Evidence


def voices_of(lookup: Lookup, position: Position, offices: Mapping[str, str]) -> tuple[Voiced, ...]:
    """Whose account each of a position is, near copies last."""
    by_place = {account.evidence[0]: account for account in position.accounts}
    ordered = (by_place[place] for place in lookup.in_order(by_place))
    told = ((account, whose(account, position.party, offices)) for account in ordered)
    return tuple(
        Voiced(kind, "" if kind in TELLING else speaker(account.voice), account.evidence[0]) for account, kind in told
    )
