"""Options that many commands share, so that they are named, read and explained alike."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def read_day(word: str) -> date:
    """The day an ISO date such as 2025-02-26 names; raises typer.BadParameter otherwise."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise typer.BadParameter(f"{word!r} is no day; write it as 2025-02-26.") from None


RecordOption = Annotated[
    Path | None,
    typer.Option("--record", "-r", metavar="FILE", help="The record file (default: POURPARLER_RECORD, then settings)."),
]
AsOfOption = Annotated[
    date | None,
    typer.Option("--as-of", parser=read_day, metavar="DAY", help="Only what reports published up to DAY give."),
]
EditionOption = Annotated[
    int | None,
    typer.Option(
        "--edition", min=0, metavar="N", help="The record as it stood at its edition N (`pourparler changes` tells it)."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON on stdout instead of a table.")]
