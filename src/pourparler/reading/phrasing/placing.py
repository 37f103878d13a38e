"""Where the words of a phrase stand: a reader may have left out an auxiliary, or put a verb into its base form."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparler.core.evidence import Span
from pourparler.reading.conditions.folding import NO
from pourparler.reading.phrasing.tree import Words
from pourparler.reading.scene import Line

QUOTES = frozenset('"“”«»')

PASSED = frozenset(("AUX", "ADV", "PART", "PUNCT", "PRON", "ADP", "SCONJ"))
"""Tags of words that may be left out between two words of a phrase."""

FARTHEST = 4
"""Words in a row that may be left out."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase laid over its sentence: each word that it has with the form it has there, in order; `first` and `last`
    are the words from its first to its last."""

    line: Line
    forms: dict[int, str] = field(hash=False)

    @property
    def words(self) -> Words:
        """From the first to the last word of it."""
        return min(self.forms), max(self.forms) + 1

    @property
    def left_out(self) -> tuple[int, ...]:
        """Words of the sentence between its own that the phrase does not have, quotation marks aside."""
        return tuple(at for at in range(*self.words) if at not in self.forms and self.line.words[at].text not in QUOTES)

    def text(self, words: Words, restored: frozenset[int] = frozenset()) -> str:
        """The phrase over other words: those it had in its forms, those it left out only where `restored`."""
        first, last = self.words
        pieces: list[str] = []
        before = -1
        for at in range(*words):
            word = self.line.words[at]
            out = first <= at < last and at not in self.forms and at not in restored
            if out or word.text in QUOTES:
                continue
            form = self.forms.get(at, word.text)
            glued = before == at - 1 and self.line.words[before].end == word.start
            if pieces and glued:
                pieces[-1] += form
            else:
                pieces.append(form)
            before = at
        return " ".join(pieces)


def placed(line: Line, phrase: str, near: Span) -> Placed | None:
    """A phrase laid over the words of a line; where it stands there more than once, over those of which most lie in
    `near`, then over those with the fewest words left out. None where it does not stand there."""
    wanted = "".join("".join(phrase.split()).lower().split('"'))
    found = [forms for start in range(len(line.words)) if (forms := _forms(line, wanted, start)) is not None]
    made = [Placed(line, forms) for forms in found]
    return min(made, key=lambda one: (_outside(one, near), len(one.left_out), one.words), default=None)


def _outside(one: Placed, near: Span) -> int:
    words = (one.line.words[at] for at in one.forms)
    return sum(not (near.start <= word.start and word.end <= near.end) for word in words)


def _forms(line: Line, wanted: str, start: int) -> dict[int, str] | None:
    """The words from `start` on that make up a phrase without blanks, with their forms; None where they do not."""
    forms: dict[int, str] = {}
    missed = 0
    for at in range(start, len(line.words)):
        if not wanted:
            break
        form = next((one for one in _written(line, at) if one and wanted.startswith(one.lower())), None)
        if form is not None:
            forms[at], missed = form, 0
            wanted = wanted[len(form) :]
            continue
        missed += 1
        if not forms or missed > FARTHEST or line.words[at].tag not in PASSED:
            return None
    return forms if forms and not wanted else None


def _written(line: Line, at: int) -> Iterator[str]:
    """The forms in which a reader may write a word: as it stands, with its denial taken out, its base form."""
    word = line.words[at]
    yield word.text
    yield NO.get(word.text.lower(), "")
    if word.tag == "VERB":
        yield word.lemma
