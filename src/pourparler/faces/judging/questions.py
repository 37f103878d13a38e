"""The queue as plain values and as rows of a table: what `review --json` and `review --list` give."""

from collections.abc import Sequence
from typing import Any

from pourparler.faces.rows.cells import Column
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.questions import ANSWERS, about_words, question_words, reason_words
from pourparler.record.reviewing.question import Question, Reason, Side

COLUMNS = (Column("no"), Column("ids"), Column("question", 4), Column("about", 5), Column("why it is asked", 5))
"""Columns of the table."""


def question_row(lookup: Lookup, question: Question, number: int) -> tuple[str, ...]:
    """One question as cells: its place in the queue, the ids of its entries, what is asked, about what, and why."""
    ids = " ".join(lookup.short(entry) for entry in question.entries)
    why = "; ".join(_brief(reason) for reason in question.reasons)
    return str(number), ids, question_words(question), about_words(lookup, question), why


def _brief(reason: Reason) -> str:
    """A reason in a table: of a merge in doubt only by how much, for what it weighed takes many lines."""
    return reason_words(reason) if reason.score is None else f"{reason.why.value} ({abs(reason.score):.2f})"


def question_values(lookup: Lookup, question: Question) -> dict[str, Any]:
    """One question as JSON has it."""
    yes, no = ANSWERS[question.asked]
    return {
        "id": question.id,
        "asked": question.asked.value,
        "question": question_words(question),
        "about": about_words(lookup, question),
        "kind": question.kind.value,
        "entries": list(question.entries),
        "dispute": question.dispute,
        "field": question.field,
        "answers": {"accept": yes, "reject": no},
        "reasons": [
            {"why": reason.why.value, "detail": reason.detail or None, "score": reason.score,
             "traits": list(reason.traits), "words": reason_words(reason)}
            for reason in question.reasons
        ],
        "sides": [_side_values(side) for side in question.sides],
        "hardness": list(question.hardness),
    }  # fmt: skip


def queue_values(lookup: Lookup, questions: Sequence[Question]) -> list[dict[str, Any]]:
    """The queue as JSON has it, hardest first."""
    return [question_values(lookup, question) for question in questions]


def _side_values(side: Side) -> dict[str, Any]:
    return {
        "entry": side.entry,
        "value": list(side.value) if isinstance(side.value, tuple) else side.value,
        "accounts": list(side.accounts),
        "passages": [
            {"report": one.words.report, "outlet": one.outlet,
             "published": one.published.isoformat() if one.published else None,
             "start": one.words.start, "end": one.words.end, "text": one.words.text, "account": one.account}
            for one in side.passages
        ],
    }  # fmt: skip
