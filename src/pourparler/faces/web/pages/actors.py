"""Actors: people, states, organisations, blocs and groups, each with its names, offices and entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Row

import msgspec
from pydantic import Field

from pourparler.core.actor import Actor
from pourparler.core.errors import UnknownEntryError
from pourparler.core.vocabulary import ActorKind
from pourparler.faces.export.shape import values_of
from pourparler.faces.export.tables import COLUMNS
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.web.listing import Where, case_values, page_values
from pourparler.faces.web.page import Answer, Ask, ListAsk, OneOf, Page, Table, Word, sliced
from pourparler.faces.web.part import KINDS
from pourparler.faces.web.people.offices import offices_told
from pourparler.faces.web.visit import Visit
from pourparler.text.gazetteer import fold

ENTRIES = "meetings + statements + positions + conditions + instruments"
"""How many entries name an actor."""

SHOWN = 8
"""Entries of each kind on the page of one actor; the rest is one link away."""

PEOPLE = 40
"""Most of those who speak for a party that its page names."""


class ActorsAsk(ListAsk):
    """Which actors."""

    kind: OneOf[ActorKind] = Field(None, description="A kind of the vocabulary, such as `person`.")
    party: Word = Field(None, description="Only those who speak for this party.")
    q: Word = Field(None, description="A part of a name, or of a wording that reports use.")


def actors(visit: Visit, ask: ActorsAsk) -> Answer:
    """The actors that are asked for, those named by most entries first."""
    where = Where().equal("kind", ask.kind).equal("represents", ask.party)
    if ask.q:
        _named(visit, where, ask.q)
    total = visit.snapshot.rows(f"SELECT count(*) AS total FROM actors {where.sql}", *where.values)[0]["total"]
    cut = sliced(total, ask.page)
    order = f"SELECT *, {ENTRIES} AS entries FROM actors {where.sql} ORDER BY entries DESC, name, id"
    rows = visit.snapshot.rows(f"{order} LIMIT {cut.rows} OFFSET {cut.skip}", *where.values)
    found = [decode(Actor, row["body"]) for row in rows]
    return Answer(
        "Actors",
        page_values(visit, cut, [_values(actor, row) for actor, row in zip(found, rows, strict=True)]),
        Table((*COLUMNS["actors"], *COUNTS), _lines(visit, order, where)),
        {
            "slice": cut,
            "rows": list(zip(found, rows, strict=True)),
            "kinds": list(ActorKind),
            "parties": [row["represents"] for row in visit.snapshot.rows(_PARTIES)],
        },
    )


COUNTS = tuple(f"{kind}s" for kind in KINDS)
"""Columns that count the entries of each kind."""

_PARTIES = (
    "SELECT represents, count(*) AS people FROM actors WHERE represents IS NOT NULL GROUP BY represents "
    "ORDER BY people DESC, represents LIMIT 200"
)


def _named(visit: Visit, where: Where, words: str) -> None:
    """Only actors of whom a name or a wording holds these words; accents and capitals make no difference."""
    wanted = fold(words).casefold()
    found = visit.snapshot.rows("SELECT seq, name, json_extract(body, '$.aliases') AS aliases FROM actors")
    seqs = [
        row["seq"]
        for row in found
        if wanted in fold(f"{row['name']}\n" + "\n".join(msgspec.json.decode(row["aliases"] or "[]"))).casefold()
    ]
    where.add(f"seq IN ({', '.join(map(str, seqs))})")


def _values(actor: Actor, row: Row) -> dict[str, object]:
    """An actor in the shape of the export, and how many entries of each kind name it."""
    return values_of(actor) | {"counts": {kind: row[kind] for kind in COUNTS}}


def _lines(visit: Visit, query: str, where: Where) -> Iterator[tuple[object, ...]]:
    for row in visit.snapshot.rows(query, *where.values):
        values = values_of(decode(Actor, row["body"])) | {kind: row[kind] for kind in COUNTS}
        yield tuple(values[column] for column in (*COLUMNS["actors"], *COUNTS))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries of one kind that name an actor: how many, and the latest of them with the parts that it has in each."""

    kind: str
    total: int
    rows: tuple[Row, ...]


def actor(visit: Visit, _: Ask) -> Answer:
    """One actor: what reports call it, which offices they give it, whom it speaks for, and every entry naming it."""
    thing = visit.snapshot.entry(visit.key)
    if not isinstance(thing, Actor):
        seen = f" as of {visit.as_of}" if visit.as_of else ""
        raise UnknownEntryError(f"There is no actor {visit.key!r}{seen}.", "The list of actors has all of them.")
    row = visit.snapshot.one("SELECT * FROM actors WHERE id = ?", thing.id)
    assert row is not None
    offices = offices_told(visit, thing)
    values = _values(thing, row) | {"offices": [office.values for office in offices]}
    columns = (*COLUMNS["actors"], *COUNTS)
    line = values_of(thing) | {kind: row[kind] for kind in COUNTS}
    return Answer(
        thing.name,
        {"case": case_values(visit), "actor": values},
        Table(columns, (tuple(line[column] for column in columns),)),
        {
            "actor": thing,
            "row": row,
            "offices": offices,
            "party": visit.snapshot.one("SELECT id, name FROM actors WHERE name = ?", thing.represents),
            "people": _speaking_for(visit, thing),
            "shelves": [_shelf(visit, thing, kind, row[f"{kind}s"]) for kind in KINDS if row[f"{kind}s"]],
        },
    )


def _speaking_for(visit: Visit, party: Actor) -> list[Row]:
    """Those who speak for a party, named by most entries first; one more than PEOPLE where there are more."""
    query = f"SELECT id, name, office FROM actors WHERE represents = ? ORDER BY {ENTRIES} DESC, name LIMIT ?"
    return visit.snapshot.rows(query, party.name, PEOPLE + 1)


def _shelf(visit: Visit, actor: Actor, kind: str, total: int) -> Shelf:
    """The latest entries of a kind that name an actor, undated ones last."""
    rows = visit.snapshot.rows(
        "SELECT e.*, group_concat(DISTINCT a.role) AS roles FROM entry_actors a JOIN entries e ON e.seq = a.seq "
        "WHERE a.name = ? AND e.kind = ? GROUP BY e.seq ORDER BY e.day IS NULL, e.day DESC, e.seq DESC LIMIT ?",
        actor.name,
        kind,
        SHOWN,
    )
    return Shelf(kind, total, tuple(rows))


PAGES = (
    Page("/actors", "actors.html", actors, ActorsAsk, "Actors"),
    Page("/actors/{key}", "actor.html", actor),
)
