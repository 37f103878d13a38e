"""The export as one JSON document, the same bytes for the same record."""

import json
from typing import Any

from pourparler.faces.export.shape import case_values
from pourparler.faces.rows.lookup import Lookup


def case_json(lookup: Lookup) -> bytes:
    """The whole record as UTF-8 JSON, ending with a line break."""
    return encode(case_values(lookup))


def encode(values: Any) -> bytes:
    """Plain values as UTF-8 JSON; half a surrogate pair, which UTF-8 cannot hold, stays a JSON escape."""
    text = json.dumps(values, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")
