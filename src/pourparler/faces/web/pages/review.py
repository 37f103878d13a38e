"""The review: the questions for a person to answer, one at a time, hardest first."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.judging.questions import COLUMNS, question_row, question_values
from pourparler.faces.web.acts.card import card, question_part
from pourparler.faces.web.acts.deciding import END
from pourparler.faces.web.acts.decisions import Decisions, decisions
from pourparler.faces.web.acts.queue import Queue, answered_by, each, open_questions, question_called
from pourparler.faces.web.listing import asked_values, case_values, parties
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word, given
from pourparler.faces.web.visit import Visit


class ReviewAsk(Ask):
    """Which questions, and which of them now."""

    kind: Annotated[EntryKind | None, BeforeValidator(given)] = Field(
        None, description="Only about this kind of entry."
    )
    party: Word = Field(None, description="Only what touches this party.")
    at: Word = Field(None, description="The id of a question; without, the first that is open.")
    came: Word = Field(None, description="The id of the question that was left for this one.")
    open: bool = Field(False, description="With all passages and more around them.")


def review(visit: Visit, ask: ReviewAsk) -> Answer:
    """One question with its sides beside each other, how many are open, and what was decided last."""
    known = decisions(visit.site, visit.snapshot)
    queue = open_questions(known, ask.kind, ask.party)
    wanted = ask.at or (queue.ids[0] if queue.ids else END)
    question = question_called(visit.snapshot, wanted) if wanted != END else None
    answered = answered_by(known, question) if question else None
    values: dict[str, object] = {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "total": len(queue.ids),
        "number": queue.number(question.id) if question else None,
        "decided": len({one.act for one in known.stored}),
        "question": question_values(question_part(visit, question), question) if question else None,
        "answered": answered is not None,
        "next": visit.here(at=queue.after(wanted), came=None, open=None) if queue.after(wanted) else None,
    }
    shown = {
        "card": card(visit, question, ask.open) if question else None,
        "answered": answered,
        "queue": queue,
        "wanted": wanted,
        "ended": wanted == END or not queue.ids,
        "last": None if visit.site.read_only else _last(known, visit.site.by),
        "kinds": list(EntryKind),
        "parties": parties(visit),
        "end": END,
    }
    return Answer(
        "Review",
        values,
        Table(tuple(one.heading for one in COLUMNS), _rows(visit, queue)),
        shown | _way(queue, ask, wanted),
    )


def _way(queue: Queue, ask: ReviewAsk, wanted: str) -> dict[str, object]:
    """The questions before and after this one; before it is the one that was left for it, where that is known."""
    before = ask.came if ask.came in queue.places else queue.before(wanted)
    if wanted == END and before is None and queue.ids:
        before = queue.ids[-1]
    return {"before": before, "following": queue.after(wanted) or END}


def _last(known: Decisions, by: str | None) -> Judgement | None:
    """What this person decided last, of all that stands."""
    return next((one for one in sorted(known.stored, key=lambda one: one.at, reverse=True) if one.by == by), None)


def _rows(visit: Visit, queue: Queue) -> Iterator[tuple[str, ...]]:
    """The open questions as rows, as `pourparler review --list` has them."""
    number = 0
    for some in each(visit.snapshot, queue.ids):
        entries = visit.snapshot.entries(dict.fromkeys(entry for question in some for entry in question.entries))
        lookup = visit.part(entries)
        for question in some:
            number += 1
            yield question_row(lookup, question, number)


PAGES = (Page("/review", "review.html", review, ReviewAsk, "Review", hurried=True, served=True),)
