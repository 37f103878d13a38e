"""`pourparler name-issue`: the name under which an issue is shown."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler name-issue "security guarantees" "Guarantees" --record talks.db',
    'pourparler name-issue n3f2a "Pay of drivers" -r talks.db --because "as both sides call it"',
)


def name_issue(
    issue: Annotated[str, typer.Argument(metavar="ISSUE", help="An issue, in any of its words or by id.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Give an issue the name under which it is shown; its phrases stay, and so does its id.

    `pourparler issues ISSUE` shows the reports' words for it; `pourparler undo` takes the name back. For actors:
    `pourparler name`.
    """
    from pourparler.faces.judging.issues import naming
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.goals import issue_called

    with desk(record, by, because) as at:
        asking = Asking(at.lookup)
        found = issue_called(asking, issue)
        act = naming(asking.issues, found, name, at.signed())
        at.put(act, f"{found.name} is its name already. Nothing added.")
