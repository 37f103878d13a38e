"""Examples gathered into tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pourparler.encoder.windows import Window

MASK = 103
"""The number of the mark that hides a piece."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Pieces, shapes and starts of several windows, and which words are real."""

    pieces: Tensor
    shapes: Tensor
    starts: Tensor
    real: Tensor


def padded(rows: Sequence[Sequence[int]], fill: int, width: int) -> Tensor:
    """Rows of numbers as one tensor."""
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])


def inputs(found: Sequence[Window], hide: float = 0.0) -> Inputs:
    """The inputs of the encoder for some windows; `hide` is the share of pieces that are masked, three times as many
    in words with a capital: who speaks is to be told by how it is said, not by a name known by heart."""
    length = -(-max(len(window.pieces) for window in found) // 16) * 16
    words = max(len(window.starts) for window in found)
    pieces = padded([window.pieces for window in found], 0, length)
    shapes = padded([window.shapes for window in found], 0, length)
    if hide:
        capital = (shapes // 3 == 1) | (shapes // 3 == 2)
        share = torch.where(capital, 3 * hide, hide)
        pieces = torch.where((torch.rand(pieces.shape) < share) & (pieces > MASK), MASK, pieces)
    return Inputs(
        pieces,
        shapes,
        padded([window.starts for window in found], 0, words),
        padded([[1] * len(window.starts) for window in found], 0, words).bool(),
    )


def batches(windows: Sequence[Window], size: int, draw: random.Random) -> Iterator[list[int]]:
    """The numbers of all windows in batches of about `size` pieces of like length, in random order."""
    order = list(range(len(windows)))
    draw.shuffle(order)
    found: list[list[int]] = []
    for start in range(0, len(order), 256):
        block = sorted(order[start : start + 256], key=lambda n: len(windows[n].pieces))
        batch: list[int] = []
        for number in block:
            if batch and (len(batch) + 1) * len(windows[number].pieces) > size:
                found.append(batch)
                batch = []
            batch.append(number)
        found.append(batch)
    draw.shuffle(found)
    yield from found
