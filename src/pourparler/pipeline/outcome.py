"""What became of one report on its way into the record; a fault is a row among the failures and never a stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pourparler.core.errors import PourparlerError, ReportError
from pourparler.core.vocabulary import EntryKind
from pourparler.sources.item import Fault

if TYPE_CHECKING:
    from pourparler.record.store import Store


class State(StrEnum):
    """What became of one item of a source."""

    READ = "read"
    KNOWN = "known"
    ASIDE = "set aside"
    FAILED = "failed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: what went wrong with it, and notes for a person.

    `language` is None where it could not be told; `words` counts the words that were read, `accounts` what was written
    down of them by kind of entry.
    """

    name: str
    state: State
    stage: str = ""
    reason: str = ""
    todo: str = ""
    notes: tuple[str, ...] = ()
    language: str | None = None
    words: int = 0
    accounts: tuple[tuple[EntryKind, int], ...] = ()


@contextmanager
def step(stage: str, who: str) -> Iterator[None]:
    """A step in reading one report: whatever breaks in it becomes a ReportError of `stage`, so that others are read."""
    try:
        yield
    except PourparlerError:
        raise
    except Exception as error:  # the fault may lie in any library that a report is led through
        what = f"{who} broke off: {type(error).__name__}: {error}."
        raise ReportError(stage, what, "Please report this with the text; the other reports were read.") from error


def failed(store: "Store", fault: Fault) -> Outcome:
    """Note a failure in the record."""
    from pourparler.record.store import Failure

    store.add_failure(Failure(fault.name, fault.stage, fault.what, fault.todo))
    return Outcome(fault.name, State.FAILED, fault.stage, fault.what, fault.todo)
