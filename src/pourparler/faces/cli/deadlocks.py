"""`pourparler deadlocks`: conditions that wait for each other, with the exits that such circles have."""

from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler deadlocks --record talks.db",
    "pourparler deadlocks -r talks.db --as-of 2025-05-31 --json",
)


def deadlocks(
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show every circle of conditions by public statements, and the ways out that its structure has: a waiver, doing
    both at one time, cutting a goal in parts, a third party's guarantee, each with who holds it.
    """
    from pourparler.faces.system.circles import standstills

    asking = asking_of(record, as_of, edition)
    answer(asking.lookup, standstills(asking), as_json, everything)
