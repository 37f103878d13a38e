"""Universal tags of the words of a sentence, by an averaged perceptron (Collins 2002) trained on the GUM treebank.

The model file lies in `pourparler/data/models` with its card. It is read when first needed and checked against its sum.
"""

import hashlib
import json
import zlib
from array import array
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

from pourparler.core.errors import PourparlerError
from pourparler.text.tagging_features import EDGE, TAGS, is_loud, of_pair, of_tags, of_word

MODEL = "tagger-en-3.bin"
_MOST_KEPT = 200_000
"""Words whose sums are kept at once; beyond, the store is emptied. About 100 MB at worst."""


class ModelError(PourparlerError):
    """A model file is missing or damaged."""


class Tagger:
    """A trained tagger: weights by feature, and the tag of each word that only ever has one."""

    def __init__(self, features: list[str], labels: bytes, weights: "array[int]", counts: bytes) -> None:
        self._index = dict(zip(features, range(len(features)), strict=True))
        self._ends = [0, *accumulate(counts)]
        self._labels = labels
        self._weights = weights
        self._rows: dict[str, list[int]] = {}
        self._sums: dict[tuple[str, int, bool, bool], list[int]] = {}
        self.fixed: dict[str, str] = {}
        self.groups: dict[str, int] = {}

    def _row(self, feature: str) -> list[int] | None:
        """The weights of `feature` for every tag, or None when it has none."""
        kept = self._rows.get(feature)
        if kept is None and feature in self._index:
            kept = [0] * len(TAGS)
            self._add(feature, kept)
            self._rows[feature] = kept
        return kept

    def _add(self, feature: str, total: list[int]) -> None:
        """Add the weights of `feature` to `total`."""
        found = self._index.get(feature)
        if found is not None:
            for at in range(self._ends[found], self._ends[found + 1]):
                total[self._labels[at]] += self._weights[at]

    def _sum(self, word: str, place: int, first: bool, loud: bool) -> list[int]:
        """Summed weights of the features of one word alone at `place`."""
        total = [0] * len(TAGS)
        for feature in of_word(word, place, first, loud, self.groups):
            self._add(feature, total)
        if len(self._sums) > _MOST_KEPT:
            self._sums.clear()
        self._sums[word, place, first, loud] = total
        return total

    def tag(self, forms: Sequence[str]) -> list[str]:
        """The universal tag of each of `forms`, the words of one sentence in order."""
        loud = is_loud(forms)
        lows = [EDGE, EDGE, *[form.lower() for form in forms], EDGE, EDGE]
        padded = [EDGE, EDGE, *forms, EDGE, EDGE]
        tags = [EDGE, EDGE]
        index, sums = self._index, self._sums
        for at in range(2, len(padded) - 2):
            word = lows[at]
            sure = self.fixed.get(word)
            if sure is not None:
                tags.append(sure)
                continue
            rows = [
                sums.get(key) or self._sum(*key)
                for key in (
                    (padded[at - 2], -2, at == 4, loud),
                    (padded[at - 1], -1, at == 3, loud),
                    (padded[at], 0, at == 2, loud),
                    (padded[at + 1], 1, False, loud),
                    (padded[at + 2], 2, False, loud),
                )
            ]
            before, after = lows[at - 1], lows[at + 1]
            last, earlier = tags[at - 1], tags[at - 2]
            for feature in (*of_pair(before, word, after), *of_tags(last, earlier, word, after, lows[at + 2])):
                if feature in index and (row := self._row(feature)):
                    rows.append(row)
            scores = list(map(sum, zip(*rows, strict=True)))
            tags.append(TAGS[scores.index(max(scores))])
        return tags[2:]


def pack(weights: dict[str, dict[int, int]], fixed: dict[str, str], groups: dict[str, int]) -> bytes:
    """The bytes of a model file: quantised `weights` by feature and tag index, the words with one tag only, the
    word groups."""
    names = sorted(weights)
    if any("\n" in name for name in names) or any(len(weights[name]) > 255 for name in names):
        raise ValueError("a feature holds a line break or too many weights")
    labels = bytes(label for name in names for label in sorted(weights[name]))
    values = array("b", [weights[name][label] for name in names for label in sorted(weights[name])])
    parts = [
        json.dumps([fixed, _by_number(groups)], ensure_ascii=False).encode(),
        "\n".join(names).encode(),
        bytes(len(weights[name]) for name in names),
        labels,
        values.tobytes(),
    ]
    head = json.dumps([len(part) for part in parts]).encode() + b"\n"
    return head + zlib.compress(b"".join(parts), 9)


def _by_number(groups: dict[str, int]) -> list[str]:
    """The words of each group of `groups` in one line, by the group's number."""
    members: list[list[str]] = [[] for _ in range(max(groups.values(), default=-1) + 1)]
    for word in sorted(groups):
        members[groups[word]].append(word)
    return [" ".join(words) for words in members]


def unpack(packed: bytes) -> Tagger:
    """The tagger whose model file is `packed`; raises ModelError when the bytes are no model."""
    try:
        head, _, body = packed.partition(b"\n")
        sizes = json.loads(head)
        whole = zlib.decompress(body)
        ends = [0, *accumulate(sizes)]
        told, names, counts, labels, values = (whole[a:b] for a, b in pairwise(ends))
        weights = array("b")
        weights.frombytes(values)
        tagger = Tagger(names.decode().split("\n"), labels, weights, counts)
        tagger.fixed, members = json.loads(told)
        tagger.groups = {word: number for number, words in enumerate(members) for word in words.split(" ")}
    except (ValueError, zlib.error) as error:
        raise ModelError(f"The tagger's model is not readable ({error}); install the package again.") from error
    return tagger


@cache
def load() -> Tagger:
    """The tagger that ships with the package; raises ModelError when its file is missing or not the one its card
    names."""
    folder = files("pourparler").joinpath("data", "models")
    try:
        packed = folder.joinpath(MODEL).read_bytes()
        named = folder.joinpath(MODEL + ".sha256").read_text(encoding="ascii").split()[0]
    except OSError as error:
        raise ModelError(f"The tagger's model {MODEL} is missing; install the package again.") from error
    if hashlib.sha256(packed).hexdigest() != named:
        raise ModelError(
            f"The tagger's model {MODEL} is damaged (its sum is not {named[:12]}…); install the package again."
        )
    return unpack(packed)


def tag(forms: Sequence[str]) -> list[str]:
    """The universal tag of each of `forms`, the words of one sentence in order."""
    return load().tag(forms)
