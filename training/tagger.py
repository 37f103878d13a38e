"""Trains the tagger on GUM and writes its model file, its sum and its figures.

    python -m training.tagger --data ../shared/data/entities/gum.jsonl

Averaged perceptron, greedy from left to right (Collins 2002). Deterministic: one seed, no clock.
"""

import argparse
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pourparler.text.tagging import MODEL, Tagger, pack, unpack
from pourparler.text.tagging_features import EDGE, TAGS, is_loud, of_pair, of_tags, of_word
from pourparler.text.words import tokens
from training.clusters import word_groups
from training.drills import drills

SEED = 20250616
NUMBER = {tag: index for index, tag in enumerate(TAGS)}
Example = tuple[list[str], list[str | None]]


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a GUM file in JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples(document: dict[str, Any], own: bool) -> Iterator[Example]:
    """Sentences as words and gold tags: GUM's tokens, or with `own` the package's (None where GUM has no tag for
    one)."""
    text = document["text"]
    gold = document["tokens"]
    at = 0
    for start, end in document["sentences"]:
        inside = []
        while at < len(gold) and gold[at][0] < end:
            inside.append(gold[at])
            at += 1
        if own:
            cut = tokens(text, start, end)
            yield [word for _, _, word in cut], [_gold(inside, a, b) for a, b, _ in cut]
        else:
            yield [text[token[0] : token[1]] for token in inside], [token[2] for token in inside]


def _gold(inside: list[list[Any]], start: int, end: int) -> str | None:
    """The tag of the gold tokens that make up `[start, end)`: that of the one whose head lies outside; None when
    cut across."""
    covered = [n for n, token in enumerate(inside) if token[0] < end and token[1] > start]
    if not covered or inside[covered[0]][0] != start or inside[covered[-1]][1] != end:
        return None
    if len(covered) == 1:
        return str(inside[covered[0]][2])
    heads = [n for n in covered if inside[n][4] - 1 not in covered]
    tag, relation, head = (inside[heads[0] if heads else covered[-1]][k] for k in (2, 3, 4))
    if tag in ("NOUN", "VERB", "ADV", "ADP") and relation in ("amod", "compound", "nmod") and head - 1 > covered[-1]:
        return "ADJ"
    return str(tag)


def name_parts(gum: list[dict[str, Any]]) -> frozenset[str]:
    """Words that are common words in lower case but stand with a capital right before a name: White, United,
    Foreign."""
    lower: Counter[str] = Counter()
    for document in gum:
        if document["split"] == "train":
            lower.update(document["text"][start:end] for start, end, *_ in document["tokens"])
    return frozenset(form for form in lower if form.islower())


def named(forms: list[str], tags: list[str | None], parts: frozenset[str]) -> Example:
    """The same sentence with names tagged PROPN throughout: GUM gives `United States` VERB PROPN, `White House`
    ADJ PROPN.

    Left as they are: the first word of a sentence unless it is a participle, and adjectives of states and peoples.
    """
    found = list(tags)
    for at in range(len(forms) - 2, -1, -1):
        form = forms[at]
        joined = form[0].isupper() and forms[at + 1][0].isupper() and found[at + 1] == "PROPN"
        if (
            joined
            and found[at] in ("VERB", "ADJ", "NOUN", "ADV")
            and form.lower() in parts
            and (at > 0 or found[at] == "VERB")
        ):
            found[at] = "PROPN"
    return forms, found


class Trainer:
    """A perceptron in training: weights, their running sums and when each was last changed."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = {}
        self.sums: dict[str, list[float]] = {}
        self.stamps: dict[str, list[int]] = {}
        self.now = 0

    def scores(self, features: Sequence[str]) -> list[float]:
        rows = [row for feature in features if (row := self.weights.get(feature))]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(TAGS)

    def learn(self, features: Sequence[str], right: int, guess: int) -> None:
        for feature in features:
            row = self.weights.get(feature)
            if row is None:
                row = self.weights[feature] = [0.0] * len(TAGS)
                self.sums[feature] = [0.0] * len(TAGS)
                self.stamps[feature] = [0] * len(TAGS)
            for label, step in ((right, 1.0), (guess, -1.0)):
                self.sums[feature][label] += (self.now - self.stamps[feature][label]) * row[label]
                self.stamps[feature][label] = self.now
                row[label] += step

    def average(self) -> dict[str, list[float]]:
        found = {}
        for feature, row in self.weights.items():
            total = [
                s + (self.now - t) * w for s, t, w in zip(self.sums[feature], self.stamps[feature], row, strict=True)
            ]
            found[feature] = [value / self.now for value in total]
        return found


def word_rows(forms: list[str], groups: dict[str, int]) -> list[list[str]]:
    """For each word, the features that do not hang on tags."""
    loud = is_loud(forms)
    padded = [EDGE, EDGE, *forms, EDGE, EDGE]
    lows = [form.lower() for form in padded]
    rows = []
    for at in range(2, len(padded) - 2):
        row = [
            f for place in (-2, -1, 0, 1, 2) for f in of_word(padded[at + place], place, at + place == 2, loud, groups)
        ]
        rows.append([*row, *of_pair(lows[at - 1], lows[at], lows[at + 1])])
    return rows


def sure_words(data: list[Example]) -> dict[str, str]:
    """Words seen at least 20 times of which 99 in 100 had one tag, none of them often part of a name."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for forms, gold in data:
        for form, tag in zip(forms, gold, strict=True):
            if tag:
                seen[form.lower()][tag] += 1
    found = {}
    for word, tags in sorted(seen.items()):
        tag, count = tags.most_common(1)[0]
        if tags.total() >= 20 and count >= 0.99 * tags.total() and tag != "PROPN" and not tags["PROPN"]:
            found[word] = tag
    return found


def loudened(data: list[Example], chance: random.Random) -> list[Example]:
    """Copies of some sentences in capitals and in headline case, so that such lines are not new to the tagger."""
    extra: list[Example] = []
    for forms, gold in data:
        draw = chance.random()
        if draw < 0.03:
            extra.append(([form.upper() for form in forms], gold))
        elif draw < 0.06:
            extra.append(([form[0].upper() + form[1:] if len(form) > 3 else form for form in forms], gold))
    return extra


def train(
    data: list[Example], rounds: int, fixed: dict[str, str], groups: dict[str, int], seed: int
) -> dict[str, list[float]]:
    """Averaged weights after `rounds` passes over `data`."""
    chance = random.Random(seed)
    trainer = Trainer()
    prepared = [(forms, gold, word_rows(forms, groups)) for forms, gold in [*data, *loudened(data, chance)]]
    for turn in range(rounds):
        chance.shuffle(prepared)
        wrong = total = 0
        for forms, gold, rows in prepared:
            tags = [EDGE, EDGE]
            lows = [*[form.lower() for form in forms], EDGE, EDGE]
            for at, row in enumerate(rows):
                trainer.now += 1
                if lows[at] in fixed:
                    tags.append(fixed[lows[at]])
                    continue
                features = [*row, *of_tags(tags[-1], tags[-2], lows[at], lows[at + 1], lows[at + 2])]
                scores = trainer.scores(features)
                guess = scores.index(max(scores))
                tags.append(TAGS[guess])
                if gold[at] is not None:
                    total += 1
                    right = NUMBER[gold[at] or ""]
                    if right != guess:
                        wrong += 1
                        trainer.learn(features, right, guess)
        print(f"round {turn + 1}: {1 - wrong / total:.4f} of {total}", flush=True)
    return trainer.average()


def mean(models: list[dict[str, list[float]]]) -> dict[str, list[float]]:
    """The mean weights of several trainings, which errs less than any one of them."""
    found: dict[str, list[float]] = {}
    for model in models:
        for feature, row in model.items():
            total = found.setdefault(feature, [0.0] * len(TAGS))
            for label, value in enumerate(row):
                total[label] += value / len(models)
    return found


def quantised(weights: dict[str, list[float]], least: float) -> dict[str, dict[int, int]]:
    """Weights as whole numbers of -127 to 127, those nearer to 0 than `least` left out."""
    top = max(abs(value) for row in weights.values() for value in row)
    step = min(top, 12.0) / 127
    found = {}
    for feature, row in weights.items():
        kept = {
            n: max(-127, min(127, round(v / step))) for n, v in enumerate(row) if abs(v) >= least and round(v / step)
        }
        if kept:
            found[feature] = kept
    return found


def accuracy(
    tagger: Tagger, documents_: list[dict[str, Any]], own: bool, parts: frozenset[str] = frozenset()
) -> tuple[float, int]:
    """Share of words given GUM's tag, and how many there were."""
    right = total = 0
    for document in documents_:
        for forms, gold in (named(*pair, parts) for pair in examples(document, own)):
            for guess, wanted in zip(tagger.tag(forms), gold, strict=True):
                if wanted is not None:
                    total += 1
                    right += guess == wanted
    return right / max(total, 1), total


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="gum.jsonl")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument(
        "--turns", type=int, default=4, help="trainings with seeds of their own whose weights are averaged"
    )
    parser.add_argument("--least", type=float, default=0.52, help="weights nearer to 0 than this are left out")
    parser.add_argument("--drills", type=int, default=2000, help="how many drill sentences to add")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="untagged news in JSON lines, for word groups")
    parser.add_argument("--out", type=Path, default=Path("src/pourparler/data/models"))
    options = parser.parse_args()
    gum = documents(options.data)
    data = [pair for document in gum if document["split"] == "train" for pair in examples(document, own=True)]
    parts = name_parts(gum)
    data = [named(forms, tags, parts) for forms, tags in data]
    fixed = sure_words(data)
    data += drills(options.drills, SEED)
    groups = word_groups([options.data, *options.text])
    print(len(data), "sentences", len(fixed), "sure words")
    models = [train(data, options.rounds, fixed, groups, SEED + turn) for turn in range(options.turns)]
    packed = pack(quantised(mean(models), options.least), fixed, groups)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / MODEL).write_bytes(packed)
    (options.out / (MODEL + ".sha256")).write_text(f"{hashlib.sha256(packed).hexdigest()}  {MODEL}\n", encoding="ascii")
    print(f"{len(packed):,} bytes")
    tagger = unpack(packed)
    for split in ("dev", "test"):
        for genre in (None, "news", "interview"):
            chosen = [d for d in gum if d["split"] == split and (genre is None or d["genre"] == genre)]
            for own in (True, False):
                share, total = accuracy(tagger, chosen, own, parts)
                raw, _ = accuracy(tagger, chosen, own)
                print(f"{split} {genre or 'all'} {'own' if own else 'gum'} tokens: {share:.4f} ({raw:.4f}) of {total}")


if __name__ == "__main__":
    main()
