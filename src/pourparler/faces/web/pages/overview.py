"""The first page: what came since somebody last looked, what comes next, what waits for what, what is in dispute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from pydantic import Field

from pourparler.core.entry import Dispute
from pourparler.faces.rows.sides import SORTS
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.phrases import VALUES
from pourparler.faces.web.entries.lines import Tellings, tellings
from pourparler.faces.web.listing import asked_values, case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word
from pourparler.faces.web.times import outlook
from pourparler.faces.web.times.covering import covered
from pourparler.faces.web.times.mark import Mark, Origin, cookie_name, cookie_value, mark_of
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.times.news import News, Sort
from pourparler.faces.web.times.problems import count_failures
from pourparler.faces.web.times.progress import Meter, progress
from pourparler.faces.web.visit import Visit

KINDS = ("meeting", "instrument", "position", "condition", "statement")
FOREMOST = KINDS[:-1]
"""What is shown by itself; statements, ten times as many, are counted and have their list."""

CHANGED, NEW, DISPUTED, COMING, OVERDUE, WAITING, WAITERS, PARTIES, LATEST, DISPUTES = 6, 8, 5, 10, 5, 6, 3, 8, 3, 6
"""Most lines of each part of the page."""

COLUMNS = ("part", "kind", "id", "day", "status", "party", "text")


class OverviewAsk(Ask):
    """Since when something counts as new."""

    since: Word = Field(None, description="A day of publication, or an edition of the record.")


@dataclass(frozen=True)
class Foreground:
    """What the page shows of the record, as ids; `tellings` has the lines of all of them."""

    changed: list[str]
    new: list[str]
    disputed: tuple[Dispute, ...]
    coming: list[outlook.Coming]
    overdue: list[str]
    overdue_all: int
    undated: int
    waiting: Mapping[str, Row]
    waiters: Mapping[str, list[str]]
    sides: list[outlook.Side]
    disputes: tuple[Dispute, ...]
    tellings: Tellings


def overview(visit: Visit, ask: OverviewAsk) -> Answer:
    """The state of the record on one page, every line of it an entry with its words."""
    mark = mark_of(visit, ask.since)
    news, day = News(visit, mark), last_day(visit.snapshot)
    shown = foreground(visit, news, day)
    totals = counts(visit.snapshot)
    coverage = covered(visit.snapshot, lambda first, last: visit.to("/reports", since=first, until=last))
    return Answer(
        visit.snapshot.head.name or "Overview",
        {"case": case_values(visit), "asked": asked_values(visit), "counts": totals} | _values(news, shown, day),
        Table(COLUMNS, _rows(shown)),
        {
            "mark": mark,
            "is_first": mark.origin is Origin.FIRST_LOOK,
            "seen": (cookie_name(visit), cookie_value(visit.snapshot.head.edition, visit.snapshot.meta["lines"] or "")),
            "news": news,
            "sorts": tuple(sort for sort in Sort),
            "kinds": KINDS,
            "day": day,
            "shown": shown,
            "counts": totals,
            "coverage": coverage,
            "failures": count_failures(visit.site.record),
            "progress": progress(visit.site, Meter()),
            "values": {value.value: text for value, text in VALUES.items()},
            "goals_all": outlook.waiting_goals(visit.snapshot),
            "dispute_sorts": SORTS,
            "disputes_all": visit.snapshot.rows("SELECT count(*) AS number FROM disputes")[0]["number"],
        },
    )


def foreground(visit: Visit, news: News, day: date | None) -> Foreground:
    """What the page shows, chosen by SQL; the entries shown are read once."""
    snapshot = visit.snapshot
    changed, new = news.ids(Sort.CHANGED, FOREMOST, CHANGED), news.ids(Sort.NEW, FOREMOST, NEW)
    coming = outlook.coming(snapshot, day, COMING) if day else []
    overdue, overdue_all = outlook.overdue(snapshot, OVERDUE)
    waiting = {row["id"]: row for row in outlook.waiting(snapshot, WAITING)}
    waiters = outlook.waiters(snapshot, list(waiting), WAITERS)
    sides = outlook.sides(snapshot, PARTIES, LATEST)
    disputes = open_disputes(snapshot, DISPUTES)
    ids = [*changed, *new, *(one.id for one in coming), *overdue, *waiting]
    ids += [one for some in waiters.values() for one in some] + [one for side in sides for one in side.latest]
    told = tellings(visit, ids, (*disputes, *news.disputes[:DISPUTED]))
    return Foreground(changed, new, news.disputes[:DISPUTED], coming, overdue, overdue_all, outlook.undated(snapshot),
                      waiting, waiters, sides, disputes, told)  # fmt: skip


def open_disputes(snapshot: Snapshot, most: int) -> tuple[Dispute, ...]:
    """The disputes about what most independent sources tell, then the latest."""
    query = (
        "SELECT d.body FROM disputes d LEFT JOIN entries e ON e.id = d.about "
        "ORDER BY e.sources DESC, d.day DESC, d.seq LIMIT ?"
    )
    return tuple(decode(Dispute, row["body"]) for row in snapshot.rows(query, most))


def counts(snapshot: Snapshot) -> dict[str, int]:
    """How many entries of each kind there are."""
    rows = snapshot.rows("SELECT kind, count(*) AS entries FROM entries GROUP BY kind")
    found = {row["kind"]: row["entries"] for row in rows}
    return {kind: found.get(kind, 0) for kind in KINDS}


def mark_values(mark: Mark) -> dict[str, object]:
    """The JSON of a mark."""
    day = mark.day.isoformat() if mark.day else None
    return {"origin": mark.origin.value, "edition": mark.edition, "day": day}


def _values(news: News, shown: Foreground, day: date | None) -> dict[str, object]:
    return {
        "last_day": day.isoformat() if day else None,
        "since": mark_values(news.mark),
        "reports_added": len(news.arrived.reports),
        "reports_read_anew": news.arrived.reread,
        "came": {sort.value: kinds for sort, kinds in news.counts.items()} | {"newly disputed": len(news.disputes)},
        "coming": [{"id": one.id, "day": one.day.isoformat(), "what": one.what} for one in shown.coming],
        "overdue": shown.overdue,
        "waiting": shown.waiters,
        "blocked": [
            {"condition": one, "goal": row["goal"], "name": row["goal_name"], "value": row["value"]}
            for one, row in shown.waiting.items()
        ],
        "sides": [{"party": side.party, "positions": side.positions, "latest": side.latest} for side in shown.sides],
        "disputes": [one.id for one in shown.disputes],
    }


def _rows(shown: Foreground) -> Iterator[tuple[object, ...]]:
    """The lines of the page, part by part."""
    parts = [
        ("changed", shown.changed),
        ("new", shown.new),
        ("coming", [one.id for one in shown.coming]),
        ("overdue", shown.overdue),
        ("condition", list(shown.waiting)),
        *((f"side: {side.party}", side.latest) for side in shown.sides),
    ]
    for part, ids in parts:
        for one in shown.tellings.of(ids):
            row = one.row
            yield part, row["kind"], row["id"], row["day"], row["status"], row["party"], row["label"]
    for dispute in shown.disputes:
        about = shown.tellings.lines[dispute.about].row["label"]
        yield "dispute", dispute.kind.value, dispute.id, "", dispute.sort.value, "", f"{dispute.field} of {about}"


PAGES = (Page("/", "overview.html", overview, OverviewAsk, menu="Overview"),)
