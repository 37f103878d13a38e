"""Reads reports ahead of the one that is wanted, where a reader's work can run beside other work."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from pourparler.core.reading import Reader, Reading
from pourparler.core.report import Report

WORKERS = 2
"""Reports read at once: while the encoder computes for one, the rules go over the other (docs/reader.md)."""


class ReadAhead:
    """A reader that begins early with the reports it is told to expect; readings are those of the reader it wraps."""

    def __init__(self, reader: Reader, pool: ThreadPoolExecutor) -> None:
        self._reader = reader
        self._pool = pool
        self._begun: dict[str, Future[Reading]] = {}

    @property
    def name(self) -> str:
        """The name of the reader behind this one."""
        return self._reader.name

    def expect(self, report: Report) -> None:
        """Begin to read a report that will be asked for; one expected twice is read once. Nothing happens for a
        reader that is not `concurrent`: plain Python gains nothing from a second thread."""
        if getattr(self._reader, "concurrent", False) and report.id not in self._begun:
            self._begun[report.id] = self._pool.submit(self._reader.read, report)

    def read(self, report: Report) -> Reading:
        """The reading of a report, begun or not; raises what the reader raises."""
        begun = self._begun.pop(report.id, None)
        return self._reader.read(report) if begun is None else begun.result()


@contextmanager
def reading_ahead(reader: Reader) -> Iterator[ReadAhead]:
    """`reader`, able to read ahead; what was begun and not asked for is given up at the end."""
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="reading")
    try:
        yield ReadAhead(reader, pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
