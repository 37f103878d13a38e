"""Ratification: which party of an instrument has ratified it or is still to, and by whose words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pourparler.case.voices import Speakers
from pourparler.core.account import Account, Voice
from pourparler.core.entry import CaseRecord, Instrument
from pourparler.core.evidence import Evidence
from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.text.gazetteer import fold, load_gazetteer


class Ratified(StrEnum):
    """How far a party has got with ratifying."""

    DONE = "ratified"
    ASKED = "to ratify"
    DISPUTED = "ratified by one account, still to by a later one"
    NOT_TOLD = "not told"


class Ground(StrEnum):
    """By what it is known whose ratification is told."""

    WORDS = "the words name it"
    PARTY = "the account is of this party alone"
    SPEAKER = "it speaks, and names nobody"
    NOTHING = "not told whose"


@dataclass(frozen=True, slots=True)
class Telling:
    """One account of a ratification: what it says, in whose voice, the words, and how it is known whose it is."""

    status: InstrumentStatus
    voice: Voice
    evidence: tuple[Evidence, ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Ratification:
    """Where one party stands with ratifying, and all accounts of it in their order; `party` is None for accounts that
    do not say whose ratification they tell of."""

    party: str | None
    state: Ratified
    told: tuple[Telling, ...]


Forms = Mapping[str, re.Pattern[str]]
"""By party, the words that name it."""

_ABOUT = frozenset({InstrumentStatus.RATIFIED, InstrumentStatus.SUBJECT_TO_RATIFICATION})


def ratification(instrument: Instrument, forms: Forms, who: Speakers) -> tuple[Ratification, ...]:
    """Every party of the instrument in its order, then what is told of nobody by name; empty where nothing is told."""
    found: dict[str | None, list[Telling]] = {party: [] for party in instrument.parties}
    for account in instrument.accounts:
        frame = account.fields
        if isinstance(frame, InstrumentFrame) and frame.status in _ABOUT:
            party, ground = _whose(account, frame, instrument.parties, (forms, who))
            telling = Telling(frame.status, account.voice, account.evidence, ground)
            found.setdefault(party, []).append(telling)
    if not any(found.values()):
        return ()
    return tuple(Ratification(party, _state(told), tuple(told)) for party, told in found.items())


def forms_of(record: CaseRecord) -> Forms:
    """The words that name each party: as reports name it, and a state by its people, adjective, capital, seat and
    bodies. Forms that only context can confirm are left out."""
    parties = {party for instrument in record.instruments for party in instrument.parties}
    told = {actor.name: (*actor.names, *actor.aliases) for actor in record.actors if actor.name in parties}
    return {party: _pattern({party, *told.get(party, ()), *_forms_of_state(party)}) for party in parties}


def _forms_of_state(party: str) -> Iterator[str]:
    gazetteer = load_gazetteer()
    country = gazetteer.states.get(fold(party))
    if country is None:
        return
    lists = [country.aliases, country.adjectives, country.people, country.capitals, country.seats]
    bodies = {id(body): body for body in gazetteer.institutions.values() if body.party == country.name}
    lists += [(body.name, *body.forms) for body in bodies.values()]
    for form in (form for listed in lists for form in listed):
        if not form.endswith("?") and not gazetteer.is_ambiguous(form, "institutions"):
            yield form


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as whole words, but of who was left out ("without NAME"); case counts, for short names are other
    words too."""
    return re.compile(
        r"(?<!without )(?<!without the )\b(?:"
        + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        + r")\b"
    )


def _whose(
    account: Account, frame: InstrumentFrame, parties: Sequence[str], known: tuple[Forms, Speakers]
) -> tuple[str | None, Ground]:
    """Whose ratification an account tells of: the only party named in its words, else its only party, else the side
    that speaks where the words name none."""
    forms, who = known
    words = " ".join(each.text for each in account.evidence)
    named = [party for party in parties if party in forms and forms[party].search(words)]
    if len(named) == 1:
        return named[0], Ground.WORDS
    told = {who.name_of(party) for party in frame.parties} & set(parties)
    if len(told) == 1:
        return next(iter(told)), Ground.PARTY
    side = who.party_of(account.voice)
    if not named and side in parties:
        return side, Ground.SPEAKER
    return None, Ground.NOTHING


def _state(told: Sequence[Telling]) -> Ratified:
    """What the accounts come to: ratified once told so, unless a later account still asks for it."""
    if not told:
        return Ratified.NOT_TOLD
    if all(each.status is InstrumentStatus.SUBJECT_TO_RATIFICATION for each in told):
        return Ratified.ASKED
    return Ratified.DONE if told[-1].status is InstrumentStatus.RATIFIED else Ratified.DISPUTED
