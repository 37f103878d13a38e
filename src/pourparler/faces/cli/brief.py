"""`pourparler brief`: the state of play in sentences, every one with its sources."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, RecordOption
from pourparler.faces.cli.show import PartyOption, SinceOption

EXAMPLES = (
    "pourparler brief --record talks.db",
    "pourparler brief -r talks.db -o talks.docx                   two pages with footnotes, for Word",
    "pourparler brief -r talks.db --issue ceasefire -o x.html     what touches one issue, as a page",
    "pourparler brief -r talks.db --as-of 2025-03-01 -o then.md   what the reports gave by that day",
)

NOTES = ("end", "foot")
"""Where a PDF has its footnotes."""


IssueOption = Annotated[
    str | None,
    typer.Option("--issue", metavar="WORDS", help="Only what touches this issue, in any form of its words."),
]
FullOption = Annotated[bool, typer.Option("--full", help="The long form: every entry, however many pages.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="A file ending in .md, .html, .docx, .pdf or .txt."),
]
FormOption = Annotated[
    str | None,
    typer.Option("--format", metavar="md|html|docx|pdf|text", help="The form, where no file's ending tells it."),
]
ChartsOption = Annotated[bool, typer.Option("--charts/--no-charts", help="With its two charts, or without.")]
NotesOption = Annotated[
    str, typer.Option("--notes", metavar="end|foot", help="Of a PDF: sources at its end, or at the foot of a page.")
]


def brief(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    since: SinceOption = None,
    party: PartyOption = None,
    issue: IssueOption = None,
    full: FullOption = False,
    output: OutputOption = None,
    form: FormOption = None,
    notes: NotesOption = NOTES[0],
    charts: ChartsOption = True,
) -> None:
    """Write the brief, two pages that are read in five minutes: what happened, what comes next, where each side
    stands, what depends on what, which documents there are, where the reports contradict each other and what is not
    known.

    What is left out for want of room is counted, with the command that lists it; --full leaves out nothing. On a
    terminal the brief is plain text, in a pipe Markdown. --since keeps to what reports published since that day tell.
    A PDF needs typst: pip install 'pourparler[pdf]'.
    """
    chosen = form_of(form, output)
    if notes not in NOTES:
        tell(f"Error: --notes is end or foot, not {notes!r}.\n  → --notes foot puts each page's sources below it.")
        raise typer.Exit(USAGE)
    from pourparler.faces.brief.forms import set_as
    from pourparler.faces.brief.paper import Wanted
    from pourparler.faces.brief.writing import write_brief

    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition, path)
        failures = tuple((failure.path, failure.reason) for failure in store.failures())
        undated = sum(report.published is None for report in store.reports()) if as_of else 0
    side = lookup.party(party) if party else None
    written = write_brief(lookup, Wanted(side, since, str(path), failures, undated, issue, full, charts))
    content = set_as(written, chosen, min(shutil.get_terminal_size((88, 24)).columns, 100), notes)
    if output is None:
        give(content)
        return
    from pourparler.faces.export.files import write

    write(output, content)
    tell(f"Wrote {output}.")


def form_of(form: str | None, output: Path | None) -> str:
    """The form to write: as asked, by the file's ending, else plain text on a terminal and Markdown in a pipe."""
    from pourparler.faces.brief.forms import BINARY, ENDINGS, FORMS

    told = {"markdown": "md", "txt": "text", "word": "docx"}.get(form.lower(), form.lower()) if form else None
    if told and told not in FORMS:
        tell(f"Error: there is no form {form!r}.\n  → Forms are: {', '.join(FORMS)}.")
        raise typer.Exit(USAGE)
    if told is None and output is not None:
        told = ENDINGS.get(output.suffix.lower())
        if told is None:
            tell(
                f"Error: {output} does not tell the form.\n  → End it in .md, .html, .docx, .pdf or .txt; or --format."
            )
            raise typer.Exit(USAGE)
    told = told or ("text" if sys.stdout.isatty() else "md")
    if told in BINARY and output is None and sys.stdout.isatty():
        tell(f"Error: a .{told} is nothing to show on a terminal.\n  → Name a file: -o brief.{told}")
        raise typer.Exit(USAGE)
    return told
