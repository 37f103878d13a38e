"""What a page is: a path, what may be asked of it, and a function that answers, as a page, as JSON and as CSV."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

if TYPE_CHECKING:
    from pourparler.faces.web.visit import Visit

ROWS = 100
"""Rows of a list on one page."""


def given(value: object) -> object:
    """None for a field of a form that was left empty."""
    return None if isinstance(value, str) and not value.strip() else value


def _closed(value: object) -> object:
    """A word of a closed vocabulary without case; None for a field of a form that was left empty."""
    found = given(value)
    return found.strip().lower() if isinstance(found, str) else found


def _day(value: object) -> object:
    """A day as 2025-02-18 and in no other form: a number would else be taken for seconds since 1970."""
    found = given(value)
    if not isinstance(found, str):
        return found
    try:
        day = date.fromisoformat(found.strip())
    except ValueError:
        day = None
    if day is None or day.isoformat() != found.strip():
        raise ValueError("a day is written as 2025-02-18")
    return day


E = TypeVar("E", bound=StrEnum)
OneOf = Annotated[E | None, BeforeValidator(_closed)]
"""One word of a closed vocabulary, or none: `OneOf[MeetingStatus]`; any other word is refused with those there are."""

Day = Annotated[date | None, BeforeValidator(_day)]
Word = Annotated[Annotated[str, Field(max_length=300)] | None, BeforeValidator(given)]


class Ask(BaseModel):
    """What may be asked of any page: the day that the record is seen on. An empty field of a form asks nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    as_of: Day = Field(None, description="The record as the reports published up to this day give it.")


class ListAsk(Ask):
    """What may be asked of any list."""

    page: int = Field(1, ge=1, le=100_000, description="Which page of the list, counted from 1.")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of a CSV file: all that was asked for, not one page of it. Cells are made safe when written."""

    columns: tuple[str, ...] = ()
    rows: Iterable[tuple[object, ...]] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page answers: `values` are its JSON, or make it where that takes long; `table` its CSV, `shown` what its
    template needs beside; a browser is sent on to `leads`, where that is given."""

    title: str
    values: Mapping[str, object] | Callable[[], Mapping[str, object]]
    table: Table = Table()
    shown: Mapping[str, object] = field(default_factory=dict)
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lies, what it is called, and how it answers.

    `path` may hold `{key}`, the id of an entry or report, which the answer finds in `visit.key`. `template` is the
    name of its template. `menu` is its name in the menu, empty for a page that is reached from others. `shape` says of
    what its JSON is made, for the description of the API. A page without a `table` in its answers has `csv=False`;
    one whose key may hold slashes, as names of reports do, is `deep`. A page that is `hurried` is answered at once
    from the newest snapshot there is while people only decide; it looks by itself at what they decided since. One
    that is `served` is nothing without a server that answers, and is left out of a copy in files.
    """

    path: str
    template: str
    answer: Callable[["Visit", Any], Answer]
    ask: type[Ask] = Ask
    menu: str = ""
    csv: bool = True
    deep: bool = False
    shape: Any = None
    hurried: bool = False
    served: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list: which, of how many, and how many rows there are in all."""

    page: int
    pages: int
    total: int
    rows: int = ROWS

    @property
    def skip(self) -> int:
        """Rows that come before this page."""
        return (self.page - 1) * self.rows


def sliced(total: int, page: int, rows: int = ROWS) -> Slice:
    """The page of a list of `total` rows that was asked for; the last one where there are fewer."""
    pages = max(1, -(-total // rows))
    return Slice(min(page, pages), pages, total, rows)
