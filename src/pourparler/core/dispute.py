"""Disputes: what accounts of one entry cannot all be right about, who says what, and in what way it is contrary."""

from dataclasses import dataclass

from pourparler.core.account import Voice
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import DisputeSort, EntryKind


@dataclass(frozen=True, slots=True)
class Witness:
    """Who gives a reading of a dispute: a report, by its name, and whose words it is in.

    `repeats` names the report that this one is no source beside: an earlier near copy of the same text, or one that has
    the words from the same agency. None for a source of its own.
    """

    report: str
    voice: Voice
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeReading:
    """One side of a dispute: a value, the words that give it, who says so, and from how many independent sources."""

    value: str | tuple[str, ...]
    evidence: tuple[Evidence, ...]
    witnesses: tuple[Witness, ...] = ()
    sources: int = 1

    @property
    def reports(self) -> tuple[str, ...]:
        """The names of the reports that give it, each once."""
        return tuple(dict.fromkeys(witness.report for witness in self.witnesses))


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field of an entry (`about` is its id) on which accounts cannot all be right."""

    id: str
    about: str
    kind: EntryKind
    field: str
    readings: tuple[DisputeReading, ...]
    sort: DisputeSort = DisputeSort.DISCREPANCY
