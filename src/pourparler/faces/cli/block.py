"""`pourparler block`: all minimal sets of moves that keep a goal waiting while none of them is made."""

from typing import Annotated

import typer

from pourparler.faces.cli.answering import AllOption, GoalArgument, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler block ceasefire --record talks.db",
    'pourparler block "the truce" -r talks.db --as-of 2025-02-28',
    "pourparler block ceasefire -r talks.db --most 200 --json",
)


def block(
    goal: GoalArgument = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    most: Annotated[
        int | None, typer.Option("--most", min=1, metavar="N", help="List the sets one by one, at most N of them.")
    ] = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """List all minimal sets of moves that keep a goal waiting as long as none of a set is made, with who holds each.

    It tells where a goal is held up by public statements; not what anybody will do.
    """
    from pourparler.faces.system.clearing import stopping
    from pourparler.faces.system.goals import goal_called
    from pourparler.faces.system.waiting import goals_waiting

    asking = asking_of(record, as_of, edition)
    found = goals_waiting(asking) if goal is None else stopping(asking, goal_called(asking, goal), most)
    answer(asking.lookup, found, as_json, everything)
