"""The definitions of the codebook, read from `data/codebook.toml` and checked against the vocabularies themselves."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pourparler.case.issues.states import State
from pourparler.case.voices import Hearing
from pourparler.core import vocabulary
from pourparler.core.judgement import Verdict
from pourparler.core.moment import Precision
from pourparler.core.reading import Operator
from pourparler.record.reviewing.question import Asked

VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "meeting.kind": vocabulary.MeetingKind,
    "meeting.status": vocabulary.MeetingStatus,
    "meeting.channel": vocabulary.Channel,
    "meeting.when.precision": Precision,
    "statement.mode": vocabulary.Mode,
    "statement.act": vocabulary.Act,
    "position.stance": vocabulary.Stance,
    "condition.operator": Operator,
    "instrument.kind": vocabulary.InstrumentKind,
    "instrument.status": vocabulary.InstrumentStatus,
    "dispute.sort": vocabulary.DisputeSort,
    "state.step": vocabulary.Step,
    "actor.kind": vocabulary.ActorKind,
    "report.published_from": vocabulary.PublishedFrom,
    "issue.state": State,
    "issue.voice": Hearing,
    "judgement.verdict": Verdict,
    "question.asked": Asked,
}
"""Every field that takes one of a closed list of values, in the order of the codebook."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of the record, what it means, and the page that shows such things (empty for none)."""

    word: str
    meaning: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The values that a field takes, in their order, each with what it means."""

    field: str
    meaning: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All definitions. `version` is raised when a meaning changes, so that a figure can name what it was counted by."""

    version: int
    nouns: tuple[Noun, ...]
    vocabularies: tuple[Vocabulary, ...]


@cache
def codebook() -> Codebook:
    """The codebook; every vocabulary and every value of it is there, in the order of the vocabulary itself."""
    text = files("pourparler.data").joinpath("codebook.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    defined = {one["field"]: one for one in told["vocabulary"]}
    return Codebook(
        told["version"],
        tuple(Noun(one["word"], one["is"], one.get("page", "")) for one in told["noun"]),
        tuple(
            Vocabulary(field, defined[field]["is"], tuple((str(one), defined[field]["values"][one]) for one in values))
            for field, values in VOCABULARIES.items()
        ),
    )
