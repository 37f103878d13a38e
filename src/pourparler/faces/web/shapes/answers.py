"""What the pages answer, by their paths, and what they say when they cannot."""

from datetime import date
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from pourparler.case.issues.states import State
from pourparler.faces.web.shapes import boards as of_boards
from pourparler.faces.web.shapes.entries import (
    Actor,
    Condition,
    Dispute,
    Instrument,
    Meeting,
    Position,
    Report,
    Statement,
)
from pourparler.faces.web.shapes.issues import Issue, IssueName, Topic
from pourparler.faces.web.shapes.networks import Days, Edge, WindowTold
from pourparler.faces.web.shapes.parts import Shape

Row = TypeVar("Row")


class Case(Shape):
    """Which record, as of which day, at which version and edition of it."""

    name: str
    as_of: date | None
    record_version: int
    edition: int


class Fault(Shape):
    """Why something cannot be answered, and what to do."""

    error: str
    todo: str


class Answered(BaseModel):
    """What every answer has."""

    model_config = ConfigDict(extra="allow")
    case: Case


class Listed(Answered, Generic[Row]):
    """One page of a list; `next` is the address of the next one."""

    total: int
    page: int
    pages: int
    next: str | None
    rows: list[Row]


class EntryPage(Answered, Generic[Row]):
    """One entry with the disputes about it, and the issues that it has words about."""

    entry: Row
    disputes: list[Dispute]
    issues: list[IssueName]


class DisputePage(Answered):
    """One dispute."""

    dispute: Dispute


class ActorPage(Answered):
    """One actor."""

    actor: Actor


class ReportPage(Answered):
    """One report with its text."""

    report: Report


class IssuesPage(Listed[Issue]):
    """One page of the list of issues, how many of those asked for are in each state, and every party of the matrix."""

    basis: str
    states: dict[State, int]
    parties: list[str]
    note: str
    topics: list[Topic]


class IssuePage(Answered):
    """One issue with the lives of its instruments, the conditions before it, those that require it, and disputes."""

    basis: str
    issue: Issue
    topic: Topic
    instruments: list[dict[str, Any]]
    before: list[dict[str, Any]]
    requiring: list[dict[str, Any]]
    disputes: list[Dispute]
    note: str


class NetworkPage(Listed[Edge]):
    """The edges of a network in one window (`window`; null: all of time), and its windows in numbers."""

    basis: str
    window: Days | None
    isolates: list[str]
    below_floor: int
    left_out: dict[str, int]
    all_of_time: WindowTold
    windows: list[WindowTold]


class EdgePage(Listed[dict[str, Any]]):
    """What stands behind one edge: statements, or meetings."""

    basis: str
    window: Days | None
    edge: Edge | None
    below_floor: bool


class BoardsPage(Listed[of_boards.OpenMove]):
    """One page of the open moves, and every board."""

    basis: str
    boards: list[of_boards.Board]
    broken: list[of_boards.Broken]
    note: str


class BoardPage(Answered):
    """One board: what is told of each option, and its states with their verdicts, null where it has too many."""

    basis: str
    board: of_boards.Board
    rows: list[of_boards.Row]
    answer: of_boards.Answered | None
    states: list[of_boards.State] | None
    problem: str | None
    note: str


SHAPES: dict[str, Any] = {
    "/network": NetworkPage,
    "/network/edge": EdgePage,
    "/meetings": Listed[Meeting],
    "/statements": Listed[Statement],
    "/issues": IssuesPage,
    "/positions": Listed[Position | dict[str, Any]],
    "/conditions": Listed[Condition],
    "/boards": BoardsPage,
    "/instruments": Listed[Instrument],
    "/disputes": Listed[Dispute],
    "/actors": Listed[Actor],
    "/reports": Listed[Report],
    "/review/log": Listed[dict[str, Any]],
    "/meetings/{key}": EntryPage[Meeting],
    "/statements/{key}": EntryPage[Statement],
    "/issues/{key}": IssuePage,
    "/positions/{key}": EntryPage[Position],
    "/conditions/{key}": EntryPage[Condition],
    "/boards/{key}": BoardPage,
    "/instruments/{key}": EntryPage[Instrument],
    "/disputes/{key}": DisputePage,
    "/actors/{key}": ActorPage,
    "/reports/{key}": ReportPage,
}
"""The shape of each page's JSON, by its path; others answer with at least what `Answered` has."""
