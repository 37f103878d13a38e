"""The root that words of one family share: prepare, preparing, preparation; arbitrate, arbitrator, arbitration."""

from functools import cache, lru_cache

from pourparler.case.issues.words import kin, topic_words

_ENDINGS = (
    ("isation", "is"),
    ("ification", "if"),
    ("ation", ""),
    ("ator", ""),
    ("ition", "it"),
    ("ction", "ct"),
    ("ption", "pt"),
    ("ssion", "ss"),
    ("ector", "ect"),
    ("ise", "is"),
    ("ify", "if"),
    ("ate", ""),
    ("ment", ""),
    ("sal", "s"),
    ("val", "v"),
    ("wal", "w"),
    ("ing", ""),
    ("our", "or"),
    ("e", ""),
)
"""Endings of nouns and verbs of one family, the longest first, with what stands in their place."""

_SHORTEST = 4
"""Characters of the shortest root."""


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """The root of a dictionary form, in lower case; of words for one subject that of the first (`topic_words.toml`)."""
    led = kin().get(word, word)
    if led in _apart():
        return led
    for ending, instead in _ENDINGS:
        if led.endswith(ending) and len(led) - len(ending) + len(instead) >= _SHORTEST:
            return led.removesuffix(ending) + instead
    return led


@cache
def _apart() -> frozenset[str]:
    return topic_words("families", "apart")
