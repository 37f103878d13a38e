"""Instruments: where each document or arrangement stands, its states one after the other, its terms, its parties."""

from pydantic import Field

from pourparler.core.entry import Instrument
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.faces.rows.history import STEPS
from pourparler.faces.web.entries.entry import EntryAsk, entry_answer
from pourparler.faces.web.listing import EntriesAsk, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, OneOf, Page
from pourparler.faces.web.visit import Visit

ROWS = 50
"""Instruments on one page: each has all of its states, so that far more is read for a row than in other lists."""


class InstrumentsAsk(EntriesAsk):
    """Which instruments."""

    status: OneOf[InstrumentStatus] = Field(None, description="The state in force, such as `signed`.")
    kind: OneOf[InstrumentKind] = Field(None, description="A kind of the vocabulary, such as `agreement`.")


def instruments(visit: Visit, ask: InstrumentsAsk) -> Answer:
    """The instruments that are asked for, by their first state; those without a day come last."""
    where = wanted("instrument", ask).equal("status", ask.status).equal("subkind", ask.kind)
    listing = listed(visit, where, ask.page, most=ROWS)
    return Answer(
        "Instruments",
        list_values(visit, listing),
        table(visit, "instruments", where),
        {
            "listing": listing,
            "parties": parties(visit),
            "statuses": list(InstrumentStatus),
            "kinds": list(InstrumentKind),
        },
    )


def instrument(visit: Visit, _: Ask) -> Answer:
    """One instrument: its states with the words behind each, its terms, its parties."""
    return entry_answer(visit, Instrument, {"steps": STEPS})


PAGES = (
    Page("/instruments", "instruments.html", instruments, InstrumentsAsk, "Instruments"),
    Page("/instruments/{key}", "instrument.html", instrument, EntryAsk),
)
