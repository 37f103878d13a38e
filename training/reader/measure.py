"""Figures on the development data while training: exact spans, attachment, mentions. The bench measures anew."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch

from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.chain import best_labels, runs
from training.reader import gum, polnear
from training.reader.batches import inputs, padded
from training.reader.network import Network
from training.reader.steps import vectors

ROLES = ("source", "cue", "content")
Spans = set[tuple[int, int]]


def f1(right: int, found: int, gold: int) -> float:
    """F1 in percent."""
    return round(200 * right / max(1, found + gold), 2)


@torch.no_grad()
def voices(network: Network, found: Sequence[polnear.Example]) -> dict[str, float]:
    """Exact span F1 of fresh words by role, read flat and seen from the cues; counted window by window."""
    network.eval()
    tally: Counter[str] = Counter()
    for batch in _chunks(found, 8):
        given = inputs([example.window for example in batch])
        x = vectors(network, given)
        flat = network.voices.flat(x).numpy()
        for row, example in enumerate(batch):
            fresh = example.window.fresh - example.window.first
            count = len(example.flat)
            steps = network.voices.flat_steps.numpy()
            labels = best_labels([flat[row, :count]], steps)[0]
            gold = np.array(example.flat)
            cues = runs(labels, 3, 4)
            pair = _seen(network, x[row : row + 1, :count], example, cues) if cues else []
            for number, role in enumerate(ROLES):
                begin = 1 + 2 * number
                right = _fresh(runs(gold, begin, begin + 1), fresh)
                _count(tally, f"flat {role}", right, _fresh(runs(labels, begin, begin + 1), fresh))
                if role != "cue":
                    start = polnear.PAIR.index(f"B-{role}")
                    ours = {span for seen in pair for span in runs(seen, start, start + 1)}
                    _count(tally, f"pair {role}", right, _fresh(ours, fresh))
    network.train()
    names = sorted({key.rsplit(" ", 1)[0] for key in tally})
    return {name: f1(tally[f"{name} right"], tally[f"{name} found"], tally[f"{name} gold"]) for name in names}


def _seen(
    network: Network, x: torch.Tensor, example: polnear.Example, cues: Sequence[tuple[int, int]]
) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Labels of every word seen from each cue."""
    count = x.shape[1]
    means = torch.stack([x[0, first:last].mean(0) for first, last in cues])
    buckets = np.stack(
        [
            np.stack(
                [distance_buckets(count, *cue), sentence_buckets(example.sentences, example.sentences[cue[0]])], -1
            )
            for cue in cues
        ]
    )
    rows = torch.zeros(len(cues), dtype=torch.long)
    scores = network.voices.of_cues(x, rows, means, torch.from_numpy(buckets))
    return best_labels(list(scores.numpy()), network.voices.pair_steps.numpy())


def _fresh(spans: Sequence[tuple[int, int]] | Spans, fresh: int) -> Spans:
    return {span for span in spans if span[0] >= fresh}


def _count(tally: Counter[str], name: str, gold: Spans, found: Spans) -> None:
    tally[f"{name} right"] += len(gold & found)
    tally[f"{name} found"] += len(found)
    tally[f"{name} gold"] += len(gold)


@torch.no_grad()
def trees(network: Network, found: Sequence[gum.Example]) -> dict[str, float]:
    """Tags right, attachment without and with relation, and mention heads with kind (F1), in percent."""
    network.eval()
    tally: Counter[str] = Counter()
    for batch in _chunks(found, 8):
        given = inputs([example.window for example in batch])
        x = vectors(network, given)
        width = given.real.shape[1]
        sentences = padded([example.sentences for example in batch], -1, width)
        arcs = network.syntax.arcs(x).masked_fill(sentences[:, :, None] != sentences[:, None, :], -1e9).argmax(-1)
        labels = network.syntax.labels(x, arcs).argmax(-1)
        tags, kinds = network.syntax.tags(x).argmax(-1), network.mentions.kind(x).argmax(-1)
        for row, example in enumerate(batch):
            for at, (tag, head, name) in enumerate(zip(example.tags, example.heads, example.relations, strict=True)):
                tally["tags"] += int(tags[row, at]) == tag
                tally["words"] += tag >= 0
                tally["joined"] += head >= 0
                tally["uas"] += int(arcs[row, at]) == head
                tally["las"] += int(arcs[row, at]) == head and int(labels[row, at]) == name
            gold = {(m.head, m.kind) for m in example.mentions}
            ours = {(at, int(kinds[row, at])) for at in range(len(example.tags)) if kinds[row, at]}
            tally["right"] += len(gold & ours)
            tally["found"] += len(ours)
            tally["gold"] += len(gold)
    network.train()
    return {
        "tags": round(100 * tally["tags"] / max(1, tally["words"]), 2),
        "uas": round(100 * tally["uas"] / max(1, tally["joined"]), 2),
        "las": round(100 * tally["las"] / max(1, tally["joined"]), 2),
        "mentions": f1(tally["right"], tally["found"], tally["gold"]),
    }


def _chunks(found: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """`found` by `size`, longest windows together."""
    for start in range(0, len(found), size):
        yield found[start : start + size]
