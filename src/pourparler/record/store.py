"""The seam between the record and what keeps it: the verbs of a store, and what it hands out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from pourparler.core.account import Account, ReportAccounts
from pourparler.core.judgement import Judgement
from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind
from pourparler.record.checking.problem import Problem


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where, at which stage, why, and what a person can do."""

    path: str
    stage: str
    reason: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one report (by id) words one actor: the words, what the reader takes them for, and how often they stand."""

    report: str
    text: str
    kind: ActorKind
    name: str
    party: str | None
    office: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that the record is computed from, seen at one moment: nothing of a half-added report is in it.

    `accounts` and `wordings` come from the current reading of each report. `version` counts what is stored and
    stands: reports, readings that are or were in effect, and judgements that are not withdrawn; so it is the same in
    any order of adding, and an undo brings it back. `edition` is the number of the journal's line after which this
    stood; it depends on the order of adding, is never shown in an export, and two holdings are equal without it.
    """

    name: str
    version: int
    reports: tuple[Report, ...]
    accounts: tuple[Account, ...]
    wordings: tuple[Wording, ...]
    judgements: tuple[Judgement, ...]
    edition: int = field(default=0, compare=False)


class JournalAct(StrEnum):
    """The acts of writing that the journal numbers; of what the record is computed from, each changes something."""

    REPORT = "report"
    """A report was added, with its reading where it has one; the subject is its id."""
    READING = "reading"
    """Another reading of a report was added; the subject is the report's id."""
    CURRENT = "current"
    """Readings of one reader came into effect; the subject is the reader."""
    DISCARD = "discard"
    """Readings of one reader that waited were deleted; the subject is the reader."""
    JUDGEMENT = "judgement"
    """Judgements were added; the subject is the act they belong to."""
    WITHDRAWAL = "withdrawal"
    """Judgements were withdrawn; the subject is the act they belong to."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One act of writing: its number (counted from 1), what was done to what, and the record's version after it."""

    number: int
    act: JournalAct
    subject: str
    version: int


class Store(Protocol):
    """What keeps reports, readings, accounts, judgements and failures of one case.

    Every verb raises RecordError when the file is busy, full, broken or opened for reading only. Each verb that
    writes is one transaction: killed at any moment, the store holds whole reports only.
    """

    @property
    def case_name(self) -> str:
        """The name of the case; empty until it is given."""
        ...

    def name_case(self, name: str) -> None:
        """Give the case its name."""
        ...

    def has_report(self, report_id: str) -> bool:
        """True when a report of this id is stored."""
        ...

    def add(self, report: Report, reading: Reading | None = None, accounts: ReportAccounts | None = None) -> bool:
        """Add a report with its reading and accounts; False when it was there (only a new path is then noted).

        A report without reading is recorded and set aside. When another text has the report's name already, this
        one is stored as `NAME#2` and its evidence cites that name.
        """
        ...

    def add_reading(self, reading: Reading, accounts: ReportAccounts, current: bool = False) -> bool:
        """Add another reader's reading of a stored report; False when it was there.

        With `current` it takes effect at once; without, it waits for `make_current` and changes nothing till then.
        """
        ...

    def make_current(self, reader: str, report_ids: Collection[str] | None = None) -> int:
        """Put the readings of a reader in effect, of some reports or of all that have one, as one act.

        Gives the number of reports that were seen by another reading until now, or by none.
        """
        ...

    def pending_readers(self) -> tuple[str, ...]:
        """The readers with readings that have never been in effect, by name."""
        ...

    def readers(self) -> tuple[str, ...]:
        """The readers that any reading is of, by name."""
        ...

    def read_by(self, reader: str, waiting: bool = False) -> frozenset[str]:
        """The ids of the reports of which a reader's reading is stored; with `waiting` only those seen by another."""
        ...

    def discard(self, reader: str) -> int:
        """Delete the readings of a reader that have never been in effect; how many. No other is ever deleted."""
        ...

    def is_done(self, path: str, fingerprint: str) -> bool:
        """True when this content of this path was read to its end, so that a re-run may pass it over."""
        ...

    def mark_done(self, path: str, fingerprint: str) -> None:
        """Note that this content of this path was read to its end."""
        ...

    def add_failure(self, failure: Failure) -> None:
        """Note what could not be read; a newer failure of the same path takes the place of the older."""
        ...

    def clear_failure(self, path: str) -> None:
        """Forget the failure of a path, when there is one."""
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Add decisions, all or none of them; how many were not there (by id). Each act is one line of the journal."""
        ...

    def withdraw(self, judgement_ids: Iterable[str], at: datetime) -> int:
        """Mark decisions as withdrawn, never deleted, all in one transaction; how many of them stood."""
        ...

    def report(self, report_id: str) -> Report | None:
        """The stored report of this id, under the name that the record gives it."""
        ...

    def reports(self) -> tuple[Report, ...]:
        """All reports by day of publication (undated first), then name."""
        ...

    def readings(self, report_id: str) -> tuple[Reading, ...]:
        """All readings of a report, the current one first, then by reader."""
        ...

    def accounts(self, report_id: str | None = None) -> tuple[Account, ...]:
        """The accounts of current readings, of one report or of all, by report and place in the text."""
        ...

    def judgements(self, withdrawn: bool = False) -> tuple[Judgement, ...]:
        """The decisions that stand, oldest first; with `withdrawn` also those taken back."""
        ...

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, by path."""
        ...

    def journal(self) -> tuple[JournalLine, ...]:
        """Every act of writing, the first first."""
        ...

    def holdings(self, at: int | None = None, reader: str | None = None) -> Holdings:
        """Everything the record is computed from, read in one transaction.

        With `at`, what stood right after that line of the journal (0: before the first), under the names that
        reports have today; raises RecordError where the journal has no such line. With `reader`, as if the readings
        of that reader were in effect for all reports of which it has one.
        """
        ...

    def grown(self, before: Holdings) -> Holdings:
        """What `holdings()` gives; of what it handed out `before`, only what was added since is read from the file."""
        ...

    def faults(self) -> tuple[Problem, ...]:
        """What is wrong with the tables themselves: pages, keys, journal, words of every reading."""
        ...

    def changed_reports(self) -> tuple[str, ...]:
        """The names of reports whose text is no longer what was added, sorted: somebody has edited the file."""
        ...

    def close(self) -> None:
        """Let go of the file and of the place of the writer."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
