"""`pourparler split-issue`: phrases that are not of their issue."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler split-issue "security guarantees" "guarantees for the port" --record talks.db',
    'pourparler split-issue n3f2a "night pay" "pay at night" -r talks.db      both are one other issue',
)


def split_issue(
    issue: Annotated[str, typer.Argument(metavar="ISSUE", help="An issue, in any of its words or by id.")],
    phrases: Annotated[list[str], typer.Argument(metavar="PHRASE...", help="Phrases of it that are another issue.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Take phrases out of an issue: together they are an issue of their own.

    `pourparler issues ISSUE` lists its phrases. For actors: `pourparler split`.
    """
    from pourparler.faces.judging.issues import parting
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.goals import issue_called

    with desk(record, by, because) as at:
        found = issue_called(Asking(at.lookup), issue)
        at.put(parting(found, phrases, at.signed()), "Judged already. Nothing added.")
