"""`pourparler merge`: actors that are one."""

from typing import Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.core.vocabulary import ActorKind
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler merge "Ann Lee" "A. M. Lee" --record talks.db',
    'pourparler merge w3f2a w9c1d w5e6f -r talks.db --because "three spellings"',
)


def merge(
    actors: Annotated[list[str], typer.Argument(metavar="ACTOR ACTOR...", help="Actors, by any name or id.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Say that actors are one, under the name of the first. All their wordings stay; each of their ids finds it.

    `pourparler split` takes names out again, `pourparler undo` takes the act back. For entries: `pourparler same`.
    """
    from pourparler.record.judging import join_actors

    with desk(record, by, because) as at:
        if len(actors) < 2:
            raise InputError("It takes two to be one.", f'Name another: pourparler merge "{actors[0]}" ACTOR')
        found = list({actor.id: actor for actor in map(at.lookup.actor, actors)}.values())
        persons = [actor for actor in found if actor.kind is ActorKind.PERSON]
        if persons and len(persons) < len(found):
            body = next(actor for actor in found if actor not in persons)
            raise InputError(
                f"{persons[0].name} is a person and {body.name} is none: they are never one actor.",
                "Name actors of one sort: pourparler show actors.",
            )
        act = join_actors(found, at.signed()) if len(found) > 1 else ()
        at.put(act, f"They are one actor already: {found[0].name}. Nothing added.")
