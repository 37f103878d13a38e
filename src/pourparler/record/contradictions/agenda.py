"""Disputes over what a meeting was to deal with: one voice has a topic on the agenda, another keeps it off."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pourparler.core.entry import Meeting, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind
from pourparler.record.contradictions.passages import Passages, denies
from pourparler.record.contradictions.sides import Point, Teller, Told, teller_of, told_apart
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import fields_of
from pourparler.record.merging.wording import content_words
from pourparler.text.gazetteer import fold, load_gazetteer

_BE = r"(?:is|are|was|were|will be|would be|be)"
_KEPT_OFF = (
    re.compile(rf"(?P<topic>[^.;:!?]*?)\b{_BE} not (?:be )?(?:on|part of) (?:the|its|their) agenda", re.I),
    re.compile(rf"\bno (?P<topic>[^.;:!?]*?) (?:{_BE} )?on the agenda", re.I),
    re.compile(
        r"\b(?:will|would|did|do|does) not (?:discuss|address|raise|touch (?:up)?on|talk about|deal with) "
        r"(?P<topic>[^.;:!?]*)",
        re.I,
    ),
)
_ON = re.compile(rf"(?P<topic>[^.;:!?]*?)\b{_BE}(?: also| still| firmly| high| expected to be)* on the agenda", re.I)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that put topics on an agenda or keep them off; topics are folded words, states by their names."""

    topics: frozenset[str]
    evidence: Evidence
    teller: Teller
    denies: bool = False


def agenda_disputes(
    meetings: Sequence[Meeting], against: Iterable[tuple[str, Claim]], background: Background
) -> Iterator[tuple[Point, Told]]:
    """Both sides for each meeting of which one text or voice puts a topic on the agenda and another keeps it off.

    `against` are the claims that keep topics off, with the ids of their meetings, in the order of the reports.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for met, claim in against:
        said[met].append(claim)
    for meeting in meetings if said else ():
        parties = {word for party in meeting.parties for word in topics_of(party)} if meeting.id in said else set()
        claims = list(_put_on(meeting, background)) if meeting.id in said else []
        for off in said.get(meeting.id, ()):
            topics = off.topics - parties
            on = [claim for claim in claims if claim.topics & topics and told_apart(claim.teller, off.teller)]
            if on:
                point = Point(EntryKind.MEETING, meeting.id, "agenda")
                yield from ((point, Told(on[0].evidence.text, (claim.evidence,), claim.teller)) for claim in on)
                yield point, Told(off.evidence.text, (off.evidence,), off.teller, off.denies)
                break


def kept_off_agenda(
    passages: Passages, statements: Sequence[Statement], background: Background
) -> Iterator[tuple[str, Claim]]:
    """Statements of a report that keep topics off an agenda, with the id of the meeting told of last before them."""
    for statement in statements:
        for evidence in statement.content:
            topics = _kept_off(evidence.text)
            met = passages.meetings.before(evidence) if topics and evidence.report == passages.report.name else None
            if met:
                account = statement.accounts[0]
                yield met.id, Claim(topics, evidence, teller_of(account, background), denies(statement))


def _put_on(meeting: Meeting, background: Background) -> Iterator[Claim]:
    """What the accounts of a meeting put on its agenda: its agenda, its title, and words that say so."""
    for account in meeting.accounts:
        teller = teller_of(account, background)
        agenda = [support.evidence for support in account.support if support.field == "agenda"]
        for evidence in agenda:
            if not _kept_off(evidence.text):
                yield Claim(topics_of(evidence.text), evidence, teller)
        for evidence in account.evidence:
            topics = topics_of(fields_of(account).title) & topics_of(evidence.text)
            match = _ON.search(evidence.text) if "agenda" in evidence.text.casefold() else None
            topics |= topics_of(match["topic"]) if match else frozenset()
            if topics and not _kept_off(evidence.text):
                yield Claim(topics, evidence, teller)


def _kept_off(words: str) -> frozenset[str]:
    """The topics that words keep off an agenda; empty when they keep off none."""
    if "agenda" not in words.casefold() and " not " not in words:
        return frozenset()
    matches: Iterable[re.Match[str]] = (match for pattern in _KEPT_OFF for match in pattern.finditer(words))
    return frozenset[str]().union(*(topics_of(match["topic"]) for match in matches))


@lru_cache(maxsize=16_384)
def topics_of(words: str) -> frozenset[str]:
    """The topics of a phrase: its words that carry meaning, a state under its name whatever form it stands in."""
    world = load_gazetteer()
    states = {
        fold(word).casefold(): state.name.casefold() for word in _WORD.findall(words) if (state := world.state(word))
    }
    return frozenset(states.get(word, word) for word in content_words(words)) | frozenset(states.values())
