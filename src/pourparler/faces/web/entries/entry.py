"""One entry as a page: what the record holds of it, every account of it in its words, disputes, what goes with it."""

from collections.abc import Mapping

from pydantic import Field

from pourparler.core.entry import Condition, Dispute, Entry, Instrument, Position, Statement
from pourparler.core.errors import UnknownEntryError
from pourparler.faces.export.shape import values_of
from pourparler.faces.export.tables import COLUMNS, lines_of
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.telling import facts, tellings
from pourparler.faces.web.entries.fields import fields_told
from pourparler.faces.web.entries.goals import waiting_with
from pourparler.faces.web.entries.related import in_same_words, row_of
from pourparler.faces.web.listing import case_values
from pourparler.faces.web.page import Answer, Ask, Table
from pourparler.faces.web.part import Part
from pourparler.faces.web.visit import Visit

MOST = 100
"""Accounts that the page of an entry shows at first; all of them are in its JSON and CSV."""

GATHERED = (Position, Condition, Instrument)
"""Entries whose phrases are gathered into issues."""


class EntryAsk(Ask):
    """How much of an entry is shown."""

    all: bool = Field(False, description=f"Every account on the page, where there are more than {MOST}.")


def found(visit: Visit, kind: type[Entry] | type[Dispute]) -> Entry | Dispute:
    """The entry of the id in the path; raises UnknownEntryError for an id that no entry of this kind has."""
    thing = visit.snapshot.entry(visit.key)
    if not isinstance(thing, kind):
        name = kind.__name__.lower()
        seen = f" as of {visit.as_of}" if visit.as_of else ""
        raise UnknownEntryError(f"There is no {name} {visit.key!r}{seen}.", f"The list of {name}s has all of them.")
    return thing


def disputes_about(visit: Visit, entry: Entry) -> tuple[Dispute, ...]:
    """The disputes about an entry."""
    rows = visit.snapshot.rows("SELECT id FROM disputes WHERE about = ? ORDER BY seq", entry.id)
    found = (visit.snapshot.entry(row["id"]) for row in rows)
    return tuple(one for one in found if isinstance(one, Dispute))


def entry_answer(visit: Visit, kind: type[Entry], shown: Mapping[str, object] | None = None) -> Answer:
    """The answer of an entry's page; `shown` is what its template needs beside."""
    entry = found(visit, kind)
    assert isinstance(entry, kind)
    disputes = disputes_about(visit, entry)
    lookup: Part = visit.part((entry, *disputes), texts=True)
    name = f"{kind.__name__.lower()}s"
    told = tellings(lookup, entry, {})
    is_whole = visit.site.is_copy or (isinstance(visit.ask, EntryAsk) and visit.ask.all)
    issues = visit.asking.issues.about(entry.id) if isinstance(entry, GATHERED) else ()
    lines = ({column: line.get(column) for column in COLUMNS[name]} for line in lines_of(entry))
    return Answer(
        label(lookup, entry),
        {
            "case": case_values(visit),
            "entry": values_of(entry),
            "disputes": [values_of(one) for one in disputes],
            "issues": [{"id": one.id, "name": one.name} for one in issues],
        },
        Table(COLUMNS[name], (tuple(line.values()) for line in lines)),
        {
            "entry": entry,
            "lookup": lookup,
            "facts": facts(lookup, entry),
            "fields": fields_told(lookup, entry),
            "tellings": told if is_whole else told[:MOST],
            "untold": 0 if is_whole else max(0, len(told) - MOST),
            "depends": row_of(visit, getattr(entry, "condition", None)),
            "same_words": in_same_words(visit, entry),
            "disputes": disputes,
            "issues": issues,
            "goals": waiting_with(visit, entry),
            "can_drop": kind is not Statement,
        }
        | dict(shown or {}),
    )
