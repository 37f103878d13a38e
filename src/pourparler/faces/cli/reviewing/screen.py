"""The screen of a terminal: pages of lines painted in place, without escape codes where a terminal has none."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Protocol

from pourparler.faces.cli.messages import decorated

if TYPE_CHECKING:
    from rich.text import Text

ENTERED, LEFT = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
"""To a screen of its own without a cursor, and back to what stood there before."""

NARROWEST, LOWEST = 20, 6
"""Columns and rows that a page is laid out for even where the terminal says it has fewer."""


class Screen(Protocol):
    """Where pages are shown."""

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        ...

    def paint(self, lines: "Sequence[Text]") -> None:
        """Show these lines in place of what stood there; each fits the width."""
        ...


@contextmanager
def terminal_screen() -> Iterator[Screen]:
    """The terminal on stdout, given back as it was found when the block ends."""
    if os.environ.get("TERM") == "dumb":
        yield PlainScreen()
        return
    _allow_codes()
    sys.stdout.write(ENTERED)
    sys.stdout.flush()
    try:
        yield TerminalScreen()
    finally:
        sys.stdout.write(LEFT)
        sys.stdout.flush()


class PlainScreen:
    """A terminal that only goes on to the next line."""

    def size(self) -> tuple[int, int]:
        """See Screen."""
        columns, rows = shutil.get_terminal_size((80, 24))
        return max(columns, NARROWEST), max(rows, LOWEST)

    def paint(self, lines: "Sequence[Text]") -> None:
        """See Screen."""
        sys.stdout.write("\n" + "\n".join(line.plain for line in lines) + "\n")
        sys.stdout.flush()


class TerminalScreen(PlainScreen):
    """A terminal that can be written anywhere; every line is overwritten in place, so that nothing flickers."""

    def paint(self, lines: "Sequence[Text]") -> None:
        """See Screen."""
        width = self.size()[0]
        rest = ("\x1b[K" if line.cell_len < width else "" for line in lines)  # else it erases a letter
        shown = map("".join, zip(styled(lines, width, decorated(True)), rest, strict=True))
        sys.stdout.write("\x1b[H" + "\r\n".join(shown) + "\x1b[J")
        sys.stdout.flush()


def styled(lines: "Sequence[Text]", width: int, with_style: bool) -> list[str]:
    """Lines with the codes of their styles, or without."""
    if not with_style:
        return [line.plain for line in lines]
    from rich.console import Console

    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=width, legacy_windows=False)
    found = []
    for line in lines:
        with console.capture() as capture:
            console.print(line, end="", no_wrap=True, overflow="crop", highlight=False, soft_wrap=False)
        found.append(capture.get())
    return found


def _allow_codes() -> None:
    """Let a Windows console understand escape codes; elsewhere nothing is to be done."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetConsoleMode(kernel.GetStdHandle(-11), 7)
