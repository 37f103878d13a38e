"""Progress of a long command on stderr: a moving line on a terminal, a plain line every few seconds elsewhere."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from pourparler.faces.cli.messages import decorated, plain, tell

EVERY = 5.0
"""Seconds between plain lines: often enough to see that it lives, seldom enough for a log."""


class Showing(Protocol):
    """What shows the progress of one run."""

    def step(self, stage: str, failed: int) -> None:
        """One more item is done; `stage` is what goes on, `failed` how many could not be read so far."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def show_progress(total: int | None, noun: str = "reports") -> Showing:
    """The progress of a run over `total` items (None: not known), in the way that fits stderr."""
    return Moving(total, noun) if decorated(sys.stderr.isatty()) else Plain(total, noun=noun)


class Plain:
    """Lines of plain text, one every few seconds."""

    def __init__(self, total: int | None, clock: Callable[[], float] = time.monotonic, noun: str = "reports") -> None:
        """Progress over `total` items; `clock` gives seconds."""
        self._total, self._clock, self._noun = total, clock, noun
        self._done, self._began = 0, clock()
        self._told = self._began

    def step(self, stage: str, failed: int) -> None:
        """Count one item, and say so when the last line is some seconds old."""
        self._done += 1
        now = self._clock()
        if now - self._told >= EVERY:
            self._told = now
            tell(progress_line(self._done, self._total, now - self._began, failed, self._noun) + f" · {stage}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class Moving:
    """One line that moves, through Rich."""

    def __init__(self, total: int | None, noun: str = "reports") -> None:
        """Progress over `total` items."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        self._total, self._noun, self._done, self._began = total, noun, 0, time.monotonic()
        columns = (SpinnerColumn(), BarColumn(bar_width=20), TextColumn("{task.description}", markup=False))
        self._bar: Progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("reading", total=total)

    def step(self, stage: str, failed: int) -> None:
        """Count one item and move the line."""
        self._done += 1
        line = progress_line(self._done, self._total, time.monotonic() - self._began, failed, self._noun)
        self._bar.update(self._task, advance=1, description=f"{line} · {plain(stage)[-40:]}")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()


def progress_line(done: int, total: int | None, seconds: float, failed: int, noun: str = "reports") -> str:
    """How far a run is: `120 of 400 reports · 31.5/s · 2 failed`."""
    of = f" of {total:,}" if total else ""
    rate = f"{done / seconds:,.1f}/s" if seconds > 0 else "–/s"
    return f"{done:,}{of} {noun} · {rate}" + (f" · {failed:,} failed" if failed else "")
