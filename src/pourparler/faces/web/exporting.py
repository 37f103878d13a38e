"""What is exported of a record: just what a list shows under its filters, or all of it; and what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from pourparler.core.actor import Actor
from pourparler.core.entry import Dispute, ReportView
from pourparler.core.errors import InputError
from pourparler.core.judgement import OF_BOARDS, Judgement
from pourparler.core.report import Report
from pourparler.faces.export.formats import Format
from pourparler.faces.export.identity import learned
from pourparler.faces.export.leftout import not_in_record
from pourparler.faces.export.narrowing import boards_left, led_away, narrow, not_chosen
from pourparler.faces.export.parcel import File, Parcel
from pourparler.faces.export.shape import KINDS
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.loading import load
from pourparler.faces.snapshot.looking import lean
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.faults import fault_words
from pourparler.faces.web.listing import EntriesAsk, wanted_of_all
from pourparler.faces.web.page import Page
from pourparler.faces.web.part import Part, among, part
from pourparler.faces.web.server.building import count_reports
from pourparler.faces.web.visit import Visit
from pourparler.record.boards import KeptBoard, kept_boards
from pourparler.record.opening import open_store
from pourparler.record.store import Store

MOST = 20_000
"""Things that are put together while a page waits; more are written by `pourparler export`, which has all memory."""

OURS = frozenset({"list", "format", "id", "as_of", "page", "next"})
"""Parts of the query that are the export's own; the others are the list's."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is exported: ids of entries, disputes, actors or reports; None for the whole record. `total` counts them."""

    ids: tuple[str, ...] | None
    total: int


def chosen(visit: Visit, pages: Sequence[Page]) -> Chosen:
    """What the query chooses: one thing by its id, just the rows of a list under its filters, or the whole record.

    `pages` are those whose lists can be exported. Raises InputError for a filter that the list does not know.
    """
    ask = visit.ask
    if one := getattr(ask, "id", None):
        found = visit.snapshot.named(one)
        if len(found) != 1:
            raise InputError(
                f"{one[:60]!r} names {'several things' if found else 'nothing'}.", "Export a list instead."
            )
        return Chosen(found, 1)
    name = getattr(ask, "list", None)
    if name is not None:
        ids = tuple(_listed(visit, next(page for page in pages if page.path == f"/{name}")))
        return Chosen(ids, len(ids))
    where = wanted_of_all(_validated(visit, EntriesAsk))
    if not where.clauses:
        counted = visit.snapshot.one("SELECT count(*) AS total FROM entries")
        return Chosen(None, counted["total"] if counted else 0)
    rows = visit.snapshot.rows(f"SELECT id FROM entries {where.sql} ORDER BY seq", *where.values)
    return Chosen(tuple(row["id"] for row in rows), len(rows))


def _listed(visit: Visit, page: Page) -> Iterator[str]:
    """The ids of the rows that a list has under the filters asked for, each once."""
    ask = _validated(visit, page.ask)
    asked = {name: value for name, value in visit.asked.items() if name not in OURS}
    table = page.answer(Visit(visit.site, visit.snapshot, page.path, ask, asked), ask).table
    place = table.columns.index("id")
    return iter(dict.fromkeys(str(row[place]) for row in table.rows))


def _validated(visit: Visit, wanted: type[Any]) -> Any:
    """The query as a list understands it; positions are asked for as a list."""
    given: dict[str, Any] = {name: value for name, value in visit.asked.items() if name not in OURS}
    if "view" in wanted.model_fields:
        given.setdefault("view", "list")
    unknown = [name for name, value in given.items() if value and name not in wanted.model_fields]
    if unknown:
        known = ", ".join(name for name in wanted.model_fields if name not in OURS)
        raise InputError(f"This list cannot be filtered by {unknown[0][:40]!r}.", f"It can by: {known}.")
    try:
        return wanted.model_validate(given | {"as_of": visit.as_of})
    except ValidationError as error:
        raise InputError(f"{fault_words(error.errors()[0])}.", "Correct the address.") from error


def made(visit: Visit, what: Chosen, form: Format) -> Parcel:
    """The export in a format; its `left_out` says in lines what of the record is not in it.

    Raises InputError for more than can be put together here.
    """
    if what.total > MOST:
        todo = f"Write it on the command line: pourparler export --format {form.name}; or ask for a part of it here."
        raise InputError(f"{what.total:,} entries are more than the {MOST:,} that a page puts together.", todo)
    with open_store(visit.site.record, read_only=True) as store:
        whole = what.ids is None
        lookup = _whole(visit, store) if what.ids is None else _part(visit, store, what.ids)
        notes = not_in_record(
            lookup, len(store.failures()), count_reports(visit.site.record) - _count(visit.snapshot, "reports")
        )
    counts = {kind: _count(visit.snapshot, kind) for kind in KINDS}
    behind = ("what the record has learned since this view of it was put together",) if visit.is_behind else ()
    parcel = form.make(lookup)
    rest = () if whole else (*not_chosen(lookup, counts), *led_away(lookup), *boards_left(_boards(visit.snapshot)))
    return replace(parcel, left_out=tuple(dict.fromkeys((*behind, *notes, *rest, *parcel.left_out))))


def with_note(parcel: Parcel) -> Parcel:
    """A parcel of several files with one more that says what is left out; one of a single file as it is."""
    if len(parcel.files) == 1 or not parcel.left_out:
        return parcel
    text = "This export leaves out:\n" + "".join(f"- {line}\n" for line in parcel.left_out)
    return replace(parcel, files=(*parcel.files, File("left-out.txt", text.encode("utf-8"))))


def _whole(visit: Visit, store: Store) -> Lookup:
    return Lookup(load(visit.snapshot, store.reports()), learned=learned(store))


def _part(visit: Visit, store: Store, ids: Sequence[str]) -> Lookup:
    """The chosen things with what belongs to them, as the narrowing of the whole record would give them."""
    snapshot = visit.snapshot
    entries = snapshot.entries(row["id"] for row in among(snapshot, "SELECT id FROM entries", "id", ids))
    bodies = among(snapshot, "SELECT body FROM disputes", "id", ids)
    bodies += among(snapshot, "SELECT body FROM disputes", "about", [entry.id for entry in entries])
    disputes = {one.id: one for one in (decode(Dispute, row["body"]) for row in bodies)}
    base = part(snapshot, [*entries, *disputes.values()])
    actors = tuple(decode(Actor, row["body"]) for row in snapshot.rows("SELECT body FROM actors ORDER BY rank"))
    names = {view.report.name for view in base.record.reports}
    names |= {row["name"] for row in among(snapshot, "SELECT name FROM reports", "id", ids)}
    views = tuple(_views(snapshot, store, names))
    record = replace(base.record, reports=views, actors=actors, judgements=tuple(_judgements(snapshot)))
    whole = Part(record, snapshot, learned=learned(store))
    return narrow(whole, ids).lookup


def _judgements(snapshot: Snapshot) -> Iterator[Judgement]:
    """The judgements that hold, in the order of their application."""
    for row in snapshot.rows("SELECT body FROM judgements WHERE NOT lost ORDER BY seq"):
        yield decode(Judgement, row["body"])


def _boards(snapshot: Snapshot) -> tuple[KeptBoard, ...]:
    rows = snapshot.rows("SELECT body FROM judgements WHERE verdict IN (?, ?)", *sorted(OF_BOARDS))
    told = (decode(Judgement, row["body"]) for row in rows)
    return kept_boards(sorted(told, key=lambda one: (one.at, one.id)))


def _views(snapshot: Snapshot, store: Store, names: set[str]) -> Iterator[ReportView]:
    """Reports with their texts, and those that they are copies of, in the order of the record."""
    rows = {row["name"]: row for row in among(snapshot, "SELECT * FROM reports", "name", sorted(names))}
    while origins := {row["copies_of"] for row in rows.values() if row["copies_of"]} - rows.keys():
        rows |= {row["name"]: row for row in among(snapshot, "SELECT * FROM reports", "name", sorted(origins))}
    for row in sorted(rows.values(), key=lambda row: row["seq"]):
        report: Report = store.report(row["id"]) or lean(row)
        yield ReportView(replace(report, name=row["name"]), row["copies_of"])


def _count(snapshot: Snapshot, kind: str) -> int:
    """How many rows a list of the snapshot has."""
    plain = kind in ("reports", "actors", "disputes")
    query = f"SELECT count(*) AS total FROM {kind}" if plain else "SELECT count(*) AS total FROM entries WHERE kind = ?"
    row = snapshot.one(query, *(() if plain else (kind.removesuffix("s"),)))
    return int(row["total"]) if row else 0
