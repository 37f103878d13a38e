"""`pourparler name`: the name under which the record shows an actor."""

from typing import Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler name "A. Lee" "Ann Lee" --record talks.db',
    'pourparler name w3f2a "Ministry of Labour" -r talks.db --because "its name since May"',
)


def name(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor, by any of its names or its id.")],
    new: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Give an actor the name under which the record shows it; its wordings in the reports stay, and so does its id."""
    from pourparler.record.judging import name_actor

    shown = " ".join(new.split())
    if not shown:
        raise InputError("A name needs letters.", "Give the name to show.")
    with desk(record, by, because) as at:
        known = at.lookup.actor(actor)
        others = [one for one in at.lookup.called.get(shown.casefold(), ()) if one.id != known.id]
        if others:
            raise InputError(
                f"Another actor is called {shown!r}: {others[0].name}.",
                f'If the two are one: pourparler merge "{known.name}" "{others[0].name}"',
            )
        act = name_actor(known, shown, at.signed())
        if known.name == shown:
            act = ()
        at.put(act, f"{shown} is its name already. Nothing added.")
