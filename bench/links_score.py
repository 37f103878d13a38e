"""Merging and disputes apart from reading: perfect readings of the corpus through the record, against its links.

Accounts that a reader itself joins (`same`) are not counted: they tell nothing about merging.
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from bench.places import ROOT, Missing
from pourparler.core.entry import CaseRecord, Dispute, Entry
from pourparler.core.evidence import Evidence
from pourparler.record.view import compute
from training.corpus import negotiation as corpus
from training.corpus.holdings import Member, clusters, hold
from training.corpus.kinds import STATES
from training.corpus.readings import Annotated, annotated

CORPUS = ROOT / "corpus"
KINDS = {"M": "meeting", "P": "position", "C": "condition", "I": "instrument"}
HALF = 0.5
"""Share of the shorter of two places that makes them one, as in `../shared/score/record.py`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right of what was found, and of what was there."""

    right: float = 0
    found: float = 0
    met: float = 0
    there: float = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.met + other.met, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share that is right of what was found; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share that was met of what was there; 0 where nothing was."""
        return self.met / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(slots=True)
class Result:
    """Figures of one negotiation or several: merging by kind, disputes by field; `notes` are the errors in words."""

    pairs: dict[str, Tally] = field(default_factory=dict)
    b_cubed: dict[str, Tally] = field(default_factory=dict)
    disputes: dict[str, Tally] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Result") -> None:
        """Put the figures of another negotiation to these."""
        for mine, theirs in (
            (self.pairs, other.pairs),
            (self.b_cubed, other.b_cubed),
            (self.disputes, other.disputes),
        ):
            for name, tally in theirs.items():
                mine[name] = mine.get(name, Tally()) + tally
        self.notes += other.notes

    def lines(self, fields: bool = True) -> str:
        """The figures for a person; without `fields` the disputes of all fields together only."""
        lines = []
        for kind in self.pairs:
            lines.append(f"{kind:12} pairs {self.pairs[kind]}   B3 {self.b_cubed[kind]}")
        for name in sorted(self.disputes, key=lambda name: (name == "all", name)):
            if fields or name == "all":
                tally = self.disputes[name]
                extra = f"{tally.found - tally.right:.0f} of {tally.found:.0f} not in the links"
                counts = f"{tally.met:.0f} of {tally.there:.0f} found, {extra}"
                lines.append(f"dispute {name:20} {tally}   {counts}")
        return "\n".join(lines)


def score(side: str | None = None, name: str | None = None, show: bool = False) -> Result:
    """The figures of one side, of one negotiation, or of all that is not held out for testing.

    Raises Missing where there is no such negotiation, and where errors of the test side are asked for.
    """
    sides = corpus.split(CORPUS)
    if name and name not in sides:
        raise Missing(f"There is no negotiation {name!r}. They are: {', '.join(sorted(sides))}.")
    names = [name] if name else [each for each, on in sides.items() if on == side or (side is None and on != "test")]
    if any(sides[each] == "test" for each in names) and (show or name):
        raise Missing("Test negotiations are held out: totals of the whole side only.")
    total = Result()
    for each in [each for each in names if (CORPUS / each / "links.txt").exists()]:
        [found] = corpus.negotiations(CORPUS / each)
        total.add(measure(found))
    if show:
        print("\n".join(total.notes), file=sys.stderr)
    return total


def measure(found: corpus.Negotiation) -> Result:
    """The figures of one negotiation."""
    read = annotated(found)
    record, members = merged(found.name, read)
    result = Result()
    for letter, kind in KINDS.items():
        gold = clusters(found, letter)
        ours = {member: entry for member, entry in members.items() if member in gold}
        result.pairs[kind] = pairwise(gold, ours)
        result.b_cubed[kind] = b_cubed(gold, ours)
        result.notes += _wrong(found, gold, ours, kind)
    _score_disputes(found, record, read, members, result)
    return result


def merged(name: str, read: Sequence[Annotated]) -> tuple[CaseRecord, dict[Member, str]]:
    """The record of perfect readings, and the entry of each record of the corpus (where its first passage went)."""
    holdings, members = hold(name, read)
    record = compute(holdings)
    entries: dict[Member, str] = {}
    for entry in chain[Entry](record.meetings, record.positions, record.conditions, record.instruments):
        for account in entry.accounts:
            entries.setdefault(members[account.id], entry.id)
    return record, entries


def pairwise(gold: Mapping[Member, str], ours: Mapping[Member, str]) -> Tally:
    """Pairs of accounts put together that belong together."""
    mine = {pair for pair in combinations(sorted(ours), 2) if ours[pair[0]] == ours[pair[1]]}
    theirs = {pair for pair in combinations(sorted(gold), 2) if gold[pair[0]] == gold[pair[1]]}
    return Tally(len(mine & theirs), len(mine), len(mine & theirs), len(theirs))


def b_cubed(gold: Mapping[Member, str], ours: Mapping[Member, str]) -> Tally:
    """B-cubed: for each account, the share of its entry that is right, and of its true entry that is there."""
    mine, theirs = _by_entry(ours), _by_entry(gold)
    right = sum(len(mine[ours[one]] & theirs[gold[one]]) / len(mine[ours[one]]) for one in ours)
    met = sum(len(mine[ours[one]] & theirs[gold[one]]) / len(theirs[gold[one]]) for one in ours)
    return Tally(right, len(ours), met, len(gold))


def _by_entry(of: Mapping[Member, str]) -> dict[str, set[Member]]:
    entries: dict[str, set[Member]] = defaultdict(set)
    for member, entry in of.items():
        entries[entry].add(member)
    return entries


def _wrong(
    found: corpus.Negotiation, gold: Mapping[Member, str], ours: Mapping[Member, str], kind: str
) -> Iterable[str]:
    """What was put together wrongly, and what was left apart, entry by entry."""
    titles = {entry.id: entry.title for entry in found.links.entries}
    mine, theirs = _by_entry(ours), _by_entry(gold)
    for entry in sorted(theirs, key=str):
        parts = _parts(theirs[entry], ours)
        if len(parts) > 1:
            yield f"{found.name} {kind} {entry} ({titles.get(entry, '')}) is torn: {_said(parts)}"
    for entry in sorted(mine, key=lambda each: sorted(mine[each])):
        parts = _parts(mine[entry], gold)
        if len(parts) > 1:
            yield f"{found.name} {kind} joins {_said(parts)}"


def _parts(members: Iterable[Member], of: Mapping[Member, str]) -> list[list[Member]]:
    parts: dict[Hashable, list[Member]] = defaultdict(list)
    for member in sorted(members):
        parts[of[member]].append(member)
    return list(parts.values())


def _said(parts: Iterable[Iterable[Member]]) -> str:
    return " | ".join(" ".join(".".join(member) for member in part) for part in parts)


def _score_disputes(
    found: corpus.Negotiation,
    record: CaseRecord,
    read: Sequence[Annotated],
    members: Mapping[Member, str],
    result: Result,
) -> None:
    """Disputes of the links found in the record, by field, and those of the record that the links do not have."""
    places = _places(found)
    entries = {entry.id: entry for entry in found.links.entries}
    left = list(record.disputes)
    outcome: dict[str, Tally] = defaultdict(Tally)
    for wanted in found.links.disputes:
        about = {members[member] for member in entries[wanted.entry].members if member in members}
        hits = [one for one in left if one.about in about and sides_met(one, wanted, places)]
        name = f"{KINDS[wanted.entry[0]]} {'status' if wanted.field in STATES else wanted.field}"
        outcome[name] += Tally(0, 0, bool(hits), 1)
        if hits:
            best = min(hits, key=lambda one: one.field != (name.split()[1]))
            left.remove(best)
            outcome[f"{best.kind.value} {best.field}"] += Tally(1, 1, 0, 0)
        else:
            near = [f"{one.field} of another entry" for one in left if sides_met(one, wanted, places)]
            values = " | ".join(f"{value} {_said([of])}" for value, of in wanted.readings)
            result.notes.append(f"{found.name} missed {wanted.entry} {wanted.field}: {values} {near or ''}")
    for one in left:
        outcome[f"{one.kind.value} {one.field}"] += Tally(0, 1, 0, 0)
        words = " | ".join(
            f"{side.value} [{', '.join(sorted({at.report for at in side.evidence}))}] {side.evidence[0].text[:100]!r}"
            for side in one.readings
        )
        about_whom = sorted(".".join(member) for member, entry in members.items() if entry == one.about)
        result.notes.append(f"{found.name} extra {one.kind.value} {one.field} on {about_whom}: {words}")
    for tally in list(outcome.values()):
        outcome["all"] += tally
    result.disputes = dict(outcome)


def _places(found: corpus.Negotiation) -> dict[Member, list[Evidence]]:
    """Everything that each record cites."""
    return {
        (name, one.id): [
            Evidence(f"{name}.txt", span.start, span.end, span.of(document.text))
            for told in one.fields
            if told.name not in ("when", "place", "voice", "hedge", "wording")
            for span in told.spans
        ]
        for name, document in found.reports
        for one in document.records
    }


def sides_met(one: Dispute, wanted: corpus.Dispute, places: Mapping[Member, Sequence[Evidence]]) -> bool:
    """True when accounts of two readings stand on two different sides of a dispute."""
    held = [
        {
            index
            for index, side in enumerate(one.readings)
            if any(_touch(mine, theirs) for mine in side.evidence for member in of for theirs in places[member])
        }
        for _, of in wanted.readings
    ]
    return any(a != b for mine, theirs in combinations(held, 2) for a in mine for b in theirs)


def _touch(one: Evidence, other: Evidence) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return one.report == other.report and common >= HALF * shorter


__all__ = ["CORPUS", "Result", "Tally", "b_cubed", "measure", "merged", "pairwise", "score", "sides_met"]
