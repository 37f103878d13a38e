"""A record of the bundled case, as `pourparler demo` makes it."""

from pathlib import Path

from pourparler.faces.cli.demo import read_case


def bundled_record(folder: Path) -> Path:
    """The bundled reports read into a record in a folder."""
    record = folder / "talks-2025.db"
    assert read_case(record) == 0
    return record
