"""Contradictions that stand in the words of the reports beside the accounts: each with the entry and field it is on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from pourparler.core.entry import Instrument, Meeting, Statement
from pourparler.core.vocabulary import EntryKind
from pourparler.record.contradictions.asking import asked_for, differ
from pourparler.record.contradictions.attendance import kept_away
from pourparler.record.contradictions.denials import denied_agreements, denied_meetings, said_to_have_met
from pourparler.record.contradictions.directness import met_how
from pourparler.record.contradictions.echoes import echoed
from pourparler.record.contradictions.keeping import kept_or_broken
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.rejoinders import answered
from pourparler.record.contradictions.sides import Point, Told, told_apart
from pourparler.record.contradictions.terms import Claim, claims_on_terms, clash
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import content_words

AT_ONE_TIME = timedelta(days=45)
"""Days between reports within which they speak of one time: what was kept in spring may be broken in autumn."""


def of_words(
    meetings: Sequence[Meeting],
    instruments: Sequence[Instrument],
    statements: Sequence[Statement],
    background: Background,
) -> Iterator[tuple[Point, Told]]:
    """Denials, who asked, direct or indirect, terms, whether it was kept, statements denied: every side of each."""
    passages = Passages(background, statements, meetings, instruments)
    for met, one in denied_meetings(passages, meetings, background):
        yield Point(EntryKind.MEETING, met.id, "status"), one
    for met, one in said_to_have_met(passages, meetings, background):
        yield Point(EntryKind.MEETING, met.id, "status"), one
    for document, one in denied_agreements(passages, background):
        yield Point(EntryKind.INSTRUMENT, document.id, "status"), one
    for met, who, one in kept_away(passages, background):
        yield Point(EntryKind.MEETING, met.id, "people", who), one
    asked = asked_for(passages)
    yield from _by_meeting("proposed by", asked, lambda a, b: differ(str(a.value), str(b.value)))
    yield from _by_meeting("level", met_how(passages), lambda a, b: a.value != b.value and _near(a, b))
    yield from _kept(passages)
    yield from _terms(passages)
    denied = list(echoed(statements, background))
    for stated, one in denied:
        yield Point(EntryKind.STATEMENT, stated, "status"), one
    known = {stated for stated, _ in denied}
    for said, passage, field, one in answered(passages, statements):
        kind, about = _told_there(passages, passage, said)
        if about not in known:
            yield Point(kind, about, field), one


def _by_meeting(
    field: str, told: Iterator[tuple[Meeting, Told]], differs: Callable[[Told, Told], bool]
) -> Iterator[tuple[Point, Told]]:
    """The contrary sides of one field, meeting by meeting."""
    by_meeting: dict[str, list[Told]] = defaultdict(list)
    for met, one in told:
        by_meeting[met.id].append(one)
    for met_id, these in by_meeting.items():
        for one in _contrary(these, differs):
            yield Point(EntryKind.MEETING, met_id, field), one


def _contrary(told: Sequence[Told], differs: Callable[[Told, Told], bool]) -> list[Told]:
    """What is told apart and cannot both be right."""
    return [one for one in told if any(told_apart(one.teller, other.teller) and differs(one, other) for other in told)]


def _near(one: Told, other: Told) -> bool:
    mine, theirs = one.teller.published, other.teller.published
    return mine is None or theirs is None or abs(mine - theirs) <= AT_ONE_TIME


def _kept(passages: Passages) -> Iterator[tuple[Point, Told]]:
    """Sides that say of one party that it broke an instrument, and that it kept to it."""
    by_party: dict[str, list[tuple[Passage, Told]]] = defaultdict(list)
    for passage, party, one in kept_or_broken(passages):
        by_party[party].append((passage, one))
    for party, these in by_party.items():
        sides = _contrary([one for _, one in these], lambda a, b: a.value != b.value and _near(a, b))
        about = _about(passages, [passage for passage, one in these if one in sides], [party])
        if sides and about:
            yield from ((Point(*about, "compliance", party), one) for one in sides)


def _terms(passages: Passages) -> Iterator[tuple[Point, Told]]:
    """What one voice has as part of an instrument and another has not."""
    claims = list(claims_on_terms(passages))
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.holds:
            for topic in claim.topics:
                by_topic[topic].append(claim)
    for out in claims:
        if out.holds:
            continue
        mine = passages.told(out.passage.evidence.text, out.passage)
        likely = {claim.passage.evidence: claim for topic in sorted(out.topics) for claim in by_topic[topic]}
        held = [claim for claim in likely.values() if clash(claim, out)]
        told = [passages.told(claim.passage.evidence.text, claim.passage) for claim in held]
        against = [(claim, one) for claim, one in zip(held, told, strict=True) if told_apart(one.teller, mine.teller)]
        if not against:
            continue
        topics = out.topics.union(*(claim.topics for claim, _ in against))
        about = _about(passages, [*(claim.passage for claim, _ in against), out.passage], topics)
        if about:
            point = Point(*about, "terms", str(mine.value))
            yield point, mine
            for _, one in against:
                yield point, Told(against[0][1].value, one.evidence, one.teller)


def _told_there(passages: Passages, passage: Passage, said: Statement) -> tuple[EntryKind, str]:
    """The meeting or instrument told of in a passage or in what it answers; else the statement it answers."""
    places = [passages.passage(evidence) for evidence in said.content]
    for place in (*places, passage):
        met = passages.meetings.within(place, lambda _: True) if place else None
        if met:
            return EntryKind.MEETING, met.id
        document = passages.instruments.within(place, lambda _: True) if place else None
        if document:
            return EntryKind.INSTRUMENT, document.id
    return EntryKind.STATEMENT, said.id


def _tells(document: Instrument, marks: Iterable[str]) -> bool:
    """True when the title, the subject or a party of an instrument is one of the marks."""
    words = content_words(f"{document.title} {document.subject or ''}") | set(document.parties)
    return not words.isdisjoint(marks)


def _about(passages: Passages, told: Sequence[Passage], marks: Iterable[str]) -> tuple[EntryKind, str] | None:
    """The instrument told of in one of the passages, else near one of them where a mark names it; else a statement."""
    inside = (passages.instruments.within(passage, lambda _: True) for passage in told)
    near = (passages.instruments.nearest(passage, lambda each: _tells(each, marks)) for passage in told)
    for found in (inside, near):
        document = next((each for each in found if each), None)
        if document:
            return EntryKind.INSTRUMENT, document.id
    said = next((passage.statement for passage in told if passage.statement), None)
    return (EntryKind.STATEMENT, said.id) if said else None
