"""`pourparler merge-issues`: issues that are one."""

from typing import Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler merge-issues "pay" "wages" --record talks.db',
    'pourparler merge-issues n3f2a n9c1d "basic salary" -r talks.db --because "three words for it"',
)


def merge_issues(
    issues: Annotated[list[str], typer.Argument(metavar="ISSUE ISSUE...", help="Issues, in their words or by id.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Say that issues are one, under id and name of the first. What is gathered with any of them later goes with it.

    `pourparler split-issue` takes phrases out again, `pourparler undo` takes the act back. For actors: `pourparler
    merge`; for entries: `pourparler same`.
    """
    from pourparler.faces.judging.issues import joining
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.goals import issue_called

    with desk(record, by, because) as at:
        if len(issues) < 2:
            raise InputError("It takes two to be one.", f'Name another: pourparler merge-issues "{issues[0]}" ISSUE')
        asking = Asking(at.lookup)
        found = [issue_called(asking, typed) for typed in issues]
        at.put(
            joining(asking.issues, found, at.signed()), f"They are one issue already: {found[0].name}. Nothing added."
        )
