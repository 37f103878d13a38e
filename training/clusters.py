"""Clusters of words that stand in like company, from untagged news text, for the tagger.

    python -m training.clusters --out clusters.tsv TEXT.jsonl...

Words are described by their neighbours (positive pointwise mutual information, then a truncated singular value
decomposition) and grouped by k-means with a fixed seed. Needs numpy, which the package itself does not.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pourparler.text.sentences import borders, paragraphs
from pourparler.text.words import tokens

SEED = 20250616
Floats = NDArray[np.float32]


def sentences(paths: list[Path]) -> Iterator[list[str]]:
    """The sentences of the `text` of each line of JSON-lines files, as lower-case words; GUM's dev and test left out."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                if document.get("split", "train") != "train":
                    continue
                text = document["text"]
                for part in paragraphs(text):
                    for run in borders(text, tokens(text, part.start, part.end)):
                        yield [word.lower() for _, _, word in run]


def company(data: list[list[str]], words: list[str], most: int) -> Floats:
    """For each of `words`, the PPMI of the `most` commonest words right before and right after it, and two away."""
    number = {word: n for n, word in enumerate(words)}
    total = np.zeros((len(words), most * 4), dtype=np.float32)
    for forms in data:
        ids = [number.get(form, -1) for form in forms]
        for at, one in enumerate(ids):
            if one < 0:
                continue
            for slot, step in enumerate((-1, 1, -2, 2)):
                there = at + step
                if 0 <= there < len(ids) and 0 <= ids[there] < most:
                    total[one, slot * most + ids[there]] += 1.0 if abs(step) == 1 else 0.5
    rows = total.sum(1, keepdims=True) + 1.0
    columns = total.sum(0, keepdims=True) + 1.0
    with np.errstate(divide="ignore"):
        ratio = np.log(total * columns.sum() / (rows * columns**0.75 * columns.sum() ** 0.25))
    found: Floats = np.maximum(ratio, 0, dtype=np.float32)
    return found


def reduced(table: Floats, size: int) -> Floats:
    """Unit vectors of `size` numbers for the rows of `table`."""
    values, vectors = np.linalg.eigh(table.T @ table)
    kept = vectors[:, -size:] * (1.0 / np.sqrt(np.sqrt(np.maximum(values[-size:], 1e-6))))
    found = table @ kept
    unit: Floats = (found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return unit


def grouped(points: Floats, weights: Floats, count: int, rounds: int = 40) -> NDArray[np.int64]:
    """The number of the group of each point: spherical k-means into `count` groups."""
    chance = np.random.default_rng(SEED)
    centres = points[chance.choice(min(len(points), 4000), count, replace=False)]
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds):
        labels = np.argmax(points @ centres.T, axis=1)
        for n in range(count):
            inside = labels == n
            if inside.any():
                mean = (points[inside] * weights[inside, None]).sum(0)
                centres[n] = mean / (np.linalg.norm(mean) + 1e-9)
    return labels


def main() -> None:
    """Count, reduce, group, write one line a word: word and group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--least", type=int, default=5, help="words seen less often are left out")
    options = parser.parse_args()
    data = list(sentences(options.texts))
    counts = Counter(word for forms in data for word in forms)
    words = [word for word, count in counts.most_common() if count >= options.least and any(c.isalpha() for c in word)]
    points = reduced(company(data, words, 800), 100)
    weights = np.sqrt(np.array([counts[word] for word in words], dtype=np.float32))
    lines = [
        f"{word}\t{group}" for word, group in sorted(zip(words, grouped(points, weights, 256).tolist(), strict=True))
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(data):,} sentences, {counts.total():,} words, {len(words):,} in groups")


if __name__ == "__main__":
    main()
