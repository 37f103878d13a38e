"""The export as one JSON document, the same bytes for the same record."""

import json
import re
from typing import Any

from pourparler.faces.export.leftout import KEPT_BACK, silent_words
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import case_values
from pourparler.faces.export.system import system_values
from pourparler.faces.rows.lookup import Lookup


def case_json(lookup: Lookup) -> bytes:
    """The whole record as UTF-8 JSON, ending with a line break."""
    return encode(case_values(lookup) | system_values(lookup))


def case_document(lookup: Lookup) -> Parcel:
    """The whole record as one file of JSON."""
    return alone(case_json(lookup), "record.json", (*silent_words(lookup), KEPT_BACK))


STEERING = re.compile("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")
"""What steers a terminal or the direction of writing, breaks lines unseen, or is no character (Unicode 15, UAX #9)."""


def encode(values: Any, indent: int = 1) -> bytes:
    """Plain values as UTF-8 JSON; characters that steer a terminal or the eye, and half pairs, stay JSON escapes."""
    return _safe(json.dumps(values, ensure_ascii=False, indent=indent, allow_nan=False))


def encode_line(values: Any) -> bytes:
    """Plain values as one line of JSON Lines, escaped as `encode` does."""
    return _safe(json.dumps(values, ensure_ascii=False, allow_nan=False))


def _safe(text: str) -> bytes:
    return (STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode("utf-8")
