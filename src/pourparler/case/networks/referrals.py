"""Referrals: one report's telling that one actor agrees, or does not, to one concept.

This is what the Discourse Network Analyzer calls a statement (Leifeld, Gruber and Bossner, Discourse Network Analyzer
Manual, 2018, chapter 2): an actor, a concept, a qualifier (agreement), a day and a document. Here the concept is the
issue of a position, the document a report, and each account of a position is one referral.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pourparler.case.issues.phrases import tells_nothing
from pourparler.case.networks.behind import Heard, Sources, heard, sources_of
from pourparler.case.voices import BINDING, SPEAKING_FOR_ITSELF, Hearing, Speakers, speakers_of
from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Position
from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance


class Agreement(StrEnum):
    """The qualifier of a referral."""

    AGREE = "agree"
    DISAGREE = "disagree"
    CONDITIONAL = "conditional"


AGREEMENT: Mapping[Stance, Agreement] = MappingProxyType(
    {
        Stance.DEMANDS: Agreement.AGREE,
        Stance.OFFERS: Agreement.AGREE,
        Stance.PROPOSES: Agreement.AGREE,
        Stance.ACCEPTS: Agreement.AGREE,
        Stance.SUPPORTS: Agreement.AGREE,
        Stance.REJECTS: Agreement.DISAGREE,
        Stance.CONDITIONAL: Agreement.CONDITIONAL,
    }
)
"""What a stance says of its issue: who demands, offers, proposes, accepts or supports a thing is for it."""


class By(StrEnum):
    """Who the actors of a network are."""

    PARTIES = "parties"
    PEOPLE = "people"


class LeftOut(StrEnum):
    """Why something that a record tells is not in a network."""

    NO_ACTOR = "no party told"
    NO_PERSON = "no person of that side named"
    CONDITIONAL = "conditional"
    VOICE = "in a voice not asked for"
    NO_ISSUE = "not told on what"
    NO_DAY = "no day told"
    STATUS = "of a status not asked for"
    INDIRECT = "not face to face: through others, or by letter"
    ALONE = "fewer than two sides named"


Gaps = tuple[tuple[LeftOut, int], ...]
"""How many accounts or meetings are left out for each reason, in the order of the reasons."""


@dataclass(frozen=True, slots=True)
class Referral:
    """One account of a position as a discourse network takes it. `day` is the report's day of publication.

    `repeated` are those that a rule for duplicates let go in favour of this one: they count no more as statements, but
    their reports are still sources of it.
    """

    actor: str
    concept: str
    agreement: Agreement
    day: date | None
    hearing: Hearing
    position: str
    account: Heard
    repeated: tuple["Referral", ...] = ()


@dataclass(frozen=True, slots=True)
class Referrals:
    """What a network is made of: referrals by day, all actors they were taken from, and what was left out."""

    kept: tuple[Referral, ...]
    actors: tuple[str, ...]
    left_out: Gaps
    sources: Sources


@dataclass(frozen=True, slots=True)
class Coding:
    """What is taken for a referral. `issues` gives the name of the issue by a position's id, else it is the one
    recorded; `conditional` takes conditional stances as well, half way between agreeing and disagreeing."""

    by: By = By.PARTIES
    issues: Mapping[str, str] = field(default_factory=dict)
    voices: frozenset[Hearing] = SPEAKING_FOR_ITSELF
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """An account of a position: in which voice it is, seen from the party, and the person whose stance it is, where one
    of that side is named."""

    account: Heard
    hearing: Hearing
    person: str | None


@dataclass(frozen=True, slots=True)
class Stand:
    """As much of a position as networks ask for, by its id; `phrase` is its issue in the words of the report."""

    position: str
    party: str | None
    stance: Stance
    phrase: str
    words: tuple[Word, ...]


def stands_of(record: CaseRecord) -> tuple[Stand, ...]:
    """The positions of a record, in its order."""
    speakers = speakers_of(record)
    return tuple(
        Stand(
            position.id,
            position.party,
            position.stance,
            position.issue,
            tuple(_word(position, account, speakers) for account in position.accounts),
        )
        for position in record.positions
    )


def refer(record: CaseRecord, coding: Coding | None = None) -> Referrals:
    """The referrals of a record; see `referred`."""
    return referred(stands_of(record), sources_of(record), coding)


def referred(stands: Iterable[Stand], sources: Sources, coding: Coding | None = None) -> Referrals:
    """The referrals of positions, by day (those without one first), report and place; never an actor without a name."""
    rules = coding or Coding()
    kept: list[Referral] = []
    gaps: Counter[LeftOut] = Counter()
    for stand in stands:
        for word in stand.words:
            found = _referral(stand, word, rules, sources)
            if isinstance(found, LeftOut):
                gaps[found] += 1
            else:
                kept.append(found)
    ordered = tuple(sorted(kept, key=_order))
    return Referrals(ordered, tuple(sorted({one.actor for one in ordered})), gaps_of(gaps), sources)


def gaps_of(gaps: Mapping[LeftOut, int]) -> Gaps:
    """What was left out, in the order of the reasons, none that left out nothing."""
    return tuple((reason, gaps[reason]) for reason in LeftOut if gaps.get(reason))


def all_of(referral: Referral) -> Iterator[Referral]:
    """A referral and those it stands for."""
    yield referral
    yield from referral.repeated


def _referral(stand: Stand, word: Word, coding: Coding, sources: Sources) -> Referral | LeftOut:
    actor = stand.party if coding.by is By.PARTIES else word.person
    if actor is None:
        return LeftOut.NO_ACTOR if coding.by is By.PARTIES else LeftOut.NO_PERSON
    agreement = AGREEMENT[stand.stance]
    if agreement is Agreement.CONDITIONAL and not coding.conditional:
        return LeftOut.CONDITIONAL
    if word.hearing not in coding.voices:
        return LeftOut.VOICE
    if stand.position not in coding.issues and tells_nothing(stand.phrase):
        return LeftOut.NO_ISSUE
    concept = coding.issues.get(stand.position, stand.phrase)
    day = sources.days[word.account.report]
    return Referral(actor, concept, agreement, day, word.hearing, stand.position, word.account)


def _word(position: Position, account: Account, speakers: Speakers) -> Word:
    """An account with the one who speaks for the own side, else the one named as voicing it."""
    hearing = speakers.hear(account.voice, position.party)
    voiced_by = account.fields.voiced_by if isinstance(account.fields, PositionFrame) else None
    others = None if voiced_by == account.voice.speaker else voiced_by
    named = account.voice.speaker if hearing in BINDING else others
    name = speakers.name_of(named) if named else None
    return Word(heard(account), hearing, name if name in speakers.people else None)


def _order(referral: Referral) -> tuple[date, str, int, str]:
    first = referral.account.evidence[0]
    return referral.day or date.min, first.report, first.start, referral.account.id
