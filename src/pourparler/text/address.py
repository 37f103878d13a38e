"""The address of a report where its text gives it on a line of its own, at the head or at the foot."""

import re

from pourparler.core.evidence import Span

LINE = re.compile(
    r"^[ \t]*(?:(?:source|url|link|original(?: article)?|permalink|article|read at|retrieved from|from|via)\s*:?\s*)?"
    r"<?(https?://[^\s<>\"]+?)[>.,;)]?[ \t\r]*$",
    re.I | re.M,
)
NEAR = 400
"""How many code points from either end of a text the line may stand."""


def find_address(text: str) -> tuple[str, Span] | None:
    """The address and the span of its line; None when there is none near either end, or several different ones."""
    found = [match for match in LINE.finditer(text) if match.start() < NEAR or match.end() > len(text) - NEAR]
    if len({match[1] for match in found}) != 1:
        return None
    line = found[0]
    start = line.end() - len(line[0].lstrip())
    return line[1], Span(start, start + len(line[0].strip()))
