"""Puts the record of Lausanne in the place of a record file for the commands that show."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.opening import open_store
from tests.faces.lausanne import RECORD

COMMANDS = ("show", "explain", "brief", "export")


def use_lausanne(monkeypatch: pytest.MonkeyPatch, folder: Path, record: CaseRecord = RECORD) -> None:
    """Let the commands open an empty record below `folder` and see `record` in it."""
    path = folder / "lausanne.db"
    open_store(path, create=True).close()

    @contextmanager
    def opened(_: Path | None) -> Iterator[tuple[Any, Path]]:
        with open_store(path, read_only=True) as store:
            yield store, path

    def looked_up(_: Any, __: date | None, *___: object) -> Lookup:
        return Lookup(record)

    for name in COMMANDS:
        command = import_module(f"pourparler.faces.cli.{name}")
        monkeypatch.setattr(command, "opened", opened)
        monkeypatch.setattr(command, "looked_up", looked_up)
