"""The process that makes the snapshot of a large record keeps it up to the record, and ends when it is told to."""

import time
from pathlib import Path

from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.web.server.building import Building
from pourparler.record.opening import open_store
from tests.record.drafts import Draft, geneva_talks

PATIENCE = 60
"""Seconds after which waiting for another process is given up."""


def put(record: Path, *drafts: Draft) -> None:
    """Add reports to a record."""
    with open_store(record, create=True) as store:
        for each in drafts:
            each.put(store)


def is_fresh_soon(shelf: Shelf) -> bool:
    """True once the snapshot with all reports is of the record as it is; False when that does not come about."""
    until = time.monotonic() + PATIENCE
    while not shelf.fresh(None) and time.monotonic() < until:
        time.sleep(0.05)
    return shelf.fresh(None)


def test_a_record_that_moves_is_followed_by_one_process(tmp_path: Path) -> None:
    record, drafts = tmp_path / "talks.db", geneva_talks()
    shelf, building = Shelf(record), Building(record)
    put(record, *drafts[:3])
    building.begin(None)
    assert is_fresh_soon(shelf)
    put(record, *drafts[3:])
    assert building.is_going(None)
    assert is_fresh_soon(shelf)
    building.end()
    assert not building.is_going(None)
