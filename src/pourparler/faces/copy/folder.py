"""The folder that a copy is written into: never over what is not ours, never outside itself."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pourparler.core.errors import InputError
from pourparler.faces.copy.names import FILE

SUMS = "SHA256SUMS"
"""The list of the files of a copy with their digests, as `sha256sum -c` takes it; by it a copy of ours is known."""

MARK = "# A copy of a record, made by Pourparler; `sha256sum -c SHA256SUMS` shows whether its files are as made."


@dataclass(slots=True)
class Folder:
    """A copy that is being written."""

    path: Path
    sums: BinaryIO
    files: int = 0
    size: int = 0

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *_: object) -> None:
        self.sums.close()

    def put(self, name: str, content: bytes) -> None:
        """Write one file; raises InputError where it cannot be written, or something is in its place."""
        place = self.path / name
        if not FILE.fullmatch(name):
            raise InputError(f"{name!r} is no name of a file of a copy.", "Report this: it is a fault of the program.")
        try:
            self.sums.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n".encode())
            self.sums.flush()
            place.parent.mkdir(parents=True, exist_ok=True)
            if not is_within(place, self.path):
                raise InputError(f"{place.parent} leads out of the copy.", "Name a new or an empty folder with -o.")
            with place.open("xb") as file:
                file.write(content)
        except FileExistsError as error:
            raise InputError(f"{place} is in the way.", "Name a new or an empty folder with -o.") from error
        except OSError as error:
            raise _unwritable(place, error) from error
        self.files += 1
        self.size += len(content)


def inspect(path: Path) -> None:
    """Raises InputError where a copy cannot be written to a place without touching what somebody else put there."""
    if path.exists() and not path.is_dir():
        raise InputError(f"{path} is a file.", "Name a folder with -o.")
    try:
        is_free = not path.exists() or not any(path.iterdir())
    except OSError as error:
        raise _unwritable(path, error) from error
    listed = path / SUMS
    if is_free or (listed.is_file() and not listed.is_symlink() and listed.read_bytes().startswith(MARK.encode())):
        return
    raise InputError(f"{path} is not empty, and no copy made by Pourparler.", "Name a new or an empty folder with -o.")


def begin(path: Path) -> Folder:
    """An empty folder to write a copy into, made where it is missing; an earlier copy in it is taken out.

    Raises InputError as `inspect` does, and where the folder cannot be made.
    """
    inspect(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if (path / SUMS).is_file():
            _empty(path)
        sums = (path / SUMS).open("xb")
        sums.write(f"{MARK}\n".encode())
        sums.flush()
    except OSError as error:
        raise _unwritable(path, error) from error
    return Folder(path, sums)


def is_within(place: Path, folder: Path) -> bool:
    """True where a file lies in a folder, all links followed."""
    return place.parent.resolve().is_relative_to(folder.resolve())


def _empty(path: Path) -> None:
    """Take an earlier copy out of a folder: the files that its list names, and nothing else."""
    listed = path / SUMS
    lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    names = [name for name in (line.partition("  ")[2] for line in lines) if FILE.fullmatch(name)]
    for name in names:
        if is_within(path / name, path):
            (path / name).unlink(missing_ok=True)
    for folder in sorted({(path / name).parent for name in names} - {path}, reverse=True):
        with suppress(OSError):  # what somebody put into it stays
            folder.rmdir()
    listed.unlink()


def _unwritable(place: Path, error: OSError) -> InputError:
    return InputError(f"{place} cannot be written: {error.strerror}.", "Free the disk, or name another place with -o.")
