"""`pourparler unblock`: all minimal sets of moves that would clear a goal."""

from typing import Annotated

import typer

from pourparler.faces.cli.answering import AllOption, GoalArgument, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler unblock ceasefire --record talks.db",
    'pourparler unblock "the truce" -r talks.db --as-of 2025-02-28',
    "pourparler unblock ceasefire -r talks.db --most 200 --json",
)


def unblock(
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
    """List all minimal sets of moves after which no condition that the reports tell of stands before a goal, with who
    holds each move. A waiver is a move of the holder of a condition.

    It tells what would clear the way by public statements; not that anybody will make the moves, nor what comes of it.
    """
    from pourparler.faces.system.clearing import clearing
    from pourparler.faces.system.goals import goal_called
    from pourparler.faces.system.waiting import goals_waiting

    asking = asking_of(record, as_of, edition)
    found = goals_waiting(asking) if goal is None else clearing(asking, goal_called(asking, goal), most)
    answer(asking.lookup, found, as_json, everything)
