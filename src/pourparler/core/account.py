"""What one report says of one entry: its fields, the words behind each, and whose voice it is in."""

from dataclasses import dataclass

from pourparler.core.evidence import Evidence
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Mention,
    PositionFrame,
)
from pourparler.core.vocabulary import EntryKind

Fields = Attribution | MeetingFrame | PositionFrame | ConditionFrame | InstrumentFrame


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: the outlet alone (`outlet` True), a named speaker, or somebody unnamed; `via` outermost first."""

    outlet: bool
    speaker: str | None = None
    party: str | None = None
    anonymous: bool = False
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """The words that give one field its value."""

    field: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of one entry. `report` is the report's id; `group` joins accounts of one reading that the
    reader itself holds to be of the same entry."""

    id: str
    report: str
    kind: EntryKind
    fields: Fields
    voice: Voice
    evidence: tuple[Evidence, ...]
    support: tuple[Support, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ReportAccounts:
    """All that is written down of one reading: its accounts and the actors it names."""

    report: str
    reader: str
    accounts: tuple[Account, ...]
    mentions: tuple[Mention, ...]
