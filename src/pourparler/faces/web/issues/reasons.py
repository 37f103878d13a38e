"""Why an issue stands as it does: what each sign says, the entries that tell it, and the words of each."""

from dataclasses import dataclass

from pourparler.case.issues.states import Sign, Standing, State
from pourparler.core.evidence import Evidence
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.standing import entry_places, entry_words, sign_lead


@dataclass(frozen=True, slots=True)
class Teller:
    """An entry that tells a sign: what it is in a few words, its kind for its address, and first words of it."""

    id: str
    kind: str
    words: str
    place: Evidence | None


@dataclass(frozen=True, slots=True)
class Reason:
    """That a state holds: why, before its entries are named (may be empty), the first of these, and how many more."""

    state: State
    lead: str
    told: tuple[Teller, ...]
    more: int


def reason_of(asking: Asking, sign: Sign, most: int) -> Reason:
    """A sign with the first entries that tell it, at most `most`."""
    told = tuple(_teller(asking, one) for one in sign.entries[:most])
    return Reason(sign.state, sign_lead(asking, sign), told, len(sign.entries) - len(told))


def reasons_of(asking: Asking, standing: Standing, most: int) -> dict[State, list[Reason]]:
    """Every sign of an issue by the state that it is of, in the order of precedence; most states have none."""
    signs = ([standing.sign] if standing.sign else []) + list(standing.beside)
    return {state: [reason_of(asking, one, most) for one in signs if one.state is state] for state in State}


def _teller(asking: Asking, name: str) -> Teller:
    places = entry_places(asking, name)
    kind = type(asking.lookup.things.get(name)).__name__.lower()
    return Teller(name, kind, entry_words(asking, name), places[0] if places else None)
