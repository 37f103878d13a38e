"""What one server shows: a record, its snapshots, who decides at it, and what it lets change."""

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pourparler.faces.snapshot.asking import Remembered, asking_of
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.asking import Asking
from pourparler.faces.web.acts.retrying import Retries
from pourparler.faces.web.server.building import Building, count_accounts, only_decided_since

SMALL = 6_000
"""Accounts up to which a record is merged while a page waits: 3,000 take about a second on one laptop core."""
REMEMBERED = 2
"""Days of which the server remembers what it read for asking: of 96,000 accounts 55 MiB each."""
SOONEST = 2.0
"""Seconds between two merges of a small record that is being written to, so that reading pages leaves time to read."""


class NotYet(Exception):
    """No snapshot of the day asked for is there yet; one is being made."""


@dataclass(slots=True)
class Site:
    """A record as a server shows it. `token` goes with every form that changes the record; `by` is who decides.
    Whoever changes the record holds `writing`, so that two forms of one browser wait for each other. `is_copy` is True
    where the pages become files, which nobody can ask anything."""

    record: Path
    shelf: Shelf
    read_only: bool = False
    by: str | None = None
    is_copy: bool = False
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    building: Building = field(init=False)
    retries: Retries = field(init=False)
    writing: threading.Lock = field(default_factory=threading.Lock)
    _built: dict[date | None, float] = field(default_factory=dict)
    _remembered: OrderedDict[date | None, tuple[dict[str, str], Remembered]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _remembering: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        """A site whose large snapshots are made by a process of their own."""
        self.building = Building(self.record)
        self.retries = Retries(self.record)

    def snapshot(self, as_of: date | None, hurried: bool = False) -> Snapshot:
        """The record as of a day, ready to be asked; raises NotYet while the first snapshot of a large record is made.

        A small record is merged on the spot where it has moved; of a large one the newest snapshot there is comes at
        once, and a newer one is begun. Who is `hurried` gets the newest there is where people have only decided since.
        """
        found = self.shelf.latest(as_of) if hurried else None
        if found is not None and only_decided_since(self.record, found.head.edition):
            return found
        if found is not None:
            found.close()
        if not self.shelf.fresh(as_of):
            if count_accounts(self.record) <= SMALL:
                self._merge(as_of)
            else:
                self.building.begin(as_of)
        found = self.shelf.latest(as_of)
        if found is None:
            raise NotYet
        return found

    def asking(self, snapshot: Snapshot) -> Asking:
        """The record of a snapshot laid out for asking as long as the snapshot is open; what one visit has read of it
        is there for the next, of the snapshot of each day that was asked last."""
        day = snapshot.head.as_of
        with self._remembering:
            meta, remembered = self._remembered.pop(day, (snapshot.meta, Remembered()))
            if meta != snapshot.meta:
                meta, remembered = snapshot.meta, Remembered()
            self._remembered[day] = meta, remembered
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return asking_of(snapshot, remembered)

    def _merge(self, as_of: date | None) -> None:
        with self._lock:
            hasty = time.monotonic() - self._built.get(as_of, -SOONEST) < SOONEST
            if self.shelf.fresh(as_of) or (hasty and self.building.is_written_to(self.record)):
                return
            self.shelf.build(as_of)
            self._built[as_of] = time.monotonic()
