"""Asides: who says it, put between the halves of what is said ("No talks, the envoy ruled, until the ban is lifted").

What is tied to what is read without them; spans still count in the text, for words keep their own offsets.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.reading.namings import Naming
from pourparler.reading.people import PersonNaming
from pourparler.reading.roles import Role
from pourparler.reading.scene import Line
from pourparler.text.clauses import parse
from pourparler.text.lexicon import saying

Placed = TypeVar("Placed", Naming, Role, PersonNaming)

MOST_BESIDE = 5
"""Words beside speaker and cue that an aside may have up to its commas ("he said on Friday in Oslo")."""

_HEARD = frozenset(("understand", "hear", "gather"))
_TOLD = frozenset(("understood", "said", "reported", "believed", "claimed", "thought", "hoped", "rumoured"))
_PARTS = frozenset((",", "–", "—", "-"))
_CLOSES = frozenset((".", "!", "?", ":", ";"))
_OPENERS = frozenset("if unless until till without should once before after provided when as in pending while".split())
"""Words with which a half opens that is told first, and ends at a comma."""


def by_place(said: Iterable[Attribution]) -> list[tuple[int, int]]:
    """Where speaker and cue stand of what has both, as offsets in the order of the text."""
    found = [
        (min(one.source.start, one.cue.start), max(one.source.end, one.cue.end))
        for one in said
        if one.source is not None and one.cue is not None and one.content
    ]
    return sorted(found)


def plain(line: Line, places: Sequence[tuple[int, int]]) -> Line:
    """A line without its asides, `places` being where speakers and cues stand; itself where it has none."""
    cut: set[int] = set()
    for first, last in (*_inside(line, places), *_heard(line)):
        cut.update(_aside(line, first, last))
    return _without(line, cut) if cut else line


def _inside(line: Line, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words of those places that lie in a line."""
    whole = line.span(0, len(line.words)) if line.words else Span(0, 1)
    for start, end in places:
        if whole.start <= start and end <= whole.end:
            yield line.index_at(start), line.index_at(end - 1) + 1


def _heard(line: Line) -> Iterator[tuple[int, int]]:
    """The words of "it is understood", "so we hear", "the chair let it be understood" between two commas."""
    marks = [n for n, word in enumerate(line.words) if word.text in (",", "–", "—")]
    for low, high in pairwise(marks):
        lows = [word.text.lower() for word in line.words[low + 1 : high]]
        if len(lows) == 3 and lows[0] == "it" and lows[1] in ("is", "was") and lows[2] in _TOLD:
            yield low + 1, high
            continue
        verbs = [group for group in line.verbs if low < group.first and group.head < high]
        lemmas = [line.words[group.head].lemma for group in verbs]
        if not 1 < len(lows) <= MOST_BESIDE + 2 or not verbs or lows[0] in _OPENERS:
            continue
        ends = verbs[-1].last == high or line.words[verbs[-1].last].tag == "ADV"
        if lemmas[-1] in saying() | _HEARD and ends and not any(group.modal for group in verbs):
            yield low + 1, high


def _aside(line: Line, first: int, last: int) -> range:
    """The words to leave out around speaker and cue: up to the marks on both sides, where there are some with words
    beyond; one comma stays behind a half that is told first."""
    words = line.words
    low, high = first, last
    while low and not _is_mark(line, low - 1):
        low -= 1
    while high < len(words) and not _is_mark(line, high):
        high += 1
    beside = first - low + high - last
    verbs = any(g.finite and low <= g.first < high and not first <= g.first < last for g in line.verbs)
    if not low or beside > MOST_BESIDE or verbs or any(words[n].text in _CLOSES for n in (low - 1, *_at(words, high))):
        return range(0)
    if words[low].tag == "CCONJ" or (high < len(words) and words[high].text not in _PARTS):
        return range(0)  # a clause of its own, or one that goes on in a quotation: "but she pushed for “more” of it"
    while low and _is_mark(line, low - 1):
        low -= 1
    while high < len(words) and _is_mark(line, high):
        high += 1
    if not low or high >= len(words) or words[high].tag == "CCONJ":
        return range(0)
    opened = next((word.text.lower() for word in words[:low] if word.tag not in ("PUNCT", "CCONJ", "ADV")), "")
    comma = next((n for n in range(low, high) if words[n].text == ","), None) if opened in _OPENERS else None
    return range(low if comma is None else comma + 1, high)


def _at(words: Sequence[object], at: int) -> range:
    return range(at, min(at + 1, len(words)))


def _is_mark(line: Line, at: int) -> bool:
    return line.words[at].tag == "PUNCT" and line.words[at].text not in ("'", "’", "-")


def _without(line: Line, cut: set[int]) -> Line:
    """A line without some words; names that lie in them are left out too."""
    kept = [n for n in range(len(line.words)) if n not in cut]
    at = {old: new for new, old in enumerate(kept)}
    sentence = replace(line.sentence, words=tuple(line.words[n] for n in kept))

    return replace(
        line,
        sentence=sentence,
        namings=_moved(line.namings, at),
        roles=_moved(line.roles, at),
        people=_moved(line.people, at),
        parse=parse(sentence),
        quoted=tuple(line.quoted[n] for n in kept),
    )


def _moved(things: Iterable[Placed], at: Mapping[int, int]) -> tuple[Placed, ...]:
    """Things with the word indices that they have among the words left; `at` gives the new index of an old one."""
    return tuple(
        replace(one, first=at[one.first], last=at[one.last - 1] + 1)
        for one in things
        if one.first in at and one.last - 1 in at
    )
