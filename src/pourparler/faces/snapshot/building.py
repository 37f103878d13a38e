"""The making of a snapshot: merged, written under another name, and put in its place whole."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from pourparler.core.entry import CaseRecord
from pourparler.core.errors import RecordError
from pourparler.faces.snapshot.contents import Contents
from pourparler.faces.snapshot.imprint import Imprint, imprint, lines_at
from pourparler.faces.snapshot.places import file_name
from pourparler.faces.snapshot.program import program
from pourparler.faces.snapshot.writing import Meta, rewrite, write
from pourparler.record.store import Holdings, Store

KEPT = 8
"""Snapshots of single days that are kept, those used last."""

_LOCK = "-builder"
_PART = "-part"
_WAIT_SECONDS = 0.1


def build(record: Path, folder: Path, as_of: date | None, is_fresh: Callable[[], bool]) -> None:
    """Make the snapshot of a record as of a day in a folder, unless it is fresh once the builder before is done.

    Raises RecordError where the record cannot be read or the snapshot cannot be written; then the one before stays.
    """
    from pourparler.record.opening import open_store
    from pourparler.record.view import compute

    place = folder / file_name(as_of)
    with in_plain_words(place), only_builder(place):
        if is_fresh():
            return
        with open_store(record, read_only=True) as store:
            holdings, of = taken(store, record)
        made = compute(holdings, as_of)
        put(place, Contents(made), meta_of(made, of))
        prune(folder)


def taken(store: Store, record: Path, before: Holdings | None = None) -> tuple[Holdings, Imprint]:
    """What a record holds, with the imprint of that state; what it held `before` is not read again.

    The imprint may be older than what is held, never newer: then the snapshot is made once more than it had to be.
    """
    seen = imprint(record)
    holdings = store.grown(before) if before is not None else store.holdings()
    lines = lines_at(record, holdings.edition)
    return holdings, Imprint(holdings.edition, holdings.version, holdings.name, seen.paths, lines)


def meta_of(made: CaseRecord, of: Imprint) -> Meta:
    """The table `meta` of a snapshot of a record."""
    return {
        "program": program(),
        "name": made.name,
        "as_of": made.as_of.isoformat() if made.as_of else None,
        "made_by": made.made_by,
        "version": str(of.version),
        "edition": str(of.edition),
        "paths": str(of.paths),
        "lines": of.lines,
    }


def put(place: Path, contents: Contents, meta: Meta, before: Contents | None = None) -> None:
    """Write contents down as a snapshot, in the place of the one that is there; who reads that one keeps it.

    Where that one has the contents `before`, only what has changed is written.
    """
    part = place.with_name(place.name + _PART)
    part.unlink(missing_ok=True)
    try:
        if before is not None:
            shutil.copyfile(place, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            if before is not None:
                rewrite(connection, before, contents, meta)
            else:
                write(connection, contents, meta)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def prune(folder: Path) -> None:
    """Delete the snapshots of days that were not used lately, beyond KEPT."""
    for path in sorted(folder.glob("????-??-??.db"), key=_used, reverse=True)[KEPT:]:
        path.unlink(missing_ok=True)
        path.with_name(path.name + _LOCK).unlink(missing_ok=True)


@contextmanager
def only_builder(place: Path) -> Iterator[None]:
    """Holds the place of the one builder of a snapshot, waiting for the one before; let go even by kill -9.

    The lock is SQLite's own on an empty file, as that of the writer of a record.
    """
    with closing(sqlite3.connect(f"{place}{_LOCK}", timeout=_WAIT_SECONDS, isolation_level=None)) as lock:
        while True:
            try:
                lock.execute("PRAGMA journal_mode = OFF")
                lock.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
                time.sleep(_WAIT_SECONDS)
        yield


@contextmanager
def in_plain_words(place: Path) -> Iterator[None]:
    """Turns what disk and database complain of into a RecordError about a snapshot."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise RecordError(
            f"The snapshot {place} could not be written: {error}.",
            "Check the disk's free space and who may write to the folder; the record itself is untouched.",
        ) from error


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
