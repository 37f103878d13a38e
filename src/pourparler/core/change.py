"""Changes: what an entry comes to be by one telling after the other."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pourparler.core.account import Voice
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What an entry comes to be by what accounts tell of it, and how that goes with what was told before.

    `followed` is False for what the record does not go by. `told` is the day on which the first report of it was
    published, `on` the day it happened, where that is told. `accounts` are the ids of those that tell it, first the
    ones that bring it; `voices` are theirs, each once.
    """

    value: T
    step: Step
    followed: bool
    told: date | None
    on: date | None
    voices: tuple[Voice, ...]
    accounts: tuple[str, ...]
    evidence: tuple[Evidence, ...]
