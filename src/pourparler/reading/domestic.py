"""Heads of state and government named by title alone, in reports that name but one state and its seat of government."""

from collections.abc import Iterable, Sequence

from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import PersonNaming
from pourparler.reading.roles import side_of
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import OfficeRank

STATES = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT, NamingKind.CAPITAL)
HEADS = (OfficeRank.HEAD_OF_STATE, OfficeRank.HEAD_OF_GOVERNMENT)


def settle_at_home(text: str, people: Iterable[PersonNaming], named: Sequence[Sequence[Naming]]) -> None:
    """Give a "President X" without a country the only state of the report, when its seat of government is named too.

    A president in small letters may be a union's or a company's, and is left alone.
    """
    states = {side_of(naming).party for line in named for naming in line if naming.kind in STATES}
    seated = any(naming.kind is NamingKind.SEAT for line in named for naming in line)
    if len(states) != 1 or not seated:
        return
    offices = load_gazetteer().offices
    for naming in people:
        office = offices.get(fold(naming.person.office or ""))
        titled = naming.phrase.start < naming.span.start and naming.phrase.of(text)[:1].isupper()
        if naming.person.party is None and office is not None and office.rank in HEADS and titled:
            naming.person.party = next(iter(states))
