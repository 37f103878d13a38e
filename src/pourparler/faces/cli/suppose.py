"""`pourparler suppose`: a hypothesis on what a party prefers, named, with a reason, tied to entries or assumed."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    'pourparler suppose pay "pay first" Union "raise pay > not strike" --because "its demand" --rests-on p3f2a',
    'pourparler suppose pay costs Mill "prefer: not raise pay; not strike" --because "it said so" -r mill.db',
    'pourparler suppose pay rivals Mill "raise pay" --variant "a new owner" --because "a guess" -r mill.db',
    'pourparler suppose pay order Union "order: 3 > 1 = 2" --because "states by number" -r mill.db',
)


def suppose(
    board: Annotated[str, typer.Argument(metavar="BOARD", help="A board by its name.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The hypothesis's name; of one there is, a new version.")],
    party: Annotated[str, typer.Argument(metavar="PARTY", help="Whose preference: a party of the board.")],
    statements: Annotated[
        list[str],
        typer.Argument(
            metavar="STATEMENT...", help="A > B · prefer: A; not B · if A then B · equal: A · order: 3 > 1 = 2"
        ),
    ],
    rests_on: Annotated[
        list[str] | None, typer.Option("--rests-on", metavar="ID", help="An entry it rests on; none: it is assumed.")
    ] = None,
    variant: Annotated[
        str, typer.Option("--variant", metavar="NAME", help="Hypotheses of another variant on the party are rivals.")
    ] = "",
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Suppose what a party of a board prefers. Each statement says something of its order of the states, in options
    joined by and, or, not, if … then:

    A > B, states with A alone are above states with B alone. prefer: A; not B, the first on which two states differ
    decides; `; rest equal` says that nothing else counts. A by itself, all else equal it would rather have A. equal: A,
    all states with A are equal. order: 3 > 1 = 2, states by number.

    What nobody supposes is unknown. `pourparler undo` takes it back.
    """
    from pourparler.faces.judging.boards import Guess, guess_act, guess_read
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.boards import boards_in

    with desk(record, by, because) as at:
        kept = boards_in(Asking(at.lookup)).called(board)
        guess = guess_read(kept, Guess(name, party, "\n".join(statements), at.because, variant))
        accounts = [account for typed in rests_on or () for account in at.entry(typed).accounts]
        at.put(guess_act(kept, guess, accounts, at.signed()), f"{guess.name} is supposed so already. Nothing added.")
