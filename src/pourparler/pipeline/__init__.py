"""Joins the rooms: items of sources become reports, readings, accounts and rows of the record, one transaction each.

A fault in one report is a row among the failures and never a stop; only a record that cannot be written ends a run.
"""

from pourparler.pipeline.intake import read_all
from pourparler.pipeline.outcome import Outcome, State
from pourparler.pipeline.readers import READERS, open_reader, read_report
from pourparler.pipeline.reports import conflict_notes, make_report
from pourparler.pipeline.rereading import reread

__all__ = [
    "READERS", "Outcome", "State", "conflict_notes", "make_report", "open_reader", "read_all", "read_report", "reread",
]  # fmt: skip
