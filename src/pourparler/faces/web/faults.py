"""What is wrong with one part of an address or a form, in words: `most=0: it is 1 at least`."""

from collections.abc import Mapping
from typing import Any

LONGEST = 80
"""Characters of what was typed that are shown."""


def fault_words(one: Mapping[str, Any]) -> str:
    """One fault as pydantic tells it (`loc`, `input`, `type`, `ctx`, `msg`), in words."""
    where = one.get("loc")
    name = str(where[-1]) if isinstance(where, tuple) and where else "query"
    return f"{name}={str(one.get('input'))[:LONGEST]!r}: {_why(one)}"


def _why(one: Mapping[str, Any]) -> str:
    told = one.get("ctx") or {}
    match one.get("type"):
        case "greater_than_equal":
            return f"it is {told['ge']} at least"
        case "less_than_equal":
            return f"it is {told['le']:,} at most"
        case "literal_error" | "enum":
            return f"it is one of {told['expected']}"
        case "int_parsing" | "int_from_float" | "int_parsing_size" | "int_type":
            return "it is a whole number"
        case "bool_parsing" | "bool_type":
            return "it is 1 or left away"
        case "string_too_long":
            return f"it has {told['max_length']:,} characters at most"
        case "too_long":
            return f"there are {told['max_length']:,} at most"
        case "value_error":
            return str(told.get("error") or one.get("msg"))
    return str(one.get("msg"))
