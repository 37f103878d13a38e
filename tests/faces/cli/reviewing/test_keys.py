"""Keys of a terminal: characters, names, and what an escape code says."""

import os
import sys
from collections.abc import Iterator

import pytest

from pourparler.faces.cli.reviewing import keys as key
from pourparler.faces.cli.reviewing.keys import ConsoleKeys, PosixKeys

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)


@pytest.fixture
def terminal() -> Iterator[tuple[int, PosixKeys]]:
    """The typing end of a terminal that gives keys one by one, and the keys at its other end."""
    import tty

    typing, reading = os.openpty()
    tty.setcbreak(reading)
    yield typing, PosixKeys(reading)
    os.close(typing)
    os.close(reading)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (b"a", ["a"]),
        (b" ?", [" ", "?"]),
        ("é漢🙂".encode(), ["é", "漢", "🙂"]),
        (b"\r\n", [key.ENTER, key.ENTER]),
        (b"\x7f\x08", [key.BACKSPACE, key.BACKSPACE]),
        (b"\x1b[A\x1bOB\x1b[5~\x1b[6~", [key.UP, key.DOWN, key.PAGE_UP, key.PAGE_DOWN]),
        (b"\x1b[1;5C", [key.OTHER]),
        (b"\x1b", [key.ESCAPE]),
        (b"\x0c", [key.REPAINT]),
        (b"\x01\xff", [key.OTHER, "�"]),
    ],
)
def test_every_key_has_a_name(terminal: tuple[int, PosixKeys], typed: bytes, named: list[str]) -> None:
    typing, keys = terminal
    os.write(typing, typed)
    assert [keys.read(5) for _ in named] == named
    assert keys.read(0) is None


def test_going_on_after_a_stop_paints_again(terminal: tuple[int, PosixKeys]) -> None:
    _, keys = terminal
    keys.is_back = True
    assert [keys.read(0), keys.read(0)] == [key.REPAINT, None]


def test_the_end_of_input_ends_the_keys(terminal: tuple[int, PosixKeys]) -> None:
    typing, keys = terminal
    os.write(typing, b"\x04")
    with pytest.raises(EOFError):
        keys.read(5)


def test_a_windows_console_is_none_elsewhere() -> None:
    with pytest.raises(EOFError):
        ConsoleKeys().read(0)
