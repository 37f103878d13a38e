"""How an issue stands, computed with a fixed precedence, each state with what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.case.issues.agreeing import agreed_states
from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.issues.matrix import Cell, Matrix, matrix
from pourparler.case.issues.times import Days
from pourparler.case.voices import Hearing, speakers_of
from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord, Condition, Entry, Instrument
from pourparler.core.vocabulary import InstrumentStatus, Stance

DORMANT_DAYS = 60
"""Days without a word on an issue after which it is dormant; set by hand."""


class State(StrEnum):
    """How an issue stands, in the order of precedence: the first that holds is its state."""

    AGREED = "agreed"
    """an instrument between sides is agreed or further on, or every party concerned accepts in its own voice."""

    CLAIMED = "claimed by one side"
    """one side alone says that it is agreed, or that the other accepts."""

    DORMANT = "dormant"
    """nobody has had a word on it for long."""

    BLOCKED = "blocked"
    """a condition that is not told as met stands before it on every path."""

    CONTESTED = "contested"
    """a party rejects what another demands, proposes, offers, supports or accepts."""

    CONVERGING = "converging"
    """several parties have a stance, none rejects, and at least one accepts, offers or supports."""

    UNKNOWN = "unknown"
    """less than that is told. Silence is unknown."""


@dataclass(frozen=True, slots=True)
class Sign:
    """That a state holds, and the ids of the entries that tell it; `parties` are those it is told of."""

    state: State
    entries: tuple[str, ...]
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How an issue stands as of the record's day: its state with what it rests on, and every other sign (`beside`).

    `stage` is the state in force of its furthest instrument, by whosever word, `concerned` the
    parties with a stance, a condition or an instrument on it, `last` the day of the last report that has it, and
    `disputes` are the ids of what is contradictory about its entries.
    """

    issue: Issue
    state: State
    sign: Sign | None
    beside: tuple[Sign, ...]
    stage: InstrumentStatus | None
    concerned: tuple[str, ...]
    last: date | None
    disputes: tuple[str, ...]


_STAGES = tuple(InstrumentStatus)
ASKING = frozenset({Stance.DEMANDS, Stance.PROPOSES, Stance.OFFERS, Stance.SUPPORTS, Stance.ACCEPTS})
"""Stances that ask for a thing, or take it."""

_YIELDING = frozenset({Stance.ACCEPTS, Stance.OFFERS, Stance.SUPPORTS})


def standings(record: CaseRecord, issues: Issues, blocking: Mapping[str, tuple[str, ...]]) -> tuple[Standing, ...]:
    """How every issue stands, in the order of the issues.

    `blocking` gives for issues (by id) the ids of the conditions that are not met and stand before them on every path,
    as `conditions.blocking` tells; an issue that is not there is not blocked.
    """
    weighing = _Weighing(record, issues)
    return tuple(weighing.standing(issue, blocking.get(issue.id, ())) for issue in issues.issues)


class _Weighing:
    """What is told of issues, laid out for weighing."""

    def __init__(self, record: CaseRecord, issues: Issues) -> None:
        self._days, self._speakers = Days(record), speakers_of(record)
        self._matrix: Matrix = matrix(record, issues)
        entries: tuple[Entry, ...] = (*record.positions, *record.conditions, *record.instruments)
        self._entries = {entry.id: entry for entry in entries}
        self._disputes: dict[str, list[str]] = {}
        for dispute in record.disputes:
            self._disputes.setdefault(dispute.about, []).append(dispute.id)

    def standing(self, issue: Issue, blocking: tuple[str, ...]) -> Standing:
        entries = [self._entries[one] for one in issue.entries]
        cells = self._matrix.of(issue.id)
        concerned = tuple(dict.fromkeys(_concerned(cells, entries)))
        last = max((day for entry in entries if (day := self._days.latest(entry))), default=None)
        signs = [
            *self._agreements(entries),
            *_acceptance(cells, concerned),
            *_claimed_acceptance(cells),
            *self._silence(last, entries),
        ]
        if blocking:
            signs.append(Sign(State.BLOCKED, blocking))
        signs += [*_contest(cells), *_convergence(cells)]
        signs.sort(key=lambda sign: tuple(State).index(sign.state))
        first = signs[0] if signs else None
        return Standing(
            issue,
            first.state if first else State.UNKNOWN,
            first,
            tuple(signs[1:]),
            self._stage(entries),
            concerned,
            last,
            tuple(dispute for one in issue.entries for dispute in self._disputes.get(one, ())),
        )

    def _agreements(self, entries: Sequence[Entry]) -> Iterator[Sign]:
        """Instruments agreed or further on; by the word of one side alone they are claimed."""
        for entry in entries:
            if isinstance(entry, Instrument) and _status(entry) in agreed_states(entry):
                side = self._speakers.alone(entry, _voices(entry))
                yield Sign(State.CLAIMED if side else State.AGREED, (entry.id,), (side,) if side else entry.parties)

    def _silence(self, last: date | None, entries: Sequence[Entry]) -> Iterator[Sign]:
        day = self._days.last
        if day is not None and last is not None and (day - last).days > DORMANT_DAYS:
            yield Sign(State.DORMANT, tuple(one.id for one in entries if self._days.latest(one) == last))

    def _stage(self, entries: Sequence[Entry]) -> InstrumentStatus | None:
        states = [status for entry in entries if (status := _status(entry))]
        return max(states, key=_STAGES.index, default=None)


def _status(entry: Entry) -> InstrumentStatus | None:
    """The state in force of an instrument; None for any other entry."""
    return entry.in_force.status if isinstance(entry, Instrument) and entry.in_force else None


def _voices(instrument: Instrument) -> list[Voice]:
    """The voices of every telling in which it is agreed or further on."""
    consent = agreed_states(instrument)
    return [voice for line in instrument.status if line.status in consent for voice in line.voices]


def _concerned(cells: Sequence[Cell], entries: Sequence[Entry]) -> Iterator[str]:
    yield from (cell.party for cell in cells if cell.stances)
    for entry in entries:
        if isinstance(entry, Condition) and entry.party:
            yield entry.party
        elif isinstance(entry, Instrument):
            yield from entry.parties


def _acceptance(cells: Sequence[Cell], concerned: Sequence[str]) -> Iterator[Sign]:
    """Every party concerned, two at least, last accepts in its own voice."""
    accepting = {
        cell.party: [held.position for held in cell.own]
        for cell in cells
        if cell.own and all(held.stance is Stance.ACCEPTS for held in cell.own)
    }
    if len(concerned) > 1 and set(accepting) == set(concerned):
        yield Sign(State.AGREED, tuple(one for ids in accepting.values() for one in ids), tuple(sorted(accepting)))


def _claimed_acceptance(cells: Sequence[Cell]) -> Iterator[Sign]:
    """A party accepts by another party's account alone."""
    for cell in cells:
        told = [held for held in cell.by(Hearing.OPPONENT) if held.stance is Stance.ACCEPTS]
        if told and not cell.stances:
            yield Sign(State.CLAIMED, tuple(held.position for held in told), (cell.party,))


def _contest(cells: Sequence[Cell]) -> Iterator[Sign]:
    against = [(cell.party, one.position) for cell in cells for one in cell.stances if one.stance is Stance.REJECTS]
    wanting = [(cell.party, one.position) for cell in cells for one in cell.stances if one.stance in ASKING]
    if any(one != other for one, _ in against for other, _ in wanting):
        yield _sign(State.CONTESTED, [*against, *wanting])


def _convergence(cells: Sequence[Cell]) -> Iterator[Sign]:
    told = [(cell.party, one) for cell in cells for one in cell.stances]
    yielding = [one for _, one in told if one.stance in _YIELDING]
    several = len({party for party, _ in told}) > 1
    if several and yielding and not any(one.stance is Stance.REJECTS for _, one in told):
        yield _sign(State.CONVERGING, [(party, one.position) for party, one in told])


def _sign(state: State, told: Sequence[tuple[str, str]]) -> Sign:
    return Sign(
        state, tuple(dict.fromkeys(entry for _, entry in told)), tuple(dict.fromkeys(party for party, _ in told))
    )
