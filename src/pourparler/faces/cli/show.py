"""`pourparler show`: one list of the record, with short ids, days and where they were read, and counts."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import decorated, give, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption, read_day
from pourparler.faces.wording.names import some

if TYPE_CHECKING:
    from pathlib import Path

    from pourparler.faces.rows.lookup import Found, Lookup

EXAMPLES = (
    "pourparler show meetings --record talks.db",
    "pourparler show positions -r talks.db --party Ukraine --since 2025-03-01",
    "pourparler show statements -r talks.db --csv > statements.csv",
)

LISTS = ("meetings", "statements", "positions", "conditions", "instruments", "disputes", "actors", "reports")

PartyOption = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Only what touches this party, by any of its names.")
]
SinceOption = Annotated[
    date | None, typer.Option("--since", parser=read_day, metavar="DAY", help="Nothing before DAY.")
]
UntilOption = Annotated[date | None, typer.Option("--until", parser=read_day, metavar="DAY", help="Nothing after DAY.")]


def show(
    what: Annotated[str, typer.Argument(metavar="LIST", help=f"One of: {', '.join(LISTS)}.")],
    record: RecordOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV on stdout instead of a table.")] = False,
) -> None:
    """List one kind of thing that the record holds.

    Days are those on which a thing happened or was said; what has neither goes by its report's day, except meetings,
    which then stand apart, without a day. Counts are accounts · reports · independent sources. The ids are for
    `pourparler explain`. What a filter leaves out is counted on stderr.
    """
    kind = list_called(what)
    if as_json and as_csv:
        tell("Error: --json and --csv exclude each other.\n  → Leave one of them away.")
        raise typer.Exit(USAGE)
    if since and until and since > until:
        tell(f"Error: --since {since} is after --until {until}.\n  → Turn them round.")
        raise typer.Exit(USAGE)
    from pourparler.faces.export.shape import rows_of
    from pourparler.faces.rows.filters import Filter, keep, left_out_words

    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition, path)
    wanted = Filter(lookup.party(party) if party else None, since, until)
    rows, left = keep(lookup, rows_of(lookup, kind), wanted)
    if as_json:
        from pourparler.faces.export.json import encode
        from pourparler.faces.export.shape import values_of

        give(encode([values_of(row) for row in rows]))
    elif as_csv:
        from pourparler.faces.export.tables import encoded, table_csv

        give(encoded(table_csv(lookup, kind, rows)))
    else:
        print_rows(lookup, kind, rows, path)
    if kind == "actors" and (since or until):
        tell("Actors have no days: --since and --until leave none of them out.")
    if words := left_out_words(left, wanted, kind.removesuffix("s")):
        tell(words)


def list_called(typed: str) -> str:
    """The list that was typed, singular or plural; ends with a usage error and a suggestion for any other word."""
    word = typed.strip().lower()
    for name in LISTS:
        if word in (name, name.removesuffix("s")):
            return name
    near = get_close_matches(word, LISTS, n=1, cutoff=0.5) or [name for name in LISTS if word and name.startswith(word)]
    hint = f"Did you mean `pourparler show {near[0]}`?" if near else f"Lists are: {', '.join(LISTS)}."
    tell(f"Error: there is no list {typed!r}.\n  → {hint}")
    raise typer.Exit(USAGE)


def print_rows(lookup: "Lookup", kind: str, rows: "Sequence[Found]", path: "Path") -> None:
    """Print rows as tables, those without a day apart, and say on stderr what they are and what to type next."""
    from pourparler.faces.rows.cells import COLUMNS, cells, is_undated
    from pourparler.faces.rows.grid import print_table, table_width

    if not rows:
        tell(f"No {kind} in {path}{f' as of {lookup.record.as_of}' if lookup.record.as_of else ''}.")
        return
    terminal = sys.stdout.isatty()
    width = table_width(shutil.get_terminal_size().columns if terminal else None)
    dated: list[Found] = []
    undated: list[Found] = []
    for row in rows:
        (undated if is_undated(lookup, row) else dated).append(row)
    for title, part in (("", dated), (f"Without a day ({len(undated)})", undated)):
        if part:
            lines = [cells(lookup, row) for row in part]
            print_table(COLUMNS[kind], lines, sys.stdout, width, decorated(terminal), title)
            sys.stdout.write("\n")
    apart = f", {len(undated)} without a day" if undated else ""
    tell(f"{some(len(rows), kind.removesuffix('s'))}{apart}. More on one: pourparler explain ID --record {path}")
