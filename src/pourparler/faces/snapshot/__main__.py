"""`python -m pourparler.faces.snapshot RECORD`: makes a snapshot in a process of its own, whose memory goes with it."""

import argparse
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from pourparler.core.errors import PourparlerError
from pourparler.faces.snapshot.growing import follow
from pourparler.faces.snapshot.shelf import Shelf

NICENESS = 10
"""How far this process stands back behind those that answer people, on the scale of `nice`."""


def main(arguments: list[str] | None = None) -> int:
    """Make the snapshot that is asked for; 0 when it is there, 1 when it could not be made, 130 when interrupted."""
    asked = _parser().parse_args(arguments)
    with suppress(OSError):
        os.nice(NICENESS)
    shelf, parent = Shelf(asked.record, asked.home), os.getppid()
    try:
        if asked.follow:
            follow(shelf, asked.as_of, lambda: os.getppid() == parent, asked.idle)
        else:
            shelf.build(asked.as_of)
    except PourparlerError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pourparler.faces.snapshot",
        description="Write a record down as tables that pages ask, beside it. Derived; may be deleted any time.",
    )
    parser.add_argument("record", type=Path, metavar="RECORD", help="the record's file")
    parser.add_argument("--as-of", type=_day, metavar="DAY", help="as the reports up to a day give it")
    parser.add_argument("--home", type=Path, metavar="FOLDER", help="write into this folder, not beside the record")
    parser.add_argument("--follow", action="store_true", help="go on while the record moves and the caller is there")
    parser.add_argument("--idle", type=float, metavar="SECONDS", help="with --follow: end after so long without a move")
    return parser


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed!r} is no day; write it as 2025-02-28") from error


if __name__ == "__main__":
    sys.exit(main())
