"""What people type into a search: quotation marks hold words together, a star ends the beginning of a word, and all
else is words to be found, whatever they mean to a program."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 24
"""Words or phrases of one search that are looked for; a sentence has fewer."""

_CHUNK = re.compile(r'"(?P<straight>[^"]*)"?|[“„«](?P<curly>[^“”»]*)[“”»]?|(?P<word>[^\s"“„«”»]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand next to each other, or the beginning of a word (`is_begun`)."""

    words: str
    is_begun: bool = False

    @property
    def match(self) -> str:
        """The term in the language of FTS5: a string, in which nothing is a command."""
        quoted = self.words.replace('"', '""')
        return f'"{quoted}"{" *" if self.is_begun else ""}'

    @property
    def typed(self) -> str:
        """The term as a person would type it."""
        if self.is_begun:
            return f"{self.words}*"
        return f'"{self.words}"' if " " in self.words else self.words


def terms(typed: str) -> tuple[Term, ...]:
    """The words and phrases of a search, each once; what has no letter and no digit is none."""
    found: dict[Term, None] = {}
    for chunk in _CHUNK.finditer(_plain(typed)):
        word = chunk["word"]
        begun = word is not None and word.endswith("*") and len(word.rstrip("*")) > 1
        words = (word.strip("*") if word else chunk["straight"] or chunk["curly"] or "").strip()
        if any(character.isalnum() for character in words):
            found[Term(" ".join(words.split()), begun)] = None
    return tuple(found)[:MOST]


def match(wanted: Iterable[Term]) -> str:
    """All of the terms in the language of FTS5."""
    return " ".join(term.match for term in wanted)


def _plain(typed: str) -> str:
    """What was typed without characters that no text in a database holds: nulls and halves of surrogate pairs."""
    return typed.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
