"""The board as a table and its states as another: what templates show, each cell with the words that it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.case.conditions.requirement import Basis
from pourparler.case.conflict.answer import Answer, Finding, Verdict
from pourparler.case.conflict.board import Board, Doubt, Row, Said
from pourparler.case.conflict.concepts import CONCEPTS
from pourparler.case.conflict.graph import Graph
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.system.boards import DIRECTIONS, STANDINGS, says_words
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit

FEW = 3
"""Entries of a cell that are shown; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Word:
    """One entry behind a cell: what it says, in whose voice, when, its kind and id, its first words."""

    says: str
    voice: str
    told: date | None
    kind: str
    id: str
    place: Evidence | None


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a cell: what is asked or said in words, the entries behind it, how many more there are."""

    words: str
    is_for: bool | None
    shown: tuple[Word, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Line:
    """One option: its holder, name and note, by party what is asked, the holder's intention, doubts, its standing."""

    party: str
    name: str
    note: str
    asked: Mapping[str, tuple[Told, ...]]
    intends: tuple[Told, ...]
    doubts: tuple[tuple[str, Told], ...]
    standing: str
    means: str


@dataclass(frozen=True, slots=True)
class State:
    """One state: its number, which options are taken (None: merged states differ), verdicts concept by concept."""

    number: int
    taken: tuple[bool | None, ...]
    verdicts: tuple[Finding, ...]

    @property
    def is_open(self) -> bool:
        """True where it is stable by some concept under some order."""
        return any(one.verdict is not Verdict.NONE for one in self.verdicts)


def lines_of(visit: Visit, board: Board) -> list[Line]:
    """The board row by row."""
    kinds = _kinds(visit, [entry for row in board.rows for entry in row.entries])
    return [_line(row, board.parties, kinds) for row in board.rows]


def states_of(found: Answer, party: str | None) -> list[State]:
    """All states with their verdicts, for one party or for all together."""
    columns = [found.of(concept, party) for concept in CONCEPTS]
    graph = found.graph
    return [
        State(place + 1, graph.taken(place + 1), tuple(column[place] for column in columns))
        for place in range(len(graph))
    ]


def plain_states(graph: Graph) -> list[State]:
    """All states without a verdict."""
    return [State(place + 1, graph.taken(place + 1), ()) for place in range(len(graph))]


def _line(row: Row, parties: Sequence[str], kinds: Mapping[str, str]) -> Line:
    asked: dict[str, tuple[Told, ...]] = dict.fromkeys(parties, ())
    for said in row.positions:
        words = "for it" if said.taken else "against it"
        asked[said.party] += (_told(words, said, kinds),)
    own = row.torn or ((row.intention,) if row.intention else ())
    intends = tuple(_told("will do it" if said.taken else "will not do it", said, kinds) for said in own)
    standing, _, means = STANDINGS[row.standing].partition(": ")
    return Line(
        row.option.party,
        row.option.name,
        DIRECTIONS[row.option.direction],
        asked,
        intends,
        tuple((doubt.party, _told("doubts it", doubt, kinds)) for doubt in row.doubts),
        standing,
        means,
    )


def _told(words: str, cell: Said | Doubt, kinds: Mapping[str, str]) -> Told:
    shown = tuple(_word(one, kinds) for one in cell.basis[:FEW])
    return Told(words, cell.taken if isinstance(cell, Said) else None, shown, len(cell.basis) - len(shown))


def _word(basis: Basis, kinds: Mapping[str, str]) -> Word:
    kind = kinds.get(basis.entry, EntryKind.POSITION.value)
    place = basis.evidence[0] if basis.evidence else None
    return Word(says_words(basis), basis.voice, basis.told, kind, basis.entry, place)


def _kinds(visit: Visit, entries: Sequence[str]) -> dict[str, str]:
    rows = among(visit.snapshot, "SELECT id, kind FROM entries", "id", list(dict.fromkeys(entries)))
    return {row["id"]: row["kind"] for row in rows}
