"""Backing: who says that an instrument took a state, held against the evidence that the state asks for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pourparler.case.instruments.transitions import Asks
from pourparler.case.voices import BINDING, Speakers
from pourparler.core.account import Account, Voice
from pourparler.core.entry import Instrument, StatusEvent
from pourparler.core.evidence import Evidence

_DOCUMENT = re.compile(
    r"\b(?:joint (?:statement|declaration|communiqu[eé])|(?:published|signed|full|final|agreed) text|text of the)\b",
    re.I,
)
"""Words that name a document all sides stand behind, or the text itself, as what is cited."""


@dataclass(frozen=True, slots=True)
class Backing:
    """Who gives a state. `own` are parties heard in their own voice or their spokesperson's, `unheard` the others;
    `outlet` tells of the outlet's own account, `document` that the words cite one; `others` speak for no party of the
    instrument, and `unnamed` of voices without a name."""

    own: tuple[str, ...]
    unheard: tuple[str, ...]
    outlet: bool
    document: bool
    others: tuple[str, ...]
    unnamed: bool


def backing_of(parties: Sequence[str], voices: Iterable[Voice], words: Iterable[Evidence], who: Speakers) -> Backing:
    """What these voices and words give; where no parties are known, every side that speaks is one."""
    told = tuple(voices)
    called = {who.side_of(party): party for party in parties}
    named = [(who.party_of(voice) or who.name_of(voice.speaker or ""), voice) for voice in told if _is_named(voice)]
    sides = [(called.get(side, side), voice) for side, voice in named if side]
    own = {side for side, voice in sides if who.hear(voice, side) in BINDING and (not parties or side in parties)}
    return Backing(
        tuple(sorted(own)),
        tuple(party for party in parties if party not in own),
        any(voice.outlet for voice in told),
        any(_DOCUMENT.search(each.text) for each in words),
        tuple(sorted({side for side, _ in sides if parties and side not in parties})),
        any(not voice.outlet and not _is_named(voice) for voice in told),
    )


def suffices(asks: Asks, backing: Backing) -> bool:
    """Whether the backing is what a state asks for. Agreeing takes two: one party alone is never every party."""
    every_side = len(backing.own) > 1 and not backing.unheard
    match asks:
        case Asks.ONE_VOICE:
            return bool(backing.own) or backing.outlet or backing.document
        case Asks.ALL_SIDES:
            return every_side or backing.document
        case Asks.ACT_SEEN:
            return every_side or backing.document or backing.outlet


def voices_of(event: StatusEvent, instrument: Instrument) -> tuple[Voice, ...]:
    """The voices of a state: those it names, else those of its accounts, else of the accounts with its words."""
    if event.voices:
        return event.voices
    told: Mapping[str, Account] = {account.id: account for account in instrument.accounts}
    accounts = [told[name] for name in event.accounts if name in told] or [
        account for account in instrument.accounts if set(account.evidence) & set(event.evidence)
    ]
    return tuple(dict.fromkeys(account.voice for account in accounts))


def _is_named(voice: Voice) -> bool:
    """True for a voice of somebody definite: by name, or by the title that one person of a party holds."""
    return bool(voice.speaker or (voice.party and not voice.anonymous and not voice.outlet))
