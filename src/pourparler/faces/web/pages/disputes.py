"""Disputes: the readings that cannot all be right, their passages side by side."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from pourparler.core.entry import Dispute
from pourparler.core.vocabulary import DisputeSort, EntryKind
from pourparler.faces.export.shape import values_of
from pourparler.faces.export.tables import COLUMNS, lines_of
from pourparler.faces.rows.labels import label, value_words
from pourparler.faces.rows.sides import SORTS, who_says
from pourparler.faces.rows.telling import in_context
from pourparler.faces.web.entries.entry import found
from pourparler.faces.web.listing import Where, case_values, page_values
from pourparler.faces.web.page import Answer, Ask, ListAsk, OneOf, Page, Table, Word, sliced
from pourparler.faces.web.part import Part
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import upper_first

MOST = 30
"""Disputes on one page of the list."""


class DisputesAsk(ListAsk):
    """Which disputes."""

    kind: OneOf[EntryKind] = Field(None, description="The kind of entry they are about, such as `meeting`.")
    field: Word = Field(None, description="The field that is told in two ways, such as `when`.")
    sort: OneOf[DisputeSort] = Field(None, description="In what way the readings are contrary, such as `denial`.")
    party: Word = Field(None, description="Only about entries that this party takes part in.")


def disputes(visit: Visit, ask: DisputesAsk) -> Answer:
    """The disputes that are asked for, in the order of the export."""
    where = Where().equal("kind", ask.kind).equal("field", ask.field).equal("sort", ask.sort)
    if ask.party:
        where.add("about IN (SELECT id FROM entries JOIN entry_actors USING (seq) WHERE name = ?)", ask.party)
    total = visit.snapshot.rows(f"SELECT count(*) AS total FROM disputes {where.sql}", *where.values)[0]["total"]
    cut = sliced(total, ask.page, MOST)
    shown = _disputes(visit, where, f"LIMIT {MOST} OFFSET {cut.skip}")
    lookup = visit.part(shown)
    return Answer(
        "Disputes",
        page_values(visit, cut, [values_of(one) for one in shown]),
        Table(COLUMNS["disputes"], _lines(visit, where)),
        {"slice": cut, "cards": [card(lookup, one) for one in shown], "sorts": list(DisputeSort), **_known(visit)},
    )


def dispute(visit: Visit, _: Ask) -> Answer:
    """One dispute, each reading with its words in their context."""
    thing = found(visit, Dispute)
    assert isinstance(thing, Dispute)
    lookup = visit.part([thing], texts=True)
    about = lookup.things[thing.about]
    return Answer(
        f"{upper_first(thing.field.replace('_', ' '))}: {label(lookup, about)}",
        {"case": case_values(visit), "dispute": values_of(thing)},
        Table(COLUMNS["disputes"], _cells([thing])),
        {"card": card(lookup, thing, context=True), "about": about, "about_label": label(lookup, about)},
    )


def card(lookup: Part, dispute: Dispute, context: bool = False) -> dict[str, object]:
    """What a template shows of a dispute; with `context`, words as (before, exact, after)."""
    about = lookup.things[dispute.about]
    sides = [
        {
            "value": value_words(reading.value),
            "who": who_says(lookup, reading),
            "sources": reading.sources,
            "places": [
                (place, in_context(lookup.report(place.report).text, place) if context else None)
                for place in lookup.in_order(reading.evidence)
            ],
        }
        for reading in dispute.readings
    ]
    return {
        "dispute": dispute,
        "about": about,
        "label": label(lookup, about),
        "sort": SORTS[dispute.sort],
        "sides": sides,
    }


def _known(visit: Visit) -> dict[str, list[str]]:
    """The kinds and fields that disputes are about, for the filter."""
    rows = visit.snapshot.rows("SELECT DISTINCT kind, field FROM disputes ORDER BY kind, field")
    return {"kinds": sorted({row["kind"] for row in rows}), "fields": sorted({row["field"] for row in rows})}


def _disputes(visit: Visit, where: Where, cut: str = "") -> list[Dispute]:
    rows = visit.snapshot.rows(f"SELECT id FROM disputes {where.sql} ORDER BY seq {cut}", *where.values)
    things = (visit.snapshot.entry(row["id"]) for row in rows)
    return [one for one in things if isinstance(one, Dispute)]


def _lines(visit: Visit, where: Where) -> Iterator[tuple[object, ...]]:
    yield from _cells(_disputes(visit, where))


def _cells(disputes: Sequence[Dispute]) -> Iterator[tuple[object, ...]]:
    for dispute in disputes:
        for line in lines_of(dispute):
            yield tuple(line.get(column) for column in COLUMNS["disputes"])


PAGES = (
    Page("/disputes", "disputes.html", disputes, DisputesAsk, "Disputes"),
    Page("/disputes/{key}", "dispute.html", dispute),
)
