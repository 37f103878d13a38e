"""What every step of building the graph looks at: the record, its issues, parties, voices and days."""

from collections.abc import Mapping
from dataclasses import dataclass

from pourparler.case.issues.issue import Issues
from pourparler.case.issues.parties import Parties, parties_of
from pourparler.case.issues.times import Days
from pourparler.case.voices import Speakers, speakers_of
from pourparler.core.entry import CaseRecord, Condition, Instrument, Meeting, Position


@dataclass(frozen=True, slots=True)
class Case:
    """A record with what is worked out of it once."""

    record: CaseRecord
    issues: Issues
    parties: Parties
    speakers: Speakers
    days: Days
    positions: Mapping[str, Position]
    conditions: Mapping[str, Condition]
    instruments: Mapping[str, Instrument]
    meetings: Mapping[str, Meeting]
    disputes: Mapping[str, tuple[str, ...]]
    """The ids of the disputes about an entry."""

    def holder_of(self, condition: Condition) -> str | None:
        """Who sets a condition: the party, else the person who voices it where nothing tells for whom; None: nobody
        told."""
        return condition.party or self.parties.party_of(condition.voiced_by) or condition.voiced_by

    def disputes_of(self, entry_id: str) -> tuple[str, ...]:
        """The ids of the disputes about an entry."""
        return self.disputes.get(entry_id, ())


def case_of(record: CaseRecord, issues: Issues) -> Case:
    """A record and its issues, laid out for asking."""
    parties = parties_of(record)
    disputes: dict[str, tuple[str, ...]] = {}
    for dispute in record.disputes:
        disputes[dispute.about] = (*disputes.get(dispute.about, ()), dispute.id)
    return Case(
        record,
        issues,
        parties,
        speakers_of(record),
        Days(record),
        {one.id: one for one in record.positions},
        {one.id: one for one in record.conditions},
        {one.id: one for one in record.instruments},
        {one.id: one for one in record.meetings},
        disputes,
    )
