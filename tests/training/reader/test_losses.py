"""The chain's loss and slope against a plain forward algorithm that torch itself differentiates."""

from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch trains the reader and is no part of the package; not installed here")

from training.reader.losses import chain_loss, label_loss  # noqa: E402

Tensor = Any


def plain(scores: Tensor, gold: Tensor, mask: Tensor, steps: Tensor) -> Tensor:
    """The summed negative log likelihood, walked word by word and row by row."""
    loss = scores.new_zeros(())
    for row in range(len(scores)):
        words = int(mask[row].sum())
        ahead = scores[row, 0]
        right = scores[row, 0, gold[row, 0]]
        for at in range(1, words):
            ahead = torch.logsumexp(ahead[:, None] + steps, 0) + scores[row, at]
            right = right + scores[row, at, gold[row, at]] + steps[gold[row, at - 1], gold[row, at]]
        loss = loss + torch.logsumexp(ahead, 0) - right
    return loss


def made(seed: int, lengths: list[int], labels: int) -> tuple[Tensor, ...]:
    """Scores, gold labels, mask and steps of rows of these lengths."""
    torch.manual_seed(seed)
    width = max(lengths)
    mask = torch.tensor([[at < length for at in range(width)] for length in lengths])
    scores = 3 * torch.randn(len(lengths), width, labels)
    return scores, torch.randint(labels, (len(lengths), width)) * mask, mask, torch.randn(labels, labels)


@pytest.mark.parametrize(("lengths", "labels"), [([1], 3), ([5], 2), ([4, 1, 7], 5), ([30, 64, 2, 9], 7), ([3, 3], 1)])
def test_loss_and_slope_are_those_of_the_plain_walk(lengths: list[int], labels: int) -> None:
    scores, gold, mask, steps = made(labels, lengths, labels)
    ours = [scores.clone().requires_grad_(), steps.clone().requires_grad_()]
    theirs = [scores.double().requires_grad_(), steps.double().requires_grad_()]
    loss = chain_loss(ours[0], gold, mask, ours[1])
    wanted = plain(theirs[0], gold, mask, theirs[1])
    assert loss.item() == pytest.approx(wanted.item(), rel=1e-5, abs=1e-4)
    (2 * loss).backward()
    (2 * wanted).backward()
    for found, right in zip(ours, theirs, strict=True):
        slope = torch.zeros_like(right) if right.grad is None else right.grad  # one word alone has no step
        assert torch.allclose(found.grad.double(), slope, atol=1e-4)


def test_words_that_do_not_count_have_no_slope() -> None:
    scores, gold, mask, steps = made(1, [6, 2], 4)
    scores.requires_grad_()
    chain_loss(scores, gold, mask, steps).backward()
    assert scores.grad[1, 2:].abs().sum() == 0
    other = scores.detach().clone()
    other[1, 2:] = 100
    assert chain_loss(other, gold, mask, steps).item() == pytest.approx(chain_loss(scores, gold, mask, steps).item())


def test_a_sure_and_right_row_costs_nothing() -> None:
    gold = torch.tensor([[0, 1, 1, 0]])
    scores = 60 * torch.nn.functional.one_hot(gold, 2).float()
    assert chain_loss(scores, gold, torch.ones(1, 4).bool(), torch.zeros(2, 2)).item() == pytest.approx(0, abs=1e-4)


def test_labels_below_nothing_do_not_count() -> None:
    scores = torch.randn(2, 3, 4)
    gold = torch.tensor([[1, -1, 2], [-1, -1, 0]])
    kept = gold.flatten() >= 0
    wanted = torch.nn.functional.cross_entropy(scores.flatten(0, 1)[kept], gold.flatten()[kept])
    assert label_loss(scores, gold).item() == pytest.approx(wanted.item(), rel=1e-5)


def test_no_labels_cost_nothing_and_still_have_a_slope() -> None:
    scores = torch.randn(1, 2, 3, requires_grad=True)
    loss = label_loss(scores, torch.full((1, 2), -1))
    loss.backward()
    assert loss.item() == 0
    assert scores.grad.abs().sum() == 0
