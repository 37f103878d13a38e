"""`pourparler export`: the whole record as JSON in the contract's shape, as tables in CSV, or as PLOVER events."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, RecordOption

if TYPE_CHECKING:
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.store import Store

EXAMPLES = (
    "pourparler export --record talks.db -o talks.json",
    "pourparler export -r talks.db --format csv -o talks.zip            one CSV file per kind",
    "pourparler export -r talks.db --format csv --kind meetings > meetings.csv",
    "pourparler export -r talks.db --format plover -o talks.jsonl       event data, a row for each event",
)


def export(
    record: RecordOption = None,
    form: Annotated[
        str, typer.Option("--format", metavar="json|csv|plover", help="The form of the export; plover: event data.")
    ] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; for CSV a folder or a .zip.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="CSV: this table alone, such as meetings.")] = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
) -> None:
    """Write the whole record as JSON (on stdout without -o), as CSV, or as PLOVER event rows in JSON Lines.

    The same record gives the same bytes. What the export does not carry is said on stderr.
    """
    form = form.lower()
    wrong = misuse(form, kind, output)
    if wrong:
        tell(f"Error: {wrong[0]}\n  → {wrong[1]}")
        raise typer.Exit(USAGE)
    with opened(record) as (store, _):
        lookup = looked_up(store, as_of, edition)
        notes = notes_on(lookup, store, form, edition)
    if form == "json":
        from pourparler.faces.export.json import case_json

        hand_over(case_json(lookup), output)
    elif form == "plover":
        from pourparler.faces.plover.rows import plover_lines

        hand_over(plover_lines(lookup), output)
    elif kind:
        from pourparler.faces.export.files import encoded
        from pourparler.faces.export.tables import table_csv

        hand_over(encoded(table_csv(lookup, kind)), output)
    elif output:
        give_tables(lookup, output)
    tell("\n".join(["This export leaves out:", *(f"  - {note}" for note in notes)]))


def misuse(form: str, kind: str | None, output: Path | None) -> tuple[str, str] | None:
    """What is wrong with the options and what to do; None when they go together."""
    from pourparler.faces.export.tables import TABLES

    if form not in ("json", "csv", "plover"):
        return f"there is no format {form!r}.", "Formats are: json, csv, plover."
    if kind and form != "csv":
        return "--kind is for CSV.", "Add --format csv, or use `pourparler show meetings --json`."
    if kind and kind not in TABLES:
        return f"there is no table {kind!r}.", f"Tables are: {', '.join(TABLES)}."
    if form == "csv" and not kind and not output:
        return "a CSV export is many tables.", "Name a folder or a zip with -o, or one table with --kind meetings."
    return None


def notes_on(lookup: "Lookup", store: "Store", form: str, edition: int | None) -> tuple[str, ...]:
    """What this export leaves out, line by line."""
    from pourparler.faces.export.leftout import left_out

    later = len(store.reports()) - len(lookup.record.reports) if edition is None else 0
    notes = left_out(lookup, form == "csv", len(store.failures()), later)
    if edition is not None:
        notes = (f"what the record learned after its edition {edition}", *notes)
    if form == "plover":
        from pourparler.faces.plover.rows import uncoded

        return (*notes, *uncoded(lookup))
    return notes


def hand_over(content: bytes, output: Path | None) -> None:
    """Write bytes to a file, or to stdout where none is named."""
    if output is None:
        give(content)
        return
    from pourparler.faces.export.files import write

    write(output, content)
    tell(f"Wrote {output}.")


def give_tables(lookup: "Lookup", output: Path) -> None:
    """Write all tables into a zip or a folder."""
    from pourparler.faces.export.files import case_zip, write, write_tables

    if output.suffix.lower() == ".zip":
        write(output, case_zip(lookup))
        tell(f"Wrote {output}.")
    else:
        paths = write_tables(lookup, output)
        tell(f"Wrote {len(paths)} tables into {output}.")
