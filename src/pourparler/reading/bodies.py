"""Bodies of states: under which name a ministry or a court speaks, and for which party."""

from collections.abc import Sequence

from pourparler.reading.namings import Naming
from pourparler.reading.roles import side_of
from pourparler.text.world import Institution, InstitutionKind

SPEAKING = (
    InstitutionKind.MINISTRY,
    InstitutionKind.LEGISLATURE,
    InstitutionKind.AGENCY,
    InstitutionKind.ARMED_FORCES,
    InstitutionKind.COURT,
    InstitutionKind.BANK,
)
"""Bodies of a state that speak under a name of their own; a government speaks as its state."""

SMALL = frozenset({"of", "the", "and", "for"})


def party_before(namings: Sequence[Naming], naming: Naming) -> str | None:
    """The party of a body: its own, or that of the state or demonym right before it ("China’s commerce ministry")."""
    own = side_of(naming).party
    if own is not None or not isinstance(naming.known, Institution):
        return own
    before = [n for n in namings if n.last <= naming.first and naming.first - n.last <= 1]
    return side_of(before[-1]).party if before else None


def name_of_body(body: Institution, party: str | None) -> str:
    """The name of a body over all reports: its own where the world has but one, else with its state.

    A ministry goes by its official name, as "Ministry of Finance of Norway", whatever a report calls it.
    """
    if body.party or not party:
        return body.name
    formal = next((form for form in body.forms if form.startswith("ministry of ")), body.name)
    words = [word if word in SMALL else f"{word[0].upper()}{word[1:]}" for word in formal.split()]
    name = " ".join(words) if formal != body.name else f"{body.name[0].upper()}{body.name[1:]}"
    return f"{name} of {party}"
