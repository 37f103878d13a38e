"""A pseudo-terminal with a command in it: keys are typed, the page that stands on the screen is read."""

import os
import re
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from select import select
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[4]
PATIENCE = 120
"""Seconds after which a page that does not come is given up: a crowded machine is slow, a hanging one never ends."""

_CODES = re.compile(r"\x1b\[[?\d;]*[A-Za-z]")


class Terminal:
    """A command at a terminal of `columns` by `rows`."""

    def __init__(self, arguments: Sequence[str], columns: int = 100, rows: int = 30, **environment: str) -> None:
        import fcntl
        import termios

        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so in a run that a shell put into the background
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self._side, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pourparler", *arguments],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, cwd=ROOT,
            env={**inherited, "TERM": "xterm", "PYTHONPATH": path, **environment},
        )  # fmt: skip
        os.close(theirs)
        self.raw = ""

    @property
    def page(self) -> str:
        """The page painted last to its end, without codes: what is still being written does not stand yet."""
        return _CODES.sub("", self.raw.rpartition("\x1b[J")[0].rpartition("\x1b[H")[2]).replace("\r", "")

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._side, keys.encode())

    def wait(self, words: str) -> str:
        """The page, as soon as it holds `words`; fails when they never come."""
        until = time.monotonic() + PATIENCE
        while words not in self.page:
            assert time.monotonic() < until and self._read(), f"{words!r} never came:\n{self.page}"
        return self.page

    def end(self) -> int:
        """Read to the end of the command; gives its exit code. Fails when it does not end."""
        until = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < until, f"It never ended:\n{self.page}"
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        """Take what was written; False when the command has ended."""
        if not select([self._side], [], [], 1)[0]:
            return True
        try:
            found = os.read(self._side, 65536)
        except OSError:  # so Linux tells the end of a pseudo-terminal
            return False
        self.raw += found.decode("utf-8", "replace")
        return bool(found)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._side)
