"""`pourparler backup`: a copy of a record, taken while others read or write it, and checked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.messages import counted, give_json, tell
from pourparler.faces.cli.options import JsonOption, RecordOption
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.record.backup import Copied

EXAMPLES = (
    "pourparler backup --record talks.db               beside the record, named after its edition",
    "pourparler backup copies/monday.db -r talks.db    under a name of your own, or into a folder",
    "pourparler backup --verify copies/monday.db       whether a backup is whole",
)


def backup(
    to: Annotated[Path | None, typer.Argument(metavar="TO", help="A file, or a folder to put it in.")] = None,
    record: RecordOption = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Put it in the place of an older backup.")] = False,
    verify: Annotated[
        Path | None, typer.Option("--verify", metavar="FILE", help="Take none; see whether this backup is whole.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Copy a record to another file, whole and checked, while others read or write it.

    The copy is a record like any other: look at it with --record, restore it by putting it in the record's place
    (docs/keeping-safe.md). A file that is there already is never written over unless you say so.
    """
    from pourparler.record import backup as copies

    if verify is not None:
        if to is not None or overwrite:
            raise typer.BadParameter("takes no backup: leave TO and --overwrite out.", param_hint="--verify")
        copied = copies.verify(verify)
        said = f"{copied.path} is whole: {contents(copied)}."
    else:
        path = load_settings({"record": record}).record
        copied = copies.back_up(path, to, overwrite)
        said = f"Backed up {path} to {copied.path} and checked it: {contents(copied)}."
    if as_json:
        give_json(as_values(copied))
    tell(said)


def contents(copied: "Copied") -> str:
    """What a copy holds, in words."""
    edition = f"schema {copied.schema}" if copied.edition is None else f"edition {copied.edition:,}"
    held = f"{counted(copied.reports, 'report')}, {counted(copied.judgements, 'judgement')}"
    return f"{edition}, {held}, {size_words(copied.size)}"


def size_words(size: int) -> str:
    """A number of bytes in the unit that suits it."""
    for unit, bytes_of in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size >= bytes_of:
            return f"{size / bytes_of:.1f} {unit}"
    return counted(size, "byte")


def as_values(copied: "Copied") -> dict[str, object]:
    """A copy as plain values for JSON."""
    return {
        "backup": str(copied.path),
        "schema": copied.schema,
        "edition": copied.edition,
        "reports": copied.reports,
        "judgements": copied.judgements,
        "bytes": copied.size,
    }
