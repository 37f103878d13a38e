"""Colours and shapes that tell parties and outlets apart, on white paper and on a dark page alike."""

from collections.abc import Iterable

COLOURS = ("#3b62e0", "#b28824", "#45996f", "#b0309f", "#3391e0", "#737334")
"""Six colours of middle luminance. Chosen by a search for the largest least distance (CIELAB, also as seen with
protanopia and deuteranopia by the matrices of Machado, Oliveira and Fernandes 2009) among colours that keep a contrast
of 3:1 on white and on #111111 (WCAG 2.2, 1.4.11); tests/faces/charts/test_palette.py keeps both."""

OTHER = "#6c757d"
"""What has no colour of its own: the others together, a party beyond the palette."""

ACCENT = COLOURS[0]
INK = "currentColor"
"""Text and axes: the colour of the text around the chart."""

PAPER = "Canvas"
"""The ground that the chart stands on, for rims between shapes and halos behind words."""

SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross")
"""Vega's names; the second mark of a name, so that no name is told by colour alone."""


def colours(names: Iterable[str]) -> dict[str, str]:
    """A colour for every name, by the order of the alphabet; names past the sixth begin the colours again.

    Tell it the same names on every page and each keeps its colour.
    """
    return {name: COLOURS[i % len(COLOURS)] for i, name in enumerate(sorted(set(names)))}


def shapes(names: Iterable[str]) -> dict[str, str]:
    """A shape for every name, by the order of the alphabet, moved on by one whenever the colours begin again."""
    count = len(SHAPES)
    return {name: SHAPES[(i + i // count) % count] for i, name in enumerate(sorted(set(names)))}


def luminance(colour: str) -> float:
    """Relative luminance of a colour like #3b62e0, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
