"""Puts the files of an export where they were asked for: one file, a folder, or a zip."""

from pathlib import Path

from pourparler.core.errors import InputError
from pourparler.faces.export.parcel import Parcel


def write_folder(parcel: Parcel, folder: Path) -> tuple[Path, ...]:
    """Write all files of a parcel into `folder`, made where it is missing; gives the paths written."""
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file.", "Name a folder, or a file that ends in .zip.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made: {error.strerror}.", "Name another place with -o.") from error
    for file in parcel.files:
        write(folder / file.name, file.content)
    return tuple(folder / file.name for file in parcel.files)


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`; raises InputError when the place is not to be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Name another place with -o.") from error
