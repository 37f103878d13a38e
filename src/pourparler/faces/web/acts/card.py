"""One question of the review as a page shows it: what is asked, why, and the words of each side."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.faces.rows.questions import (
    ANSWERS,
    FEW,
    WIDE,
    Cited,
    cited_words,
    entry_facts,
    entry_label,
    question_words,
    reason_words,
    side_title,
    told_reasons,
)
from pourparler.faces.rows.telling import AROUND
from pourparler.faces.web.part import Part
from pourparler.faces.web.visit import Visit
from pourparler.record.reviewing.answering import COMPARED
from pourparler.record.reviewing.question import Asked, Question

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side: its title, the address of its entry, what the record holds of it, its words, and how many
    of them are not shown."""

    title: str
    address: str
    facts: Facts
    words: tuple[Cited, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Card:
    """A question laid out: in words, why it is asked, the entry it is about where its sides are parts of one, its
    sides, and what each answer means."""

    question: Question
    words: str
    reasons: tuple[str, ...]
    about: tuple[str, str, Facts] | None
    sides: tuple[SideShown, ...]
    yes: str
    no: str
    is_compared: bool


def card(visit: Visit, question: Question, is_open: bool) -> Card:
    """A question laid out; `is_open` with all passages and more around them."""
    lookup = question_part(visit, question, texts=True)
    yes, no = ANSWERS[question.asked]
    about = None
    if question.asked in (Asked.JOIN, Asked.DISPUTE):
        entry = question.entries[0]
        address = visit.to(f"/disputes/{question.dispute}") if question.dispute else _address(visit, question, entry)
        about = entry_label(lookup, entry), address, _facts(lookup, entry) if is_open else ()
    return Card(
        question,
        question_words(question),
        tuple(reason_words(reason) for reason in told_reasons(question)),
        about,
        tuple(_sides(visit, lookup, question, is_open)),
        yes,
        no,
        question.asked in COMPARED,
    )


def question_part(visit: Visit, question: Question, texts: bool = False) -> Part:
    """The part of the record that a question is about."""
    entries = visit.snapshot.entries(dict.fromkeys(question.entries))
    dispute = visit.snapshot.entry(question.dispute) if question.dispute else None
    things = (*entries, dispute) if dispute else entries
    return visit.part(things, texts)  # type: ignore[arg-type]


def _sides(visit: Visit, lookup: Part, question: Question, is_open: bool) -> Iterator[SideShown]:
    apart = question.asked in (Asked.PAIR, Asked.ENTRY)
    for number, side in enumerate(question.sides):
        words = cited_words(lookup, side, WIDE if is_open else AROUND)
        shown = words if is_open else words[:FEW]
        yield SideShown(
            side_title(lookup, question, number),
            _address(visit, question, side.entry) if apart else "",
            _facts(lookup, side.entry) if apart else (),
            shown,
            len(words) - len(shown),
        )


def _facts(lookup: Part, entry: str) -> Facts:
    return tuple((name, value) for name, value in entry_facts(lookup, entry) if name != "counts")


def _address(visit: Visit, question: Question, entry: str) -> str:
    return visit.entry(question.kind.value, entry)
