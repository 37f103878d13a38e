"""Conditions: who requires what before what, as a drawing and as the table that it is drawn from."""

from pydantic import Field

from pourparler.core.entry import Condition
from pourparler.core.reading import Operator
from pourparler.faces.web.entry import entry_answer
from pourparler.faces.web.listing import EntriesAsk, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, Page, Word
from pourparler.faces.web.visit import Visit


class ConditionsAsk(EntriesAsk):
    """Which conditions."""

    operator: Word = Field(None, description="How the two are tied, such as `precondition`.")
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
        {"listing": listing, "parties": parties(visit), "operators": list(Operator)},
    )


def condition(visit: Visit, _: Ask) -> Answer:
    """One condition, and what is told to wait for it."""
    waiting = visit.snapshot.rows("SELECT id, kind, label, status, day FROM entries WHERE waits_for = ?", visit.key)
    return entry_answer(visit, Condition, {"waiting": waiting})


PAGES = (
    Page("/conditions", "conditions.html", conditions, ConditionsAsk, "Conditions"),
    Page("/conditions/{key}", "condition.html", condition),
)
