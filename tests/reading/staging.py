"""Lays out a few sentences as a report for the tests of the reading room."""

from datetime import date

from pourparler.core.reading import Attribution
from pourparler.core.report import Report
from pourparler.reading.page import lay_out
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene, set_scene

DAY = date(1998, 4, 8)
"""A Wednesday."""


def scene(text: str, published: date | None = DAY) -> Scene:
    """The scene of a report with this text."""
    return set_scene(lay_out(Report("r1", "r1.txt", text, language="en", published=published)))


def said(text: str) -> list[tuple[str | None, str, str]]:
    """Who said what with which act: speaker, content (pieces joined by a bar), act, in the order of the text."""
    return [(one.speaker, words(text, one), one.act.value) for one in attributions(scene(text))]


def words(text: str, one: Attribution) -> str:
    """The content of an attribution, its pieces joined by a bar."""
    return " | ".join(span.of(text) for span in one.content)
