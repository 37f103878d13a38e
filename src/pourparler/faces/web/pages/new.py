"""What is new, entry by entry: what reports that came since brought, and which disputes stand only by them."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pourparler.core.entry import Dispute
from pourparler.faces.export.shape import values_of
from pourparler.faces.rows.sides import SORTS
from pourparler.faces.web.entries.lines import tellings
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.page import Answer, ListAsk, Page, Table, Word, sliced
from pourparler.faces.web.pages.overview import KINDS, mark_values
from pourparler.faces.web.part import among
from pourparler.faces.web.times.mark import mark_of
from pourparler.faces.web.times.news import News, Sort
from pourparler.faces.web.visit import Visit

MOST_DISPUTES = 50
MOST_ROWS = 1_000_000
COLUMNS = ("came", "kind", "id", "day", "status", "party", "text", "told_first", "told_last")


class NewAsk(ListAsk):
    """Since when, and which of what came."""

    since: Word = Field(None, description="A day of publication, or an edition of the record.")
    sort: Sort | Literal[""] = Field("", description="What became of the entry.")
    kind: Word = Field(None, description="A kind of entry, such as `meeting`.")


def new(visit: Visit, ask: NewAsk) -> Answer:
    """The entries that came, changed, were told again or decided on, and the new disputes."""
    mark = mark_of(visit, ask.since)
    news, sort, kinds = News(visit, mark), ask.sort or None, (ask.kind,) if ask.kind else ()
    cut = sliced(_total(news, sort, ask.kind), ask.page)
    ids = news.ids(sort, kinds, cut.rows, cut.skip)
    disputes = () if sort or cut.page > 1 else _about(news.disputes, ask.kind)
    told, sorts = tellings(visit, ids, disputes[:MOST_DISPUTES]), news.sorts(ids)
    return Answer(
        "New since you last looked",
        page_values(visit, cut, [{"came": sorts[one].value, "entry": values_of(told.lines[one].entry)} for one in ids])
        | {
            "since": mark_values(mark),
            "disputes": [values_of(one) for one in disputes],
        },
        Table(COLUMNS, _rows(visit, news, sort, kinds)),
        {
            "mark": mark,
            "news": news,
            "slice": cut,
            "told": [line for one in ids for line in (told.by_state if sorts[one] is Sort.CHANGED else told.of)([one])],
            "came": sorts,
            "kinds": KINDS,
            "sorts": [one.value for one in Sort],
            "disputes": disputes[:MOST_DISPUTES],
            "disputes_all": len(disputes),
            "tellings": told,
            "dispute_sorts": SORTS,
        },
    )


def _about(disputes: tuple[Dispute, ...], kind: str | None) -> tuple[Dispute, ...]:
    return tuple(one for one in disputes if kind is None or one.kind.value == kind)


def _total(news: News, sort: Sort | None, kind: str | None) -> int:
    counted = (kinds for one, kinds in news.counts.items() if sort in (None, one))
    return sum(number for kinds in counted for name, number in kinds.items() if kind in (None, name))


def _rows(visit: Visit, news: News, sort: Sort | None, kinds: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """All entries that are asked for."""
    ids = news.ids(sort, kinds, MOST_ROWS)
    rows = {row["id"]: row for row in among(visit.snapshot, "SELECT * FROM entries", "id", ids)}
    sorts = news.sorts(ids)
    for one in ids:
        row = rows[one]
        yield (sorts[one].value, row["kind"], one, row["day"], row["status"], row["party"], row["label"],
               row["told_first"], row["told_last"])  # fmt: skip


PAGES = (Page("/new", "new.html", new, NewAsk),)
