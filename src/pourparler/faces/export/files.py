"""Writes the tables of a record as a folder of CSV files or as one zip, the same bytes for the same record."""

import io
import zipfile
from pathlib import Path

from pourparler.core.errors import InputError
from pourparler.faces.export.tables import TABLES, table_csv
from pourparler.faces.rows.lookup import Lookup

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold, given to every file so that no clock enters the bytes."""


def case_zip(lookup: Lookup) -> bytes:
    """All tables as one zip of CSV files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in TABLES:
            entry = zipfile.ZipInfo(f"{kind}.csv", NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, encoded(table_csv(lookup, kind)))
    return out.getvalue()


def write_tables(lookup: Lookup, folder: Path) -> tuple[Path, ...]:
    """Write all tables into `folder`, made where it is missing; gives the paths written."""
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file.", "Name a folder, or a file that ends in .zip.")
    tables = {folder / f"{kind}.csv": encoded(table_csv(lookup, kind)) for kind in TABLES}
    folder.mkdir(parents=True, exist_ok=True)
    for path, table in tables.items():
        write(path, table)
    return tuple(tables)


def encoded(text: str) -> bytes:
    """CSV text as UTF-8; half a surrogate pair, which UTF-8 cannot hold, is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`; raises InputError when the place is not to be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", "Name another place with -o.") from error
