"""Figures of the frame heads on development data while training, window by window on fresh words."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from pourparler.encoder.chain import best_labels, runs
from pourparler.encoder.frame_labels import CHAINS, CLASSES, LINKED, ROLES, SEEN
from training.reader.batches import inputs
from training.reader.frame_steps import link_scores, seen_from
from training.reader.frames import Example
from training.reader.measure import f1
from training.reader.network import Network
from training.reader.steps import vectors


@torch.no_grad()
def frames(network: Network, found: Sequence[Example]) -> dict[str, float]:
    """F1 of namings and triggers by overlap, of what is seen from the gold's anchors by words, share of right values,
    states and links given the gold's places; in percent."""
    network.eval()
    tally: Counter[str] = Counter()
    for example in found:
        given = inputs([example.window])
        x = vectors(network, given)
        fresh = example.window.fresh - example.window.first
        for name, labels in CHAINS.items():
            steps = network.frames.flat_steps[name].detach().numpy()
            ours = best_labels([network.frames.flat[name](x)[0].numpy()], steps)[0]
            for begin in range(1, len(labels), 2):
                gold = [run for run in runs(np.array(example.chains[name]), begin, begin + 1) if run[0] >= fresh]
                mine = [run for run in runs(ours, begin, begin + 1) if run[0] >= fresh]
                met = [(g, m) for g in gold for m in mine if min(g[1], m[1]) > max(g[0], m[0])]
                key = labels[begin][2:]
                tally[f"{key} right"] += len({m for _, m in met})
                tally[f"{key} met"] += len({g for g, _ in met})
                tally[f"{key} found"] += len(mine)
                tally[f"{key} gold"] += len(gold)
        _around(network, x, example, tally)
        _links(network, x[0], example, tally)
    network.train()
    told = {}
    for key in ("meeting", "instrument", "position", "condition", "statement", "actor"):
        p = tally[f"{key} right"] / max(1, tally[f"{key} found"])
        r = tally[f"{key} met"] / max(1, tally[f"{key} gold"])
        told[f"{key}"] = round(200 * p * r / max(1e-9, p + r), 1)
    for role in ROLES:
        told[f"seen {role}"] = f1(tally[f"{role} both"], tally[f"{role} ours"], tally[f"{role} all"])
    for task in (*CLASSES, "states", "called", *(f"link {kind}" for kind in LINKED)):
        told[task] = round(100 * tally[f"{task} right"] / max(1, tally[f"{task} all"]), 1)
    return told


def _around(network: Network, x: torch.Tensor, example: Example, tally: "Counter[str]") -> None:
    """Counts of words seen, of values and of states."""
    anchors = [(0, one) for one in example.anchors]
    if not anchors:
        return
    scores, whole, _ = seen_from(network, x, [example], anchors)
    rows = best_labels(list(scores.numpy()), network.frames.seen_steps.detach().numpy())
    for row, (_, one) in zip(rows, anchors, strict=True):
        for ours, gold in zip(row.tolist(), one.labels, strict=True):
            for label, key in ((ours, "ours"), (gold, "all")):
                if label:
                    tally[f"{SEEN[label][2:]} {key}"] += 1
            if ours and gold and SEEN[ours][2:] == SEEN[gold][2:]:
                tally[f"{SEEN[ours][2:]} both"] += 1
    for task in CLASSES:
        golds = [dict(one.values).get(task) for _, one in anchors]
        here = [n for n, value in enumerate(golds) if value is not None]
        if here:
            real = torch.ones(len(here), x.shape[1], dtype=torch.bool)
            best = network.frames.of_task(task, x.expand(len(here), -1, -1), whole[here], real).argmax(1)
            tally[f"{task} all"] += len(here)
            tally[f"{task} right"] += sum(int(b) == golds[n] for b, n in zip(best, here, strict=True))
    for _, one in anchors:
        for (a, b), gold in one.states:
            pair = torch.cat([x[0, a:b].mean(0), x[0, one.first : one.last].mean(0)])
            tally["states all"] += 1
            tally["states right"] += int(network.frames.state(pair[None]).argmax()) == gold


def _links(network: Network, x: torch.Tensor, example: Example, tally: "Counter[str]") -> None:
    """Counts of right links."""
    for one in example.namings:
        if one.called >= 0:
            tally["called all"] += 1
            tally["called right"] += int(network.frames.called(x[one.first : one.last].mean(0)).argmax()) == one.called
    for kind, name in enumerate(LINKED):
        if sum(one.kind == kind for one in example.namings) < 2:
            continue
        scores, groups = link_scores(network, x, example, kind)
        for at, best in enumerate(scores.argmax(1).tolist()):
            before = [n for n in range(at) if groups[n] == groups[at]]
            tally[f"link {name} all"] += 1
            tally[f"link {name} right"] += (best - 1 in before) if before else best == 0
