"""Prints an answer about the negotiation as a system, its words numbered beneath, or gives it as JSON."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.messages import give, give_json
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.wording.names import some

if TYPE_CHECKING:
    from collections.abc import Callable

    from pourparler.case.conditions.requirement import Goal
    from pourparler.faces.brief.paper import Footnote
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.faces.system.answer import Answer
    from pourparler.faces.system.asking import Asking

MOST_WORDS = 60
"""Quotations that are printed at most unless all are asked for; the rest is counted."""

FEW = 25
"""Characters; a quotation of fewer says too little by itself."""

GoalArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="GOAL",
        help="An issue in its words, a meeting's or an instrument's title, or an id. None: all that wait.",
    ),
]
MostOption = Annotated[
    int | None,
    typer.Option("--most", min=1, max=1_000_000, metavar="N", help="List the sets one by one, at most N of them."),
]
MadeOption = Annotated[
    list[str] | None,
    typer.Option("--made", metavar="MOVE", help="Suppose this move, by its id or its beginning, made; repeatable."),
]
AllOption = Annotated[bool, typer.Option("--all", help="Print every line and quotation, however many.")]


def asking_of(record: Path | None, as_of: date | None, edition: int | None = None) -> "Asking":
    """The record that a command was given, laid out for asking."""
    from pourparler.faces.system.asking import Asking

    with opened(record) as (store, path):
        return Asking(looked_up(store, as_of, edition, path))


def sets_of(
    asking: "Asking",
    ask: "Callable[[Asking, Goal, int | None, tuple[str, ...]], Answer]",
    goal: str | None,
    most: int | None,
    made: Sequence[str] | None,
) -> "Answer":
    """What `unblock` or `block` answers: the goals that wait, or the sets of moves of one, some supposed made."""
    from pourparler.faces.system.goals import goal_called
    from pourparler.faces.system.moves import moves_called
    from pourparler.faces.system.waiting import goals_waiting

    if goal is None:
        if made:
            raise typer.BadParameter("moves are made for a goal; name the goal first, as in `ceasefire --made MOVE`.")
        return goals_waiting(asking)
    found = goal_called(asking, goal)
    return ask(asking, found, most, moves_called(asking, found, made or ()))


def answer(lookup: "Lookup", found: "Answer", as_json: bool, everything: bool = False) -> None:
    """Give an answer: as JSON, or as lines with numbers that lead to the words beneath."""
    if as_json:
        from pourparler.faces.system.answer import answer_values

        give_json(answer_values(lookup, found))
        return
    width = min(max(shutil.get_terminal_size((96, 24)).columns, 60), 110)
    text = "\n".join(answer_lines(lookup, found, width, None if everything else MOST_WORDS))
    give((text + "\n").encode("utf-8", "backslashreplace"))


def answer_lines(lookup: "Lookup", found: "Answer", width: int, most: int | None) -> list[str]:
    """An answer as lines no wider than `width`; at most `most` quotations."""
    from pourparler.faces.brief.footnotes import Footnotes
    from pourparler.faces.cli.explain import wrapped

    notes = Footnotes(lookup)
    lines = [wrapped(found.title, width)]
    for line in found.lines:
        if line.level == 0:
            lines.append("")
        numbers = "".join(f"[{number}]" for number in notes.cite(line.places))
        more = f" See: {line.command}." if line.command else ""
        lines.append(wrapped("  " * line.level + line.text + more + (f" {numbers}" if numbers else ""), width))
    cited = notes.all()
    if cited:
        lines += ["", "The words this rests on"]
        for note in cited[:most]:
            words = quotation(lookup, note)
            lines.append(wrapped(f"  [{note.number}] {note.outlet}, {note.published}: {words}", width))
        if most is not None and len(cited) > most:
            lines.append(f"  … and {some(len(cited) - most, 'quotation')} more: --all prints them.")
    return [*lines, "", wrapped(found.closing, width)]


def quotation(lookup: "Lookup", note: "Footnote") -> str:
    """The words of a note; very few of them stand between «» with a little around them."""
    if note.end - note.start >= FEW:
        return note.words
    from pourparler.core.evidence import Evidence
    from pourparler.faces.rows.telling import in_context

    text = lookup.report(note.report).text
    before, words, after = in_context(text, Evidence(note.report, note.start, note.end, text[note.start : note.end]))
    return f"“{before}«{words}»{after}”"
