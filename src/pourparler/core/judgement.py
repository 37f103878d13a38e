"""What a person decided about the record, withdrawn by undo and never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pourparler.core.vocabulary import EntryKind


class Verdict(StrEnum):
    """The sorts of decisions a person can take: on accounts, and (the last three) on actors."""

    SAME = "same"
    DIFFERENT = "different"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    NAMED = "named"
    JOINED = "joined"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an account was when it was judged, so that the judgement can be carried over to a newer reading.

    `account` and `report` are ids; `actor` is whose account it was (a speaker, a party) where it had one; `text` are
    the words at the half-open code-point offsets `[start, end)` of the report.
    """

    account: str
    report: str
    kind: EntryKind
    actor: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on accounts (by id) or on actors (by the `names` they had): by whom, when and why.

    `field` and `value` belong to a correction; of a naming, `value` is the name given. All judgements of one `act` are
    withdrawn together; left empty, the judgement is an act of its own. `anchors` tells of each of `accounts`, in
    their order, what it was when judged.
    """

    id: str
    verdict: Verdict
    accounts: tuple[str, ...]
    by: str
    at: datetime
    because: str
    field: str | None = None
    value: str | None = None
    withdrawn: datetime | None = None
    act: str = ""
    names: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def __post_init__(self) -> None:
        """A judgement without an act is an act of its own."""
        if not self.act:
            object.__setattr__(self, "act", self.id)
