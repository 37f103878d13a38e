"""What boards ask of a record, asked of a snapshot by SQL, so that no page reads all statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.case.conflict.board import Board
from pourparler.case.options.cells import Asked, board_of
from pourparler.case.options.model import Model
from pourparler.case.options.moves import Proposal, propose
from pourparler.case.options.told import MOST_REJECTING, MOST_SPOKEN, Spoken, can_be_left, latest_first, spoken_by
from pourparler.case.options.topics import Wordings
from pourparler.core.actor import Actor
from pourparler.core.entry import Meeting, Statement
from pourparler.core.vocabulary import Stance
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.web.entries.whose import speakers_of
from pourparler.faces.web.server.keeping import Kept
from pourparler.faces.web.texts.typed import Term, match
from pourparler.faces.web.visit import Visit

MOST_MEETINGS = 200
"""Meetings that are looked at, the latest first; set by hand: nobody chooses from more."""

MOST_ACTORS = 500
"""Names of parties and of people who speak for them."""

_MEETINGS = (
    "SELECT id FROM entries WHERE kind = 'meeting' AND ((status IN ('planned', 'under way') AND NOT overdue) "
    "OR (subkind = 'talks' AND status = 'held')) ORDER BY coalesce(day, '9999') DESC, seq LIMIT ?"
)
_REJECTING = "SELECT id FROM entries WHERE kind = 'position' AND status = ? ORDER BY seq LIMIT ?"
_STATEMENTS = (
    "SELECT id FROM entries WHERE kind = 'statement' AND seq IN "
    "(SELECT rowid FROM entry_words WHERE entry_words MATCH ?) ORDER BY told_last DESC, seq LIMIT ?"
)


@dataclass(frozen=True)
class SnapshotTold:
    """The snapshot of a visit; see `case.options.told.Told`."""

    visit: Visit

    def meetings(self) -> Sequence[Meeting]:
        """See Told."""
        rows = self.visit.snapshot.rows(_MEETINGS, MOST_MEETINGS)
        found = self.visit.snapshot.entries(row["id"] for row in rows)
        return latest_first(one for one in found if isinstance(one, Meeting) and can_be_left(one))

    def rejecting(self) -> Sequence[str]:
        """See Told."""
        return [row["id"] for row in self.visit.snapshot.rows(_REJECTING, Stance.REJECTS.value, MOST_REJECTING)]

    def spoken(self, wordings: Wordings) -> Sequence[Spoken]:
        """See Told."""
        if not wordings:
            return ()
        wanted = " OR ".join(f"({match(map(Term, words))})" for words in wordings)
        rows = self.visit.snapshot.rows(_STATEMENTS, wanted, MOST_SPOKEN)
        found = self.visit.snapshot.entries(row["id"] for row in rows)
        said = [one for one in found if isinstance(one, Statement)]
        return spoken_by(said, speakers_of(self.visit, said), {one.report: self._day(one.report) for one in said})

    def actors(self, parties: Sequence[str]) -> Sequence[Actor]:
        """See Told."""
        marks = ", ".join("?" * len(parties))
        query = f"SELECT body FROM actors WHERE name IN ({marks}) OR represents IN ({marks}) ORDER BY rank LIMIT ?"
        return [decode(Actor, row["body"]) for row in self.visit.snapshot.rows(query, *parties, *parties, MOST_ACTORS)]

    def _day(self, name: str) -> date | None:
        published = self.visit.report(name)["published"]
        return date.fromisoformat(published) if published else None


def proposals_of(visit: Visit) -> tuple[Proposal, ...]:
    """The open moves of the snapshot of a visit, found once."""

    def made() -> tuple[Proposal, ...]:
        asked = asked_of(visit)
        return propose(asked.graph, asked.cells_of, asked.told)

    return _moves.get(visit.snapshot, "", made)


def laid_out(visit: Visit, model: Model) -> Board:
    """A board with its cells out of the snapshot of a visit, filled once."""
    return _boards.get(visit.snapshot, model, lambda: board_of(model, asked_of(visit)))


_moves: Kept[tuple[Proposal, ...]] = Kept(4)
_boards: Kept[Board] = Kept(16)


def asked_of(visit: Visit) -> Asked:
    """What cells and open moves are made of, out of the snapshot of a visit."""
    asking = visit.asking
    return Asked(asking.graph, asking.matrix.of, SnapshotTold(visit))
