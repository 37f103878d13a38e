"""Which program made a snapshot: another program may merge the same record otherwise, so its snapshots do not count."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pourparler
from pourparler.faces.snapshot.tables import FORMAT

ROOMS = ("core", "text", "reading", "accounts", "record", "case", "faces/rows", "faces/wording", "faces/system",
         "faces/snapshot", "data")  # fmt: skip
"""The folders of the package on whose files the contents of a snapshot depend."""

ENDINGS = (".py", ".csv", ".toml", ".txt")
"""What the files end in that count; the models of the reader among the data do not."""


@cache
def program() -> str:
    """The version, the format of snapshots, and a digest of the sizes and times of the files behind them.

    So a snapshot does not outlive a change of the code either that no version number tells of.
    """
    package = Path(pourparler.__file__).parent
    seen = hashlib.sha256()
    for line in sorted(line for room in ROOMS for line in _files(package / room, room)):
        seen.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return f"{pourparler.__version__} {FORMAT} {seen.hexdigest()[:16]}"


def _files(folder: Path, under: str) -> Iterator[str]:
    """The files below a folder, each with its size and the moment of its last change."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # the package is no folder of files: the version must do
        return
    for entry in entries:
        if entry.is_dir():
            yield from _files(folder / entry.name, f"{under}/{entry.name}")
        elif entry.name.endswith(ENDINGS):
            status = entry.stat()
            yield f"{under}/{entry.name} {status.st_size} {status.st_mtime_ns}"
