"""Two clocks: the day a report was published, and the line of the journal by which the record learned of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pourparler.core.entry import CaseRecord
from pourparler.core.errors import InputError
from pourparler.core.report import Report
from pourparler.record.ledger import Ledger
from pourparler.record.store import Holdings, Store


@dataclass(frozen=True, slots=True)
class Since:
    """Since when changes are asked for: one of a day of publication, an edition, and a version of the record."""

    day: date | None = None
    edition: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One state of a record. `day` is the last day of publication that counts (None: all, and those without a day),
    `edition` the line of the journal after which it stood."""

    record: CaseRecord
    day: date | None
    edition: int


@dataclass(frozen=True, slots=True)
class Between:
    """Two states of a record by one clock. `by_day` is True where the clock is the day of publication.

    `reports` are all that the record has now, whatever day was asked for, and `judgements` is how many decisions stand.
    """

    before: State
    after: State
    by_day: bool
    reports: tuple[Report, ...]
    judgements: int

    @property
    def days(self) -> tuple[date, ...]:
        """The days of publication of all reports, the first first."""
        return tuple(sorted(report.published for report in self.reports if report.published))

    @property
    def undated(self) -> tuple[str, ...]:
        """The names of the reports that are left out of a state as of a day for want of one of their own."""
        if self.before.day is None and self.after.day is None:
            return ()
        return tuple(report.name for report in self.reports if report.published is None)


def states(store: Store, since: Since, as_of: date | None = None) -> Between:
    """The record then and now; with `as_of`, as the reports published up to that day give it.

    By day: as the reports published up to `since.day` give it, against those up to `as_of`, else up to the latest
    day of publication; what people decided is on both sides. By edition or version: what stood right after that line
    of the journal (of a version, the last line that has it), against what stands. Raises InputError where the record
    has no such edition or version.
    """
    now = store.holdings()
    if since.day is not None:
        return _by_day(now, since.day, as_of)
    edition = since.edition if since.edition is not None else _edition_of(store, since.version or 0)
    if not 0 <= edition <= now.edition:
        hint = _is_day(edition)
        todo = f"For a day, write --since {hint}." if hint else f"Editions of this record go from 0 to {now.edition}."
        raise InputError(f"This record has no edition {edition}.", todo)
    then = store.holdings(at=edition)
    before, after = _both((then, as_of), (now, as_of))
    return Between(before, after, False, now.reports, len(now.judgements))


def _by_day(now: Holdings, day: date, as_of: date | None) -> Between:
    days = [report.published for report in now.reports if report.published]
    if not days:
        raise InputError(
            "No report of this record bears a day of publication.",
            "Ask by edition: --since 0 shows all, and `pourparler changes` tells the edition to ask from next time.",
        )
    until = as_of or max(*days, day)
    before, after = _both((now, day), (now, until))
    return Between(before, after, True, now.reports, len(now.judgements))


def _both(*asked: tuple[Holdings, date | None]) -> Iterator[State]:
    """What is held as of a day, state by state, through one ledger: what they have in common is computed once."""
    ledger = Ledger()
    for holdings, day in asked:
        ledger.take(holdings)
        yield State(ledger.record(day), day, holdings.edition)


def _edition_of(store: Store, version: int) -> int:
    """The last line of the journal at which the record had a version; raises InputError where it never had."""
    if version == 0:
        return 0
    lines = store.journal()
    found = [line.number for line in lines if line.version == version]
    if not found:
        had = sorted({line.version for line in lines}) or [0]
        raise InputError(
            f"This record never had the version {version}.",
            f"Its versions go from v{had[0]} to v{had[-1]}; an export tells its own as `record_version`.",
        )
    return found[-1]


def _is_day(number: int) -> date | None:
    """The day that a number of eight digits was meant for, as 20250218."""
    try:
        return date.fromisoformat(str(number)) if len(str(number)) == 8 else None
    except ValueError:
        return None
