"""What could not be read and why, with a way to read it again; what was set aside."""

from collections.abc import Iterator

from pydantic import Field

from pourparler.faces.web.acts.writing import Deed, Done, Sent
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.page import Answer, ListAsk, Page, Table, Word, sliced
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.times.problems import every_path, problems, stages
from pourparler.faces.web.visit import Visit
from pourparler.text.language import ENGLISH

COLUMNS = ("path", "stage", "reason", "todo")
MOST_ASIDE = 100

ASIDE = "FROM reports WHERE language IS NULL OR language <> ?"


class ProblemsAsk(ListAsk):
    """Which problems."""

    stage: Word = Field(None, description="The stage at which reading failed, such as `clean`.")


def problems_page(visit: Visit, ask: ProblemsAsk) -> Answer:
    """Failures have no day: they are all shown, whatever day the record is seen on."""
    record = visit.site.record
    cut = sliced(problems(record, ask.stage, 0)[1], ask.page)
    found, _ = problems(record, ask.stage, cut.rows, cut.skip)
    aside = visit.snapshot.rows(f"SELECT id, name, language {ASIDE} ORDER BY seq LIMIT {MOST_ASIDE}", ENGLISH)
    counted = visit.snapshot.rows(f"SELECT count(*) AS number {ASIDE}", ENGLISH)[0]["number"]
    silent = "SELECT count(*) AS number FROM reports WHERE told = 0 AND language = ?"
    undated = "SELECT count(*) AS number FROM reports WHERE published IS NULL"
    return Answer(
        "Problems",
        page_values(
            visit,
            cut,
            [dict(zip(COLUMNS, (one.path, one.stage, one.reason, one.todo), strict=True)) for one in found],
        )
        | {
            "set_aside": [{"report": row["name"], "language": row["language"]} for row in aside],
            "set_aside_total": counted,
        },
        Table(COLUMNS, _rows(visit, ask.stage)),
        {
            "slice": cut,
            "problems": found,
            "stages": stages(record),
            "aside": aside,
            "aside_all": counted,
            "silent": visit.snapshot.rows(silent, ENGLISH)[0]["number"],
            "undated": visit.snapshot.rows(undated)[0]["number"],
            "retries": visit.site.retries,
        },
    )


def retry(site: Site, sent: Sent) -> Done:
    """Read one input again, or all that could not be read, in the background."""
    path = sent.maybe("path")
    site.retries.begin([path] if path else every_path(site.record), sent.maybe("folder"))
    return Done(to="/problems")


def _rows(visit: Visit, stage: str | None) -> Iterator[tuple[object, ...]]:
    found, _ = problems(visit.site.record, stage, -1)
    for one in found:
        yield one.path, one.stage, one.reason, one.todo


PAGES = (Page("/problems", "problems.html", problems_page, ProblemsAsk, "Problems"),)
DEEDS = (Deed("retry", retry),)
