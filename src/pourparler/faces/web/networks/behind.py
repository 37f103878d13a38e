"""What stands behind an edge: every statement with its words, by issue and by who says it, or every meeting."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from pourparler.case.networks.referrals import Referral, all_of
from pourparler.core.account import Account
from pourparler.core.entry import Meeting, Position
from pourparler.core.evidence import Evidence
from pourparler.core.reading import MeetingFrame
from pourparler.faces.export.history import all_values, day_value
from pourparler.faces.system.scenes import Kind, Strand
from pourparler.faces.web.page import Table
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.voices import speaker

COLUMNS = (
    "issue", "actor", "agreement", "stance", "hearing", "speaker", "counted", "day", "report", "words", "position",
    "meeting", "label", "status",
)  # fmt: skip

AT_ONCE = 500
"""Positions decoded at a time for a CSV."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement behind an edge; `counted` is False for one that a rule for duplicates let go."""

    referral: Referral
    counted: bool

    @property
    def order(self) -> tuple[object, ...]:
        """By issue, then by who says it, then by day."""
        one = self.referral
        return one.concept, one.actor, one.day is None, one.day, not self.counted, one.account.id


@dataclass(frozen=True, slots=True)
class Said:
    """The same with the position that it is an account of, who says it, and its words."""

    told: Told
    position: Position
    account: Account

    @property
    def speaker(self) -> str:
        """Who says it, in words."""
        return speaker(self.account.voice)

    @property
    def places(self) -> tuple[Evidence, ...]:
        """The words."""
        return self.account.evidence

    @property
    def values(self) -> dict[str, object]:
        """As JSON."""
        one = self.told.referral
        return {
            "issue": one.concept,
            "actor": one.actor,
            "agreement": one.agreement.value,
            "stance": self.position.stance.value,
            "hearing": one.hearing.value,
            "speaker": self.account.voice.speaker,
            "counted": self.told.counted,
            "day": day_value(one.day),
            "position": self.position.id,
            "account": self.account.id,
            "evidence": all_values(self.places),
        }


def told_of(strand: Strand) -> list[Told]:
    """Every statement behind an edge, in the order of issues, those who say them, and days."""
    found = [Told(each, each is counted) for counted in strand.referrals for each in all_of(counted)]
    return sorted(found, key=lambda one: tuple(str(part) for part in one.order))


def said_of(visit: Visit, told: Sequence[Told]) -> list[Said]:
    """The same with their words, from the snapshot."""
    ids = list(dict.fromkeys(one.referral.position for one in told))
    positions = {one.id: one for one in visit.snapshot.entries(ids) if isinstance(one, Position)}
    accounts = {account.id: account for one in positions.values() for account in one.accounts}
    return [Said(one, positions[one.referral.position], accounts[one.referral.account.id]) for one in told]


@dataclass(frozen=True, slots=True)
class Meet:
    """A meeting behind an edge, with its row of the snapshot and the words that first say that it was held."""

    meeting: Meeting
    row: Row
    place: Evidence

    @property
    def values(self) -> dict[str, object]:
        """As JSON."""
        return {
            "meeting": self.meeting.id,
            "label": self.row["label"],
            "status": self.meeting.status.value,
            "day": self.row["day"],
            "disputed": bool(self.row["disputed"]),
            "evidence": all_values((self.place,)),
        }


def meetings_of(visit: Visit, ids: Sequence[str]) -> list[Meet]:
    """Meetings by their ids, in their order."""
    found = [one for one in visit.snapshot.entries(ids) if isinstance(one, Meeting)]
    rows = {row["id"]: row for row in among(visit.snapshot, "SELECT * FROM entries", "id", list(ids))}
    part = visit.part(found)
    return [Meet(one, rows[one.id], part.in_order(_saying_so(one))[0]) for one in found]


def _saying_so(meeting: Meeting) -> tuple[Evidence, ...]:
    """The words of the accounts that give a meeting the status that it has; all words where none does."""
    told = ((one.fields, one.evidence[0]) for one in meeting.accounts)
    so = tuple(place for fields, place in told if isinstance(fields, MeetingFrame) and fields.status is meeting.status)
    return so or meeting.evidence


def table_behind(visit: Visit, strand: Strand | None, kind: Kind) -> Table:
    """All that stands behind an edge as rows of a CSV."""
    return Table(COLUMNS, _rows(visit, strand, kind) if strand else ())


def _rows(visit: Visit, strand: Strand, kind: Kind) -> Iterator[tuple[object, ...]]:
    if kind is Kind.CONTACTS:
        for start in range(0, len(strand.meetings), AT_ONCE):
            for one in meetings_of(visit, strand.meetings[start : start + AT_ONCE]):
                yield _row({**one.values, "report": one.place.report, "words": one.place.text})
        return
    told = told_of(strand)
    for start in range(0, len(told), AT_ONCE):
        for said in said_of(visit, told[start : start + AT_ONCE]):
            words = " […] ".join(place.text for place in said.places)
            yield _row({**said.values, "report": said.places[0].report, "words": words})


def _row(values: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(values.get(name) for name in COLUMNS)
