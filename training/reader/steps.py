"""The loss of one batch: of attributions, and of trees with mentions."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.naming import alike as alike_words
from training.reader import gum, polnear
from training.reader.batches import Inputs, inputs, padded
from training.reader.losses import chain_loss, label_loss
from training.reader.network import Network

HIDDEN = 0.05
"""Share of pieces masked while training, against learning names by heart."""

FALSE_CUES = 2
"""Words of each window that look like a cue and are none; they teach that nothing hangs on them."""


def vectors(network: Network, given: Inputs) -> Tensor:
    """Word vectors, the encoder in bfloat16 where it trains."""
    device = given.pieces.device.type
    with torch.autocast(device, dtype=torch.bfloat16, enabled=network.training):
        found = network.encoder(given.pieces, given.shapes, given.starts)
    hidden: Tensor = network.hide(found.float())
    return hidden


def voices_loss(network: Network, found: Sequence[polnear.Example]) -> Tensor:
    """The loss of a batch of attributions."""
    given = inputs([example.window for example in found], HIDDEN)
    x = vectors(network, given)
    width = given.real.shape[1]
    flat = network.voices.flat(x)
    gold = padded([example.flat for example in found], 0, width)
    words = given.real.sum()
    loss = chain_loss(flat, gold, given.real, network.voices.flat_steps) / words
    cues = [(row, q.first, q.last, q.labels) for row, example in enumerate(found) for q in example.quoting]
    cues += _false_cues(flat.detach(), gold, given.real)
    if not cues:
        return loss
    rows = torch.tensor([row for row, *_ in cues])
    means = torch.stack([x[row, first:last].mean(0) for row, first, last, _ in cues])
    buckets = np.zeros((len(cues), width, 2), np.int64)
    for number, (row, first, last, _) in enumerate(cues):
        example = found[row]
        count = len(example.flat)
        buckets[number, :count, 0] = distance_buckets(count, first, last)
        buckets[number, :count, 1] = sentence_buckets(example.sentences, example.sentences[first])
    scores = network.voices.of_cues(x, rows, means, torch.from_numpy(buckets))
    seen = padded([labels for *_, labels in cues], 0, width)
    return loss + chain_loss(scores, seen, given.real[rows], network.voices.pair_steps) / words


def _false_cues(flat: Tensor, gold: Tensor, real: Tensor) -> list[tuple[int, int, int, tuple[int, ...]]]:
    """The words most like a cue that are not one, with nothing for labels."""
    like = flat.softmax(-1)[..., polnear.FLAT.index("B-cue")]
    is_cue = (gold == polnear.FLAT.index("B-cue")) | (gold == polnear.FLAT.index("I-cue"))
    like = like.masked_fill(is_cue | ~real, -1.0)
    best = like.topk(min(FALSE_CUES, like.shape[1]), 1)
    return [
        (row, int(at), int(at) + 1, (0,) * int(real[row].sum()))
        for row in range(like.shape[0])
        for at, value in zip(best.indices[row].tolist(), best.values[row].tolist(), strict=True)
        if value > 0.02
    ]


def trees_loss(network: Network, found: Sequence[gum.Example], forms: Sequence[Sequence[str]]) -> Tensor:
    """The loss of a batch of trees, mentions and coreference; `forms` are the words of each window in lower case."""
    given = inputs([example.window for example in found], HIDDEN)
    x = vectors(network, given)
    width = given.real.shape[1]
    sentences = padded([example.sentences for example in found], -1, width)
    apart = sentences[:, :, None] != sentences[:, None, :]
    heads = padded([example.heads for example in found], -1, width)
    arcs = network.syntax.arcs(x).masked_fill(apart, -1e9)
    loss = 0.5 * label_loss(network.syntax.tags(x), padded([e.tags for e in found], -1, width))
    loss = loss + label_loss(arcs, heads)
    loss = loss + label_loss(
        network.syntax.labels(x, heads.clamp(min=0)), padded([e.relations for e in found], -1, width)
    )
    return loss + _mentions_loss(network, x, found, forms, apart)


def _mentions_loss(
    network: Network, x: Tensor, found: Sequence[gum.Example], forms: Sequence[Sequence[str]], apart: Tensor
) -> Tensor:
    """The loss of kinds, borders and antecedents."""
    shape = x.shape[:2]
    kinds = torch.full(shape, -1)
    begins, ends = torch.full(shape, -1), torch.full(shape, -1)
    same: list[Tensor] = []
    for row, example in enumerate(found):
        kinds[row, : len(example.tags)] = 0
        for mention in example.mentions:
            kinds[row, mention.head] = mention.kind
            begins[row, mention.head], ends[row, mention.head] = mention.first, mention.last - 1
        if len(example.mentions) > 1:
            same.append(_same_loss(network, x[row], example, forms[row]))
    begin, end = network.mentions.borders(x)
    loss = label_loss(network.mentions.kind(x), kinds)
    loss = loss + 0.5 * label_loss(begin.masked_fill(apart, -1e9), begins)
    loss = loss + 0.5 * label_loss(end.masked_fill(apart, -1e9), ends)
    return loss + (0.5 * torch.stack(same).mean() if same else 0.0)


def _same_loss(network: Network, x: Tensor, example: gum.Example, forms: Sequence[str]) -> Tensor:
    """How badly the antecedents of one window's mentions are told: any earlier mention of the group is right."""
    places = [mention.head for mention in example.mentions]
    order = sorted(range(len(places)), key=places.__getitem__)
    heads = [places[n] for n in order]
    groups = [example.mentions[n].group for n in order]
    words = [forms[at] for at in heads]
    alike = torch.tensor([[alike_words(a, b) for b in words] for a in words])
    where = torch.tensor([example.sentences[at] for at in heads])
    far = (where[:, None] - where[None, :]).clamp(0, 6)
    scores = network.mentions.antecedents(x[heads], alike, far)
    gold = torch.tensor(
        [[False, *(b < a and groups[a] == groups[b] for b in range(len(heads)))] for a in range(len(heads))]
    )
    gold[:, 0] = ~gold.any(1)
    right = torch.logsumexp(scores.masked_fill(~gold, -1e9), 1)
    return (torch.logsumexp(scores, 1) - right).mean()
