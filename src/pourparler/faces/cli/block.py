"""`pourparler block`: all minimal sets of moves that keep a goal waiting while none of them is made."""

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
    "pourparler block ceasefire --record talks.db",
    'pourparler block "the truce" -r talks.db --as-of 2025-02-28',
    "pourparler block ceasefire -r talks.db --made waive:c3f2a --made grant:n90ab",
    "pourparler block ceasefire -r talks.db --most 200 --json",
)


def block(
    goal: GoalArgument = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    made: MadeOption = None,
    most: MostOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """List all minimal sets of moves that keep a goal waiting as long as none of a set is made, with who holds each.

    It tells where a goal is held up by public statements; not what anybody will do.
    """
    from pourparler.faces.system.clearing import stopping

    asking = asking_of(record, as_of, edition)
    answer(asking.lookup, sets_of(asking, stopping, goal, most, made), as_json, everything)
