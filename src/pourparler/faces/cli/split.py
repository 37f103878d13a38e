"""`pourparler split`: names that are not those of their actor."""

from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

if TYPE_CHECKING:
    from pourparler.core.actor import Actor

EXAMPLES = (
    'pourparler split "Ann Lee" "Lee" --record talks.db                  "Lee" is somebody else',
    'pourparler split w3f2a "Harbour Union" "HU" -r talks.db             these two names are another body',
)


def split(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor, by any of its names or its id.")],
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names that are not its own.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Take names out of an actor: together they are an actor of their own.

    `pourparler explain ACTOR` lists the names that readings gave it; a wording that goes by one of them goes with it.
    """
    from pourparler.record.judging import names_of, part_actor

    with desk(record, by, because) as at:
        known = at.lookup.actor(actor)
        told = names_of(known)
        for name in names:
            others = [one.name for one in at.lookup.called.get(name.casefold(), ()) if one.id != known.id]
            if others and name not in told:
                raise InputError(
                    f"{name!r} is a name of {others[0]}, not of {known.name}.", "Nothing is to be taken out."
                )
        out = list(dict.fromkeys(own_name(known, told, name) for name in names))
        if len(out) == len(told):
            raise InputError(
                f"{known.name} would have no name left.",
                f"It goes by: {'; '.join(told)}." if len(told) > 1 else "It goes by one name only.",
            )
        at.put(part_actor(out, at.signed()), "Judged already. Nothing added.")


def own_name(actor: "Actor", told: tuple[str, ...], typed: str) -> str:
    """The name of an actor that was typed; raises InputError with those there are."""
    wanted = " ".join(typed.split()).casefold()
    for name in told:
        if name.casefold() == wanted:
            return name
    if wanted in (alias.casefold() for alias in actor.aliases):
        why = f"{typed!r} is another wording for one of its names in the same report, and no name by itself."
    else:
        why = f"{typed!r} is no name of {actor.name}."
    raise InputError(why, f"Names that can be taken out: {'; '.join(told)}.")
