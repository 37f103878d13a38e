"""Near copies among reports: which texts are the same text told on, from the runs of words they share."""

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
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

Rank = tuple[date, str, str]
"""Sorts reports: day of publication (undated first), name, id."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """`of` maps a report's id to the id of the earliest near copy before it; `text` maps every id to the id of the
    first report of its chain of near copies, which is itself for a text of its own."""

    of: Mapping[str, str]
    text: Mapping[str, str]


class Copying:
    """The near copies among the reports put in, kept as reports come and go: only those that share runs of words with
    what came or went are looked at again."""

    def __init__(self) -> None:
        """No reports."""
        self._reports: dict[str, Report] = {}
        self._samples: dict[str, frozenset[int]] = {}
        self._short: set[str] = set()
        self._holders: defaultdict[int, list[Rank]] = defaultdict(list)
        self._earlier: dict[str, tuple[str, ...]] = {}
        self._likely: dict[str, frozenset[str]] = {}
        self._liked: defaultdict[str, set[str]] = defaultdict(set)
        self._waiting: set[str] = set()
        self._prints: dict[str, frozenset[int]] = {}

    def put(self, report: Report) -> None:
        """Add a report."""
        self.drop(report.id)
        codes = shingles(report)
        sample = frozenset(code for code in codes if code % SAMPLED == 0)
        self._reports[report.id], self._samples[report.id] = report, sample
        self._prints[report.id] = codes
        self._waiting.add(report.id)
        if len(codes) < SHORTEST:
            self._short.add(report.id)
            return
        self._wait_for(report, sample)
        for code in sample:
            insort(self._holders[code], rank_of(report))

    def _wait_for(self, report: Report, sample: frozenset[int]) -> None:
        """Look again at the later reports that a newcomer is a likely origin of, and at those whose likely origin is no
        longer among the earliest texts with some run of words."""
        shared: Counter[str] = Counter()
        for code in sample:
            holders = self._holders[code]
            place = bisect_left(holders, rank_of(report))
            if place < HOLDERS:
                shared.update(held[2] for held in holders[place:])
                self._waiting |= self._liked[holders[HOLDERS - 1][2]] if len(holders) >= HOLDERS else set()
        self._waiting.update(later for later, common in shared.items() if self._is_promising(common, report.id, later))

    def _is_promising(self, common: int, one: str, other: str) -> bool:
        """True when two reports have enough of the runs that are looked up in common to be compared in full."""
        return common >= PROMISING * min(len(self._samples[one]), len(self._samples[other]))

    def drop(self, report_id: str) -> None:
        """Forget a report; nothing where it was not put."""
        report = self._reports.pop(report_id, None)
        if report is None:
            return
        for code in self._samples.pop(report_id):
            if report_id not in self._short:
                self._holders[code].remove(rank_of(report))
                self._wait_after(report, code)
        self._short.discard(report_id)
        for earlier in self._likely.pop(report_id, ()):
            self._liked[earlier].discard(report_id)
        self._earlier.pop(report_id, None)
        self._waiting.discard(report_id)

    def _wait_after(self, report: Report, code: int) -> None:
        """Look again at the later reports that share a run of words with one that went."""
        holders = self._holders[code]
        place = bisect_left(holders, rank_of(report))
        if place < HOLDERS:
            self._waiting |= {held[2] for held in holders[place:]}

    def settle(self) -> Copies:
        """The near copies as they stand: the earlier of two, by day and name, is the origin."""
        for report in sorted(self._waiting):
            earlier = self._look(report)
            self._earlier.pop(report, None)
            if earlier:
                self._earlier[report] = earlier
        self._waiting, self._prints = set(), {}
        return self._linked()

    def _look(self, report_id: str) -> tuple[str, ...]:
        """The earlier reports that one is a near copy of, the earliest first."""
        report, sample = self._reports[report_id], self._samples[report_id]
        rank = rank_of(report)
        holding = (self._holders.get(code, ())[:HOLDERS] for code in sample)
        seen = Counter(held for holders in holding for held in holders if held < rank)
        likely = [held for held in seen if self._is_promising(seen[held], report_id, held[2])]
        for earlier in self._likely.get(report_id, ()):
            self._liked[earlier].discard(report_id)
        self._likely[report_id] = frozenset(held[2] for held in likely)
        for held in likely:
            self._liked[held[2]].add(report_id)
        return tuple(held[2] for held in sorted(likely) if _is_copy(self._print(report_id), self._print(held[2])))

    def _print(self, report_id: str) -> frozenset[int]:
        """The shingles of a report; kept only until all that wait have been looked at."""
        if report_id not in self._prints:
            self._prints[report_id] = shingles(self._reports[report_id])
        return self._prints[report_id]

    def _linked(self) -> Copies:
        """The origin of every copy, and the first report of every chain of copies."""
        first: dict[str, str] = {}

        def root(report: str) -> str:
            while first.get(report, report) != report:
                report = first[report]
            return report

        for report in sorted(self._earlier, key=lambda each: rank_of(self._reports[each])):
            roots = {root(each) for each in (*self._earlier[report], report)}
            least = min(roots, key=lambda each: rank_of(self._reports[each]))
            first |= dict.fromkeys(roots, least)
        of = {report: earlier[0] for report, earlier in self._earlier.items()}
        return Copies(of, {report: root(report) for report in self._reports})


def find_copies(reports: Iterable[Report]) -> Copies:
    """The near copies among `reports`."""
    copying = Copying()
    for report in reports:
        copying.put(report)
    return copying.settle()


def rank_of(report: Report) -> Rank:
    """Sorts reports by day of publication (undated first), name and id."""
    return report.published or date.min, report.name, report.id


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
