"""The readers there are, and one report read by one of them into a reading and its accounts."""

from importlib import import_module

from pourparler.core.account import ReportAccounts
from pourparler.core.errors import InputError
from pourparler.core.reading import Reader, Reading
from pourparler.core.report import Report
from pourparler.pipeline.outcome import step

READERS = {
    "rules": "pourparler.reading.rules:RuleReader",
    "trained": "pourparler.reading.trained:TrainedReader",
}
"""Readers by the name that a person types, each as the module and class that make it."""


def open_reader(name: str) -> Reader:
    """The reader called `name`; raises InputError for a name that is none."""
    if name not in READERS:
        raise InputError(f"There is no reader {name!r}.", f"Readers are: {', '.join(sorted(READERS))}.")
    module, _, maker = READERS[name].partition(":")
    reader: Reader = getattr(import_module(module), maker)()
    return reader


def read_report(report: Report, reader: Reader) -> tuple[Reading, ReportAccounts]:
    """The reading of a report and the accounts written of it; any fault of either becomes a ReportError."""
    from pourparler.accounts import write

    with step("read", f"The reader {reader.name}"):
        reading = reader.read(report)
    with step("write", "The writing of accounts"):
        return reading, write(report, reading)
