"""Which entries a brief takes where there are more than it has room for, and how much room that is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import zip_longest
from math import ceil
from typing import TypeVar

from pourparler.core.entry import Entry
from pourparler.faces.brief.paper import Brief, Item, Sentence
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import published_days, time_of

Chosen = TypeVar("Chosen")

ROOM = 122
"""Most lines of the text of a brief: some 1,200 words, five minutes at 240 a minute."""

PAGES = 148
"""Lines of text and charts on two A4 pages of the PDF, measured on the bundled case and on bench/cases/strike and
trade: 150, and two for what an estimate may be wrong by."""

WIDTH = 112
"""Characters on one line of the PDF at 10 points; with it `lines_of` foretells the PDF to within three lines in 100."""


@dataclass(frozen=True, slots=True)
class Caps:
    """Most points of each part of a brief."""

    happened: int = 8
    off: int = 3
    coming: int = 6
    dayless: int = 3
    deadlines: int = 3
    overdue: int = 4
    parties: int = 6
    stands: int = 4
    issues: int = 6
    conditions: int = 7
    circles: int = 2
    documents: int = 7
    disputes: int = 6

    def tighter(self) -> "Caps":
        """The next smaller caps: one less of the part that has given way least, in the order of GIVING_WAY, none below
        its FLOOR before all have come to theirs; the same where none has more than one left."""
        most = Caps()
        above = [name for name in GIVING_WAY if getattr(self, name) > FLOOR.get(name, 1)]
        above = above or [name for name in GIVING_WAY if getattr(self, name) > 1]
        if not above:
            return self
        share = {name: getattr(self, name) / getattr(most, name) for name in above}
        name = max(share, key=lambda one: share[one])
        return replace(self, **{name: getattr(self, name) - 1})


GIVING_WAY = (
    "dayless", "off", "overdue", "circles", "stands", "documents", "parties", "issues", "conditions", "happened",
    "disputes", "deadlines", "coming",
)  # fmt: skip
"""Parts in the order in which they give way where there is too much: what a reader misses least comes first."""


FLOOR = {
    "happened": 4, "coming": 4, "parties": 4, "stands": 2, "issues": 4, "conditions": 3, "documents": 2, "disputes": 2,
}  # fmt: skip
"""What a reader must be shown of these parts as long as anything else can give way."""

NO_CAPS = Caps(*([10**9] * len(fields(Caps))))
"""The caps of the long form: none."""


def in_turn(queues: Iterable[Sequence[Chosen]], most: int) -> list[Chosen]:
    """At most `most` of what stands in the queues: the first of each in turn, then the second of each; none twice."""
    taken: list[Chosen] = []
    for row in zip_longest(*queues):
        for one in row:
            if one is not None and one not in taken and len(taken) < most:
                taken.append(one)
        if len(taken) >= most:
            break
    return taken


def weighed(lookup: Lookup, entries: Iterable[Entry], disputed: frozenset[str]) -> tuple[list[Entry], ...]:
    """Entries in three orders: the newest first, the best supported first, and those that people or reports are not
    at one about.

    New is what lately happened or was said, else was lately reported. What a person confirmed or set right counts as
    best supported; then come independent sources.
    """
    newest = sorted(entries, key=lambda entry: (-newness(lookup, entry), -entry.counts.sources, entry.id))

    def support(entry: Entry) -> tuple[bool, int]:
        return not (entry.confirmed or entry.corrected), -entry.counts.sources

    return newest, sorted(newest, key=support), [one for one in newest if one.id in disputed]


def newness(lookup: Lookup, entry: Entry) -> int:
    """The last day of an entry, or of the reports of it where it has none of its own, as a number; 0 where unknown."""
    time = time_of(lookup, entry)
    day = time.end if time else max(published_days(lookup, entry.accounts), default=date.min)
    return day.toordinal() if day > date.min else 0


def fitted(write: Callable[[Caps], Brief], drawn: int = 0) -> Brief:
    """The longest brief that keeps to its room beside charts of `drawn` lines; the shortest there is where even that
    does not."""
    caps, room = Caps(), min(ROOM, PAGES - drawn)
    written = write(caps)
    while lines_of(written) > room and (tighter := caps.tighter()) != caps:
        caps = tighter
        written = write(caps)
    return written


def lines_of(brief: Brief) -> int:
    """How many lines the body of a brief takes in the PDF, its sources not counted: words by WIDTH, a heading as two
    lines and a half, a heading within a part as a line and a half."""
    count = 3.0 + _lines(brief.lead)
    for section in brief.sections:
        count += 2.5 + len(section.more)
        filled = [group for group in section.groups if group.items]
        count += sum(1.5 for group in filled if group.heading) + (0 if filled else 1)
        count += sum(_item_lines(item) for group in filled for item in group.items)
    return ceil(count)


def _item_lines(item: Item) -> float:
    return _lines(item.sentences) + sum(map(_item_lines, item.sides)) + 0.3


def _lines(sentences: Sequence[Sentence]) -> int:
    length = sum(len(run.text) for one in sentences for run in one.runs)
    marks = sum(len(one.notes) for one in sentences)
    return ceil((length + marks + len(sentences)) / WIDTH)
