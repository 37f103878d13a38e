"""Rows as a table for a terminal or a pipe: words wrap within their columns, ids and counts stay whole."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TextIO

from pourparler.faces.rows.cells import Column

WIDTHS = (80, 120)
"""Least and most columns of a table; without a terminal it is PIPED wide."""

PIPED = 100


def table_width(columns: int | None) -> int:
    """How wide to make a table where the terminal has `columns` (None: no terminal)."""
    return PIPED if columns is None else min(max(columns, WIDTHS[0]), WIDTHS[1])


def print_table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], out: TextIO, width: int, colours: bool, title: str = ""
) -> None:
    """Write one table to `out`; with `colours` off no escape code is written."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, width=width, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        if column.share:
            table.add_column(column.heading, ratio=column.share, overflow="fold", min_width=6)
        else:
            table.add_column(
                column.heading,
                overflow="fold",
                no_wrap=column.heading == "id",
                style="cyan" if column.heading == "id" else "",
            )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    drawn = StringIO()  # Rich itself would end the whole program where `out` is closed early
    console = Console(
        file=drawn, width=width, no_color=not colours, force_terminal=colours, highlight=False, legacy_windows=False
    )
    if title:
        console.print(Text(title, style="bold"))
    console.print(table)
    out.write(drawn.getvalue())
