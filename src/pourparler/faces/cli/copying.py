"""The pages of a record as a folder of files: `pourparler export --format site`."""

from datetime import date
from pathlib import Path

import typer

from pourparler.faces.cli.app import OK, SOME_FAILED, USAGE
from pourparler.faces.cli.messages import counted, listed, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.progress import show_progress

SITE = "site"
TITLE = "The pages as a folder of files, to open without a server"
ALSO = (SITE, "pages", "website", "html", "static")
"""Words that ask for it."""

LARGE = 5_000
"""Pages from which on it is said beforehand how large a copy will be: they take a minute or more."""


def copy_site(record: Path | None, output: Path | None, as_of: date | None, narrowed: bool) -> None:
    """Write the pages into a folder; `narrowed` is True where anything asks for a part of the record."""
    from pourparler.faces.copy.making import Maker
    from pourparler.faces.export.formats import write
    from pourparler.faces.export.leftout import not_in_record

    if narrowed:
        tell("Error: The pages are of the whole record.\n  → Leave the filters away; --as-of DAY chooses a day.")
        raise typer.Exit(USAGE)
    if output is None or output.suffix.lower() == ".zip":
        tell("Error: The pages are many files.\n  → Name a folder with -o.")
        raise typer.Exit(USAGE)
    with opened(record) as (store, path), Maker(path, as_of, output) as maker:
        size = maker.size()
        if size.pages >= LARGE:
            tell(f"A page for every entry: up to {size.pages:,} pages, about {size.megabytes:,} MB. Ctrl-C ends it.")
        lookup = looked_up(store, as_of, record=path)
        notes = not_in_record(lookup, len(store.failures()), len(store.reports()) - len(lookup.record.reports))
        content = write("json", lookup).files[0].content
        del lookup
        with show_progress(None, "pages") as progress:
            made = maker.make(lambda: content, lambda file: progress.step(file, 0))
    tell("\n".join(["This copy leaves out:", *(f"  - {note}" for note in (*notes, *made.left_out))]))
    tell(f"Wrote {counted(made.pages, 'page')} and {counted(made.files - made.pages, 'other file')} "
         f"({made.size / 1_000_000:,.1f} MB) into {output}. Open {output / 'index.html'}.")  # fmt: skip
    if made.faults:
        tell(f"{counted(len(made.faults), 'page')} could not be shown:")
        tell("\n".join(listed(made.faults, "they say so in the copy")))
    raise typer.Exit(SOME_FAILED if made.faults else OK)
