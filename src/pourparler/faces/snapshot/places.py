"""Where the snapshots of a record lie: beside it, or, where nobody may write there, in a folder of the user's own."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

ENDING = ".snapshots"
"""What the folder beside a record adds to its name."""

ALL = "all.db"
"""The snapshot with all reports; that of a day is named by it: `2025-02-28.db`."""


def file_name(as_of: date | None) -> str:
    """The name of a snapshot's file."""
    return ALL if as_of is None else f"{as_of.isoformat()}.db"


def folders(record: Path, home: Path | None) -> tuple[Path, ...]:
    """The folders in which snapshots of a record may lie, the first that can be written to is the one to use.

    With `home` that one alone; else the one beside the record, then the private ones.
    """
    if home is not None:
        return (home,)
    place = record.absolute()
    key = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return (place.with_name(place.name + ENDING), *(own / key for own in _private()))


def writable(candidates: tuple[Path, ...]) -> Path | None:
    """The first of the folders that can be made and written to, and is trusted then; None where none can."""
    return next((folder for folder in candidates if _make(folder) and is_trusted(folder)), None)


def is_trusted(folder: Path) -> bool:
    """True for a folder that nobody else may have put a file into: one of the user's, or not in a shared place."""
    shared = Path(tempfile.gettempdir()).absolute()
    try:
        return shared not in folder.absolute().parents or folder.stat().st_uid == _user()
    except OSError:
        return False


def _private() -> Iterator[Path]:
    cache = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # nobody's home is known
        yield (Path(cache) if cache else Path.home() / ".cache") / "pourparler" / "snapshots"
    yield Path(tempfile.gettempdir()) / f"pourparler-{_user()}" / "snapshots"


def _make(folder: Path) -> bool:
    """Make a folder, where it is not there; False where that, or writing into it, is not allowed.

    Beside a record whoever may read the record may read its snapshots; a folder of the user's own is closed to others.
    """
    beside = folder.name.endswith(ENDING)
    try:
        folder.mkdir(mode=0o777 if beside else 0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return _may_write(folder)


def _user() -> int:
    """The number of the user; 0 where the system gives users none, and folders no owner."""
    return os.getuid() if hasattr(os, "getuid") else 0


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
