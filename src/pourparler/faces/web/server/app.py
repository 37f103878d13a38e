"""The server as an application: every page three times (for eyes, as JSON, as CSV), and what they rest on."""

import csv
import io
from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import chain
from typing import Annotated, Any

import msgspec
from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles

from pourparler import __version__
from pourparler.core.errors import PourparlerError
from pourparler.faces.export.tables import cell
from pourparler.faces.web.acts.writing import add_deed
from pourparler.faces.web.page import Answer, Page, Table
from pourparler.faces.web.pages import BESIDE, DEEDS, PAGES
from pourparler.faces.web.pages.export import LISTED
from pourparler.faces.web.server import failing
from pourparler.faces.web.server.describing import (
    csv_responses,
    describe,
    json_responses,
    known_part,
    many_part,
    refuse_unknown,
)
from pourparler.faces.web.server.guard import Guard
from pourparler.faces.web.server.site import NotYet, Site
from pourparler.faces.web.templating import render
from pourparler.faces.web.visit import Visit

ABOUT = "The record of a negotiation as of any day, every line with its words. Looking never changes it."


def make_app(site: Site) -> FastAPI:
    """The application that shows a record; nothing is loaded from elsewhere, and no documentation page that would."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> Any:
        yield
        site.building.end()
        site.retries.end()

    app = FastAPI(title="Pourparler", version=__version__, description=ABOUT, docs_url=None, redoc_url=None,
                  lifespan=lifespan)  # fmt: skip
    app.state.site = site
    for page in PAGES:
        add_page(app, site, page)
    for add in BESIDE:
        add(app, site)
    for deed in DEEDS:
        add_deed(app, site, deed)
    app.mount("/static", StaticFiles(packages=[("pourparler.faces.web", "static")]), name="static")
    for kind in (PourparlerError, RequestValidationError, NotYet, 404, 405):
        app.add_exception_handler(kind, failing.handler(site, MENU))
    app.add_middleware(Guard)
    describe(app)
    return app


def add_page(app: FastAPI, site: Site, page: Page) -> None:
    """Add the addresses of one page: PATH.json and PATH.csv before PATH, whose id would else swallow the ending."""
    base = "/overview" if page.path == "/" else page.path
    name = base.strip("/").replace("/{key}", "_one").replace("/", "_")
    route = base.replace("{key}", "{key:path}") if page.deep else base

    def as_json(request: Request, ask: Any) -> Response:
        refuse_unknown(page.ask, request)
        with visited(site, request, page, ask) as visit:
            return Response(encoded(page.answer(visit, ask)), media_type="application/json")

    def as_csv(request: Request, ask: Any) -> Response:
        refuse_unknown(page.ask, request)
        rows = _csv(visited(site, request, page, ask), page, ask)
        begun = chain([next(rows)], rows)  # what cannot be answered is told before anything is sent
        return StreamingResponse(begun, media_type="text/csv; charset=utf-8",
                                 headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})  # fmt: skip

    def as_html(request: Request, ask: Any) -> Response:
        with visited(site, request, page, ask) as visit:
            answer = page.answer(visit, ask)
            return RedirectResponse(answer.leads, 303) if answer.leads else HTMLResponse(shown(page, visit, answer))

    for view in (as_json, as_csv, as_html):
        view.__annotations__["ask"] = Annotated[page.ask, Query()]
    app.get(f"{route}.json", name=f"{name}_json", responses=json_responses(page))(as_json)
    if page.csv:
        app.get(f"{route}.csv", name=f"{name}_csv", response_class=StreamingResponse, responses=csv_responses())(as_csv)
    app.get(route if page.deep else page.path, name=name, include_in_schema=False, response_class=HTMLResponse)(as_html)


@contextmanager
def visited(site: Site, request: Request, page: Page, ask: Any) -> Iterator[Visit]:
    """A visit to a page, its snapshot open for as long as the visit lasts."""
    key = request.path_params.get("key", "")
    asked, did = known_part(page, request.query_params), request.query_params.get("did", "")
    many = many_part(page, request.query_params)
    with site.snapshot(ask.as_of, page.hurried) as snapshot:
        yield Visit(site, snapshot, page.path.replace("{key}", key), ask, asked, key, request.cookies, did, many)


def shown(page: Page, visit: Visit, answer: Answer) -> str:
    """A page as HTML."""
    menu = COPIED_MENU if visit.site.is_copy else MENU
    common = {"visit": visit, "page": page, "title": answer.title, "head": visit.snapshot.head, "menu": menu,
              "values": answer.values, "site": visit.site, "exported": EXPORTED}  # fmt: skip
    return render(page.template, common | dict(answer.shown))


def encoded(answer: Answer) -> bytes:
    """The JSON of an answer, indented, keys in the order of the answer."""
    values = answer.values() if callable(answer.values) else answer.values
    return msgspec.json.format(msgspec.json.encode(values), indent=1) + b"\n"


def _csv(visit: Any, page: Page, ask: Any) -> Iterator[str]:
    """The CSV of an answer, row by row, its snapshot open until the last one is handed out."""
    with visit as opened:
        yield from csv_lines(page.answer(opened, ask).table)


def csv_lines(table: Table) -> Iterator[str]:
    """A table as CSV, some rows at a time."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([cell(value) for value in row])
        if out.tell() > 65_536:
            yield _emptied(out)
    yield _emptied(out)


def _emptied(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


EXPORTED = frozenset(page.path for page in LISTED)
"""The pages whose lists can be exported as they are filtered."""

MENU = tuple((page.menu, page.path) for page in PAGES if page.menu)
"""The pages that every page leads to, in their order."""

COPIED_MENU = tuple((page.menu, page.path) for page in PAGES if page.menu and not page.served)
"""Those that a copy in files has."""
