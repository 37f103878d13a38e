"""Groups of words that stand in like company, from untagged news, for the tagger's features.

Words are described by their neighbours (positive pointwise mutual information, then a truncated singular value
decomposition) and grouped by k-means with a fixed seed. Names are left out. Needs numpy, which the package does not.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pourparler.text.sentences import borders, paragraphs
from pourparler.text.words import tokens

SEED = 20250616
GROUPS = 256
SIZE = 100
COMPANY = 800
"""Neighbours counted: that many of the commonest words."""
LEAST = 5
"""Words seen less often are left out."""
Floats = NDArray[np.float32]


def sentences(paths: list[Path]) -> Iterator[list[str]]:
    """The sentences of the `text` of each line of JSON-lines files; documents marked dev or test are left out."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                if document.get("split", "train") != "train":
                    continue
                text = document["text"]
                for part in paragraphs(text):
                    for run in borders(text, tokens(text, part.start, part.end)):
                        yield [word for _, _, word in run]


def company(data: list[list[str]], words: list[str]) -> Floats:
    """For each of `words`, the PPMI of the commonest words next to it and two away, on either side."""
    number = {word: n for n, word in enumerate(words)}
    total = np.zeros((len(words), COMPANY * 4), dtype=np.float32)
    for forms in data:
        ids = [number.get(form, -1) for form in forms]
        for at, one in enumerate(ids):
            if one < 0:
                continue
            for slot, step in enumerate((-1, 1, -2, 2)):
                there = at + step
                if 0 <= there < len(ids) and 0 <= ids[there] < COMPANY:
                    total[one, slot * COMPANY + ids[there]] += 1.0 if abs(step) == 1 else 0.5
    rows = total.sum(1, keepdims=True) + 1.0
    columns = total.sum(0, keepdims=True) + 1.0
    with np.errstate(divide="ignore"):
        ratio = np.log(total * columns.sum() / (rows * columns**0.75 * columns.sum() ** 0.25))
    found: Floats = np.maximum(ratio, 0, dtype=np.float32)
    return found


def shortened(table: Floats) -> Floats:
    """Unit vectors of SIZE numbers for the rows of `table`."""
    values, vectors = np.linalg.eigh(table.T @ table)
    kept = vectors[:, -SIZE:] / np.sqrt(np.sqrt(np.maximum(values[-SIZE:], 1e-6)))
    found = table @ kept
    unit: Floats = (found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return unit


def grouped(points: Floats, weights: Floats, rounds: int = 40) -> list[int]:
    """The number of the group of each point: spherical k-means."""
    chance = np.random.default_rng(SEED)
    count = min(GROUPS, len(points))
    centres = points[chance.choice(min(len(points), 4000), count, replace=False)]
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds):
        labels = np.argmax(points @ centres.T, axis=1)
        for n in range(count):
            inside = labels == n
            if inside.any():
                mean = (points[inside] * weights[inside, None]).sum(0)
                centres[n] = mean / (np.linalg.norm(mean) + 1e-9)
    return [int(label) for label in labels]


def word_groups(paths: list[Path]) -> dict[str, int]:
    """Lower-case word -> number of its group, from the texts of `paths`; names and rare words are in none."""
    data = list(sentences(paths))
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for forms in data:
        for at, form in enumerate(forms):
            counts[form.lower()] += 1
            capital[form.lower()] += at > 0 and form[0].isupper()
    common = [
        word for word, count in counts.most_common() if count >= LEAST and any(letter.isalpha() for letter in word)
    ]
    lower = [[form.lower() for form in forms] for forms in data]
    points = shortened(company(lower, common))
    kept = [n for n, word in enumerate(common) if capital[word] < 0.5 * counts[word]]
    weights = np.sqrt(np.array([counts[common[n]] for n in kept], dtype=np.float32))
    labels = grouped(points[kept], weights)
    return {common[n]: label for n, label in sorted(zip(kept, labels, strict=True), key=lambda pair: common[pair[0]])}
