"""An annotated report as data: its text, the marks inside it and the records below it; all offsets are code points."""

from dataclasses import dataclass, field

from pourparler.core.errors import InputError
from pourparler.core.evidence import Span


class MarkupError(InputError):
    """Markup that cannot be read: `line` counts from 1 in its file, 0 where the whole file is meant."""

    def __init__(self, line: int, what: str, todo: str = "") -> None:
        self.line = line
        super().__init__(what, todo)


@dataclass(frozen=True, slots=True)
class Tag:
    """Words with what they name: ids of actors and records, one value of time, `office`, `unnamed` or `not-news`."""

    span: Span
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """One line of a cast: an actor (or a place), whose side it is on and which post it holds."""

    id: str
    kind: str
    name: str
    party: str | None = None
    office: str | None = None
    aliases: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its words (ids, values), the places cited for it, and a label where words are ours."""

    name: str
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A statement, meeting, position, condition or instrument of one report; `head` holds its closed values."""

    id: str
    head: tuple[str, ...]
    fields: tuple[Field, ...]
    line: int = field(default=0, compare=False)

    def get(self, name: str) -> Field | None:
        """The field of that name, None when the record has none."""
        return next((one for one in self.fields if one.name == name), None)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a field, empty when it is absent."""
        found = self.get(name)
        return found.words if found else ()

    def spans(self, name: str) -> tuple[Span, ...]:
        """The places cited for a field, empty when it is absent."""
        found = self.get(name)
        return found.spans if found else ()


@dataclass(frozen=True, slots=True)
class Document:
    """One report with everything marked in it; `body` is the line of its file on which the text begins."""

    headers: tuple[tuple[str, str], ...]
    text: str
    tags: tuple[Tag, ...]
    actors: tuple[Actor, ...] = ()
    records: tuple[Record, ...] = ()
    body: int = field(default=0, compare=False)

    def header(self, name: str) -> str | None:
        """The value of a header, None when it is absent."""
        return dict(self.headers).get(name)
