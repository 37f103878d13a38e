"""`pourparler correct`: a field of an entry that a person sets right."""

from typing import Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.judging import ByOption, desk
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler correct m3f2a status held --record talks.db --because "both delegations said so"',
    'pourparler correct m3f2a when 2025-03-04/2025-03-06 -r talks.db --because "printed agenda"',
    'pourparler correct i9c1d status "drafted; signed 2025-04-30" -r talks.db --because "the text itself"',
)


def correct(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Its field; a wrong one lists those there are.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='What is right; "" for unknown.')],
    record: RecordOption = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in your words: needed.")] = "",
    by: ByOption = None,
) -> None:
    """Set a field of an entry right. The evidence stays; `explain` shows who set it right, why, and what the reports
    gave.

    Days are written as 2025-03-04 or 2025-03-04/2025-03-06, lists with semicolons between ("Norland; Sudland"), who
    led as "Norland: Ann Lee", states of an instrument first to last, each with its day where known.
    """
    from pourparler.faces.judging.correcting import correction

    if not because.strip():
        tell('Error: a correction needs a reason.\n  → Add --because "…": whoever reads the record will ask.')
        raise typer.Exit(USAGE)
    with desk(record, by, because) as at:
        made = correction(at.lookup, at.entry(identifier), field, value)
        for note in made.notes:
            tell(f"Note: {note}")
        said = made.value or "unknown"
        if made.is_given_already:
            tell(f"The reports give {said} already: nothing to correct. To say it is right: pourparler confirm.")
            return
        at.put(made.act(at.signed()), f"Judged already: {made.field} is {said}. Nothing added.")
