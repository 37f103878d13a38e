"""The first page: what the record holds, what comes next, what is in dispute."""

from pourparler.faces.web.listing import case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.visit import Visit


def overview(visit: Visit, _: Ask) -> Answer:
    """How many entries of each kind there are."""
    rows = visit.snapshot.rows("SELECT kind, count(*) AS entries FROM entries GROUP BY kind ORDER BY min(seq)")
    counts = {row["kind"]: row["entries"] for row in rows}
    return Answer(
        visit.snapshot.head.name or "Overview",
        {"case": case_values(visit), "counts": counts},
        Table(("kind", "entries"), counts.items()),
        {"counts": counts},
    )


PAGES = (Page("/", "overview.html", overview, menu="Overview"),)
