"""How much each trait that two accounts share, or differ in, says for or against their being of one entry."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ENOUGH = -0.5
"""Score above which two are of one entry: a chance of 38 in 100, set on the dev negotiations of the corpus. A little
below even, since what belongs together is told in words that differ more often than what does not in words alike."""

DOUBTFUL, SURE = -1.0, 0.0
"""Scores between which a person is asked, whichever way it was decided: chances of 27 and 50 in 100. Set by
hand, so that a report brings a question or less (`pourparler review --list` on the bundled case has eight pairs)."""

BASE = "base"
"""What stands for two of which nothing is known."""

_EDGES = (1, 3, 7, 14, 31, 60, 100, 200)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of entry; a trait that was never seen counts for nothing."""

    base: float
    of: Mapping[str, float]

    def score(self, traits: Collection[str]) -> float:
        """The logarithm of the odds that two with these traits are of one entry."""
        return self.base + sum(self.of.get(trait, 0.0) for trait in traits)


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Weights]:
    """The shipped weights by kind of entry; how they were fitted stands in docs/record.md."""
    found: dict[str, dict[str, float]] = {}
    text = files("pourparler.data").joinpath("merging_weights.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["kind"], {})[row["trait"]] = float(row["weight"])
    return {kind: Weights(these.pop(BASE), these) for kind, these in found.items()}


def days_apart(days: int) -> str:
    """A number of days in words that are few enough to be weighed."""
    return next((f"within {edge} days" for edge in _EDGES if days <= edge), f"over {_EDGES[-1]} days")
