"""What is said when a page cannot be shown: what happened and what to do, as a page or as JSON."""

from collections.abc import Callable
from http import HTTPStatus

import msgspec
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from pourparler.core.errors import InputError, PourparlerError, RecordBusyError, UnknownEntryError
from pourparler.faces.web.site import NotYet, Site
from pourparler.faces.web.templating import render

Told = tuple[int, str, str]
"""An answer's status, what happened, and what to do."""

SOON = 3
"""Seconds after which a browser asks again for what is being made."""


def handler(site: Site) -> Callable[[Request, Exception], Response]:
    """What answers a fault."""

    def answer(request: Request, error: Exception) -> Response:
        status, what, todo = told(error)
        kept = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        soon = {"Retry-After": str(SOON), "Refresh": str(SOON)} if isinstance(error, NotYet) else {}
        headers = kept | soon
        if request.url.path.endswith((".json", ".csv", ".ics", "/file")):
            body = msgspec.json.encode({"error": what, "todo": todo})
            return Response(body, status, headers, media_type="application/json")
        page = render("error.html", {"what": what, "todo": todo, "title": HTTPStatus(status).phrase, "status": status})
        return HTMLResponse(page, status, headers)

    return answer


def told(error: Exception) -> Told:
    """A fault in words."""
    match error:
        case NotYet():
            todo = "It is shown here as soon as it is done; a large record takes minutes."
            return 503, "The record as of this day is being put together.", todo
        case UnknownEntryError():
            return 404, error.what, error.todo
        case InputError():
            return 400, error.what, error.todo
        case RecordBusyError():
            return 409, error.what, error.todo
        case PourparlerError():
            return 500, error.what, error.todo
        case RequestValidationError():
            return (
                400,
                "; ".join(_fault(one) for one in error.errors()),
                "Correct the address.",
            )
        case HTTPException(status_code=404):
            return 404, "There is no such page.", "The menu leads to those there are."
        case HTTPException():
            return error.status_code, f"{error.detail}.", "Go back to the page you came from."
    raise error


def _fault(one: dict[str, object]) -> str:
    """What is wrong with one part of a query: `as_of=2025-13-01: …`."""
    where = one.get("loc")
    name = str(where[-1]) if isinstance(where, tuple) and where else "query"
    return f"{name}={str(one.get('input'))[:80]!r}: {one.get('msg')}"
