"""What somebody denies, against those who tell it: that a meeting was held, that an agreement was reached."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, Meeting
from pourparler.core.vocabulary import InstrumentStatus, MeetingKind, MeetingStatus
from pourparler.record.contradictions.instruments import SETTLED
from pourparler.record.contradictions.keeping import PAPER
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.sides import Teller, Told, teller_of, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import fields_of as paper_of
from pourparler.record.merging.glimpse import MET, days_of
from pourparler.record.merging.glimpse import fields_of as meeting_of
from pourparler.record.merging.wording import content_words

States = frozenset[InstrumentStatus | None]

_HANDED: States = frozenset({InstrumentStatus.HANDED_OVER})
_CONTACT = re.compile(
    r"\b(?P<call>phoned|telephoned|called (?:him|her|them|up)|(?:phone|telephone) (?:call|conversation)|phone talks)\b|"
    r"\b(?P<any>spoken|spoke|speaking|talked|conversations?|contacts?|been in touch)\b|"
    r"\b(?P<met>met|meeting|meetings|talks|negotiations|negotiating|consultations?|visited|sat down)\b"
)
_TOPIC = re.compile(r"\b(?:about|regarding|concerning|on the subject of) (?P<topic>[^,.;]+)", re.I)
_NOT = r"(?: not|n[’']t| never)(?: yet)?(?: been)?"
_DONE = r"(?:reached|signed|agreed|struck|concluded|made)"
_NONE = re.compile(
    r"\b(?:nothing (?:has been|had been|is|was) (?:agreed|signed|settled|decided)(?! until| unless)|"
    rf"no (?:[\w’'-]+ ){{0,2}}?{PAPER} (?:has been|had been|was|is|has|had|been)? ?{_DONE}|"
    rf"(?:has|have|had|did|do|does|was|were|is){_NOT} (?:agreed?|sign(?:ed)?|reach(?:ed)?|concluded?) "
    rf"(?:to |on )?(?:an?|any|the) (?:[\w’'-]+ ){{0,3}}?{PAPER}|"
    rf"{PAPER} (?:has|have|had|was|were|is){_NOT} {_DONE})\b"
)
_HAD = re.compile(
    r"\b(?:had|held|have had|has had|(?:is|are|been) having) (?:[\w-]+ ){0,3}?"
    r"(?:meetings?|talks|conversations?|negotiations|contacts?|consultations?)\b"
)
_UNSURE = re.compile(r"\b(?:not|no|never|if|would|could|should|hopes?|wants?)\b|n[’']t\b", re.I)
_UNSEEN = re.compile(
    r"(?:\bnot|n[’']t|\bnever)(?: yet)?(?: been)? (?:received|given|handed|sent|seen)(?: over)? "
    r"(?:an?|any|the|such|its|their|this|that) (?:[\w’'-]+ ){0,3}?"
    r"(?:letter|proposals?|drafts?|memorandum|documents?|text|offer|terms|message|paper|plan)\b"
)
ANSWERED = timedelta(days=3)
"""Days between a claim and a denial of just that, where neither names a day."""

FRESH = timedelta(days=14)
"""Days before a denial within which what it denies was told."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial of a contact that no meeting told of in the same report is known to be: the parties it names."""

    passage: Passage
    match: re.Match[str]
    named: frozenset[str]


def denied_meetings(passages: Passages, background: Background) -> Iterator[tuple[Meeting, Told] | Denial]:
    """Both sides of every denial of a contact that the reports tell of as held; told as a plan it is left alone.

    Where the denial names what the contact was not about, only that is denied, unless the meeting is known by it. What
    is told in other reports alone comes as a Denial, see `denied_elsewhere`.
    """
    for passage, match in passages.denials(_CONTACT):
        if _is_told_as_denied(passage, passages):
            continue
        denial = passages.told(MeetingStatus.DENIED.value, passage)

        def fits(met: Meeting, passage: Passage = passage, match: re.Match[str] = match, denial: Told = denial) -> bool:
            return _may_be(met, passage, match) and bool(_asserted(met.accounts, denial.teller, background))

        met = passages.meetings.nearest(passage, fits)
        if met:
            yield from _both_sides(met, denial, background)
        else:
            speaker = passages.speaker_party(passage)
            named = passages.parties(passage) | ({speaker} if speaker else set())
            if len(named) > 1 and passage.report.published is not None:
                yield Denial(passage, match, named)


def denied_elsewhere(
    denial: Denial, mine: Told, meetings: Iterable[Meeting], background: Background
) -> Iterator[tuple[Meeting, Told]]:
    """Both sides of a denial of the latest of the `meetings` that it may mean, of the parties it names and fresh."""
    day = denial.passage.report.published
    near = [
        met
        for met in meetings
        if day and met.when and met.when.end and day - FRESH <= met.when.end <= day
        if denial.named <= set(met.parties)
        and _may_be(met, denial.passage, denial.match)
        and _asserted(met.accounts, mine.teller, background)
    ]
    if near:
        last = max(near, key=lambda met: (met.when.start if met.when and met.when.start else date.min, met.id))
        yield from _both_sides(last, mine, background)


def _both_sides(met: Meeting, denial: Told, background: Background) -> Iterator[tuple[Meeting, Told]]:
    yield met, denial
    for account in _asserted(met.accounts, denial.teller, background):
        yield met, told_by(MeetingStatus.HELD.value, account, "status", background)


def said_to_have_met(passages: Passages) -> Iterator[tuple[str, Told]]:
    """A side's own words that there were talks: the party, and what it says."""
    for passage, _ in passages.found(_HAD):
        party = passages.speaker_party(passage)
        if not passage.denied and party is not None and not _UNSURE.search(passage.evidence.text):
            yield party, passages.told(MeetingStatus.HELD.value, passage)


def met_all_the_same(
    had: Iterable[tuple[str, Told]], meetings: Sequence[Meeting], background: Background
) -> Iterator[tuple[Meeting, Told]]:
    """A side's own words that there were talks, against a denial of them that the reports have as a meeting denied."""
    denied = [(met, {*met.parties, *met.people}, against) for met in meetings if (against := _denials(met))]
    for party, mine in had if denied else ():
        for met, there, those in denied:
            against = [account for account in those if _answers(account, mine, background)] if party in there else []
            if against:
                yield met, mine
                for account in against:
                    yield met, told_by(MeetingStatus.DENIED.value, account, "status", background)


def _denials(met: Meeting) -> list[Account]:
    return [account for account in met.accounts if meeting_of(account).status is MeetingStatus.DENIED]


def _answers(account: Account, told: Told, background: Background) -> bool:
    """True when a denial was published within a few days of what it denies, by another voice."""
    teller = teller_of(account, background)
    if teller.published is None or told.teller.published is None or not told_apart(teller, told.teller):
        return False
    return timedelta(0) <= teller.published - told.teller.published <= ANSWERED


def _is_told_as_denied(passage: Passage, passages: Passages) -> bool:
    """True when the reader itself has a meeting denied there: then its accounts speak for themselves."""
    return passages.meetings.within(passage, lambda met: met.status is MeetingStatus.DENIED) is not None


def _may_be(met: Meeting, passage: Passage, match: re.Match[str]) -> bool:
    """True when a denial may mean a meeting: by kind, by the side that denies, and by what it was about."""
    is_call = met.kind is MeetingKind.CALL
    if (match["call"] and not is_call) or (match["met"] and is_call):
        return False
    said = passage.statement
    party = said.party or said.speaker if said else None
    if party is None or party not in (*met.parties, *met.people):
        return False
    topic = _TOPIC.search(passage.evidence.text)
    if topic is None:
        return True
    about = content_words(met.title).union(*(content_words(words.text) for words in met.agenda))
    return bool(content_words(topic["topic"]) & about)


def _asserted(accounts: Sequence[Account], denial: Teller, background: Background) -> list[Account]:
    """The accounts of others that have it held by the day of the denial."""
    day = denial.published
    found = []
    for account in accounts:
        frame, teller = meeting_of(account), teller_of(account, background)
        days = days_of(frame)
        since = days[0] if days else teller.published
        late = day is not None and since is not None and since > day
        if frame.status in MET and not late and told_apart(teller, denial):
            found.append(account)
    return found


def denied_agreements(passages: Passages, background: Background) -> Iterator[tuple[Instrument, Told]]:
    """Both sides where one voice says that nothing is agreed or signed and another tells of it as settled by then."""
    for pattern, value, states in ((_NONE, "not agreed", SETTLED), (_UNSEEN, "not handed over", _HANDED)):
        for passage, _ in passages.found(pattern):
            if passage.denied:
                continue

            def against(document: Instrument, passage: Passage = passage, states: States = states) -> list[Account]:
                return _told_by_then(document, states, passages.told("", passage).teller, background)

            document = passages.instruments.nearest(passage, lambda each: bool(against(each)))
            if document:
                yield document, replace(passages.told(value, passage), denies=True)
                for account in against(document):
                    yield document, told_by(str(paper_of(account).status), account, "status", background)


def _told_by_then(document: Instrument, states: States, denial: Teller, background: Background) -> list[Account]:
    """The accounts of others that have it in one of these states by the day of the denial, and not long before."""
    day = denial.published
    found = []
    for account in document.accounts:
        frame, teller = paper_of(account), teller_of(account, background)
        if frame.status not in states or not told_apart(denial, teller) or day is None or teller.published is None:
            continue
        on = frame.on or teller.published
        if day - FRESH <= on <= day and not (teller.published < day and frame.on is None):
            found.append(account)
    return found
