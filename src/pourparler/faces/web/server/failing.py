"""What is said when a page cannot be shown: what happened and what to do, as a page or as JSON."""

from collections.abc import Callable, Sequence
from datetime import date
from http import HTTPStatus

import msgspec
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from pourparler.core.errors import InputError, PourparlerError, RecordBusyError, UnknownEntryError
from pourparler.faces.web.faults import fault_words
from pourparler.faces.web.server.site import NotYet, Site
from pourparler.faces.web.templating import render

Told = tuple[int, str, str]
"""An answer's status, what happened, and what to do."""

Menu = Sequence[tuple[str, str]]
"""Pages: what each is called, and its address."""

SOON = 3
"""Seconds after which a browser asks again for what is being made."""


class NearError(UnknownEntryError):
    """What there is not, with what is near it: what each is called, and its address."""

    def __init__(self, what: str, near: Menu, todo: str) -> None:
        """`todo` is said where nothing is near."""
        self.near = near
        told = "; ".join(f"“{name}” ({path})" for name, path in near)
        super().__init__(what, f"Near it: {told}." if near else todo)


def handler(site: Site, menu: Menu) -> Callable[[Request, Exception], Response]:
    """What answers a fault; where a page cannot be shown, it leads to those of the menu."""

    def answer(request: Request, error: Exception) -> Response:
        status, what, todo = told(error)
        kept = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        soon = {"Retry-After": str(SOON), "Refresh": str(SOON)} if isinstance(error, NotYet) else {}
        headers = kept | soon
        if request.url.path.endswith((".json", ".csv", ".ics", ".graphml", "/file")):
            body = msgspec.json.encode({"error": what, "todo": todo})
            return Response(body, status, headers, media_type="application/json")
        near = error.near if isinstance(error, NearError) else ()
        shown = {"what": what, "todo": todo, "title": HTTPStatus(status).phrase, "menu": led_on(menu, request),
                 "near": led_on(near, request)}  # fmt: skip
        page = render("error.html", shown)
        return HTMLResponse(page, status, headers)

    return answer


def led_on(menu: Menu, request: Request) -> Menu:
    """The pages of the menu with their addresses, as of the day that was asked for where that is a day."""
    try:
        day = f"?as_of={date.fromisoformat(request.query_params.get('as_of', ''))}"
    except ValueError:
        day = ""
    return [(name, f"{path}{day}") for name, path in menu]


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
                f"{'; '.join(fault_words(one) for one in error.errors())}.",
                "Correct the address.",
            )
        case HTTPException(status_code=404):
            return 404, "There is no such page.", "These are the pages there are."
        case HTTPException():
            return error.status_code, f"{error.detail}.", "Go back to the page you came from."
    raise error
