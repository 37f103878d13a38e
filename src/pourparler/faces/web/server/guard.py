"""What stands between a browser and the pages: which hosts are answered, who may write, what a page may load."""

import hmac
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and where its forms go: this server and nothing else, no script or style within the page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

LOOKING = frozenset({"GET", "HEAD"})
HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names by which a server that is bound to this machine alone is called."""


class Guard:
    """Answers only requests to this machine by its own names, and lets only pages of ours write.

    A page of another site can make a browser send requests here, under a name of its own (DNS rebinding) or from a
    form: the first is known by its Host, the second by its Origin.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = HOSTS) -> None:
        """Guard `app`, called by any of `hosts`, with whatever port."""
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is allowed, with the headers of every answer; refuse the rest in words."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        answer: ASGIApp = refusal or self._app
        await answer(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return PlainTextResponse("This server answers only to 127.0.0.1 and localhost.\n", 421)
        if method in LOOKING:
            return None
        origin = headers.get("origin")
        if origin is None and headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none"):
            return None  # a program on this machine, or a browser that says it is a page of ours
        if origin is not None and urlsplit(origin).netloc == host and urlsplit(origin).scheme == "http":
            return None
        return PlainTextResponse("Only pages of this server may change the record.\n", 403)


def _name(host: str) -> str:
    """A host without its port."""
    head, colon, tail = host.rpartition(":")
    return (head if colon and tail.isdecimal() else host).lower()


def is_token(given: str, token: str) -> bool:
    """True when a form brings the token of this server, compared in constant time."""
    return hmac.compare_digest(given.encode("utf-8"), token.encode("utf-8"))
