"""Differences of scope: one voice has a meeting deal with, or an instrument hold, one thing only; another has more.

Where the narrower reading does not say that it is all, it may be no more than a report that names only some: then there
is nothing to dispute.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, Meeting
from pourparler.record.contradictions.sides import Told, contrary, teller_of
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import REACHED
from pourparler.record.merging.glimpse import MET
from pourparler.record.merging.wording import VAGUE, content_words, stems

_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|alone|purely|nothing (?:but|else|more)|no more than|(?:limited|confined) to)\b", re.I
)
_BEFORE = 40
"""Characters before the words of a field in which they may be told to be all."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a field takes in by one account: its words, their telling stems, and whether they are told to be all."""

    words: str
    topics: frozenset[str]
    complete: bool


def extents(entry: Meeting | Instrument, background: Background) -> Iterator[tuple[str, Told]]:
    """Both sides of each difference of scope, with its field."""
    for field in ("agenda", "terms"):
        told = [(extent, account) for account in entry.accounts if (extent := _extent(account, field, background))]
        if any(extent.complete for extent, _ in told):
            for extent, account in contrary(told, _differ, background, settled=MET | REACHED):
                words = background.support((account,), field)
                yield field, Told(extent.words, words, teller_of(account, background), complete=extent.complete)


def _extent(account: Account, field: str, background: Background) -> Extent | None:
    """What an account gives for a field; None where it gives nothing."""
    words = background.support((account,), field)
    if not words:
        return None
    text = background.reports[account.report].text
    around = (text[max(0, each.start - _BEFORE) : each.end + 1 + len(" only")] for each in words)
    topics = stems(frozenset[str]().union(*(content_words(each.text) for each in words)) - VAGUE - {"only", "alone"})
    complete = any(_ONLY.search(_same_sentence(each)) for each in around)
    return Extent("; ".join(each.text for each in words), topics, complete)


def _same_sentence(words: str) -> str:
    """Words without what stands before the last full stop among their first ones."""
    return words[:_BEFORE].rpartition(". ")[2] + words[_BEFORE:]


def _differ(one: Extent, other: Extent) -> bool:
    """True when one says that it is all, and the other takes in that and more."""
    if one.complete is other.complete:
        return False
    narrow, wide = (one, other) if one.complete else (other, one)
    return bool(narrow.topics) and narrow.topics < wide.topics
