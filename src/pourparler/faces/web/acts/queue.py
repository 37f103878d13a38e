"""The questions of a snapshot that are still open: what was answered since it was made is not asked again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.acts.decisions import Decisions
from pourparler.record.reviewing.question import Question
from pourparler.record.reviewing.settled import Settled

AT_ONCE = 200
"""Questions decoded at a time."""

_TOUCHED = """SELECT body FROM questions WHERE EXISTS (
    SELECT 1 FROM json_each(questions.accounts) AS one WHERE one.value IN (SELECT value FROM json_each(?))
)"""
_OF_PARTY = """EXISTS (
    SELECT 1 FROM json_each(questions.entries) AS one JOIN entries ON entries.id = one.value
    JOIN entry_actors ON entry_actors.seq = entries.seq WHERE entry_actors.name = ?
)"""


@dataclass(frozen=True, slots=True)
class Queue:
    """The ids of open questions, the hardest first, with the places in the snapshot's list of those and of others."""

    ids: tuple[str, ...]
    places: dict[str, int]

    def number(self, question: str) -> int | None:
        """The place of a question among the open ones, counted from 1; None where it is not open."""
        return self.ids.index(question) + 1 if question in self.ids else None

    def after(self, question: str) -> str | None:
        """The open question that comes next after one, open or not; None after the last."""
        place = self.places.get(question, 0)
        return next((one for one in self.ids if self.places[one] > place), None)

    def before(self, question: str) -> str | None:
        """The open question that comes before one; None before the first."""
        place = self.places.get(question, 0)
        return next((one for one in reversed(self.ids) if self.places[one] < place), None)


def open_questions(decisions: Decisions, kind: EntryKind | None = None, party: str | None = None) -> Queue:
    """The questions that are open, of a kind of entry and touching a party where asked for."""
    clauses, values = ["1"], []
    if kind:
        clauses.append("kind = ?")
        values.append(kind.value)
    if party:
        clauses.append(_OF_PARTY)
        values.append(party)
    query = f"SELECT id, seq FROM questions WHERE {' AND '.join(clauses)} ORDER BY seq"
    places = {row["id"]: row["seq"] for row in decisions.snapshot.rows(query, *values)}
    answered = settled(decisions)
    return Queue(tuple(one for one in places if one not in answered), places)


def settled(decisions: Decisions) -> frozenset[str]:
    """The ids of the snapshot's questions that were answered since it was made."""
    if not decisions.newer:
        return frozenset()
    judged = json.dumps(sorted({account for one in decisions.standing for account in one.accounts}))
    holds = Settled(decisions.standing).holds
    touched = (decode(Question, row["body"]) for row in decisions.snapshot.rows(_TOUCHED, judged))
    return frozenset(question.id for question in touched if holds(question))


def question_called(snapshot: Snapshot, name: str) -> Question | None:
    """The question of an id; None where the snapshot does not ask it."""
    row = snapshot.one("SELECT body FROM questions WHERE id = ?", name)
    return decode(Question, row["body"]) if row else None


def answered_by(decisions: Decisions, question: Question) -> Judgement | None:
    """The newest judgement that answers a question of the snapshot; None while it is open."""
    if not Settled(decisions.standing).holds(question):
        return None
    mine = set(question.accounts)
    return next((one for one in reversed(decisions.standing) if mine & set(one.accounts)), None)


def asking(decisions: Decisions, accounts: frozenset[str]) -> str | None:
    """The id of the open question about just these accounts, else of the hardest that is about any of them."""
    rows = decisions.snapshot.rows(f"{_TOUCHED} ORDER BY seq", json.dumps(sorted(accounts)))
    found = [decode(Question, row["body"]) for row in rows]
    holds = Settled(decisions.standing).holds
    left = [question for question in found if not holds(question)]
    whole = (question.id for question in left if set(question.accounts) == accounts)
    return next(whole, left[0].id if left else None)


def each(snapshot: Snapshot, ids: tuple[str, ...]) -> Iterator[tuple[Question, ...]]:
    """Questions by their ids, some at a time, in their order."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        query = f"SELECT body FROM questions WHERE id IN ({','.join('?' * len(some))}) ORDER BY seq"
        yield tuple(decode(Question, row["body"]) for row in snapshot.rows(query, *some))
