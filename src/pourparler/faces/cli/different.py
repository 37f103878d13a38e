"""`pourparler different`: entries that are not one, and accounts that do not belong to their entry."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    "pourparler different m3f2a m9c1d --record talks.db                 never join these two",
    'pourparler different m3f2a a77b1c2d3e4f5 -r talks.db --because "another round"   take an account out',
)


def different(
    one: Annotated[str, typer.Argument(metavar="ID", help="An entry.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another entry of its kind, or an account of it.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Say that two entries are not one, or that an account does not belong to its entry.

    Two entries stay apart whatever reports come in. An account (`explain` shows its id) is taken out of its entry,
    together with what the same report tells of the same thing; it is an entry of its own then.
    """
    from pourparler.core.judgement import Verdict
    from pourparler.faces.judging.parts import sides_kept_apart
    from pourparler.record.judging import make_act

    with desk(record, by, because) as at:
        sides = sides_kept_apart(at.lookup, one, other)
        act = make_act(Verdict.DIFFERENT, sides, at.signed())
        at.put(act, f"Judged already: {one} and {other} are kept apart. Nothing added.")
