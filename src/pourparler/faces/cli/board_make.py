"""`pourparler board-make`: a board out of open moves and moves of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk, say
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import RecordOption

if TYPE_CHECKING:
    from pourparler.case.options.model import Model
    from pourparler.case.options.supposed import Boards
    from pourparler.core.judgement import Judgement
    from pourparler.faces.cli.judging import Desk
    from pourparler.faces.judging.boards import Typed

EXAMPLES = (
    "pourparler board-make truce --option o3f2a --option o9c1d -r talks.db         open moves by id",
    'pourparler board-make pay --option "Union: strike" --option "Mill: grant a pay rise = raise pay" -r mill.db',
    'pourparler board-make pay --option o3f2a --option o9c1d --infeasible "strike and raise pay" -r mill.db',
    "pourparler board-make pay --import pay.gmcr -r mill.db",
)


def board_make(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The board's name; of one there is, a new version.")],
    options: Annotated[
        list[str] | None,
        typer.Option(
            "--option", "-o", metavar="MOVE", help="An open move's id, or PARTY: WHAT IT DOES; both [= NAME]."
        ),
    ] = None,
    parties: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="PARTY", help="A party that takes a stand and holds no option."),
    ] = None,
    infeasible: Annotated[
        list[str] | None, typer.Option("--infeasible", metavar="TERM", help="What cannot be, as: strike and raise pay.")
    ] = None,
    merged: Annotated[
        list[str] | None, typer.Option("--merged", metavar="TERM", help="Where it holds, all states are one state.")
    ] = None,
    kept: Annotated[
        list[str] | None, typer.Option("--irreversible", metavar="OPTION", help="Once taken it cannot be taken back.")
    ] = None,
    dropped: Annotated[
        list[str] | None, typer.Option("--drop-only", metavar="OPTION", help="Once dropped it cannot be taken again.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="The board of a .gmcr file, with its preferences.")
    ] = None,
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Make a board of options, of 2 to 6 parties and up to 12 options. `pourparler board` lists the open moves.

    Kept as a judgement: `pourparler undo` takes it back, and an earlier version of the board stands again.
    """
    from pourparler.case.options.model import Limits
    from pourparler.faces.judging.boards import Typed

    limits = Limits(tuple(infeasible or ()), tuple(merged or ()), tuple(kept or ()), tuple(dropped or ()))
    typed = Typed(name, tuple(options or ()), tuple(parties or ()), limits)
    if file is not None and (typed.options or typed.parties or limits != Limits()):
        raise InputError(
            "--import brings all of a board.", "Leave out --option, --party and what else says what it is."
        )
    with desk(record, by, because) as at:
        act, model, boards = _imported(at, name, file) if file is not None else _made(at, typed)
        if at.put(act, f"The board {model.name} is so already. Nothing added."):
            _tell(model, boards, frozenset(at.lookup.parties.values()))


def _made(at: "Desk", typed: "Typed") -> "tuple[tuple[Judgement, ...], Model, Boards]":
    """The act that keeps a board that was typed."""
    from pourparler.faces.judging.boards import board_act, board_typed
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.boards import boards_in, proposals_in

    asking = Asking(at.lookup)
    boards = boards_in(asking)
    model = board_typed(typed, proposals_in(asking), at.lookup.parties, boards)
    return board_act(model, at.signed()), model, boards


def _imported(at: "Desk", name: str, file: Path) -> "tuple[tuple[Judgement, ...], Model, Boards]":
    """The act that keeps a board of a file, its preferences as hypotheses that are assumed."""
    from pourparler.case.options.files import brought
    from pourparler.faces.judging.boards import file_act, name_there
    from pourparler.faces.system.asking import Asking
    from pourparler.faces.system.boards import boards_in

    boards = boards_in(Asking(at.lookup))
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{file} is no text: {error}.", "Name a .gmcr file that GMCR+ or this program saved."
        ) from None
    found = brought(name_there(name, boards), text)
    return file_act(found, file.name, at.signed()), found.model, boards


def _tell(model: "Model", boards: "Boards", known: frozenset[str]) -> None:
    """Say what the board is, which of its parties the record does not know, and what to do next."""
    from pourparler.case.options.terms import written

    for card in model.cards:
        say(f"  {card.party}: {card.name}")
    for party in model.parties:
        if party not in known:
            tell(f"No report tells of a party called {party!r}; it is kept as written.")
    if model.infeasible:
        say(f"  cannot be at once: {'; '.join(map(written, model.infeasible))}")
    before = [one for one in boards.kept if one.name == model.name]
    if before and before[0].supposed:
        tell(f"The hypotheses on it stay; those that do not fit any more are shown by: pourparler board {model.name!r}")
    tell(f'Next: pourparler suppose "{model.name}" NAME PARTY "STATEMENT" --because WHY')
