"""A lookup that asks a snapshot for one thing at a time: it calls all as that of the whole record does, and holds no
list of entries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from sqlite3 import Row
from typing import NoReturn, TypeVar

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, Entry, ReportView, Statement
from pourparler.core.errors import UnknownEntryError
from pourparler.core.judgement import Judgement
from pourparler.core.report import Report
from pourparler.core.vocabulary import PublishedFrom
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Head, Snapshot

T = TypeVar("T")

_IDS = " UNION ALL ".join(f"SELECT id, short FROM {table}" for table in ("entries", "actors", "disputes", "reports"))


class Asked(Mapping[str, T]):
    """What a snapshot has by some key: asked for when it is wanted, and remembered.

    What finds must not hold whoever holds this, or nobody lets go of what was read until Python looks for cycles.
    """

    def __init__(self, find: Callable[[str], T | None], keys: Callable[[], list[str]]) -> None:
        """`find` gives the thing of a key, None for none; `keys` all there are, in their order."""
        self._find, self._keys = find, keys
        self._known: dict[str, T | None] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            self._known[key] = self._find(key)
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())


class Outline(CaseRecord):
    """The record of a snapshot without its lists of entries, disputes and reports: these are not there, and whoever
    asks for one gets an AttributeError instead of an empty list."""

    __slots__ = ()

    def __init__(
        self, head: Head, actors: tuple[Actor, ...], made: tuple[Judgement, ...], lost: tuple[Judgement, ...]
    ) -> None:
        """`made` are the judgements laid over it, `lost` those that find nothing in it to hold on to."""
        kept = {"name": head.name, "as_of": head.as_of, "made_by": head.made_by, "version": head.version,
                "actors": actors, "judgements": made, "lost": lost}  # fmt: skip
        for name, value in kept.items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True)
class Looking(Lookup):
    """The lookup of a snapshot. `called_so` are the names of parties as `Lookup.parties` has them.

    What only the whole record could tell raises AttributeError: lists of entries, accounts, statements by report.
    """

    snapshot: Snapshot
    called_so: Mapping[str, str]

    @cached_property
    def things(self) -> Mapping[str, Found]:
        """Everything that has an id."""
        return Asked(partial(_thing, self.snapshot), partial(_column, self.snapshot, _IDS, "id"))

    @cached_property
    def views(self) -> Mapping[str, ReportView]:
        """Reports by name, without their texts."""
        return Asked(partial(_view, self.snapshot, "name"), partial(_column, self.snapshot, _REPORTS, "name"))

    @cached_property
    def reports_by_id(self) -> Mapping[str, Report]:
        """Reports by id, without their texts."""

        snapshot = self.snapshot

        def find(key: str) -> Report | None:
            view = _view(snapshot, "id", key)
            return view.report if view else None

        return Asked(find, partial(_column, snapshot, _REPORTS, "id"))

    @cached_property
    def short_ids(self) -> Mapping[str, str]:
        """The short form of each id."""

        snapshot = self.snapshot

        def find(key: str) -> str | None:
            row = snapshot.one(f"SELECT short FROM ({_IDS}) WHERE id = ?", key)
            return row["short"] if row else None

        return Asked(find, partial(_column, snapshot, _IDS, "id"))

    @cached_property
    def former(self) -> Mapping[str, Found]:
        """Entries and actors by the ids that they no longer go by, and entries by those of their accounts."""

        snapshot, things = self.snapshot, self.things

        def find(key: str) -> Found | None:
            row = snapshot.one("SELECT thing FROM former WHERE id = ?", key)
            return things.get(row["thing"]) if row else None

        return Asked(find, partial(_column, snapshot, "SELECT id FROM former", "id"))

    @cached_property
    def disputes_about(self) -> Mapping[str, tuple[Dispute, ...]]:
        """By id of an entry, the disputes about it."""

        snapshot = self.snapshot

        def find(key: str) -> tuple[Dispute, ...] | None:
            rows = snapshot.rows("SELECT body FROM disputes WHERE about = ? ORDER BY rank", key)
            return tuple(decode(Dispute, row["body"]) for row in rows) or None

        return Asked(find, partial(_column, snapshot, "SELECT DISTINCT about FROM disputes", "about"))

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """Every name and alias of a party, in lower case, with the party's canonical name."""
        return self.called_so

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Not there."""
        _not_there("entries")

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """Not there."""
        _not_there("accounts")

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """Not there."""
        _not_there("said_in")

    @cached_property
    def told_by(self) -> Mapping[str, tuple[Entry, ...]]:
        """Not there."""
        _not_there("told_by")

    def find(self, typed: str) -> Found:
        """What an id, a former one, or the beginning of one names; raises UnknownEntryError with near ones else."""
        wanted = typed.strip()
        named = self.snapshot.named(wanted)
        if len(named) == 1:
            return self.things[named[0]]
        if named:
            some = ", ".join(named[:8]) + (f" and {len(named) - 8} more" if len(named) > 8 else "")
            raise UnknownEntryError(f"{len(named)} ids begin with {wanted!r}.", f"Type one of: {some}.")
        raise UnknownEntryError(f"Nothing in this record has the id {wanted!r}.", "The lists of the record have ids.")


_REPORTS = "SELECT * FROM reports"


def _thing(snapshot: Snapshot, key: str) -> Found | None:
    return snapshot.thing(key) or _view(snapshot, "id", key)


def _view(snapshot: Snapshot, column: str, key: str) -> ReportView | None:
    row = snapshot.one(f"{_REPORTS} WHERE {column} = ?", key)
    return ReportView(lean(row), row["copies_of"]) if row else None


def _column(snapshot: Snapshot, query: str, column: str) -> list[str]:
    return [row[column] for row in snapshot.rows(query)]


def lean(row: Row) -> Report:
    """A report of the table of reports, without its text."""
    return Report(
        id=row["id"],
        name=row["name"],
        text="",
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        language=row["language"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        published_from=PublishedFrom(row["published_from"]),
    )


def _not_there(name: str) -> NoReturn:
    raise AttributeError(f"A snapshot gives no {name} of a whole record; ask for entries by id, or by SQL.")
