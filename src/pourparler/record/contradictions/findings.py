"""What the words of one report give to disputes: sides whose entry is known, and sides that others must be held
against."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.entry import Instrument, Meeting, Statement
from pourparler.core.vocabulary import EntryKind
from pourparler.record.contradictions.agenda import Claim as TopicClaim
from pourparler.record.contradictions.agenda import kept_off_agenda
from pourparler.record.contradictions.asking import asked_for
from pourparler.record.contradictions.attendance import kept_away
from pourparler.record.contradictions.denials import Denial, denied_agreements, denied_meetings, said_to_have_met
from pourparler.record.contradictions.directness import met_how
from pourparler.record.contradictions.echoes import Echo, echoes
from pourparler.record.contradictions.keeping import kept_or_broken
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.rejoinders import answered
from pourparler.record.contradictions.sides import Point, Told
from pourparler.record.contradictions.terms import Claim, claims_on_terms
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import content_words


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """Sides found in one report.

    `sides` have their point. The rest is held against other reports: denials of contacts, parties that say they met,
    who asked for a meeting, how it was held, who kept an instrument, what is in one, topics kept off agendas, answers
    to statements, facts stated and denied.
    """

    passages: Passages
    sides: tuple[tuple[Point, Told], ...]
    denials: tuple[tuple[Denial, Told], ...]
    had: tuple[tuple[str, Told], ...]
    asked: tuple[tuple[str, Told], ...]
    how: tuple[tuple[str, Told], ...]
    kept: tuple[tuple[Passage, str, Told], ...]
    terms: tuple[tuple[Claim, Told], ...]
    off_agenda: tuple[tuple[str, TopicClaim], ...]
    answers: tuple[tuple[Point, Told], ...]
    echoes: tuple[Echo, ...]


def find(passages: Passages, statements: Sequence[Statement], background: Background) -> Findings:
    """What the words of a report give; `statements` are those that have an account in it."""
    contacts = list(denied_meetings(passages, background))
    sides = [(Point(EntryKind.MEETING, met.id, "status"), one) for met, one in _placed(contacts)]
    for document, one in denied_agreements(passages, background):
        sides.append((Point(EntryKind.INSTRUMENT, document.id, "status"), one))
    for met, who, one in kept_away(passages, background):
        sides.append((Point(EntryKind.MEETING, met.id, "people", who), one))
    cited = [one for one in statements if one.report == passages.report.name]
    return Findings(
        passages=passages,
        sides=tuple(sides),
        denials=tuple((each, passages.told("denied", each.passage)) for each in contacts if isinstance(each, Denial)),
        had=tuple(said_to_have_met(passages)),
        asked=tuple((met.id, one) for met, one in asked_for(passages)),
        how=tuple((met.id, one) for met, one in met_how(passages)),
        kept=tuple(kept_or_broken(passages)),
        terms=tuple(
            (claim, passages.told(claim.passage.evidence.text, claim.passage)) for claim in claims_on_terms(passages)
        ),
        off_agenda=tuple(kept_off_agenda(passages, cited, background)),
        answers=tuple(_answers(passages, cited)),
        echoes=tuple(echoes(cited, background)),
    )


def _placed(contacts: Iterable[tuple[Meeting, Told] | Denial]) -> Iterator[tuple[Meeting, Told]]:
    return (each for each in contacts if not isinstance(each, Denial))


def _answers(passages: Passages, statements: Sequence[Statement]) -> Iterator[tuple[Point, Told]]:
    """Both sides of each answer, over the meeting or instrument told of in what it answers, or there; else over the
    statement."""
    for said, passage, field, one in answered(passages, statements):
        yield Point(*_told_there(passages, passage, said), field), one


def _told_there(passages: Passages, passage: Passage, said: Statement) -> tuple[EntryKind, str]:
    places = [passages.passage(evidence) for evidence in said.content]
    for place in (*places, passage):
        met = passages.meetings.within(place, lambda _: True) if place else None
        if met:
            return EntryKind.MEETING, met.id
        document = passages.instruments.within(place, lambda _: True) if place else None
        if document:
            return EntryKind.INSTRUMENT, document.id
    return EntryKind.STATEMENT, said.id


def about(places: Sequence[tuple[Passages, Passage]], marks: Iterable[str]) -> tuple[EntryKind, str] | None:
    """The instrument told of in one of the passages, else near one of them where a mark names it; else a statement."""
    inside = (passages.instruments.within(passage, lambda _: True) for passages, passage in places)
    near = (passages.instruments.nearest(passage, lambda each: _tells(each, marks)) for passages, passage in places)
    for found in (inside, near):
        document = next((each for each in found if each), None)
        if document:
            return EntryKind.INSTRUMENT, document.id
    said = next((passage.statement for _, passage in places if passage.statement), None)
    return (EntryKind.STATEMENT, said.id) if said else None


def _tells(document: Instrument, marks: Iterable[str]) -> bool:
    """True when the title, the subject or a party of an instrument is one of the marks."""
    words = content_words(f"{document.title} {document.subject or ''}") | set(document.parties)
    return not words.isdisjoint(marks)
