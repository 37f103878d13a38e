"""Opens the record that a command was given, for looking only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pourparler.core.report import Report
from pourparler.faces.cli.messages import tell
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.record.store import Store


@contextmanager
def opened(record: Path | None) -> Iterator[tuple["Store", Path]]:
    """The store that a command asks for, and its path; raises RecordError when it is missing or no record."""
    from pourparler.record.opening import open_store

    path = load_settings({"record": record}).record
    with open_store(path, read_only=True) as store:
        yield store, path


def looked_up(store: "Store", as_of: date | None, edition: int | None = None, record: Path | None = None) -> Lookup:
    """The record of a store as of a day, ready to be asked; with `edition` as it stood after that line of the journal.

    Where the file of the `record` is given, a snapshot of it that is fresh spares the merge. What a day leaves out is
    said on stderr.
    """
    from pourparler.faces.export.identity import learned
    from pourparler.record.view import compute

    if record is not None and edition is None and (known := _written_down(store, record, as_of)) is not None:
        return known
    holdings = store.holdings(at=edition)
    for note in day_notes(holdings.reports, as_of):
        tell(note)
    return Lookup(compute(holdings, as_of), learned=learned(store))


def _written_down(store: "Store", record: Path, as_of: date | None) -> Lookup | None:
    """The record out of its snapshot; None where there is none that is fresh."""
    if not record.with_name(record.name + ".snapshots").is_dir():
        return None
    from pourparler.faces.export.identity import learned
    from pourparler.faces.snapshot.loading import load
    from pourparler.faces.snapshot.shelf import Shelf

    shelf = Shelf(record)
    snapshot = shelf.latest(as_of)
    if snapshot is None:
        return None
    with snapshot:
        reports = store.reports()
        if not shelf.is_of_now(snapshot):
            return None
        for note in day_notes(reports, as_of):
            tell(note)
        return Lookup(load(snapshot, reports), learned=learned(store))


def day_notes(reports: Sequence[Report], as_of: date | None) -> tuple[str, ...]:
    """What a day leaves out of a record with these reports; nothing where no day is asked for or none is left out."""
    days = [report.published for report in reports if report.published]
    if as_of is None or not reports:
        return ()
    later, undated = sum(day > as_of for day in days), len(reports) - len(days)
    parts = [f"{some(later, 'report')} published later"] if later else []
    parts += [f"{some(undated, 'report')} without a day of publication"] if undated else []
    if not days:
        said = f"No report bears a day of publication, so none counts as of {day_words(as_of)}."
    elif min(days) > as_of:
        said = f"No report had been published by {day_words(as_of)}; the first is of {day_words(min(days))}."
    elif parts:
        said = f"As of {day_words(as_of)}, {len(days) - later} of {some(len(reports), 'report')}."
    else:
        return ()
    return (f"{said} Left out: {', '.join(parts)}." if parts else said,)
