"""Meetings, and one meeting with every telling of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pydantic import Field

from pourparler.core.entry import Entry, Meeting
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.faces.rows.cells import when_told
from pourparler.faces.rows.telling import facts
from pourparler.faces.web.entries.entry import EntryAsk, entry_answer
from pourparler.faces.web.entries.history import changes_of
from pourparler.faces.web.entries.related import documents_on, statements_beside, waiting_for
from pourparler.faces.web.listing import EntriesAsk, list_values, listed, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, OneOf, Page, Word
from pourparler.faces.web.part import Part
from pourparler.faces.web.people.company import TAKING_PART, company
from pourparler.faces.web.people.known import addresses
from pourparler.faces.web.visit import Visit

OWN_FACTS = ("when", "by way of", "by", "counts")
"""Facts of a meeting that the rest of its page does not tell apart."""

MARKED: Mapping[str, str] = {"overdue": "overdue", "disputed": "disputed > 0", "decided": "judged > 0"}
"""What lists mark an entry with, as conditions of a query."""


class MeetingsAsk(EntriesAsk):
    """Which meetings."""

    status: OneOf[MeetingStatus] = Field(None, description="A status of the vocabulary, such as `held`.")
    kind: OneOf[MeetingKind] = Field(None, description="A kind of the vocabulary, such as `talks`.")
    marked: Word = Field(None, description="`overdue`, `disputed`, or `decided` on by a person.")
    together: Word = Field(
        None, alias="with", description="Only those in which this one takes part, and the party (or person) with it."
    )


def meetings(visit: Visit, ask: MeetingsAsk) -> Answer:
    """The meetings that are asked for, by day; those without a day come last."""
    where = wanted("meeting", ask).equal("status", ask.status).equal("subkind", ask.kind)
    if ask.marked:
        where.add(MARKED.get(ask.marked, "0"))
    if ask.together:
        for name in filter(None, (ask.party, ask.together)):
            where.add(f"seq IN (SELECT seq FROM entry_actors WHERE name = ? AND role IN {TAKING_PART})", name)
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
            "marked": list(MARKED),
            "told": [when_told(listing.lookup, one).partition(" (") for one in meetings_in(listing.entries)],
        },
    )


def meetings_in(entries: Sequence[Entry]) -> list[Meeting]:
    """The meetings among entries."""
    return [one for one in entries if isinstance(one, Meeting)]


def meeting(visit: Visit, _: Ask) -> Answer:
    """One meeting: its fields with the words behind each, its states over time, and what was said about it."""
    answer = entry_answer(visit, Meeting)
    lookup, entry = answer.shown["lookup"], answer.shown["entry"]
    assert isinstance(lookup, Part) and isinstance(entry, Meeting)
    parts = company(lookup, entry)
    waiting = [row for row in waiting_for(visit, entry.condition) if row["id"] != entry.id]
    more = {
        "facts": tuple((name, value) for name, value in facts(lookup, entry) if name in OWN_FACTS),
        "company": parts,
        "pages": addresses(visit, [name for part in parts for name, _ in part.names]),
        "changes": changes_of(lookup, entry),
        "waiting": waiting,
        "documents": documents_on(visit, entry),
        "beside": statements_beside(visit, lookup, entry),
    }
    return replace(answer, shown={**answer.shown, **more})


PAGES = (
    Page("/meetings", "meetings.html", meetings, MeetingsAsk, "Meetings"),
    Page("/meetings/{key}", "meeting.html", meeting, EntryAsk),
)
