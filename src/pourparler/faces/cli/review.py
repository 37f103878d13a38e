"""`pourparler review`: the questions for a person to answer about a record, one at a time, hardest first."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.judging import name_of_judge
from pourparler.faces.cli.messages import decorated, give_json, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, JsonOption, RecordOption
from pourparler.faces.wording.names import some
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.core.vocabulary import EntryKind
    from pourparler.faces.cli.reviewing.session import Session
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.reviewing.question import Question

EXAMPLES = (
    "pourparler review --record talks.db                  answer with a, x, space; ? shows the keys",
    "pourparler review -r talks.db --kind meetings --limit 20",
    "pourparler review -r talks.db --list                 only print what would be asked",
    "pourparler review -r talks.db --json > queue.json",
)

KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only meetings, statements, positions, conditions or instruments."),
]
PartyOption = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Only what touches this party, by any of its names.")
]
LimitOption = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Only the N hardest.")]
ByOption = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.")]
BecauseOption = Annotated[
    str, typer.Option("--because", metavar="TEXT", help="Why; kept with every answer that has no note of its own.")
]
ListOption = Annotated[bool, typer.Option("--list", help="Print the questions as a table and ask nothing.")]


def review(
    record: RecordOption = None,
    kind: KindOption = None,
    party: PartyOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
    as_list: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Answer what the record is unsure of: are these two one, is this a contradiction, is this entry right?

    Keys: a accept, x reject, space skip, backspace back, u undo, o open the words, n note, ? help, q quit; s and d for
    same and different where two are compared. Every answer is kept at once as one act: `pourparler log` shows it,
    `pourparler undo` takes it back. What is decided already is not asked again.
    """
    only = kind_called(kind) if kind else None
    if not (as_list or as_json):
        need_terminal()
    with opened(record) as (store, path):  # let go at once: a review may last
        lookup = looked_up(store, as_of)
    questions = chosen(lookup, only, lookup.party(party) if party else None)
    if as_json:
        from pourparler.faces.judging.questions import queue_values

        give_json(queue_values(lookup, questions[:limit]))
    elif not questions:
        tell(f"Nothing in {path} is left to ask{' of that sort' if only or party else ''}.")
    elif as_list:
        print_queue(lookup, questions[:limit], path)
    else:
        ask(
            lookup,
            questions[:limit],
            Sitting(path, name_of_judge(load_settings({"record": path, "by": by}).by), because),
        )
    if limit and limit < len(questions):
        tell(f"{some(len(questions) - limit, 'question')} more without --limit {limit}.")


@dataclass(frozen=True, slots=True)
class Sitting:
    """The record that answers go to, who gives them, and why where no note says so."""

    path: Path
    by: str
    because: str


def kind_called(typed: str) -> "EntryKind":
    """The kind of entry typed, singular or plural; ends with a usage error and a suggestion for any other word."""
    from pourparler.core.vocabulary import EntryKind

    word = typed.strip().lower().removesuffix("s")
    if word in set(EntryKind):
        return EntryKind(word)
    near = get_close_matches(word, list(EntryKind), n=1, cutoff=0.5)
    hint = f"Did you mean --kind {near[0]}s?" if near else f"Kinds are: {', '.join(f'{kind}s' for kind in EntryKind)}."
    tell(f"Error: there is no kind of entry {typed!r}.\n  → {hint}")
    raise typer.Exit(USAGE)


def need_terminal() -> None:
    """End with a usage error where nobody can be asked."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return
    tell("Error: the review asks at a terminal, and there is none here.\n"
         "  → Print the questions with `pourparler review --list` or `--json`; answer them one by one with "
         "`pourparler confirm`, `reject`, `same` and `different`.")  # fmt: skip
    raise typer.Exit(USAGE)


def chosen(lookup: "Lookup", kind: "EntryKind | None", party: str | None) -> "tuple[Question, ...]":
    """The questions of a kind and of a party, where asked for."""
    from pourparler.faces.rows.filters import parties_of
    from pourparler.record.reviewing.queue import queue

    return tuple(
        question
        for question in queue(lookup.record)
        if (kind is None or question.kind is kind)
        and (party is None or any(party in parties_of(lookup, lookup.things[entry]) for entry in question.entries))
    )


def print_queue(lookup: "Lookup", questions: "Sequence[Question]", path: Path) -> None:
    """Print the questions as a table, and say on stderr what they are for."""
    from pourparler.faces.judging.questions import COLUMNS, question_row
    from pourparler.faces.rows.grid import print_table, table_width

    terminal = sys.stdout.isatty()
    width = table_width(shutil.get_terminal_size().columns if terminal else None)
    rows = [question_row(lookup, question, number) for number, question in enumerate(questions, 1)]
    print_table(COLUMNS, rows, sys.stdout, width, decorated(terminal))
    tell(f"{some(len(rows), 'question')}, hardest first. Answer them: pourparler review --record {path}")


def ask(lookup: "Lookup", questions: "Sequence[Question]", sitting: Sitting) -> None:
    """Ask the questions at the terminal, and say at the end what was decided."""
    from pourparler.faces.cli.reviewing.conversation import Conversation
    from pourparler.faces.cli.reviewing.keys import terminal_keys
    from pourparler.faces.cli.reviewing.screen import terminal_screen
    from pourparler.faces.cli.reviewing.session import Session
    from pourparler.faces.judging.desk import RecordDesk

    session = Session(questions, lookup.record.judgements, RecordDesk(sitting.path, lookup.accounts, sitting.by))
    try:
        with terminal_keys() as keys, terminal_screen() as screen:
            Conversation(lookup, session, screen, sitting.because).hold(keys)
    finally:
        tell_end(session, sitting.path)


def tell_end(session: "Session", path: Path) -> None:
    """What was decided in a session, and what to type next."""
    left = len(session.questions) - session.decided
    tell(f"{some(session.decided, 'question')} decided, {left} left. Every answer is kept.")
    if session.decided:
        tell(f"What you decided: pourparler log --record {path} · take it back: pourparler undo --record {path}")
