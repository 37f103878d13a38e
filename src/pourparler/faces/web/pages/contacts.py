"""Who met whom: a drawing, a matrix and a table of the same pairs, between days, of parties or of people."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.web.drawing import drawn
from pourparler.faces.web.listing import EntriesAsk, page_values, parties
from pourparler.faces.web.page import Answer, Page, Table, sliced
from pourparler.faces.web.people.circles import circle_chart
from pourparler.faces.web.people.contacts import Circle, Pair, circle, counted, meetings_of, pairs_of
from pourparler.faces.web.people.known import addresses
from pourparler.faces.web.visit import Visit

MOST = 16
"""Names in the matrix: with more it cannot be read; the table has all."""

ANY = "any"
"""Asks for meetings of every status."""

STATUSES = (*(status.value for status in MeetingStatus), ANY)


def _status(value: str) -> str:
    """A status of meetings or `any`; of a form that leaves it empty, held."""
    if value and value not in STATUSES:
        raise ValueError(f"it is one of {', '.join(STATUSES)}")
    return value or MeetingStatus.HELD.value


Status = Annotated[str, AfterValidator(_status), Field(max_length=40, json_schema_extra={"enum": list(STATUSES)})]


class Of(StrEnum):
    """Whose contacts."""

    PARTIES = "parties"
    PEOPLE = "people"


class ContactsAsk(EntriesAsk):
    """Which contacts."""

    of: Of = Field(Of.PARTIES, description="`parties` (with states, organisations and groups) or `people`.")
    status: Status = Field(
        MeetingStatus.HELD.value, description="A status of meetings, or `any`; `held` where none is named."
    )


def contacts(visit: Visit, ask: ContactsAsk) -> Answer:
    """Pairs that take part in meetings of one status, those that met most often first."""
    status = ask.status
    of = circle(ask, ask.of is Of.PEOPLE, None if status == ANY else status)
    pairs = pairs_of(visit, of)
    cut = sliced(len(pairs), ask.page)
    rows = list(counted(visit, of, pairs[cut.skip : cut.skip + cut.rows]))
    present = meetings_of(visit, of)
    met = {name for pair in pairs for name in pair.names}
    names = [name for name in present if name in met]
    days = {"since": ask.since, "until": ask.until, "status": None if status == ANY else status}
    return Answer(
        "Who met whom",
        page_values(visit, cut, [pair.values for pair in rows])
        | {
            "of": ask.of.value,
            "status": status,
            "names": [{"name": name, "meetings": present[name]} for name in names],
        },
        _table(visit, of, pairs),
        {
            "slice": cut,
            "pairs": rows,
            "status": status,
            "of": ask.of.value,
            "statuses": STATUSES,
            "matrix": _matrix(names[:MOST], pairs),
            "names": names,
            "present": present,
            "pages": addresses(visit, {*names[:MOST], *(name for pair in rows for name in pair.names)}),
            "parties": parties(visit),
            "days": days,
            "drawing": drawn(lambda: circle_chart(visit, {one: present[one] for one in names}, pairs, days), "met"),
        },
    )


def _matrix(names: Sequence[str], pairs: Sequence[Pair]) -> list[tuple[str, list[int | None]]]:
    """For each name how often it met each of the names; None for itself."""
    known = {pair.names: pair.meetings for pair in pairs}
    return [
        (one, [None if one == other else known.get((min(one, other), max(one, other)), 0) for other in names])
        for one in names
    ]


def _table(visit: Visit, of: Circle, pairs: Sequence[Pair]) -> Table:
    columns = (
        "one",
        "other",
        "meetings",
        "through_mediator_or_host",
        "statuses",
        "reports",
        "sources",
        "first",
        "last",
    )
    lines = (pair.values for pair in counted(visit, of, pairs))
    return Table(
        columns,
        (tuple(_cell(line[column]) for column in columns) for line in lines),
    )


def _cell(value: object) -> object:
    return [f"{status}: {number}" for status, number in value.items()] if isinstance(value, dict) else value


PAGES = (Page("/contacts", "contacts.html", contacts, ContactsAsk, "Contacts"),)
