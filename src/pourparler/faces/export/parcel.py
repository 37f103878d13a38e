"""What an export hands over: files with their bytes, and lines on what they leave out."""

import io
import zipfile
from dataclasses import dataclass

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold, given to every file so that no clock enters the bytes."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its name, without a folder, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files of one export, one for most formats; `left_out` says in lines what of the record is not in them."""

    files: tuple[File, ...]
    left_out: tuple[str, ...] = ()


def alone(content: bytes, name: str, left_out: tuple[str, ...] = ()) -> Parcel:
    """A parcel of one file."""
    return Parcel((File(name, content),), left_out)


def pack(parcel: Parcel) -> bytes:
    """The one file of a parcel; of several, a zip that holds them, the same bytes for the same files."""
    return parcel.files[0].content if len(parcel.files) == 1 else zipped(parcel)


def zipped(parcel: Parcel) -> bytes:
    """The files of a parcel as one zip, without any time of making."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in parcel.files:
            entry = zipfile.ZipInfo(file.name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.content)
    return out.getvalue()
