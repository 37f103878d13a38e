"""`pourparler why`: the tree of what a goal waits for."""

from pourparler.faces.cli.answering import AllOption, GoalArgument, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler why --record talks.db                         every goal that waits for something",
    "pourparler why ceasefire -r talks.db --as-of 2025-02-28  what it waited for on that day",
    "pourparler why m3f2a -r talks.db --json                  a meeting or an instrument by its id",
)


def why(
    goal: GoalArgument = None,
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show what an issue, a meeting or an instrument waits for: each condition with its holder, what the reports tell
    of it (met, not met, or not told), and the ways out, its holder's waiver among them.

    What a condition requires may itself wait for something; it stands below it. By public statements.
    """
    from pourparler.faces.system.goals import goal_called
    from pourparler.faces.system.waiting import goals_waiting, tree

    asking = asking_of(record, as_of, edition)
    found = goals_waiting(asking) if goal is None else tree(asking, goal_called(asking, goal))
    answer(asking.lookup, found, as_json, everything)
