"""Export: just what is filtered, as a file in one of many formats, saying before what is left out."""

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import FastAPI, Query, Request, Response
from pydantic import ConfigDict, Field

from pourparler.faces.export.formats import FORMATS, format_called
from pourparler.faces.export.parcel import pack
from pourparler.faces.web.exporting import MOST, OURS, Chosen, chosen, made, with_note
from pourparler.faces.web.listing import asked_values, case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word
from pourparler.faces.web.pages import (
    actors,
    conditions,
    disputes,
    instruments,
    meetings,
    positions,
    reports,
    statements,
    timeline,
)
from pourparler.faces.web.server.describing import FAULTS, Responses
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.visit import Visit

MADE_OF = (meetings, statements, positions, conditions, instruments, disputes, actors, reports, timeline)
LISTED = tuple(module.PAGES[0] for module in MADE_OF)
"""The pages whose lists can be exported."""

ANY_FILE: Responses = {200: {"content": {"*/*": {}}}}

FILE = "/export/file"
"""Where the file itself lies: the same query as the page."""


class ExportAsk(Ask):
    """What to export, and how. All filters of a list go along with it, by the names that they have there."""

    model_config = ConfigDict(extra="allow", frozen=True)

    list: (
        Literal[
            "meetings", "statements", "positions", "conditions", "instruments", "disputes", "actors", "reports",
            "timeline",
        ]
        | None
    ) = Field(None, description="The list to export; without it, entries of every kind.")  # fmt: skip
    format: Word = Field(None, description="The name of a format.")
    id: Word = Field(None, description="The id of one thing, instead of a list.")


def export(visit: Visit, ask: ExportAsk) -> Answer:
    """What would be exported, in which formats, and what the one that is chosen leaves out."""
    what = chosen(visit, LISTED)
    form = format_called(ask.format) if ask.format else None
    parcel = made(visit, what, form) if form and what.total <= MOST else None
    filters = {name: value for name, value in visit.asked.items() if value and name not in OURS}
    told = [
        {"name": one.name, "title": one.title, "media_type": one.media_type, "ending": one.ending,
         "address": visit.to(FILE, **(_asked(visit) | {"format": one.name}))}
        for one in FORMATS
    ]  # fmt: skip
    values: dict[str, object] = {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "total": what.total,
        "whole": what.ids is None,
        "left_out": list(parcel.left_out) if parcel else None,
        "formats": told,
    }
    shown = {
        "what": what,
        "filters": filters,
        "form": form,
        "parcel": parcel,
        "size": sum(len(file.content) for file in parcel.files) if parcel else 0,
        "most": MOST,
        "file": visit.to(FILE, **_asked(visit)),
        "lists": [(page.menu, page.path.strip("/")) for page in LISTED],
        "way": lambda name: visit.here(format=name),
    }
    columns = ("name", "title", "media_type", "ending")
    return Answer("Export", values, Table(columns, ([one[name] for name in columns] for one in told)), shown)  # type: ignore[misc]


def _asked(visit: Visit) -> dict[str, object]:
    return {name: value for name, value in visit.asked.items() if name not in ("as_of", "page")}


def add_file(app: FastAPI, site: Site) -> None:
    """Add the address of the file itself."""

    def file(request: Request, ask: Annotated[ExportAsk, Query()]) -> Response:
        form = format_called(ask.format or "json")
        with site.snapshot(ask.as_of) as snapshot:
            visit = Visit(site, snapshot, "/export", ask, dict(request.query_params))
            what = chosen(visit, LISTED)
            parcel = with_note(made(visit, what, form))
        several = len(parcel.files) > 1
        headers = {
            "Content-Disposition": f'attachment; filename="{_name(visit, what)}{".zip" if several else form.ending}"',
            "X-Left-Out": quote("; ".join(parcel.left_out), safe=" ;:,.()/")[:4_000],
        }
        return Response(pack(parcel), media_type="application/zip" if several else form.media_type, headers=headers)

    app.get(FILE, name="export_file", response_class=Response, responses=ANY_FILE | FAULTS)(file)


def _name(visit: Visit, what: Chosen) -> str:
    """What the file is called: the record, the list, the day; nothing but letters, digits, dots and dashes."""
    parts = [visit.snapshot.head.name or "record", visit.asked.get("list") or visit.asked.get("id") or ""]
    parts += ["part" if what.ids is not None and not parts[1] else "", visit.as_of.isoformat() if visit.as_of else ""]
    words = "-".join(part for part in parts if part)
    return "".join(one if one.isascii() and (one.isalnum() or one in "-.") else "-" for one in words)[:80]


PAGES = (Page("/export", "export.html", export, ExportAsk, "Export", served=True),)
