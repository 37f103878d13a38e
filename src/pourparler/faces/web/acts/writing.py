"""What every form that changes something goes through: who may send it, what it brings, and where it leads back to.

A form is sent by POST to `/acts/NAME`, with the token of this server, which only its own pages know. The record is
open for writing only while the act is kept, so a page that stands open for an hour keeps nobody from reading reports
in; where another program is writing, nothing is kept and the page says so, with a button to try again.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from pourparler.core.errors import InputError, PourparlerError, RecordBusyError
from pourparler.faces.web.server import failing
from pourparler.faces.web.server.guard import is_token
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.templating import render

if TYPE_CHECKING:
    from pourparler.record.judging import Signature
    from pourparler.record.store import Store

MOST_BYTES = 64_000
"""The longest form that is read: a note of 4,000 characters and the ids of one question are far below it."""

MOST_FIELDS = 40
MOST_CHARACTERS = 4_000
"""The longest value of a field, such as a note on why something was decided."""

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form brings: its fields, empty ones left out."""

    fields: Mapping[str, str]

    def word(self, name: str) -> str:
        """The value of a field; raises InputError where the form does not have it."""
        if name not in self.fields:
            raise InputError(f"The form does not say {name.replace('_', ' ')!r}.", "Fill it in and send it again.")
        return self.fields[name]

    def maybe(self, name: str) -> str:
        """The value of a field, empty where the form does not have it."""
        return self.fields.get(name, "")

    def id(self, name: str) -> str:
        """The id that a field names, given by itself or as the address of the page that has it."""
        return urlsplit(self.word(name)).path.rpartition("/")[2]

    @property
    def day(self) -> date | None:
        """The day on which the record was seen where the form was sent from."""
        given = dict(parse_qsl(urlsplit(self.back).query)).get("as_of", "")
        try:
            return date.fromisoformat(given) if given else None
        except ValueError:
            return None

    @property
    def back(self) -> str:
        """The page that the form was sent from, always one of this server."""
        return own_path(self.maybe("back"))


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a form: `to` is the page to go to (the one it was sent from where empty), `act` the id of the act
    that was kept, which that page then tells of."""

    act: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a form can do: `/acts/NAME`, done by a function of the site and what was sent.

    The function raises PourparlerError where it cannot be done; nothing is kept then.
    """

    name: str
    do: Callable[[Site, Sent], Done]
    path: str = field(init=False)

    def __post_init__(self) -> None:
        """Every deed lies below /acts."""
        object.__setattr__(self, "path", f"/acts/{self.name}")


def add_deed(app: FastAPI, site: Site, deed: Deed) -> None:
    """Add the address of a deed: POST alone, refused without the token and on a server that only shows."""

    async def answer(request: Request) -> Response:
        try:
            sent = await _sent(request, site)
        except Refused as refused:
            return _told(refused.status, str(refused), "Nothing was changed.", "/")
        return await run_in_threadpool(done, site, deed, sent)

    app.post(deed.path, name=f"act_{deed.name}", include_in_schema=False)(answer)


def done(site: Site, deed: Deed, sent: Sent) -> Response:
    """Do it, and lead back; or say why it was not done."""
    try:
        came = deed.do(site, sent)
    except RecordBusyError:
        again = {name: value for name, value in sent.fields.items() if name != "token"}
        shown = {"title": "Not kept", "path": deed.path, "again": again, "token": site.token, "back": sent.back}
        return HTMLResponse(render("busy.html", shown), 409, {"Cache-Control": "no-store"})
    except PourparlerError as error:
        status, what, todo = failing.told(error)
        return _told(status, what, todo, sent.back)
    return RedirectResponse(_telling(came.to or sent.back, came.act), 303)


@contextmanager
def open_record(site: Site) -> Iterator["Store"]:
    """The record open for writing, for as short as one act takes; raises RecordBusyError while others write."""
    from pourparler.record.opening import open_store

    with site.writing, open_store(site.record) as store:
        yield store


def by_whom(site: Site) -> str:
    """Who decides at this server; raises InputError where nobody knows."""
    if not site.by:
        raise InputError("Nobody knows who decides here.", "Start the server with --by NAME.")
    return site.by


def signature(site: Site, store: "Store", sent: Sent) -> "Signature":
    """The signature of whoever decides at this server, for the reason that the form gives."""
    from pourparler.record.judging import sign

    return sign(by_whom(site), sent.maybe("because"), store.judgements(withdrawn=True))


def own_path(typed: str) -> str:
    """An address of a page of this server, as it was given; the overview for anything else."""
    try:
        parts = urlsplit(typed)
    except ValueError:
        return "/"
    strange = not typed.isascii() or not typed.isprintable() or "\\" in typed or len(typed) > MOST_CHARACTERS
    elsewhere = parts.scheme or parts.netloc or not typed.startswith("/") or typed.startswith(("//", "/acts/"))
    return "/" if strange or elsewhere else typed


class Refused(Exception):
    """A form that is not looked at, with the status that says why."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        super().__init__(words)


async def _sent(request: Request, site: Site) -> Sent:
    """The fields of a form that may change something; raises Refused otherwise."""
    if site.read_only:
        raise Refused(403, "This server was started with --read-only: it only shows.")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Refused(415, "This is no form of a page of this server.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise Refused(413, "The form holds more than can be kept.")
    try:
        pairs = parse_qsl(body.decode("ascii"), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise Refused(400, "The form cannot be read.") from error
    fields = {name: value.strip() for name, value in pairs if value.strip()}
    if not is_token(fields.get("token", ""), site.token):
        raise Refused(403, "The page that this form stands on is older than this server: load it anew.")
    long = next((name for name, value in fields.items() if len(value) > MOST_CHARACTERS), None)
    if long:
        raise Refused(413, f"{long[:40]!r} is longer than {MOST_CHARACTERS:,} characters.")
    return Sent(fields)


def _told(status: int, what: str, todo: str, back: str) -> HTMLResponse:
    shown = {"what": what, "todo": todo, "title": "Not kept", "status": status, "back": back}
    return HTMLResponse(render("error.html", shown), status, {"Cache-Control": "no-store"})


def _telling(address: str, act: str) -> str:
    """An address that tells of an act that was just kept."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "did"]
    query += [("did", act)] if act else []
    return parts._replace(query=urlencode(query)).geturl()
