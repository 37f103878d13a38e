"""Near copies among reports: which texts are the same text told on, from the runs of words they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from pourparler.core.report import Report

SHINGLE = 5
"""Words of one shingle: long enough that two writers rarely hit on the same run of words by chance."""

SHARED = 0.6
"""Share of the shorter text's shingles that must stand in the other for a near copy.

Looked at on the bundled case: a local paper's wire copy, shortened and under a new head, has 0.91 of its shingles in
common with the wire; no other two of its twelve reports, some on the same talks, have more than 0.004.
"""

SHORTEST = 30
"""Shingles below which a text is too short for its copies to mean anything."""

SAMPLED = 8
"""One shingle in so many is looked up to find pairs; pairs found are then compared in full."""

PROMISING = 0.2
"""Share of the looked-up shingles of the shorter text that a pair must have in common to be compared in full; a third
of SHARED, so that chance in which shingles are looked up loses none."""

HOLDERS = 64
"""Earliest texts with one shingle that are looked at: a run of words in more of them is a stock phrase, and the
earliest text of a chain of copies is the one to find."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """`of` maps a report's id to the id of the earliest near copy before it; `text` maps every id to the id of the
    first report of its chain of near copies, which is itself for a text of its own."""

    of: Mapping[str, str]
    text: Mapping[str, str]


def find_copies(reports: Iterable[Report]) -> Copies:
    """The near copies among `reports`, which come sorted by day and name: the earlier of two is the origin."""
    ordered = list(reports)
    prints = [shingles(report) for report in ordered]
    holders: dict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    of: dict[str, str] = {}
    root = list(range(len(ordered)))
    for index, mine in enumerate(prints):
        sample = [code for code in mine if code % SAMPLED == 0]
        seen = Counter(other for code in sample for other in holders[code][:HOLDERS])
        likely = [other for other in seen if seen[other] >= PROMISING * min(len(sample), sizes[other])]
        earlier = [other for other in sorted(likely) if _is_copy(mine, prints[other])]
        if earlier:
            of[ordered[index].id] = ordered[earlier[0]].id
            firsts = {_first(root, other) for other in (*earlier, index)}
            for first in firsts:
                root[first] = min(firsts)
        sizes.append(len(sample))
        if len(mine) >= SHORTEST:
            for code in sample:
                holders[code].append(index)
    return Copies(of, {report.id: ordered[_first(root, index)].id for index, report in enumerate(ordered)})


def shingles(report: Report) -> frozenset[int]:
    """A code for every run of SHINGLE words in the news of a report; what is marked as no news is left out."""
    words: list[int] = []
    place = 0
    for part in (*report.not_news, None):
        until = part.start if part else len(report.text)
        words += [crc32(word.encode()) for word in _WORD.findall(report.text[place:until].casefold())]
        place = part.end if part else until
    codes = set()
    for index in range(len(words) - SHINGLE + 1):
        code = 0
        for word in words[index : index + SHINGLE]:
            code = (code * 1_000_003 ^ word) & 0xFFFFFFFFFFFF
        codes.add(code)
    return frozenset(codes)


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= SHORTEST and len(one & other) >= SHARED * shorter


def _first(root: list[int], index: int) -> int:
    while root[index] != index:
        index = root[index]
    return index
