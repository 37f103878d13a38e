"""The record as JSON Lines: the case first, then every row of every list, each with the list it is of."""

from pourparler.faces.export.json import encode_line
from pourparler.faces.export.leftout import KEPT_BACK, silent_words
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import KINDS, case_values
from pourparler.faces.export.system import system_values
from pourparler.faces.rows.lookup import Lookup


def case_lines(lookup: Lookup) -> Parcel:
    """One JSON object a line: `list` (`case`, `reports`, `meetings`, …), then the fields of the JSON export.

    The word is not `kind`, which a meeting, an instrument and an actor have of their own.
    """
    values, laid_out = case_values(lookup), system_values(lookup)
    rows = [{"list": "case", **values["case"]}]
    rows += [{"list": kind, **row} for kind in KINDS for row in values[kind]]
    rows += [{"list": name, **row} for name, these in laid_out.items() for row in these]
    return alone(b"".join(map(encode_line, rows)), "record.jsonl", (*silent_words(lookup), KEPT_BACK))
