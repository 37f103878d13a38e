"""Conditions: who requires what before what, as a drawing and as the table that it is drawn from."""

from markupsafe import Markup
from pydantic import Field

from pourparler.core.entry import Condition
from pourparler.core.reading import Operator
from pourparler.faces.charts.chart import Caption
from pourparler.faces.charts.conditions import Requirement
from pourparler.faces.charts.conditions import conditions as draw_conditions
from pourparler.faces.charts.render import render
from pourparler.faces.web.entries.entry import EntryAsk, entry_answer
from pourparler.faces.web.listing import EntriesAsk, Where, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, OneOf, Page, Word
from pourparler.faces.web.visit import Visit

MOST_DRAWN = 100
"""Conditions that the drawing is made from at most; it has room for forty boxes."""


class ConditionsAsk(EntriesAsk):
    """Which conditions."""

    operator: OneOf[Operator] = Field(None, description="How the two are tied, such as `precondition`.")
    q: Word = Field(None, description="Words that the condition's words hold.")


def conditions(visit: Visit, ask: ConditionsAsk) -> Answer:
    """The conditions that are asked for, by day of the reports that tell them."""
    where = wanted("condition", ask).equal("status", ask.operator)
    if ask.q:
        where.add("(issue LIKE ? OR requires LIKE ?)", f"%{ask.q}%", f"%{ask.q}%")
    listing = listed(visit, where, ask.page)
    return Answer(
        "Conditions",
        list_values(visit, listing),
        table(visit, "conditions", where),
        {"listing": listing, "parties": parties(visit), "operators": list(Operator), "drawing": drawing(visit, where)},
    )


def drawing(visit: Visit, where: Where) -> tuple[Markup, tuple[str, ...]]:
    """The conditions that are asked for as a drawing, those of most sources first, and what it leaves out."""
    rows = visit.snapshot.rows(
        f"SELECT id, party, requires, issue FROM entries {where.sql} ORDER BY sources DESC, seq LIMIT {MOST_DRAWN}",
        *where.values,
    )
    required = [
        Requirement(row["party"] or "", row["requires"], row["issue"], visit.entry("condition", row["id"]))
        for row in rows
    ]
    chart = draw_conditions(required, Caption("Who requires what for what", "The table below lists the same."))
    return (Markup(render(chart, "conditions")), chart.left_out) if chart else (Markup(), ())


def condition(visit: Visit, _: Ask) -> Answer:
    """One condition, and what is told to wait for it."""
    waiting = visit.snapshot.rows("SELECT id, kind, label, status, day FROM entries WHERE waits_for = ?", visit.key)
    return entry_answer(visit, Condition, {"waiting": waiting})


PAGES = (
    Page("/conditions", "conditions.html", conditions, ConditionsAsk, "Conditions"),
    Page("/conditions/{key}", "condition.html", condition, EntryAsk),
)
