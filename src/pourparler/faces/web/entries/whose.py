"""How near to a party the voice is that gives its stance: its own, a spokesman's, somebody unnamed, or others'."""

from collections.abc import Iterable
from dataclasses import dataclass

from pourparler.case.voices import Hearing, Speakers
from pourparler.core.entry import Position, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import ActorKind
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.voices import speaker

TELLING = (Hearing.UNNAMED, Hearing.SOURCE, Hearing.OUTLET)
"""Those that say by themselves all there is to say of who it is."""

_ACTORS = (
    "SELECT name, kind, represents, office, EXISTS (SELECT 1 FROM entry_actors WHERE entry_actors.name = actors.name "
    "AND role = 'party') AS is_side FROM actors"
)


def speakers_of(visit: Visit, entries: Iterable[Position | Statement]) -> Speakers:
    """What the record knows of those who voice entries, under the names that entries bear."""
    told = [(one.party, account.voice) for one in entries for account in one.accounts]
    names = {name for party, voice in told for name in (party, voice.speaker, voice.party) if name}
    rows = among(visit.snapshot, _ACTORS, "name", sorted(names))
    return Speakers(
        {},
        frozenset(row["name"] for row in rows if row["kind"] == ActorKind.PERSON),
        {row["name"]: row["represents"] for row in rows if row["represents"]},
        {row["name"]: row["office"] for row in rows if row["office"]},
        frozenset(row["name"] for row in rows if row["is_side"]),
    )


@dataclass(frozen=True, slots=True)
class Voiced:
    """One account of a position: whose it is, who that is by name (empty where nobody is named), and the words."""

    hearing: Hearing
    who: str
    place: Evidence


def voices_of(lookup: Lookup, position: Position, speakers: Speakers) -> tuple[Voiced, ...]:
    """Whose account each of a position is, near copies last."""
    by_place = {account.evidence[0]: account for account in position.accounts}
    ordered = (by_place[place] for place in lookup.in_order(by_place))
    told = ((account, speakers.hear(account.voice, position.party)) for account in ordered)
    return tuple(
        Voiced(kind, "" if kind in TELLING else speaker(account.voice), account.evidence[0]) for account, kind in told
    )
