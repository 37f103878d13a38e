"""The corpus is in our own words: nothing of the seeds, of the training data or of the open cases stands in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from training.corpus.negotiation import negotiations

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
RUN = 9
"""So many words in a row are a copy."""

OPEN = ("strike", "trade")
"""The measured cases that may be opened; the third is held out."""


def runs(text: str) -> set[str]:
    """Every run of RUN words of a text, in small letters and without signs."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def ours() -> set[str]:
    """The runs of all reports of the corpus."""
    found: set[str] = set()
    for negotiation in negotiations(ROOT / "corpus"):
        for _, document in negotiation.reports:
            found |= runs(document.text)
    return found


def foreign() -> Iterator[str]:
    """The texts nothing may be taken from."""
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((SHARED / "data").rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield str(row.get("text", ""))


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared with seeds and data is not beside the repository")
def test_nothing_is_copied_from_the_seeds_or_the_data() -> None:
    mine = ours()
    assert not [run for text in foreign() for run in mine & runs(text)]


def test_nothing_is_shared_with_the_open_cases() -> None:
    mine = ours()
    paths = [path for case in OPEN for path in sorted((ROOT / "bench" / "cases" / case / "reports").iterdir())]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    assert not [run for text in texts for run in mine & runs(text)]
