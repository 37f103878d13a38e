"""Which universal tags a word can have at all: marks are no words, and auxiliaries are a closed class."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pourparler.text.tagging import load
from pourparler.text.tagging_features import TAGS

AUXILIARIES = frozenset(
    """be am is are was were been being 's ’s 're ’re 'm ’m have has had having 've ’ve 'd ’d do does did done doing
    will would shall should can could may might must ought need dare 'll ’ll wo ca sha ai got get gets getting
    let used""".split()
)
"""Forms that Universal Dependencies (English) lets be auxiliaries, contracted ones with both apostrophes."""

PARTICLES = frozenset("to not n't n’t nt 's ’s s ' ’ na ta".split())
"""Forms that Universal Dependencies (English) lets be particles: a closed class, so that "rejected" is never one
however near it lies to "not"."""

LEAST_PARTICIPLE, NO_PARTICIPLES = 5, frozenset(("hundred", "indeed", "based", "provided", "supposed"))
"""Letters from which a word in -ed is a verb, an adjective or a noun, and those that may be something else."""

LEAST_NAME = 4
"""Letters from which a word written small is no name; shorter ones stand inside names ("de", "van", "bin")."""

_MARKS = np.array([tag in ("PUNCT", "SYM", "X", "NUM") for tag in TAGS])
_GENITIVE = np.array([tag in ("PUNCT", "SYM", "X", "NUM", "PART") for tag in TAGS])
_WORDS = np.array([tag != "PUNCT" for tag in TAGS])
_AUX = np.array([tag != "AUX" for tag in TAGS])
_PART = np.array([tag != "PART" for tag in TAGS])
_PLAIN = np.array([tag != "PROPN" for tag in TAGS])
_PARTICIPLE = np.array([tag in ("VERB", "ADJ", "NOUN", "PROPN") for tag in TAGS])
_EVERY = {tag: np.array([tag == other for other in TAGS]) for tag in TAGS}


@cache
def _fixed() -> dict[str, str]:
    """Words that only ever had one tag in the treebank, with it."""
    return load().fixed


def possible(form: str) -> NDArray[np.bool_]:
    """Which of `TAGS` the word `form` can have."""
    low = form.lower()
    sure = _fixed().get(low)
    if sure is not None:
        return _EVERY[sure]
    if form in ("'", "’"):  # a quotation mark, or the genitive of "the nurses’ union"
        return _GENITIVE
    if not any(sign.isalnum() for sign in form):
        return _MARKS
    words = _WORDS if low in PARTICLES else _WORDS & _PART
    if len(low) >= LEAST_PARTICIPLE and low.endswith("ed") and low not in NO_PARTICIPLES:
        words = words & _PARTICIPLE
    if len(form) >= LEAST_NAME and form.islower():
        words = words & _PLAIN
    return words if low in AUXILIARIES else words & _AUX
