"""Opens the record that a command was given, for looking only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pourparler.faces.rows.lookup import Lookup
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


def looked_up(store: "Store", as_of: date | None) -> Lookup:
    """The record of a store as of a day, ready to be asked."""
    from pourparler.record.view import load_case

    return Lookup(load_case(store, as_of))
