"""`pourparler brief`: the state of play in sentences, every one with its sources."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, RecordOption
from pourparler.faces.cli.show import PartyOption, SinceOption

if TYPE_CHECKING:
    from pourparler.faces.brief.paper import Brief

EXAMPLES = (
    "pourparler brief --record talks.db",
    "pourparler brief -r talks.db -o talks.html                 a page to read, print or pass on",
    "pourparler brief -r talks.db --as-of 2025-03-01 -o then.md   what the reports gave by that day",
)

FORMS = ("md", "html", "text")


def brief(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    since: SinceOption = None,
    party: PartyOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file ending in .md, .html or .txt.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="md|html|text", help="The form, where no file's ending tells it.")
    ] = None,
) -> None:
    """Write the brief: what happened, what comes next, where each side stands, what depends on what, which documents
    there are, where the reports contradict each other and what is not known.

    On a terminal it is plain text, in a pipe Markdown. --since keeps to what reports published since that day tell.
    """
    chosen = form_of(form, output)
    from pourparler.faces.brief.paper import Wanted
    from pourparler.faces.brief.writing import write_brief

    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition)
        failures = tuple((failure.path, failure.reason) for failure in store.failures())
        undated = sum(report.published is None for report in store.reports()) if as_of else 0
    wanted = Wanted(lookup.party(party) if party else None, since, str(path), failures, undated)
    text = set_as(write_brief(lookup, wanted), chosen)
    if output is None:
        give(text.encode("utf-8", "backslashreplace"))
        return
    from pourparler.faces.export.files import write

    write(output, text.encode("utf-8", "backslashreplace"))
    tell(f"Wrote {output}.")


def form_of(form: str | None, output: Path | None) -> str:
    """The form to write: as asked, by the file's ending, else plain text on a terminal and Markdown in a pipe."""
    endings = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "text"}
    if form:
        word = {"markdown": "md", "txt": "text"}.get(form.lower(), form.lower())
        if word in FORMS:
            return word
        tell(f"Error: there is no form {form!r}.\n  → Forms are: {', '.join(FORMS)}.")
        raise typer.Exit(USAGE)
    if output is None:
        return "text" if sys.stdout.isatty() else "md"
    if output.suffix.lower() in endings:
        return endings[output.suffix.lower()]
    tell(f"Error: {output} does not tell the form.\n  → End it in .md, .html or .txt, or add --format.")
    raise typer.Exit(USAGE)


def set_as(written: "Brief", form: str) -> str:
    """The brief in one of its forms."""
    if form == "html":
        from pourparler.faces.brief.page import as_page

        return as_page(written)
    if form == "md":
        from pourparler.faces.brief.markdown import as_markdown

        return as_markdown(written)
    from pourparler.faces.brief.plain import as_plain

    return as_plain(written, min(shutil.get_terminal_size((88, 24)).columns, 100))
