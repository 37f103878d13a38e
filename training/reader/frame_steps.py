"""The loss of one batch of windows with frames."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.frame_labels import CHAINS, CLASSES, LINKED
from pourparler.encoder.naming import alike as alike_words
from training.reader.batches import inputs, padded
from training.reader.frames import Anchor, Example
from training.reader.losses import chain_loss, label_loss
from training.reader.network import Network
from training.reader.steps import HIDDEN, vectors

VALUES, STATES, LINKS = 0.3, 0.3, 0.3
"""Weights of closed values, of states and of links beside the chains, whose loss is a mean over words."""


def frames_loss(network: Network, found: Sequence[Example]) -> Tensor:
    """The loss of a batch of windows with frames."""
    given = inputs([example.window for example in found], HIDDEN)
    x = vectors(network, given)
    width = given.real.shape[1]
    words = given.real.sum()
    loss = x.sum() * 0.0
    for name in CHAINS:
        gold = padded([example.chains[name] for example in found], 0, width)
        scores = network.frames.flat[name](x)
        loss = loss + chain_loss(scores, gold, given.real, network.frames.flat_steps[name]) / words
    anchors = [(row, anchor) for row, example in enumerate(found) for anchor in example.anchors]
    if anchors:
        loss = loss + _anchors_loss(network, x, found, anchors, given.real)
    return loss + LINKS * links_loss(network, x, found) + VALUES * called_loss(network, x, found)


def seen_from(
    network: Network, x: Tensor, found: Sequence[Example], anchors: Sequence[tuple[int, Anchor]]
) -> tuple[Tensor, Tensor, Tensor]:
    """Scores [anchor, word, label] of what is seen, each anchor with what it sees as one vector, and their rows."""
    width = x.shape[1]
    rows = torch.tensor([row for row, _ in anchors])
    means = torch.stack([x[row, one.first : one.last].mean(0) for row, one in anchors])
    kinds = torch.tensor([one.kind for _, one in anchors])
    buckets = np.zeros((len(anchors), width, 2), np.int64)
    real = torch.zeros(len(anchors), width, dtype=torch.bool)
    for number, (row, one) in enumerate(anchors):
        sentences = found[row].sentences
        count = len(sentences)
        real[number, :count] = True
        buckets[number, :count, 0] = distance_buckets(count, one.first, one.last)
        buckets[number, :count, 1] = sentence_buckets(sentences, sentences[one.first])
    scores, near = network.frames.of_anchors(x, rows, means, kinds, torch.from_numpy(buckets))
    most = near.masked_fill(~real[:, :, None], 0.0).amax(1)
    return scores, torch.cat([means, most], 1), rows


def _anchors_loss(
    network: Network, x: Tensor, found: Sequence[Example], anchors: Sequence[tuple[int, Anchor]], real: Tensor
) -> Tensor:
    """The loss of what is seen from anchors, of their values and of the states around them."""
    width = x.shape[1]
    scores, whole, rows = seen_from(network, x, found, anchors)
    labels = padded([one.labels for _, one in anchors], 0, width)
    loss = chain_loss(scores, labels, real[rows], network.frames.seen_steps) / real.sum()
    for task in CLASSES:
        told = [(n, number) for n, (_, one) in enumerate(anchors) for name, number in one.values if name == task]
        if told:
            here = [n for n, _ in told]
            given = network.frames.of_task(task, x[rows[here]], whole[here], real[rows[here]])
            loss = loss + VALUES * label_loss(given, torch.tensor([number for _, number in told]))
    states = [(row, one, place, number) for row, one in anchors for place, number in one.states]
    if states:
        pairs = [
            torch.cat([x[row, a:b].mean(0), x[row, one.first : one.last].mean(0)]) for row, one, (a, b), _ in states
        ]
        gold = torch.tensor([number for *_, number in states])
        loss = loss + STATES * label_loss(network.frames.state(torch.stack(pairs)), gold)
    return loss


def link_scores(network: Network, x: Tensor, example: Example, kind: int) -> tuple[Tensor, list[str]]:
    """Scores [naming, 1 + naming] of antecedents among the namings of one kind in a window, and their groups."""
    namings = [one for one in example.namings if one.kind == kind]
    means = torch.stack([x[one.first : one.last].mean(0) for one in namings])
    words = [example.forms[one.last - 1] for one in namings]
    alike = torch.tensor([[alike_words(a, b) for b in words] for a in words])
    where = torch.tensor([example.sentences[one.first] for one in namings])
    far = (where[:, None] - where[None, :]).clamp(0, 6)
    return network.frames.antecedents(means, kind, alike, far), [one.group for one in namings]


def called_loss(network: Network, x: Tensor, found: Sequence[Example]) -> Tensor:
    """How badly it is told what namings of actors are of."""
    actors = [(row, one) for row, example in enumerate(found) for one in example.namings if one.called >= 0]
    if not actors:
        return x.sum() * 0.0
    means = torch.stack([x[row, one.first : one.last].mean(0) for row, one in actors])
    return label_loss(network.frames.called(means), torch.tensor([one.called for _, one in actors]))


def links_loss(network: Network, x: Tensor, found: Sequence[Example]) -> Tensor:
    """How badly it is told which namings name again what was named before: any earlier one is right."""
    losses = []
    for row, example in enumerate(found):
        for kind in range(len(LINKED)):
            if sum(one.kind == kind for one in example.namings) < 2:
                continue
            scores, groups = link_scores(network, x[row], example, kind)
            count = range(len(groups))
            gold = torch.tensor([[False, *(b < a and groups[a] == groups[b] for b in count)] for a in count])
            gold[:, 0] = ~gold.any(1)
            right = torch.logsumexp(scores.masked_fill(~gold, -1e9), 1)
            losses.append((torch.logsumexp(scores, 1) - right).mean())
    return torch.stack(losses).mean() if losses else x.sum() * 0.0
