"""Marks and records of a report as two annotations of it are held against each other: by the words they cite.

Two finds of one kind are the same when the words they cite share at least half of those of the shorter one; each find
is matched once, the best first (most words in common to all words cited, then the most closed values in common).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from training.corpus.days import VALUE
from training.corpus.kinds import RECORD, RESERVED, STATES
from training.corpus.model import Document, Record

CITED = {
    "s": ("content",),
    "m": ("evidence", "title"),
    "p": ("evidence", "issue"),
    "c": ("evidence", "trigger", "requires", "blocks"),
    "i": ("evidence", "title", "terms", "denied", *STATES),
}
"""The fields by whose cited words records are matched; namings of a meeting or an instrument count too."""

SORTS = ("actors", "posts", "times", "not-news", "meeting namings", "instrument namings")


@dataclass(frozen=True, slots=True)
class Find:
    """A mark or a record as it is matched: `cited` are the code points of its words, `values` its closed values."""

    name: str
    cited: frozenset[int]
    values: tuple[str, ...]
    record: Record | None = None


def pairs(first: Sequence[Find], second: Sequence[Find]) -> list[tuple[Find, Find]]:
    """Finds of both sides that are the same, one to one, the best first."""
    found = []
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            common = len(one.cited & other.cited)
            if common and 2 * common >= min(len(one.cited), len(other.cited)):
                values = sum(a == b for a, b in zip(one.values, other.values, strict=False))
                found.append((-common / len(one.cited | other.cited), -values, abs(i - j), i, j))
    used: set[tuple[int, int]] = set()
    for *_, i, j in sorted(found):
        if not any(i == a or j == b for a, b in used):
            used.add((i, j))
    return [(first[i], second[j]) for i, j in sorted(used)]


def records(document: Document, letter: str) -> list[Find]:
    """The records of one kind, by its letter."""
    found = []
    for record in document.records:
        if record.id[0] == letter:
            spans = [span for name in CITED[letter] for span in record.spans(name)]
            spans += [tag.span for tag in document.tags if tag.ids == (record.id,)]
            found.append(Find(record.id, points(spans), record.head, record))
    return found


def marks(document: Document, sort: str) -> list[Find]:
    """The marks of one of the `SORTS`; nested ones stand each by itself."""
    chosen: Callable[[str], object] = {
        "actors": lambda one: (
            one == "unnamed" or not (one in RESERVED or VALUE.fullmatch(one) or RECORD.fullmatch(one))
        ),
        "posts": lambda one: one == "office",
        "times": lambda one: VALUE.fullmatch(one),
        "not-news": lambda one: one == "not-news",
        "meeting namings": lambda one: RECORD.fullmatch(one) and one[0] == "m",
        "instrument namings": lambda one: RECORD.fullmatch(one) and one[0] == "i",
    }[sort]
    return [Find("", points([tag.span]), tag.ids) for tag in document.tags if chosen(tag.ids[0])]


def points(spans: Sequence[Span]) -> frozenset[int]:
    """The code points of several places."""
    return frozenset(place for span in spans for place in range(span.start, span.end))
