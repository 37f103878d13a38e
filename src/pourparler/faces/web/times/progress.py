"""How far reading has come, as the record itself tells while another program writes to it."""

import time
from collections import deque
from dataclasses import dataclass
from threading import Lock
from typing import Any

import msgspec
from fastapi import FastAPI, Response

from pourparler.faces.snapshot.imprint import looking
from pourparler.faces.web.server.site import Site
from pourparler.record.lock import is_held
from pourparler.record.store import JournalAct

STAGES = {
    JournalAct.REPORT: "reports are read",
    JournalAct.READING: "reports are read anew",
    JournalAct.CURRENT: "new readings came into effect",
    JournalAct.DISCARD: "readings that waited were deleted",
    JournalAct.JUDGEMENT: "decisions are kept",
    JournalAct.WITHDRAWAL: "decisions are withdrawn",
}
"""What was done last, by the last line of the journal."""

SPAN = 30.0
"""Seconds over which a rate is taken."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a record holds at one moment. `writing` is True while a program holds the place of its writer; `stage` says
    what was done last and `last` names the report it was done to; `rate` is reports a minute over the last half minute,
    None where that is not known; `making` is True while the pages' view of the record is put together anew."""

    writing: bool
    stage: str
    edition: int
    reports: int
    failures: int
    last: str | None
    rate: float | None
    making: bool


class Meter:
    """Counts of reports seen at moments of this machine's own clock, for a rate; no date is made of them."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._seen: deque[tuple[float, int]] = deque(maxlen=600)
        self._lock = Lock()

    def rate(self, reports: int, writing: bool) -> float | None:
        """Reports a minute, with this count as the newest; None while nobody writes, or where only one was seen."""
        now = time.monotonic()
        with self._lock:
            if not writing:
                self._seen.clear()
                return None
            self._seen.append((now, reports))
            while now - self._seen[0][0] > SPAN:
                self._seen.popleft()
            began, before = self._seen[0]
        return round((reports - before) / (now - began) * 60, 1) if now - began >= 1 else None


def progress(site: Site, meter: Meter) -> Progress:
    """How far reading has come; raises RecordError where the record cannot be read."""
    writing = is_held(site.record)
    with looking(site.record) as connection:
        connection.execute("BEGIN")
        line = connection.execute("SELECT number, act, subject FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        reports = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
        failures = connection.execute("SELECT count(*) FROM failures").fetchone()[0]
        named = connection.execute("SELECT name FROM reports WHERE id = ?", (line[2] if line else "",)).fetchone()
    return Progress(
        writing=writing,
        stage=STAGES[JournalAct(line[1])] if line else "nothing was read yet",
        edition=line[0] if line else 0,
        reports=reports,
        failures=failures,
        last=named[0] if named else None,
        rate=meter.rate(reports, writing),
        making=site.building.is_going(None) and not site.shelf.fresh(None),
    )


def add_progress(app: FastAPI, site: Site) -> None:
    """Add `/progress.json`, which needs no view of the record and so answers at once, also while one is made."""
    meter = Meter()

    def answer() -> Response:
        now = progress(site, meter)
        return Response(msgspec.json.encode(now), media_type="application/json", headers={"Cache-Control": "no-store"})

    described: dict[int | str, dict[str, Any]] = {200: {"model": Progress}}
    app.get("/progress.json", name="progress_json", responses=described)(answer)
