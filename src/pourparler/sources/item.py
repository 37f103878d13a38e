"""What a source gives: one item per report, or one fault per report that cannot be had."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Media(StrEnum):
    """How the bytes of an item are to be understood."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Given:
    """What the source itself says of a report beside its text, as a row of a table does."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """The bytes of one report and where they come from.

    `notes` are things that a person should be told; `table` names the file whose row it is, if it is one.
    """

    name: str
    media: Media
    content: bytes
    given: Given = Given()
    notes: tuple[str, ...] = ()
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One report that cannot be had: the step that failed, what happened, what to do next; its table if it is a row."""

    name: str
    stage: str
    what: str
    todo: str = ""
    table: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file in a folder that is no report by its name, such as a picture."""

    name: str


Found = Item | Fault | LeftOut


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes that one report may have (20 MB: a long book is 1 MB; more is a dump under a wrong name)."""

    max_bytes: int = 20_000_000


class Source(Protocol):
    """The seam to the outside world: a place that holds reports."""

    @property
    def place(self) -> str:
        """Where the reports come from, in words that a person recognises."""
        ...

    def count(self) -> int | None:
        """How many items it will give, where that is known without opening them."""
        ...

    def items(self) -> Iterator[Found]:
        """Every report in a stable order; a fault never ends the run."""
        ...
