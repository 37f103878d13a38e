"""Links of a chart: only to pages of this record, written so that no library resolves them elsewhere."""

import re
from datetime import date

ORIGIN = "https://record.invalid"
"""Stands before every link inside a spec: Vega drops or resolves what has no protocol, and .invalid never resolves
(RFC 2606). The cleaned SVG has the link without it."""

_OWN = re.compile(r"(?:/(?![/\\])|[?#])[^\s\\\x00-\x1f\x7f]*")
"""A path from the root, a query or a fragment: never a protocol, another host or a backslash that browsers turn."""


def inward(href: str | None) -> str:
    """`href` as a spec holds it; the bare origin, which is drawn as no link, for None and for what leads elsewhere."""
    return ORIGIN + href if href and _OWN.fullmatch(href) else ORIGIN


def outward(url: str) -> str | None:
    """The link that `inward` wrote, None for any other address."""
    href = url.removeprefix(ORIGIN)
    return href if url.startswith(ORIGIN) and _OWN.fullmatch(href) else None


def between(first: date, last: date) -> str:
    """The query that narrows a page to the days from `first` to `last`, both included."""
    return f"?from={first.isoformat()}&to={last.isoformat()}"
