"""A snapshot that grows with its record: merged and written again only where something has changed."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from pourparler.core.entry import CaseRecord
from pourparler.faces.snapshot.building import in_plain_words, meta_of, only_builder, put, taken
from pourparler.faces.snapshot.contents import Contents
from pourparler.faces.snapshot.imprint import Imprint, imprint, lines_at
from pourparler.faces.snapshot.numbering import Crowded
from pourparler.faces.snapshot.places import file_name
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.record.collecting import at_rest
from pourparler.record.ledger import Ledger
from pourparler.record.store import Holdings

GROWN = 2
"""Times as many entries as when all was last written, from which all is written again: what SQLite knows of how the
tables are filled is out of date by then."""

LEAST_REST = 0.25
"""Seconds between two looks at a record, at least; after a refresh as long as that took, so that following a record
takes half of one core at most."""


class Growing:
    """The snapshot of one day of a record, kept up to date by one process; the whole record is in its memory."""

    def __init__(self, shelf: Shelf, as_of: date | None = None) -> None:
        """Nothing is read before the first refresh."""
        self._record, self._as_of = shelf.record, as_of
        self._place = shelf.folder() / file_name(as_of)
        self._ledger = Ledger()
        self._held: tuple[Holdings, Imprint] | None = None
        self._written: tuple[Contents, Imprint] | None = None
        self._stands: tuple[int, int] | None = None
        self._whole = 0
        """How many entries there were when all was last written."""

    def refresh(self) -> bool:
        """Bring the snapshot to the record as it is now; False where it was there already.

        Raises RecordError as `Shelf.build` does.
        """
        before = self._before()
        if before is not None and before[1] == imprint(self._record):
            return False
        with in_plain_words(self._place), only_builder(self._place), at_rest():
            before = self._before()
            of = self._take()
            record = self._ledger.record(self._as_of)
            contents = self._grown(before[0], record) if before else None
            if contents is not None and before is not None:
                put(self._place, contents, meta_of(record, of), before[0])
            else:
                contents = Contents(record)
                put(self._place, contents, meta_of(record, of))
                self._whole = len(contents.entries)
            self._written, self._stands = (contents, of), _file_at(self._place)
        return True

    def _before(self) -> tuple[Contents, Imprint] | None:
        """What was written, where that still stands in its place."""
        return self._written if self._stands is not None and self._stands == _file_at(self._place) else None

    def _take(self) -> Imprint:
        """Bring the ledger to what the record holds; its imprint."""
        from pourparler.record.opening import open_store

        held = self._held
        if held is not None and lines_at(self._record, held[0].edition) != held[1].lines:
            held = None  # another record has come under this name
        with open_store(self._record, read_only=True) as store:
            self._held = taken(store, self._record, held[0] if held else None)
        self._ledger.take(self._held[0])
        return self._held[1]

    def _grown(self, before: Contents, record: CaseRecord) -> Contents | None:
        """The contents of a record, numbered after those before; None where all is to be written again."""
        try:
            contents = Contents(record, before)
        except Crowded:
            return None
        if len(contents.entries) > GROWN * self._whole or not contents.has_reports_of(before):
            return None
        return contents


def follow(shelf: Shelf, as_of: date | None, goes_on: Callable[[], bool], idle: float | None = None) -> None:
    """Keep the snapshot of a day fresh as long as `goes_on` says so, or until nothing has moved for `idle` seconds.

    Raises RecordError as `Shelf.build` does.
    """
    growing: Growing | None = None
    moved = time.monotonic()
    while goes_on() and (idle is None or time.monotonic() - moved < idle):
        took = 0.0
        if not shelf.fresh(as_of):
            begun = time.monotonic()
            growing = growing or Growing(shelf, as_of)
            growing.refresh()
            moved = time.monotonic()
            took = moved - begun
        _rest(max(LEAST_REST, took), goes_on)


def _rest(seconds: float, goes_on: Callable[[], bool]) -> None:
    """Wait, but no longer than what one waits for goes on."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and goes_on():
        time.sleep(min(left, LEAST_REST))


def _file_at(place: Path) -> tuple[int, int] | None:
    """By what a file is known to be the one that was put there; None where there is none."""
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size
