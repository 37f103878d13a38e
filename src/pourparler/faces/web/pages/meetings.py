"""Meetings, and one meeting with every telling of it."""

from pydantic import Field

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.faces.web.entry import entry_answer
from pourparler.faces.web.listing import EntriesAsk, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, Page, Word
from pourparler.faces.web.visit import Visit


class MeetingsAsk(EntriesAsk):
    """Which meetings."""

    status: Word = Field(None, description="A status of the vocabulary, such as `held`.")
    kind: Word = Field(None, description="A kind of the vocabulary, such as `talks`.")


def meetings(visit: Visit, ask: MeetingsAsk) -> Answer:
    """The meetings that are asked for, by day; those without a day come last."""
    where = wanted("meeting", ask).equal("status", ask.status).equal("subkind", ask.kind)
    listing = listed(visit, where, ask.page)
    return Answer(
        "Meetings",
        list_values(visit, listing),
        table(visit, "meetings", where),
        {
            "listing": listing,
            "parties": parties(visit),
            "statuses": list(MeetingStatus),
            "kinds": list(MeetingKind),
        },
    )


def meeting(visit: Visit, _: Ask) -> Answer:
    """One meeting: its fields with the words behind each, its states over time, and what was said about it."""
    return entry_answer(visit, Meeting)


PAGES = (
    Page("/meetings", "meetings.html", meetings, MeetingsAsk, "Meetings"),
    Page("/meetings/{key}", "meeting.html", meeting),
)
