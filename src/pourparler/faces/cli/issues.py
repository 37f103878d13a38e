"""`pourparler issues`: the matrix of issues and parties, each issue with its computed state and why."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.case.issues.states import Standing
    from pourparler.faces.system.asking import Asking

EXAMPLES = (
    "pourparler issues --record talks.db",
    "pourparler issues ceasefire -r talks.db                 one issue, with every earlier stance",
    "pourparler issues -r talks.db --state blocked --as-of 2025-02-28",
    "pourparler issues -r talks.db --csv > matrix.csv        a row an issue, a column a party",
)

MOST = 15
"""Topics printed unless all, one or a choice of them is asked for."""


def issues(
    issue: Annotated[
        str | None, typer.Argument(metavar="ISSUE", help="One issue, in any of its words or by id.")
    ] = None,
    record: RecordOption = None,
    state: Annotated[str | None, typer.Option("--state", metavar="STATE", help="Only issues in this state.")] = None,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what concerns this party.")] = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="The matrix as CSV on stdout.")] = False,
    everything: AllOption = False,
) -> None:
    """Show how each issue stands (agreed, claimed by one side, dormant, blocked, contested, converging, unknown) and
    why, and what each party holds on it: in its own voice, its spokesperson's, an unnamed official's, or by another's
    account.

    By public statements, topic by topic: issues about one thing stand together, the topics of most parties first.
    Silence is unknown.
    """
    if as_json and as_csv:
        tell("Error: --json and --csv exclude each other.\n  → Leave one of them away.")
        raise typer.Exit(USAGE)
    asked = state_called(state) if state else None
    from pourparler.faces.system.topics import matrix_answer

    asking = asking_of(record, as_of, edition)
    wanted = chosen(asking, issue, asked, asking.lookup.party(party) if party else None)
    if as_csv:
        from pourparler.faces.export.tables import csv_text, encoded
        from pourparler.faces.system.matrix import COLUMNS, matrix_rows

        give(encoded(csv_text((*COLUMNS, *asking.matrix.parties), matrix_rows(asking, wanted))))
        return
    narrowed = everything or as_json or issue or state or party
    answer(
        asking.lookup, matrix_answer(asking, wanted, issue is not None, None if narrowed else MOST), as_json, everything
    )


def state_called(typed: str) -> str:
    """The state that was typed, by its first word too; ends with a usage error for any other word."""
    from pourparler.case.issues.states import State

    names = [one.value for one in State]
    word = typed.strip().lower()
    for name in names:
        if word and (word == name or word == name.split()[0]):
            return name
    near = get_close_matches(word, names, n=1, cutoff=0.5)
    tell(f"Error: there is no state {typed!r}.\n  → "
         + (f"Did you mean {near[0]!r}?" if near else f"States are: {', '.join(names)}."))  # fmt: skip
    raise typer.Exit(USAGE)


def chosen(asking: "Asking", issue: str | None, state: str | None, party: str | None) -> "tuple[Standing, ...]":
    """The issues asked for; raises InputError where an issue is named that there is not."""
    wanted = asking.standings
    if issue is not None:
        from pourparler.faces.system.goals import issue_called

        one = issue_called(asking, issue)
        wanted = tuple(each for each in wanted if each.issue.id == one.id)
    if state is not None:
        wanted = tuple(each for each in wanted if each.state.value == state)
    if party is not None:
        said = {cell.issue for cell in asking.matrix.cells if cell.party == party}
        wanted = tuple(each for each in wanted if party in each.concerned or each.issue.id in said)
    return wanted
