"""The file that each address of a copy becomes, under names that every disk and every system can hold."""

import hashlib
import posixpath
import re
from collections.abc import Sequence
from urllib.parse import urlencode

Query = Sequence[tuple[str, str]]
"""The parts of a query, name and value."""

SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
"""A part of a name as it stays. No capitals: a stick does not tell them from small letters."""

FILE = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)?[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[a-z0-9]+)?")
"""The name of any file of a copy, with its folders: nothing in it leads out of the copy."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))]
)
"""Names that Windows keeps for devices (Microsoft, Naming Files, Paths, and Namespaces)."""

ENDINGS = ("csv", "ics", "json")
"""Endings of addresses that are no pages."""

LONGEST = 40
"""Letters of a query that a name shows; the digest behind them tells equal ones apart."""


def file_of(path: str, query: Query = ()) -> str:
    """The file of an address, relative to the copy, with slashes: `/meetings?page=2` is `meetings-page-2.html`.

    Addresses that differ have files that differ, whatever characters are in them.
    """
    stem, dot, ending = path.rpartition(".")
    if not dot or ending not in ENDINGS:
        stem, ending = path, "html"
    folder, _, name = (stem.strip("/") or "index").partition("/")
    parts = [_part(part) for part in (folder, name) if part]
    if query:
        parts[-1] += _asked(query)
    return f"{'/'.join(parts)}.{ending}"


def relative(file: str, seen_from: str) -> str:
    """The way from one file of a copy to another, as a link has it."""
    return posixpath.relpath(file, posixpath.dirname(seen_from) or ".")


def _part(part: str) -> str:
    if SAFE.fullmatch(part) and part not in RESERVED:
        return part
    return f"{_slug(part) or 'x'}-{_digest(part)}"


def _asked(query: Query) -> str:
    words = "-".join(f"{name}-{value}" for name, value in query)
    if re.fullmatch(r"page-\d{1,6}", words):
        return f"-{words}"
    return f"-{_slug(words)}-{_digest(urlencode(query, errors='surrogatepass'))}"


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower())[:LONGEST].strip("-")


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
