"""Runs the server on this machine alone."""

import asyncio
import gc
import socket
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import uvicorn

from pourparler.core.errors import InputError
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.site import Site

HOST = "127.0.0.1"
PORT = 8765

MADE = 10_000
"""Objects made, less those let go, after which Python looks for cycles among the young: a page reads entries by the ten
thousand, and at 700 looking took two thirds of the time of pages of 96,000 accounts."""


def listen(port: int) -> socket.socket:
    """A socket bound to this machine; port 0 takes any that is free. Raises InputError where the port is taken."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
    except OSError as error:
        bound.close()
        todo = f"Name another with --port, or --port 0 for any that is free (is one serving already at http://{HOST}:{port}?)."
        raise InputError(f"Port {port} cannot be used: {error.strerror}.", todo) from error
    return bound


def make_site(record: Path, read_only: bool, by: str | None) -> Site:
    """What is served of a record."""
    return Site(record, Shelf(record), read_only, by)


def serve(site: Site, bound: socket.socket, ready: Callable[[], None]) -> None:
    """Serve a site on a socket until interrupted; `ready` is called once requests are answered."""
    threading.Thread(target=_warm, daemon=True).start()
    gc.set_threshold(MADE)
    config = uvicorn.Config(make_app(site), log_level="warning", access_log=False, lifespan="on", ws="none",
                            server_header=False, timeout_graceful_shutdown=2)  # fmt: skip
    server = _Server(config, ready)
    asyncio.run(server.serve(sockets=[bound]))


def _warm() -> None:
    """Load what draws charts, which takes half a second, before the first page that has one is asked for."""
    from pourparler.faces.charts.chart import Caption
    from pourparler.faces.charts.coverage import OutletDay, coverage
    from pourparler.faces.charts.render import render

    chart = coverage([OutletDay(date(2000, 1, 1), "one", 1)], Caption("One report"))
    if chart is not None:
        render(chart)


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._ready()
