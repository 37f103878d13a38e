"""The snapshots of one record: which there are, whether they are of today, and the making of one."""

import os
from datetime import date
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.faces.snapshot.building import build
from pourparler.faces.snapshot.imprint import Imprint, edition_of, imprint, lines_at
from pourparler.faces.snapshot.places import file_name, folders, is_trusted, writable
from pourparler.faces.snapshot.snapshot import Snapshot


class Shelf:
    """The snapshots of one record. Nothing is kept open between calls; any number of threads may ask."""

    def __init__(self, record: Path, home: Path | None = None) -> None:
        """The shelf of the record at `record`; with `home`, snapshots lie in that folder and nowhere else."""
        self.record = record
        self._folders = folders(record, home)

    def edition(self) -> int:
        """The record's edition now; raises RecordError where it cannot be read."""
        return edition_of(self.record)

    def latest(self, as_of: date | None = None) -> Snapshot | None:
        """The newest snapshot there is of a day (None: with all reports), perhaps older than the record.

        None where there is none, or only what is damaged, of another program, or of another record that had this
        name. The caller closes it.
        """
        opened = (self._opened(folder / file_name(as_of), as_of) for folder in self._folders)
        found = [snapshot for snapshot in opened if snapshot is not None]
        if len(found) > 1:
            found.sort(key=lambda one: (self.is_of_now(one), one.head.edition), reverse=True)
        for other in found[1:]:
            other.close()
        if not found:
            return None
        _note_use(found[0].path)
        return found[0]

    def fresh(self, as_of: date | None = None) -> bool:
        """True where the snapshot of a day is of the record as it is now."""
        snapshot = self.latest(as_of)
        if snapshot is None:
            return False
        with snapshot:
            return self.is_of_now(snapshot)

    def is_of_now(self, snapshot: Snapshot) -> bool:
        """True where a snapshot is of the record as it is now."""
        return _imprint_of(snapshot) == imprint(self.record)

    def build(self, as_of: date | None = None) -> None:
        """Make the snapshot of a day anew, where it is not fresh: merges, which takes long for a large record.

        One builder at a time: another waits for the first and takes what that one made. Raises RecordError where the
        record cannot be read, or no folder can be written to.
        """
        from pourparler.record.opening import open_store

        with open_store(self.record, read_only=True):  # before a folder is made beside what is no record
            folder = self.folder()
        build(self.record, folder, as_of, lambda: self.fresh(as_of))

    def folder(self) -> Path:
        """The folder that snapshots are written into, which is made; raises RecordError where none can be."""
        folder = writable(self._folders)
        if folder is None:
            raise RecordError(
                f"No snapshot of {self.record} can be written.",
                "Free the disk, or set XDG_CACHE_HOME to a folder that you may write to.",
            )
        return folder

    def _opened(self, path: Path, as_of: date | None) -> Snapshot | None:
        if not path.is_file() or not is_trusted(path.parent):
            return None
        try:
            snapshot = Snapshot(path, self.record)
        except RecordError:
            return None
        noted = _imprint_of(snapshot)
        if snapshot.head.as_of == as_of and noted.lines == lines_at(self.record, noted.edition):
            return snapshot
        snapshot.close()
        return None


def _imprint_of(snapshot: Snapshot) -> Imprint:
    head, meta = snapshot.head, snapshot.meta
    return Imprint(head.edition, head.version, head.name, int(meta["paths"]), meta["lines"])


def _note_use(path: Path) -> None:
    """Note that a snapshot was used, so that it is kept; where nothing can be written, nothing is deleted either."""
    try:
        os.utime(path)
    except OSError:
        return
