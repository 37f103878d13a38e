"""`pourparler same`: entries that are one."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    "pourparler same m3f2a m9c1d --record talks.db",
    'pourparler same p1a2b p3c4d p5e6f -r talks.db --because "one demand in three wordings"',
)


def same(
    identifiers: Annotated[list[str], typer.Argument(metavar="ID ID...", help="Two entries or more, of one kind.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Say that entries are one: their accounts are put together, now and whenever the record is computed again.

    All entries must be of one kind. `pourparler undo` takes it back. For actors: `pourparler merge`.
    """
    from pourparler.core.judgement import Verdict
    from pourparler.faces.judging.parts import sides_made_one
    from pourparler.record.judging import make_act

    with desk(record, by, because) as at:
        sides = sides_made_one(at.lookup, identifiers)
        name = at.lookup.short(at.entry(identifiers[0]).id)
        at.put(
            make_act(Verdict.SAME, sides, at.signed()), f"Judged already: they are one entry, {name}. Nothing added."
        )
