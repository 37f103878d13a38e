"""Drill sentences for the tagger: patterns of news prose filled at random with everyday words of talks and disputes.

GUM has little of the clipped style of news ("Envoys met Friday") and few of its words (ceasefire, walkout, envoy). The
patterns and word lists are written for this project; a name is any given name with any surname and means nobody.
"""

import random
from functools import cache
from pathlib import Path

Tagged = list[tuple[str, str]]

_NOUNS = {"people", "person", "things", "thing"}
_NAMES = {"place", "given", "surname", "office", "day", "month"}
_VERBS = {"did", "does", "do", "done", "doing", "went", "go", "goes", "said"}
_HERE = Path(__file__).parent


@cache
def _words() -> dict[str, list[str]]:
    """The words of each slot."""
    lines = (_HERE / "drill_words.csv").read_text(encoding="utf-8").splitlines()
    return {slot: words for slot, *words in (line.split(",") for line in lines if not line.startswith("#"))}


def _slot(slot: str, chance: random.Random) -> tuple[str, str]:
    """A random word for `slot`, with its tag."""
    word = chance.choice(_words()[slot])
    if slot in _NOUNS:
        return word, "NOUN"
    if slot in _NAMES:
        return word, "PROPN"
    return word, "VERB" if slot in _VERBS else "AUX" if slot == "modal" else "ADJ"


def drills(count: int, seed: int) -> list[tuple[list[str], list[str | None]]]:
    """`count` sentences as words and tags."""
    chance = random.Random(seed)
    patterns = [line.split() for line in (_HERE / "drill_patterns.txt").read_text(encoding="utf-8").splitlines()]
    found: list[tuple[list[str], list[str | None]]] = []
    for _ in range(count):
        pairs: Tagged = []
        for item in chance.choice(patterns):
            if item.startswith("{"):
                pairs.append(_slot(item[1:-1], chance))
            elif "/" in item:
                word, _, tag = item.rpartition("/")
                pairs.append((word, tag))
            else:
                pairs.append((item, "PUNCT"))
        forms = [word for word, _ in pairs]
        if forms[0][0].isalpha():
            forms[0] = forms[0][0].upper() + forms[0][1:]
        if chance.random() < 0.25 and forms[-1] == ".":
            forms, pairs = forms[:-1], pairs[:-1]
        found.append((forms, [tag for _, tag in pairs]))
    return found
