from itertools import combinations

import numpy as np
import pytest

from pourparler.faces.charts.palette import COLOURS, OTHER, SHAPES, colours, contrast, shapes
from pourparler.faces.charts.patterns import STROKES

SEEN = {
    "as it is": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}
"""Matrices on linear RGB: Machado, Oliveira and Fernandes 2009, severity 1."""


def lab(colour: str, seen: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """CIELAB (D65) of a colour as somebody sees it."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(SEEN[seen]) @ linear, 0, 1)
    matrix = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
    x, y, z = (
        np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in matrix @ linear / np.array((0.9505, 1, 1.089))
    )
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


@pytest.mark.parametrize("colour", [*COLOURS, OTHER])
def test_a_colour_stands_out_on_white_and_on_near_black(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 3
    assert contrast(colour, "#111111") >= 3
    assert contrast(colour, "#1a1a1a") >= 3


@pytest.mark.parametrize("seen", SEEN)
def test_colours_stay_apart_for_whoever_sees_fewer(seen: str) -> None:
    least = min(np.linalg.norm(lab(a, seen) - lab(b, seen)) for a, b in combinations([*COLOURS, OTHER], 2))
    assert least >= 14


def test_black_on_white_is_the_largest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#3b62e0", "#3b62e0") == 1


def test_every_colour_has_a_pattern_of_its_own() -> None:
    assert len(set(STROKES)) == len(STROKES) == len(COLOURS)


def test_a_name_keeps_its_colour_whatever_the_order_of_rows() -> None:
    assert colours(["Northland", "Amber Isle"]) == colours(["Amber Isle", "Northland", "Amber Isle"])


def test_no_two_of_thirty_six_names_share_colour_and_shape() -> None:
    names = [f"Party {i:02}" for i in range(36)]
    by_colour, by_shape = colours(names), shapes(names)
    assert len({(by_colour[name], by_shape[name]) for name in names}) == len(names) == len(COLOURS) * len(SHAPES)
