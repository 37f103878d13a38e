"""Issues and parties as a grid: which parties have a column, and each stance with whose voice, day and words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.case.issues.matrix import Cell, Held
from pourparler.case.issues.states import Standing
from pourparler.case.voices import Hearing
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Stance
from pourparler.faces.system.asking import Asking
from pourparler.faces.web.visit import Visit

COLUMNS = 6
"""Parties with a column of their own; where one more would do, all have one."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A stance as one sort of voice tells it: the position's id, the first and the last day it was told (the same where
    it was told once), and words of the last. `counts` where it is taken for the party's own stance, `stands` where it
    is in force."""

    position: str
    stance: Stance
    phrase: str
    hearing: Hearing
    first: date | None
    last: date | None
    place: Evidence
    counts: bool
    stands: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An issue in the grid: how it stands, its stances in force by party, and the parties that have no column."""

    standing: Standing
    stances: dict[str, tuple[Stood, ...]]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Some issues as rows; `columns` are parties, `others` those without one and on how many issues each stands."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    others: tuple[tuple[str, int], ...]


def grid_of(visit: Visit, shown: Sequence[Standing], asked: str | None) -> Grid:
    """A grid of issues. The parties with stances on most of them have a column, the one that is asked for first."""
    asking = visit.asking
    cells = {one.issue.id: asking.matrix.of(one.issue.id) for one in shown}
    stances = [held for found in cells.values() for cell in found for held in cell.in_force]
    visit.rank(place.report for held in stances for place in held.evidence)
    counted = Counter(cell.party for found in cells.values() for cell in found)
    parties = sorted(counted, key=lambda party: (party != asked, -counted[party], party))
    columns = tuple(parties if len(parties) <= COLUMNS + 1 else parties[:COLUMNS])
    rows = tuple(
        Row(
            one,
            {cell.party: stood_in(visit, cell, cell.in_force) for cell in cells[one.issue.id]},
            tuple(cell.party for cell in cells[one.issue.id] if cell.party not in columns),
        )
        for one in shown
    )
    return Grid(columns, rows, tuple((party, counted[party]) for party in parties if party not in columns))


def parties_of(asking: Asking, standing: Standing) -> tuple[str, ...]:
    """The parties of an issue: those with a stance, a condition or an instrument on it, then others that somebody gives
    a stance."""
    said = (cell.party for cell in asking.matrix.of(standing.issue.id))
    return tuple(dict.fromkeys((*standing.concerned, *said)))


def stood_in(visit: Visit, cell: Cell, held: Sequence[Held]) -> tuple[Stood, ...]:
    """Stances of a cell, each with the words in which it was told last."""
    return tuple(stood_as(visit, one, one in cell.stances, one in cell.in_force) for one in held)


def stood_as(visit: Visit, held: Held, counts: bool = True, stands: bool = True) -> Stood:
    """A stance with the words in which it was told last."""
    place = told_last(visit, held.evidence)
    return Stood(held.position, held.stance, held.phrase, held.hearing, held.first, held.last, place, counts, stands)


def told_last(visit: Visit, places: Sequence[Evidence]) -> Evidence:
    """Of words, those that were published last; near copies come before all others, and what has no day first."""

    return max(places, key=lambda place: visit.rank_of(place.report))
