"""The nouns of a comparison: what is new, changed, told again or withdrawn, and which accounts brought it."""

from dataclasses import dataclass
from enum import StrEnum

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, DisputeReading, Entry, ReportView
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind


class Sort(StrEnum):
    """What became of one thing between two states of a record."""

    NEW = "new"
    CHANGED = "changed"
    TOLD_AGAIN = "told again"
    """an entry whose fields stand as they did, with more accounts of it, or fewer."""
    PARTED = "parted"
    """an entry made of accounts that were of other entries, which go on without them."""
    WITHDRAWN = "withdrawn"
    RESOLVED = "resolved"
    """a dispute that is none any more."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with its value before and after, the single values that came and went, and the accounts behind.

    A field of one value has at most one in `added` and `removed`. `behind` are the accounts that brought what came,
    in the order of the record; it is empty where no account did: a day that has gone by, a judgement.
    """

    field: str
    before: object
    after: object
    added: tuple[object, ...]
    removed: tuple[object, ...]
    behind: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What became of one entry. `before` is None where it is new or parted, `after` where it was withdrawn.

    `told` are its accounts that the record did not have, `moved` those that were another entry's before, `left` those
    that are another entry's now, `untold` those that the record has no more. `origins` are the other entries that it
    was before: those now one with it, or those it was parted from. `parts` are the entries that were parted from it.
    """

    sort: Sort
    kind: EntryKind
    before: Entry | None
    after: Entry | None
    fields: tuple[FieldChange, ...] = ()
    told: tuple[Account, ...] = ()
    moved: tuple[Account, ...] = ()
    left: tuple[Account, ...] = ()
    untold: tuple[Account, ...] = ()
    origins: tuple[Entry, ...] = ()
    parts: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry as it stands, or as it stood last."""
        entry = self.after or self.before
        assert entry is not None
        return entry


@dataclass(frozen=True, slots=True)
class DisputeChange:
    """What became of one dispute: new, changed, or resolved. `entry` is what it is about, in the state it is shown of.

    `added` and `removed` are readings whose values came and went, `brought` the words that came with them.
    """

    sort: Sort
    before: Dispute | None
    after: Dispute | None
    entry: Entry
    fields: tuple[FieldChange, ...] = ()
    added: tuple[DisputeReading, ...] = ()
    removed: tuple[DisputeReading, ...] = ()
    brought: tuple[Evidence, ...] = ()

    @property
    def dispute(self) -> Dispute:
        """The dispute as it stands, or as it stood last."""
        dispute = self.after or self.before
        assert dispute is not None
        return dispute


@dataclass(frozen=True, slots=True)
class ActorChange:
    """What became of one actor: new, changed (name, kind, party or office), or no longer named."""

    sort: Sort
    before: Actor | None
    after: Actor | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def actor(self) -> Actor:
        """The actor as the record knows it, or as it knew it last."""
        actor = self.after or self.before
        assert actor is not None
        return actor


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two states of one record, in the order of the lists of a record.

    `reports` are those that came, `gone` those that went.
    """

    before: CaseRecord
    after: CaseRecord
    reports: tuple[ReportView, ...]
    gone: tuple[ReportView, ...]
    entries: tuple[EntryChange, ...]
    disputes: tuple[DisputeChange, ...]
    actors: tuple[ActorChange, ...]

    def __bool__(self) -> bool:
        """True when anything differs."""
        return bool(self.reports or self.gone or self.entries or self.disputes or self.actors)

    def of(self, sort: Sort) -> tuple[EntryChange, ...]:
        """The changes of entries of one sort, in their order."""
        return tuple(change for change in self.entries if change.sort is sort)
