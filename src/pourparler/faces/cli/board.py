"""`pourparler board`: the boards there are and the moves that are open; one board with what is told of each option."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.case.options.supposed import Kept

EXAMPLES = (
    "pourparler board --record talks.db                      boards there are, and the open moves",
    "pourparler board truce -r talks.db --as-of 2025-02-28   one board, option by option",
    "pourparler board truce -r talks.db --export truce.gmcr  for the tools of the field",
)


def board(
    name: Annotated[str | None, typer.Argument(metavar="BOARD", help="A board by its name. None: all of them.")] = None,
    record: RecordOption = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write the board as a .gmcr file; - for stdout.")
    ] = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show the boards that people made and the moves that are open by the record: grant, waive, refuse, walk out. Of
    one board, option by option: who asks for it, what its holder says it will do, who says they doubt that; what is not
    there is unknown.

    `board-make` makes a board, `suppose` adds a hypothesis, `stability` tells what follows.
    """
    from pourparler.faces.system.boards import board_answer, boards_answer, boards_in, proposals_in

    asking = asking_of(record, as_of, edition)
    boards = boards_in(asking)
    if name is None:
        if export is not None:
            raise InputError("No board is named that could be written.", "Name it: pourparler board NAME --export FILE")
        answer(asking.lookup, boards_answer(asking, boards, proposals_in(asking)), as_json, everything)
        return
    kept = boards.called(name)
    if export is not None:
        write(kept, export)
        return
    answer(asking.lookup, board_answer(asking, kept), as_json, everything)


def write(kept: "Kept", to: Path) -> None:
    """Write a board as a .gmcr file, saying what the format leaves out."""
    from pourparler.case.options.files import file_of
    from pourparler.faces.cli.messages import give

    made = file_of(kept)
    for words in made.left_out:
        tell(words)
    if str(to) == "-":
        give(made.text.encode())
        return
    to.write_text(made.text, encoding="utf-8")
    tell(f"Written: {to}")
