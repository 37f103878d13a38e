"""Capitals that stand for the organisation that sits there, as much as for their state."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.reading.namings import Naming, NamingKind
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import Country

_OF_THE_STATE = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT)


def housed(text: str, named: Sequence[tuple[Naming, ...]]) -> list[tuple[Naming, ...]]:
    """The namings of a report, a capital that the lists give an organisation too as that organisation, where the report
    does not name the state in any other way."""
    states = {naming.known.name for line in named for naming in line if naming.kind in _OF_THE_STATE}
    return [tuple(_housed(text, naming, states) for naming in line) for line in named]


def _housed(text: str, naming: Naming, states: set[str]) -> Naming:
    if naming.kind is not NamingKind.CAPITAL or not naming.ambiguous or not isinstance(naming.known, Country):
        return naming
    house = load_gazetteer().organisations.get(fold(naming.span.of(text)))
    return naming if house is None or naming.known.name in states else replace(naming, known=house)
