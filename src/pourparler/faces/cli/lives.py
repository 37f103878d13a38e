"""`pourparler lives`: instruments state by state, with what each state asks for and what is odd about it."""

from typing import Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler lives --record talks.db            every instrument",
    "pourparler lives i3f2a -r talks.db            one of them",
    "pourparler lives -r talks.db --odd --json     those with a warning, or by one side's word alone",
)


def lives(
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="One instrument, by its id (see `pourparler show instruments`)."),
    ] = None,
    record: RecordOption = None,
    odd: Annotated[
        bool, typer.Option("--odd", help="Only those with a warning, or that stand by one side's word alone.")
    ] = False,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show what each instrument went through by public statements: its states in their order, who gives each, whether
    that is the evidence it asks for, steps that were passed over, what one side alone says, and who has ratified.
    """
    from pourparler.core.entry import Instrument
    from pourparler.faces.system.lives import lives_answer

    asking = asking_of(record, as_of, edition)
    wanted = None
    if identifier is not None:
        thing = asking.lookup.find(identifier)
        if not isinstance(thing, Instrument):
            what = f"{identifier!r} is a {type(thing).__name__.lower()}, no instrument."
            raise InputError(what, "List: pourparler show instruments.")
        wanted = frozenset({thing.id})
    answer(asking.lookup, lives_answer(asking, wanted, odd), as_json, everything)
