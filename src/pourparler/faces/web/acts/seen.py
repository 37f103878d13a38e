"""Keeps in the browser up to where somebody has looked; the record is not touched."""

import re
from typing import Annotated

from fastapi import FastAPI, Form, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from pourparler.faces.web.acts.writing import own_path
from pourparler.faces.web.server.guard import is_token
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.times.mark import is_cookie

KEPT_SECONDS = 400 * 24 * 3600
"""The longest that browsers keep a cookie."""

Word = Annotated[str, Form(max_length=4_000)]


def add_seen(app: FastAPI, site: Site) -> None:
    """Add `POST /seen`, which moves the mark of this browser to the edition that its page showed."""

    def seen(token: Word, name: Word, value: Word, back: Word = "/") -> Response:
        if not is_token(token, site.token):
            return PlainTextResponse(
                "The page that this form stands on is older than this server: load it anew.\n", 403
            )
        if not is_cookie(name, value):
            return PlainTextResponse("The form does not tell which edition was looked at.\n", 400)
        answer = RedirectResponse(_unasked(own_path(back)), 303)
        answer.set_cookie(name, value, max_age=KEPT_SECONDS, httponly=True, samesite="strict")
        return answer

    app.post("/seen", name="seen", include_in_schema=False)(seen)


def _unasked(address: str) -> str:
    """An address without its `since`, which would still show what has just been marked as seen."""
    return re.sub(r"\?$", "", re.sub(r"(?<=[?&])since=[^&#]*&?", "", address)).rstrip("&")
