"""What is asked of a person: the question, the words it is about, why it is asked, and how hard it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind


class Asked(StrEnum):
    """The sorts of questions."""

    PAIR = "pair"
    """Are these two entries one?"""
    JOIN = "join"
    """Do these accounts of one entry belong together?"""
    DISPUTE = "dispute"
    """Is this a contradiction, or only an update?"""
    ENTRY = "entry"
    """Is this entry right?"""


class Why(StrEnum):
    """Why something is asked."""

    MERGE = "merge in doubt"
    JOIN = "join in doubt"
    DISPUTED = "disputed field"
    SINGLE = "single source"
    HEDGED = "hedged"
    ANONYMOUS = "anonymous voice"
    UNSURE = "reader unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for asking. `detail` tells which field, words or want; `score` and `traits` belong to a merge in
    doubt: how far it was from deciding otherwise (below nothing: kept apart), and what was weighed, in words."""

    why: Why
    detail: str = ""
    score: float | None = None
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of one report, with its outlet and day of publication; `account` is the id of the account that
    rests on them, None where a reading of a dispute rests on words that no account of the entry cites."""

    words: Evidence
    outlet: str | None
    published: date | None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question: the accounts meant (by id), their words, and the value they give where one is disputed.

    A question about a pair or a join has two sides, one about a dispute as many as there are readings, one about an
    entry a single side.
    """

    entry: str
    accounts: tuple[str, ...]
    passages: tuple[Passage, ...]
    value: str | tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `entries` are the ids of those it is about: two for a pair, else one.

    `accounts` are the ids of all accounts that an answer is about: those of the sides, of a dispute all of its entry.
    `hardness` sorts the questions, hardest first, in ascending order; `record/reviewing/hardness.py` says of what it
    is made. `dispute`, `field` and `judged` (the readings, as a judgement names them) are given where a dispute is
    asked about. `id` stays the same as long as the question is about the same accounts.
    """

    id: str
    asked: Asked
    kind: EntryKind
    entries: tuple[str, ...]
    accounts: tuple[str, ...]
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...]
    hardness: tuple[float, ...]
    field: str | None = None
    dispute: str | None = None
    judged: str | None = None
