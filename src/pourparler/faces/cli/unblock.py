"""`pourparler unblock`: all minimal sets of moves that would clear a goal."""

from pourparler.faces.cli.answering import (
    AllOption,
    GoalArgument,
    MadeOption,
    MostOption,
    answer,
    asking_of,
    sets_of,
)
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler unblock ceasefire --record talks.db",
    'pourparler unblock "the truce" -r talks.db --as-of 2025-02-28',
    "pourparler unblock ceasefire -r talks.db --made waive:c3f2a --made grant:n90ab",
    "pourparler unblock ceasefire -r talks.db --most 200 --json",
)


def unblock(
    goal: GoalArgument = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    made: MadeOption = None,
    most: MostOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """List all minimal sets of moves after which no condition that the reports tell of stands before a goal, with who
    holds each move. A waiver is a move of the holder of a condition.

    It tells what would clear the way by public statements; not that anybody will make the moves, nor what comes of it.
    """
    from pourparler.faces.system.clearing import clearing

    asking = asking_of(record, as_of, edition)
    answer(asking.lookup, sets_of(asking, clearing, goal, most, made), as_json, everything)
