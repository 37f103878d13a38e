"""What an examination of the machine or of a record finds, line by line."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How grave a finding is: nothing, something that may come in the way, something that does."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is, how it stands, what was seen, and what to do where it is not well."""

    subject: str
    state: State
    seen: str
    todo: str = ""


def well(subject: str, seen: str) -> Finding:
    """A finding that all is well."""
    return Finding(subject, State.OK, seen)
