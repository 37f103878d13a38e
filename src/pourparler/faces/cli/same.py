"""`pourparler same`: entries that are one."""

from typing import Annotated

import typer

from pourparler.core.errors import InputError
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
    from pourparler.record.judging import make_act

    with desk(record, by, because) as at:
        entries = [at.entry(typed) for typed in identifiers]
        if len(identifiers) < 2:
            raise InputError("It takes two to be the same.", f"Name another: pourparler same {identifiers[0]} ID")
        kinds = list(dict.fromkeys(type(entry).__name__.lower() for entry in entries))
        if len(kinds) > 1:
            raise InputError(
                f"No entry is both {kinds[0]} and {kinds[1]}.",
                "Name entries of one kind; their ids begin alike.",
            )
        different = list({entry.id: entry for entry in entries}.values())
        name = at.lookup.short(different[0].id)
        sides = [entry.accounts for entry in different]
        if len(different) == 1:  # they are one already: said again, so that nothing parts them
            named = [at.lookup.account(typed) or entries[0].accounts[0] for typed in identifiers]
            sides = [(account,) for account in dict.fromkeys(named)]
            if len(sides) == 1:
                raise InputError(f"{' and '.join(identifiers)} are one entry: {name}.", "Name two entries.")
        at.put(
            make_act(Verdict.SAME, sides, at.signed()), f"Judged already: they are one entry, {name}. Nothing added."
        )
