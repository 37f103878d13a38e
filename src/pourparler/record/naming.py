"""Names of people taken apart and folded, so that two spellings of one name meet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from pourparler.reading.family_names import comes_first
from pourparler.record.spelling import given_form, spelling
from pourparler.text.gazetteer import fold, load_gazetteer

_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "zu", "ter"}
    | {"bin", "bint", "ibn", "ben", "abu", "al", "el", "ul", "ur"}
)
_ARTICLES = frozenset({"al", "el", "ul", "ur"})
_SERVANT = re.compile(r"^abd(?:[aeiou]l)?$")
_SERVANT_OF = re.compile(r"^abd[aeou]l(?=\w{4})")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_INITIALS = re.compile(r"^(?:[a-z]\.)+[a-z]?\.?$")
_POSSESSIVE = re.compile(r"(?:'s|'|’s|’)$")
_GLUED_ARTICLE = re.compile(r"^(?:Al|El)(?=[A-Z][a-z])")

MIDDLE_ALIKE = 60.0
"""Least likeness of two middle names that may be one ("Nikolaevich", "Nikolayevich" 96; "Manuel", "Carlos" 17)."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: as written without titles, its folded given names, its folded surname, and `jr` or `ii`."""

    written: str
    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    initials: str = ""
    """The first letter of each given name as written, small and without accents."""

    @property
    def is_full(self) -> bool:
        """True when a given name, not only its initial, stands before the surname."""
        return bool(self.given) and len(self.given[0]) > 1


@lru_cache(maxsize=65_536)
def parse_name(name: str) -> PersonName:
    """The parts of a person's name; a name of one word is a surname without given names.

    Family names that come first (Korean, Chinese) are taken for surnames only where list and syllables both say so.
    """
    words = _untitled(_POSSESSIVE.sub("", " ".join(name.split())))
    written = " ".join(words)
    folded = _joined([fold(_GLUED_ARTICLE.sub("", fold(word))).casefold().strip(",") for word in words])
    suffix = folded.pop().strip(".") if len(folded) > 2 and folded[-1].strip(".") in _SUFFIXES else ""
    if comes_first([word.strip(".") for word in folded]):
        given = spelling("".join(folded[1:]))
        return PersonName(written, (given,), spelling(folded[0]), suffix, folded[1][:1])
    cut = next((i for i, word in enumerate(folded) if i and word.split("-")[0] in _PARTICLES), len(folded) - 1)
    if folded and folded[0] in _PARTICLES:
        cut = 0
    parts = [part for word in folded[:cut] for part in _given_parts(word)]
    surname = _surname([word.strip(".") for word in folded[cut:]])
    return PersonName(written, tuple(p for p, _ in parts), surname, suffix, "".join(i for _, i in parts))


def conflicts(one: PersonName, other: PersonName) -> bool:
    """True for two names that no one person bears: another middle name or initial, the one `jr` and the other `sr`."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return True
    if len(one.given) < 2 or len(other.given) < 2:
        return False
    mine, theirs = one.given[1], other.given[1]
    if len(mine) == 1 or len(theirs) == 1:
        return one.initials[1] != other.initials[1]
    apart = mine not in other.given and theirs not in one.given
    return apart and ratio(mine, theirs) < MIDDLE_ALIKE


def _given_parts(word: str) -> list[tuple[str, str]]:
    """The folded given names in one word, each with its initial as written; initials stand apart."""
    if _INITIALS.match(word):
        return [(letter, letter) for letter in word if letter.isalpha()]
    folded = given_form(word.strip("."))
    return [(folded, word[0])] if folded else []


def _joined(words: Sequence[str]) -> list[str]:
    """The words with `abd al-rahman`, `abdul rahman` and `abdulrahman` written in one way, each as one word."""
    out: list[str] = []
    held = ""
    for index, word in enumerate(words):
        if _SERVANT.match(word) and index + 2 < len(words):
            held = "abd"
        elif held and word in _ARTICLES:
            continue
        elif held:
            out.append(held + re.sub(r"^(?:al|el|ar|ur|ul|as|az)-", "", word))
            held = ""
        else:
            out.append(_SERVANT_OF.sub("abd", word))
    return out


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


def _surname(words: list[str]) -> str:
    """The folded surname, without the Arabic article: `al-Assad` and `Assad` are one."""
    parts = [part for word in words for part in re.split(r"[-'’ ]", word) if part]
    kept = [part for part in parts if part not in _ARTICLES] or parts
    return "".join(spelling(part) for part in kept)
