"""Boxes in layers from left to right, so that arrows lead forward and cross little: the same input, the same places.

After Sugiyama, Tagawa and Toda (1981): arrows that close a circle are set aside, each box stands behind all that lead
to it, long arrows go through bends of their own, and layers are ordered by the mean place of their neighbours.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Arrow = tuple[int, int]

SWEEPS = 12
"""Orderings tried, forth and back; the one with the fewest crossings is kept."""

GAP = 22.0
"""Least room between two boxes of one layer, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: layer and middle (CSS pixels from the top) of each box; the bends of each arrow that
    leads forward, as layers and middles; the arrows that lead back; the height of it all."""

    layer: tuple[int, ...]
    middle: tuple[float, ...]
    bends: dict[Arrow, tuple[tuple[int, float], ...]]
    back: frozenset[Arrow]
    height: float


def laid(heights: Sequence[float], arrows: Sequence[Arrow]) -> Layout:
    """Places for boxes of these heights, joined by arrows (pairs of numbers of boxes); one to itself leads back."""
    arrows = list(dict.fromkeys(arrows))
    back = _back(len(heights), arrows)
    forward = [arrow for arrow in arrows if arrow not in back]
    layer = _layers(len(heights), forward)
    sizes, place, chains = list(heights), list(layer), {}
    for one, other in forward:
        chain = [one]
        for between in range(layer[one] + 1, layer[other]):
            chain.append(len(sizes))
            sizes.append(4.0)
            place.append(between)
        chains[one, other] = [*chain, other]
    steps = [pair for chain in chains.values() for pair in pairwise(chain)]
    rows = _ordered(place, steps)
    middle = _middles(rows, sizes, steps)
    top = min(middle[i] - sizes[i] / 2 for i in range(len(sizes)))
    foot = max(middle[i] + sizes[i] / 2 for i in range(len(sizes)))
    middle = [one - top for one in middle]
    bends = {arrow: tuple((place[i], middle[i]) for i in chain[1:-1]) for arrow, chain in chains.items()}
    count = len(heights)
    return Layout(tuple(layer), tuple(middle[:count]), bends, frozenset(back), foot - top)


def _back(count: int, arrows: list[Arrow]) -> set[Arrow]:
    """The arrows that close a circle, as a walk from the boxes that nothing leads to finds them."""
    ways: dict[int, list[int]] = defaultdict(list)
    entered = {other for one, other in arrows if one != other}
    for one, other in arrows:
        ways[one].append(other)
    state = [0] * count
    back: set[Arrow] = set()
    for start in sorted(range(count), key=lambda i: (i in entered, i)):
        stack = [(start, iter(ways[start]))] if not state[start] else []
        state[start] = state[start] or 1
        while stack:
            here, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[here] = 2
                stack.pop()
            elif state[following] == 1:
                back.add((here, following))
            elif not state[following]:
                state[following] = 1
                stack.append((following, iter(ways[following])))
    return back


def _layers(count: int, forward: list[Arrow]) -> list[int]:
    """The layer of each box: behind all that lead to it, and no further from what it leads to than it must be."""
    layer = [0] * count
    for _ in range(count):
        for one, other in forward:
            layer[other] = max(layer[other], layer[one] + 1)
    entered = {other for _, other in forward}
    for box in range(count):
        targets = [layer[other] for one, other in forward if one == box]
        if targets and box not in entered:
            layer[box] = min(targets) - 1
    return layer


def _ordered(place: list[int], steps: list[Arrow]) -> list[list[int]]:
    """The boxes and bends of each layer from the top, with few crossings."""
    rows: list[list[int]] = [[] for _ in range(max(place) + 1)]
    for one, layer in enumerate(place):
        rows[layer].append(one)
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for one, other in steps:
        after[one].append(other)
        before[other].append(one)
    best = [list(row) for row in rows]
    for sweep in range(SWEEPS):
        near = after if sweep % 2 else before
        for row in reversed(rows) if sweep % 2 else rows:
            at = {one: i for line in rows for i, one in enumerate(line)}
            mean = {one: sum(at[n] for n in near[one]) / len(near[one]) if near[one] else at[one] for one in row}
            row.sort(key=lambda one: mean[one])
        if _crossings(rows, steps) < _crossings(best, steps):
            best = [list(row) for row in rows]
    return best


def _crossings(rows: list[list[int]], steps: list[Arrow]) -> int:
    at = {one: (layer, i) for layer, row in enumerate(rows) for i, one in enumerate(row)}
    lines = [(at[one][0], at[one][1], at[other][1]) for one, other in steps]
    return sum(a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0 for i, a in enumerate(lines) for b in lines[:i])


def _middles(rows: list[list[int]], sizes: list[float], steps: list[Arrow]) -> list[float]:
    """How far down each one stands: near the mean of its neighbours, never less than GAP from the next in its layer."""
    near: dict[int, list[int]] = defaultdict(list)
    for one, other in steps:
        near[one].append(other)
        near[other].append(one)
    middle = [0.0] * len(sizes)
    for row in rows:
        wanted = [0.0] * len(row)
        for one, at in zip(row, spread(wanted, [sizes[i] + GAP for i in row]), strict=True):
            middle[one] = at
    for _ in range(24):
        for row in [*rows, *reversed(rows)]:
            wanted = [sum(middle[n] for n in near[one]) / len(near[one]) if near[one] else middle[one] for one in row]
            for one, at in zip(row, spread(wanted, [sizes[i] + GAP for i in row]), strict=True):
                middle[one] = at
    return middle


def spread(wanted: Sequence[float], rooms: Sequence[float]) -> list[float]:
    """Places in this order, each as near to where it is wanted as the others allow, half of both rooms apart.

    Blocks of neighbours that want too near share their shift (least squares; the pooling of adjacent violators).
    """
    offsets = [0.0] if rooms else []
    for one, other in pairwise(rooms):
        offsets.append(offsets[-1] + (one + other) / 2)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            last = blocks.pop()
            total, count = total + last[0], count + last[1]
        blocks.append((total, count))
    shifts = [total / count for total, count in blocks for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]
