"""The negotiation as a system, read from a snapshot: what `Asking` computes of a whole record lies ready there."""

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from sys import intern
from typing import Any, TypeVar

from pourparler.case.conditions.graph import Graph, by_heads
from pourparler.case.conditions.requirement import Goal, Requirement
from pourparler.case.instruments.lives import Life
from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import known
from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.issues.matrix import Cell, Matrix
from pourparler.case.issues.pinned import Pinned
from pourparler.case.issues.states import Sign, Standing, State
from pourparler.case.issues.topical import Topical, topicals
from pourparler.case.issues.topics import Topic, Topics, arranged
from pourparler.case.networks.attending import Attended
from pourparler.case.networks.behind import Heard, Sources
from pourparler.case.networks.referrals import Stand, Word
from pourparler.case.voices import Speakers
from pourparler.core.account import Voice
from pourparler.core.actor import Actor
from pourparler.core.evidence import Evidence
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.looking import Asked, Looking, Outline
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.asking import Asking
from pourparler.record.collecting import at_rest

T = TypeVar("T")

_REPORTS = (
    "SELECT r.id, r.outlet, r.published, coalesce(f.id, r.id) AS first "
    "FROM reports r LEFT JOIN reports f ON f.name = r.copies_of"
)
"""Reports, each with the first of its chain of near copies."""


class Remembered:
    """What was read of one snapshot, so that the next visit does not read it again; any number of threads may ask."""

    def __init__(self) -> None:
        """Nothing has been read."""
        self._parts: dict[Hashable, Any] = {}
        self._reading = threading.RLock()

    def part(self, name: Hashable, read: Callable[[], T]) -> T:
        """A part by its name, read by the first who asks."""
        if name not in self._parts:
            with self._reading:
                if name not in self._parts:
                    with at_rest():
                        self._parts[name] = read()
        found: T = self._parts[name]
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """A standing as the snapshot has it, beside its issue."""

    state: State
    sign: Sign | None
    beside: tuple[Sign, ...]
    stage: InstrumentStatus | None
    concerned: tuple[str, ...]
    last: date | None
    disputes: tuple[str, ...]


@dataclass(frozen=True)
class Read(Asking):
    """An asking that a snapshot answers; see `asking_of`."""

    snapshot: Snapshot
    remembered: Remembered

    @cached_property
    def issues(self) -> Issues:
        """The issues of the record."""
        return self.remembered.part("issues", self._issues)

    @cached_property
    def topics(self) -> Topics:
        """The topics that its issues are of."""
        return self.remembered.part("topics", lambda: arranged(self._of("topics", tuple[Topic, ...])))

    @cached_property
    def topicals(self) -> tuple[Topical, ...]:
        """What is told within each topic, the main ones first."""
        return self.remembered.part("topicals", lambda: topicals(self.topics, self.standings))

    @cached_property
    def at_odds(self) -> frozenset[str]:
        """The ids of the topics within which a party rejects what another asks for."""
        return self.remembered.part("at_odds", lambda: self._of("at_odds", frozenset[str]))

    @cached_property
    def graph(self) -> Graph:
        """The graph of its conditions."""
        return self.remembered.part("graph", self._graph)

    @cached_property
    def matrix(self) -> Matrix:
        """Who stands where on which issue, issue by issue."""
        snapshot = self.snapshot

        def find(issue: str) -> tuple[Cell, ...] | None:
            row = snapshot.one("SELECT body FROM stances WHERE issue = ?", issue)
            return decode(tuple[Cell, ...], row["body"]) if row else None

        def keys() -> list[str]:
            return [row["issue"] for row in snapshot.rows("SELECT issue FROM stances ORDER BY seq")]

        return Matrix(self._of("parties", tuple[str, ...]), Asked(find, keys))

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How every issue stands."""
        return self.remembered.part("standings", self._standings)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks for whom."""
        return self._of("speakers", Speakers)

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """The life of each instrument, by its id."""
        snapshot = self.snapshot

        def find(key: str) -> Life | None:
            row = snapshot.one("SELECT body FROM lives WHERE id = ?", key)
            return decode(Life, row["body"]) if row else None

        return Asked(find, lambda: [row["id"] for row in snapshot.rows("SELECT id FROM lives ORDER BY seq")])

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        """The positions as networks take them."""
        return self.remembered.part("stands", lambda: tuple(_shared(self._each(Stand, "stands"))))

    @cached_property
    def attended(self) -> tuple[Attended, ...]:
        """The meetings as networks take them."""
        return self.remembered.part("attended", lambda: self._listed(Attended, "attended"))

    @cached_property
    def sources(self) -> Sources:
        """What independent sources are counted by."""
        return self.remembered.part("sources", self._sources)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the goals that wait."""
        return tuple(row["id"] for row in self.snapshot.rows("SELECT id FROM goals WHERE waiting ORDER BY seq"))

    def once(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """What is worked out of the record, kept beside what was read of it."""
        return self.remembered.part(("worked out", name), work_out)

    def _issues(self) -> Issues:
        pins = pins_of(self.lookup.record.judgements)
        names = self._of("names", frozenset[str])
        instead = {(entry, own): led for entry, own, led in self._of("instead", tuple[tuple[str, str, str], ...])}
        return known(self._listed(Issue, "issues"), Pinned(pins, names), names, instead)

    def _standings(self) -> tuple[Standing, ...]:
        told = self._listed(Told, "issues", "standing")
        return tuple(
            Standing(issue, one.state, one.sign, one.beside, one.stage, one.concerned, one.last, one.disputes)
            for issue, one in zip(self.issues.issues, told, strict=True)
        )

    def _graph(self) -> Graph:
        requirements = self._listed(Requirement, "requirements")
        below = self._of("below", dict[str, tuple[str, ...]])
        return Graph(
            self.issues,
            {one.id: one for one in self._listed(Goal, "goals")},
            requirements,
            {issue.id: below[issue.id] for issue in self.issues.issues if issue.id in below},
            self._of("present", tuple[str, ...]),
            by_heads(requirements),
        )

    def _sources(self) -> Sources:
        day = lru_cache(maxsize=None)(date.fromisoformat)
        outlets: dict[str, str | None] = {}
        days: dict[str, date | None] = {}
        texts: dict[str, str] = {}
        for row in self.snapshot.each(_REPORTS):
            key = intern(row["id"])
            outlets[key] = intern(row["outlet"]) if row["outlet"] else None
            days[key] = day(row["published"]) if row["published"] else None
            texts[key] = intern(row["first"])
        return Sources(outlets, days, texts)

    def _of(self, key: str, wanted: type[T]) -> T:
        return _one(self.snapshot, key, wanted)

    def _listed(self, wanted: type[T], table: str, column: str = "body") -> tuple[T, ...]:
        return tuple(self._each(wanted, table, column))

    def _each(self, wanted: type[T], table: str, column: str = "body") -> Iterator[T]:
        rows = self.snapshot.each(f"SELECT {column} FROM {table} ORDER BY seq")
        return (decode(wanted, row[0]) for row in rows)


def asking_of(snapshot: Snapshot, remembered: Remembered | None = None) -> Asking:
    """The record of a snapshot laid out for asking, as long as the snapshot is open. What is read of it is
    `remembered`, which an asking of the same snapshot at another time may be given."""
    kept = remembered or Remembered()

    def actors() -> tuple[Actor, ...]:
        return tuple(decode(Actor, row[0]) for row in snapshot.rows("SELECT body FROM actors ORDER BY rank"))

    def judgements(lost: bool) -> tuple[Judgement, ...]:
        rows = snapshot.rows("SELECT body FROM judgements WHERE lost = ? ORDER BY seq", lost)
        return tuple(decode(Judgement, row[0]) for row in rows)

    record = Outline(
        snapshot.head,
        kept.part("actors", actors),
        kept.part("judgements", lambda: judgements(False)),
        kept.part("lost", lambda: judgements(True)),
    )
    called = kept.part("called", lambda: dict(_one(snapshot, "called", tuple[tuple[str, str], ...])))
    return Read(Looking(record, snapshot, called), snapshot, kept)


def _shared(stands: Iterable[Stand]) -> Iterator[Stand]:
    """Positions whose accounts have voices and names of reports in common, which takes half the memory."""
    voices: dict[Voice, Voice] = {}
    for stand in stands:
        words = []
        for word in stand.words:
            told = word.account
            places = tuple(Evidence(intern(one.report), one.start, one.end, one.text) for one in told.evidence)
            account = Heard(told.id, intern(told.report), voices.setdefault(told.voice, told.voice), places)
            words.append(Word(account, word.hearing, intern(word.person) if word.person else None))
        yield replace(stand, words=tuple(words))


def _one(snapshot: Snapshot, key: str, wanted: type[T]) -> T:
    row = snapshot.one("SELECT body FROM system WHERE key = ?", key)
    assert row is not None, f"a snapshot of this program has {key}"
    return decode(wanted, row["body"])
