"""One word or mark of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: half-open offsets, its characters in lower case, and its shape as the scanner saw it."""

    start: int
    end: int
    low: str
    shape: str
    capital: bool
