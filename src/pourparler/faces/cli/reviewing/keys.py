"""Single key presses: from a POSIX terminal, from a Windows console, or fed by a test."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

ENTER, BACKSPACE, ESCAPE, UP, DOWN, PAGE_UP, PAGE_DOWN = "enter", "backspace", "escape", "up", "down", "pgup", "pgdn"
"""Keys that are no characters, by name; every other key is the character it types."""

REPAINT = "repaint"
"""Ctrl-L, or the program was stopped (Ctrl-Z) and goes on: the page must be painted again."""

OTHER = "other"
"""A key that means nothing here."""

_SINGLE = {"\r": ENTER, "\n": ENTER, "\x7f": BACKSPACE, "\b": BACKSPACE, "\x1b": ESCAPE, "\x0c": REPAINT}
_SEQUENCES = {"[A": UP, "[B": DOWN, "OA": UP, "OB": DOWN, "[5~": PAGE_UP, "[6~": PAGE_DOWN}
_CONSOLE = {"H": UP, "P": DOWN, "I": PAGE_UP, "Q": PAGE_DOWN}
_REST_WAIT = 0.05
"""Seconds in which the rest of a key's bytes must follow: else it was the Escape key alone, or no character."""


class Keys(Protocol):
    """Where keys come from."""

    def read(self, wait: float) -> str | None:
        """The next key, by name or as its character; None when none came within `wait` seconds.

        Raises EOFError when no more can come, KeyboardInterrupt for Ctrl-C.
        """
        ...


@contextmanager
def terminal_keys() -> Iterator[Keys]:
    """Keys of the terminal on stdin, which gives them one by one and unseen until the block ends."""
    if sys.platform == "win32":
        yield ConsoleKeys()
        return
    import termios
    import tty

    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    keys = PosixKeys(file)

    def go_on(*_: object) -> None:
        tty.setcbreak(file, termios.TCSADRAIN)  # the shell had the terminal meanwhile
        keys.is_back = True

    goes_on = signal.signal(signal.SIGCONT, go_on)
    try:
        tty.setcbreak(file)  # Ctrl-C stays an interruption
        yield keys
    finally:
        signal.signal(signal.SIGCONT, goes_on)
        termios.tcsetattr(file, termios.TCSADRAIN, before)


class PosixKeys:
    """Keys of a terminal in cbreak mode; `is_back` is set when the program goes on after it was stopped."""

    def __init__(self, file: int) -> None:
        """Keys from the open file descriptor of a terminal."""
        self._file, self.is_back = file, False

    def read(self, wait: float) -> str | None:
        """See Keys."""
        first = self._character(wait)
        if first is None and self.is_back:
            self.is_back = False
            return REPAINT
        if first is None or first != "\x1b":
            return _named(first)
        sequence = ""
        while (following := self._character(_REST_WAIT)) is not None:
            sequence += following
            if len(sequence) > 1 and (following.isalpha() or following == "~"):
                break
            if len(sequence) == 1 and following not in "[O":
                break
        return _SEQUENCES.get(sequence, OTHER) if sequence else ESCAPE

    def _character(self, wait: float) -> str | None:
        """The next character, put together from its UTF-8 bytes; None when none comes in time."""
        found = self._byte(wait)
        if found is None:
            return None
        if found in (b"", b"\x04"):
            raise EOFError
        for _ in range(_following(found[0])):
            found += self._byte(_REST_WAIT) or b""
        return found.decode("utf-8", "replace")[0]

    def _byte(self, wait: float) -> bytes | None:
        """The next byte, empty at the end of input; None when none comes in time."""
        from select import select

        return os.read(self._file, 1) if select([self._file], [], [], wait)[0] else None


class ConsoleKeys:
    """Keys of a Windows console."""

    def read(self, wait: float) -> str | None:
        """See Keys."""
        if sys.platform != "win32":
            raise EOFError
        import msvcrt
        import time

        until = time.monotonic() + wait
        while not msvcrt.kbhit():
            if time.monotonic() >= until:
                return None
            time.sleep(0.01)
        key = msvcrt.getwch()
        if key == "\x03":
            raise KeyboardInterrupt
        if key in "\x04\x1a":
            raise EOFError
        if key in "\x00\xe0":
            return _CONSOLE.get(msvcrt.getwch(), OTHER)
        return _named(key)


def _named(key: str | None) -> str | None:
    if key is None:
        return None
    return _SINGLE.get(key) or (key if key.isprintable() else OTHER)


def _following(byte: int) -> int:
    """How many bytes of a character follow its first byte in UTF-8."""
    return 0 if byte < 0xC0 else 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3 if byte < 0xF8 else 0
