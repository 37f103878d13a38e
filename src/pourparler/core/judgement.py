"""What a person decided about the record, withdrawn by undo and never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """The sorts of decisions a person can take."""

    SAME = "same"
    DIFFERENT = "different"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on accounts (by id): by whom, when and why. `field` and `value` belong to a correction."""

    id: str
    verdict: Verdict
    accounts: tuple[str, ...]
    by: str
    at: datetime
    because: str
    field: str | None = None
    value: str | None = None
    withdrawn: datetime | None = None
