"""Who stands where: for each issue and party the stance in force and its history, by whose word each was told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pourparler.case.issues.issue import Issues
from pourparler.case.issues.parties import Parties, parties_of
from pourparler.case.issues.times import Days
from pourparler.case.voices import BINDING, Hearing, Speakers, speakers_of
from pourparler.core.entry import CaseRecord, Position
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Stance

_ORDER = tuple(Hearing)


@dataclass(frozen=True, slots=True)
class Held:
    """A stance as it was told in one sort of voice: `position` is the entry's id, `accounts` those in that voice."""

    position: str
    stance: Stance
    phrase: str
    hearing: Hearing
    first: date | None
    last: date | None
    accounts: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a party holds on an issue. `history` is every stance in every sort of voice, by the day it was first told.

    `in_force` are, of each sort of voice, the stances told last: several where one day tells several.
    """

    issue: str
    party: str
    in_force: tuple[Held, ...]
    history: tuple[Held, ...]

    def by(self, *hearings: Hearing) -> tuple[Held, ...]:
        """The stances in force of these sorts of voices."""
        return tuple(held for held in self.in_force if held.hearing in hearings)

    @property
    def own(self) -> tuple[Held, ...]:
        """What the party itself last said by name or through its spokesperson: of both, what was told last."""
        return latest(self.by(*BINDING))

    @property
    def stances(self) -> tuple[Held, ...]:
        """The stances that count as the party's: its own, else the outlet's, else an unnamed official's account."""
        return self.own or self.by(Hearing.OUTLET) or self.by(Hearing.UNNAMED)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cells by issue and party; a pair without a cell is silence, which tells nothing.

    `by_issue` has the cells of an issue by its id, in the order of the parties; issues in their order.
    """

    parties: tuple[str, ...]
    by_issue: Mapping[str, tuple[Cell, ...]]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, issue by issue."""
        return tuple(cell for cells in self.by_issue.values() for cell in cells)

    def of(self, issue: str) -> tuple[Cell, ...]:
        """The cells of an issue, by its id, in the order of the parties."""
        return self.by_issue.get(issue, ())

    def cell(self, issue: str, party: str) -> Cell | None:
        """One cell; None where the party has said nothing on the issue, nor anybody of it."""
        return next((cell for cell in self.of(issue) if cell.party == party), None)


def matrix(record: CaseRecord, issues: Issues) -> Matrix:
    """The matrix of a record: positions without a party, nor a person known to speak for one, are left out."""
    parties = parties_of(record)
    days, speakers = Days(record), speakers_of(record)
    held: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for position in record.positions:
        party = party_of(position, parties)
        for about in issues.about(position.id):
            if party is not None:
                held[about.id, party] += _held(position, party, speakers, days)
    place = {issue.id: number for number, issue in enumerate(issues.issues)}
    cells: dict[str, tuple[Cell, ...]] = {}
    for issue, party in sorted(held, key=lambda key: (place[key[0]], key[1])):
        cells[issue] = (*cells.get(issue, ()), _cell(issue, party, held[issue, party]))
    return Matrix(tuple(sorted({party for _, party in held})), cells)


def party_of(position: Position, parties: Parties) -> str | None:
    """The party of a position, else the person who voices it, where nothing tells for whom."""
    return position.party or parties.party_of(position.voiced_by) or position.voiced_by


def latest(held: Iterable[Held]) -> tuple[Held, ...]:
    """Those told last."""
    these = tuple(held)
    last = max((one.last or date.min for one in these), default=None)
    return tuple(one for one in these if (one.last or date.min) == last)


def _held(position: Position, party: str, speakers: Speakers, days: Days) -> list[Held]:
    """A position apart by sorts of voices."""
    by_hearing = defaultdict(list)
    for account in position.accounts:
        by_hearing[speakers.hear(account.voice, party)].append(account)
    found = []
    for hearing in _ORDER:
        accounts = by_hearing.get(hearing, [])
        told = [day for account in accounts if (day := days.told(account))]
        if accounts:
            found.append(
                Held(
                    position.id,
                    position.stance,
                    position.issue,
                    hearing,
                    min(told, default=None),
                    max(told, default=None),
                    tuple(account.id for account in accounts),
                    tuple(place for account in accounts for place in account.evidence),
                )
            )
    return found


def _cell(issue: str, party: str, told: list[Held]) -> Cell:
    history = sorted(told, key=lambda one: (one.first or date.min, one.position, _ORDER.index(one.hearing)))
    in_force = [one for hearing in _ORDER for one in latest(held for held in history if held.hearing is hearing)]
    return Cell(issue, party, tuple(in_force), tuple(history))
