"""Names of people taken apart and folded, so that two spellings of one name meet."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pourparler.text.gazetteer import fold, load_gazetteer

_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "zu", "ter"}
    | {"bin", "bint", "ibn", "ben", "abu", "al", "el", "ul", "ur"}
)
_ARTICLES = frozenset({"al", "el", "ul", "ur"})
_POSSESSIVE = re.compile(r"(?:'s|'|’s|’)$")
_SPELLINGS = (
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"c(?=[aouklrt]|$)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"(?<=\w\w\w)ei$"), "i"),
)
"""Spellings that differ only by how a name is put into Latin letters: -sky, -skyy; Alexei, Aleksey; Andrei, Andriy."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: as written without titles, its folded given names, and its folded surname."""

    written: str
    given: tuple[str, ...]
    surname: str

    @property
    def is_full(self) -> bool:
        """True when a given name, not only its initial, stands before the surname."""
        return bool(self.given) and len(self.given[0]) > 1


@lru_cache(maxsize=65_536)
def parse_name(name: str) -> PersonName:
    """The parts of a person's name; a name of one word is a surname without given names."""
    words = _untitled(_POSSESSIVE.sub("", " ".join(name.split())))
    written = " ".join(words)
    folded = [fold(word).casefold().strip(".,") for word in words]
    cut = next((i for i, word in enumerate(folded) if i and word.split("-")[0] in _PARTICLES), len(folded) - 1)
    if folded and folded[0] in _PARTICLES:
        cut = 0
    given = tuple(spelling(word) for word in folded[:cut] if word)
    return PersonName(written, given, _surname(folded[cut:]))


def _untitled(words_of: str) -> list[str]:
    """The words of a name without the titles and offices before it; the last word always stays."""
    world = load_gazetteer()
    words = words_of.split(" ")
    changed = True
    while changed and len(words) > 1:
        changed = False
        for length in (3, 2, 1):
            title = fold(" ".join(words[:length]))
            if len(words) > length and (title in world.honorifics or title in world.offices):
                words, changed = words[length:], True
                break
    return words


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """A word of a name folded over the ways to write it in Latin letters; letters only."""
    plain = re.sub(r"[^\w]", "", fold(word).casefold())
    for pattern, plainer in _SPELLINGS:
        plain = pattern.sub(plainer, plain)
    return plain


def _surname(words: list[str]) -> str:
    """The folded surname, without the Arabic article: `al-Assad` and `Assad` are one."""
    parts = [part for word in words for part in re.split(r"[-'’ ]", word) if part]
    kept = [part for part in parts if part not in _ARTICLES] or parts
    return "".join(spelling(part) for part in kept)
