"""The lives of an issue's instruments: the furthest first, every state with who gives it and what is odd."""

from dataclasses import dataclass

from pourparler.case.instruments.lives import Life, Step
from pourparler.case.issues.issue import Issue
from pourparler.core.entry import Instrument
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.faces.rows.labels import label
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.lives import backing_words, warning_words
from pourparler.faces.web.visit import Visit

_STAGES = tuple(InstrumentStatus)

MOST = 5
"""Instruments whose lives a page shows, the furthest first; their own pages have all, and the data of the page."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One state: by whom it is told, what is odd about the step to it (empty for nothing), and first words of it."""

    step: Step
    by: str
    warning: str
    place: Evidence | None


@dataclass(frozen=True, slots=True)
class Paper:
    """An instrument with its life, state by state."""

    instrument: Instrument
    name: str
    life: Life
    stages: tuple[Stage, ...]


def papers_of(visit: Visit, issue: Issue) -> tuple[Paper, ...]:
    """The instruments of an issue that are told to be in some state, the furthest first."""
    things = (visit.asking.lookup.things.get(one) for one in issue.entries)
    found = [one for one in things if isinstance(one, Instrument)]
    papers = (_paper(visit.asking, one) for one in found)
    return tuple(sorted((one for one in papers if one.stages), key=_far))


def _paper(asking: Asking, one: Instrument) -> Paper:
    life = asking.lives[one.id]
    return Paper(one, label(asking.lookup, one), life, _stages(life))


def _far(paper: Paper) -> int:
    stands = paper.life.stands
    return -_STAGES.index(stands) if stands else 1


def _stages(life: Life) -> tuple[Stage, ...]:
    odd = {one.at: warning_words(one) for one in life.warnings}
    return tuple(
        Stage(step, _by(step), odd.get(place, ""), step.evidence[0] if step.evidence else None)
        for place, step in enumerate(life.steps)
    )


def _by(step: Step) -> str:
    """Who gives a state, and whether that is what it asks for."""
    less = "" if step.met else f"; that is less than it asks for: {step.asks.value}"
    return f"by {backing_words(step.backing)}{less}"
