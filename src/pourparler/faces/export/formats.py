"""The formats of the export: their names, what each is for, and the one function that writes any of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pourparler.core.errors import InputError
from pourparler.faces.export.annotations import case_annotations
from pourparler.faces.export.calendar.file import case_calendar
from pourparler.faces.export.citations import case_citations
from pourparler.faces.export.discourse import case_discourse
from pourparler.faces.export.entities import case_entities
from pourparler.faces.export.feed import case_feed
from pourparler.faces.export.graph.gexf import case_gexf
from pourparler.faces.export.graph.graphml import case_graphml
from pourparler.faces.export.graph.system import case_conditions, case_networks
from pourparler.faces.export.json import case_document
from pourparler.faces.export.lines import case_lines
from pourparler.faces.export.narrowing import narrow
from pourparler.faces.export.parcel import Parcel
from pourparler.faces.export.tables import case_tables
from pourparler.faces.export.timeline import case_timeline
from pourparler.faces.plover.rows import case_events
from pourparler.faces.rows.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Format:
    """One form of the export. `ending` is the file's, with its dot; `folder` is True for many files, which are packed
    as a zip where one is wanted; `also` are other words for its name."""

    name: str
    title: str
    media_type: str
    ending: str
    make: Callable[[Lookup], Parcel]
    folder: bool = False
    also: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    Format("json", "The whole record as one JSON object", "application/json", ".json", case_document),
    Format("jsonl", "The whole record as JSON, one row a line", "application/x-ndjson", ".jsonl", case_lines,
           also=("ndjson",)),
    Format("csv", "Tables, one a kind, and one of all evidence", "text/csv", ".csv", case_tables, folder=True,
           also=("tables",)),
    Format("plover", "Event data, a row for each event", "application/x-ndjson", ".jsonl", case_events),
    Format("ics", "A calendar of meetings and deadlines", "text/calendar", ".ics", case_calendar,
           also=("ical", "icalendar", "calendar")),
    Format("timelinejs", "A timeline of all that has a day", "application/json", ".json", case_timeline,
           also=("timeline",)),
    Format("gexf", "Who met whom, for Gephi", "application/gexf+xml", ".gexf", case_gexf),
    Format("graphml", "Who met whom, for any graph program", "application/graphml+xml", ".graphml", case_graphml),
    Format("dna", "Positions as statements of a discourse network", "text/csv", ".csv", case_discourse,
           also=("discourse",)),
    Format("networks", "Who says the same and the opposite of what, as GraphML and JSON", "application/zip", ".zip",
           case_networks, folder=True, also=("congruence", "conflict")),
    Format("conditions", "What waits for what, as GraphML and JSON", "application/zip", ".zip", case_conditions,
           folder=True, also=("condition-graph",)),
    Format("annotations", "All evidence as Web Annotations", "application/ld+json", ".jsonld", case_annotations,
           also=("webannotation", "jsonld")),
    Format("ftm", "Entities of FollowTheMoney, one a line", "application/x-ndjson", ".ftm.json", case_entities,
           also=("followthemoney",)),
    Format("csl", "The reports as references", "application/vnd.citationstyles.csl+json", ".json", case_citations,
           also=("csl-json", "references")),
    Format("atom", "A feed of all entries, the newest first", "application/atom+xml", ".atom", case_feed,
           also=("feed",)),
)  # fmt: skip
"""Every format, in the order of a list to choose from."""


def format_called(typed: str) -> Format:
    """The format of a name, or of another word for it; raises InputError with a suggestion for any other."""
    wanted = typed.strip().lower()
    for form in FORMATS:
        if wanted in (form.name, *form.also):
            return form
    names = [word for form in FORMATS for word in (form.name, *form.also)]
    near = get_close_matches(wanted, names, n=2, cutoff=0.6)
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    raise InputError(
        f"There is no format {typed!r}.", f"{hint}Formats are: {', '.join(form.name for form in FORMATS)}."
    )


def write(name: str, lookup: Lookup, chosen: Collection[str] | None = None) -> Parcel:
    """The record in a format; with `chosen`, ids of entries, disputes, actors or reports, of these alone.

    The lookup's reports need their texts, and its `learned` the order in which the record learned of them: from it come
    the UIDs of calendar and timeline and the ids of events, which then stay. The parcel's `left_out` says, line by
    line, what of the record is not in its files. Equal records give equal bytes. Raises InputError for a format that
    there is not, UnknownEntryError for an id that names nothing.
    """
    form = format_called(name)
    if chosen is None:
        return form.make(lookup)
    part = narrow(lookup, chosen)
    parcel = form.make(part.lookup)
    return replace(parcel, left_out=(*part.left_out, *parcel.left_out))
