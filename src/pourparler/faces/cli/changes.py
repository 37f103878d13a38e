"""`pourparler changes`: what is new, changed, withdrawn, newly disputed or resolved since a day or an edition."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import PourparlerError
from pourparler.faces.cli.app import FAILED, USAGE, failed
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.opening import day_notes, opened
from pourparler.faces.cli.options import AsOfOption, JsonOption, RecordOption
from pourparler.faces.wording.days import day_words

if TYPE_CHECKING:
    from pourparler.faces.changes.sight import Sight
    from pourparler.record.changes.clocks import Between, Since, State

EXAMPLES = (
    "pourparler changes --since 2025-03-01 -r talks.db    what the reports published since then changed",
    "pourparler changes --since 41 -r talks.db            what was added or decided since edition 41 of the record",
    "pourparler changes --since v532 -r talks.db          the same, since the version that an export carries",
    "pourparler changes --since 2025-03-01 --as-of 2025-03-08 -r talks.db   the changes of one week",
    "pourparler changes --since 41 --format atom -o talks.atom -r talks.db",
)

FORMS = ("text", "json", "atom")

SINCE_FORMS = "a day (2025-02-18), an edition (41) or a version (v532)"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"(v|#?)(\d{1,12})", re.IGNORECASE)


def read_since(word: str) -> "Since":
    """What was typed after --since; raises typer.BadParameter for what is none of its forms."""
    from pourparler.record.changes.clocks import Since

    typed = word.strip()
    if _DAY.fullmatch(typed):
        try:
            return Since(day=date.fromisoformat(typed))
        except ValueError:
            raise typer.BadParameter(f"{word!r} is no day of the calendar.") from None
    found = _NUMBER.fullmatch(typed)
    if not found:
        raise typer.BadParameter(f"{word!r} is none of {SINCE_FORMS}.")
    number = int(found[2])
    return Since(version=number) if found[1].lower() == "v" else Since(edition=number)


def changes(
    record: RecordOption = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY|EDITION|VERSION", help=f"Since when: {SINCE_FORMS}."),
    ] = None,
    as_of: AsOfOption = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when something changed, 0 when nothing did, 2 on failure.")
    ] = False,
    as_json: JsonOption = False,
    form: Annotated[str | None, typer.Option("--format", metavar="text|json|atom", help="The form (text).")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file to write to.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Text: every change, however long the list.")] = False,
) -> None:
    """Show what changed in the record: issues in another state, conditions met or newly told, goals that wait or wait
    no more, by public statements; what people decided; entries new, changed, withdrawn; contradictions new and
    resolved; each with the report that brought it and its words.

    There are two clocks. A DAY asks when things were published: the record as the reports up to that day give it,
    against the record as all dated reports give it (or those up to --as-of). An EDITION asks when the record learned
    of them: every report added, every judgement, every undo and every reader put in effect makes the record's next
    edition. So a report of January that was added today is new since yesterday's edition, and not since February.
    `v532` is the version that exports carry, and means the last edition that had it. This command ends by saying
    which edition the record is at, to ask from the next time.
    """
    chosen = form_of(form, as_json)
    if since is None:
        tell(f"Error: it takes a beginning.\n  → Add --since and {SINCE_FORMS}; --since 0 is the empty record.")
        raise typer.Exit(USAGE)
    asked = read_since(since)
    if asked.day and as_of and as_of < asked.day:
        tell(f"Error: --as-of {as_of} is before --since {asked.day}.\n  → Turn them round.")
        raise typer.Exit(USAGE)
    try:
        sight, between = look(record, asked, as_of)
        hand_over(sight, between, chosen, output, everything)
    except PourparlerError as error:
        if exit_code:
            failed(error.what, error.todo)
            raise typer.Exit(USAGE) from error
        raise
    if exit_code and sight:
        raise typer.Exit(FAILED)


def form_of(form: str | None, as_json: bool) -> str:
    """The form to write; ends with a usage error for one that there is not, or two at once."""
    word = (form or ("json" if as_json else "text")).lower()
    if word not in FORMS:
        tell(f"Error: there is no form {form!r}.\n  → Forms are: {', '.join(FORMS)}.")
        raise typer.Exit(USAGE)
    if as_json and word != "json":
        tell(f"Error: --json and --format {word} exclude each other.\n  → Leave one of them away.")
        raise typer.Exit(USAGE)
    return word


def look(record: Path | None, since: "Since", as_of: date | None) -> "tuple[Sight, Between]":
    """The two states that are asked for, compared."""
    from pourparler.faces.changes.sight import Sight
    from pourparler.record.changes import compare
    from pourparler.record.changes.clocks import states

    with opened(record) as (store, _):
        between = states(store, since, as_of)
    return Sight(compare(between.before.record, between.after.record)), between


def hand_over(sight: "Sight", between: "Between", form: str, output: Path | None, everything: bool) -> None:
    """Write the changes in a form, and say on stderr what they leave out and from where to ask the next time."""
    content = {"json": json_of, "atom": atom_of}.get(form, text_of)(sight, between, everything)
    if output is not None:
        from pourparler.faces.export.files import write

        write(output, content)
        tell(f"Wrote {output}.")
    else:
        give(content)
    if not sight:
        tell(f"Nothing changed from {state_words(between.before, between)} to {state_words(between.after, between)}.")
    for note in notes(between):
        tell(note)


def text_of(sight: "Sight", between: "Between", everything: bool) -> bytes:
    """The changes as text, folded to the width of the terminal; nothing where nothing changed."""
    from pourparler.faces.changes.plain import as_text

    name = sight.after.record.name or "the record"
    head = f"Changes in {name} from {state_words(between.before, between)} to {state_words(between.after, between)}"
    return as_text(sight, head, text_width(), everything)


def text_width() -> int:
    """The width of text: the terminal's, within 60 and 110 characters."""
    return min(max(shutil.get_terminal_size((96, 24)).columns, 60), 110)


def json_of(sight: "Sight", between: "Between", _: bool) -> bytes:
    """The changes as JSON, with the states that were compared."""
    from pourparler.faces.changes.shape import changes_values
    from pourparler.faces.export.json import encode

    def state(one: "State") -> dict[str, object]:
        day = one.day.isoformat() if one.day else None
        return {"as_of": day, "edition": one.edition, "record_version": one.record.version}

    head = {
        "clock": "published" if between.by_day else "edition",
        "since": state(between.before),
        "until": state(between.after),
        "left_out_undated": list(between.undated),
    }
    return encode(head | changes_values(sight), indent=2)


def atom_of(sight: "Sight", _: "Between", __: bool) -> bytes:
    """The changes as an Atom feed."""
    from pourparler.faces.changes.feed import atom

    return atom(sight)


def state_words(state: "State", between: "Between") -> str:
    """One of the two states in words."""
    if between.by_day and state.day:
        return day_words(state.day)
    seen = f", as of {day_words(state.day)}" if state.day else ""
    return f"edition {state.edition} (v{state.record.version}{seen})"


def notes(between: "Between") -> list[str]:
    """What the comparison leaves out, and how to go on."""
    told: list[str] = []
    before, after, days = between.before, between.after, between.days
    if between.by_day and before.day and before.day < days[0]:
        told.append(f"No report had been published by {day_words(before.day)}; the first is of {day_words(days[0])}.")
    if between.by_day and after.day and after.day > days[-1]:
        told.append(f"The latest report is of {day_words(days[-1])}.")
    told += day_notes(between.reports, after.day)
    if between.by_day and between.judgements:
        told.append("What people decided counts on both sides; --since EDITION shows what it changed.")
    told.append(f"The record is at edition {after.edition}: ask --since {after.edition} the next time.")
    return told
