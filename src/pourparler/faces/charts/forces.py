"""Where the nodes of a network stand: distances on paper follow distances in the network. The same input, the same
places.

Stress majorization (Gansner, Koren and North 2004) from a circle in the order of the names, so nothing is drawn by
chance; then nodes that touch are moved apart, and names are put where they cover least.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROUNDS = 300
"""Rounds of majorization: forty nodes stand still (less than half a pixel a round) after about 150."""

APART = 1.6
"""Distance between parts that nothing connects, in lengths of the longest way inside a part, halved."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room that nodes may take, in CSS pixels; names need `side` on both sides and `rim` above and below."""

    width: float
    height: float
    side: float
    rim: float


def places(count: int, ties: Sequence[tuple[int, int]], radii: Sequence[float], frame: Frame) -> list[tuple[int, int]]:
    """Whole CSS pixels from left and top for `count` nodes with `radii`, joined by `ties` of two different nodes."""
    if count == 1:
        return [(round(frame.width / 2), round(frame.height / 2))]
    wanted = _ways(count, ties)
    angles = 2 * np.pi * np.arange(count) / count
    at = np.stack((np.cos(angles), np.sin(angles)), axis=1) * wanted.max() / 2
    for _ in range(ROUNDS):
        at = _round(at, wanted)
    at = _fitted(_turned(at), frame)
    reach = np.array(radii)
    for _ in range(80):
        at = _parted(at, reach, frame)
    return [(round(float(x)), round(float(y))) for x, y in at]


def _ways(count: int, ties: Sequence[tuple[int, int]]) -> Floats:
    """Lengths of the shortest ways between nodes; parts that nothing connects keep a distance of their own."""
    ways = np.full((count, count), np.inf)
    np.fill_diagonal(ways, 0)
    for one, other in ties:
        ways[one, other] = ways[other, one] = 1
    for middle in range(count):
        ways = np.minimum(ways, ways[:, middle, None] + ways[None, middle, :])
    longest = float(ways[np.isfinite(ways)].max())
    ways[~np.isfinite(ways)] = max(2.0, longest / 2 * APART)
    return ways


def _round(at: Floats, wanted: Floats) -> Floats:
    """One round of majorization: each node goes to the mean of where all others want it, near ones weighing more."""
    gap = at[:, None] - at[None]
    far = np.sqrt((gap**2).sum(axis=2))
    np.fill_diagonal(far, 1)
    weight = np.where(wanted > 0, 1 / np.maximum(wanted, 1e-9) ** 2, 0)
    pull = at[None] + gap * (wanted / np.maximum(far, 1e-9))[:, :, None]
    moved: Floats = (weight[:, :, None] * pull).sum(axis=1) / weight.sum(axis=1)[:, None]
    return moved


def _turned(at: Floats) -> Floats:
    """`at` turned so that its longest stretch lies level, with a fixed hand and head."""
    middle = at - at.mean(axis=0)
    (xx, xy), (_, yy) = middle.T @ middle
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turned: Floats = middle @ np.array(((np.cos(angle), -np.sin(angle)), (np.sin(angle), np.cos(angle))))
    return turned


def _fitted(at: Floats, frame: Frame) -> Floats:
    """`at` stretched to fill the frame, by at most half as much more one way than the other."""
    low, size = at.min(axis=0), np.maximum(np.ptp(at, axis=0), 1e-6)
    room = np.array((frame.width - 2 * frame.side, frame.height - 2 * frame.rim))
    scale = np.minimum(room / size, 1.5 * (room / size).min())
    fitted: Floats = (at - low - size / 2) * scale + np.array((frame.width, frame.height)) / 2
    return fitted


def _parted(at: Floats, radii: Floats, frame: Frame) -> Floats:
    """`at` with nodes that stand too near moved apart by half of what is missing, none out of the frame.

    Nodes keep room for a name beside them: more across than down.
    """
    gap = (at[:, None] - at[None]) * np.array((0.55, 1))
    far = np.sqrt((gap**2).sum(axis=2))
    least = radii[:, None] + radii[None] + 15
    missing = np.maximum(0, least - far)
    np.fill_diagonal(missing, 0)
    way = gap / np.maximum(far, 1e-6)[:, :, None]
    at = at + (way * missing[:, :, None]).sum(axis=1) * 0.25
    low = np.array((frame.side, frame.rim))
    parted: Floats = np.clip(at, low, np.array((frame.width, frame.height)) - low)
    return parted
