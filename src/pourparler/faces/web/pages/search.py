"""Search over entries and over the words of reports, with the passages that say it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pourparler.faces.web.listing import asked_values, case_values
from pourparler.faces.web.page import Answer, Day, ListAsk, Page, Slice, Table, Word, sliced
from pourparler.faces.web.part import KINDS, among
from pourparler.faces.web.texts import seeking
from pourparler.faces.web.texts.passages import Passage, Run, hits, marked_runs, passages, runs, shortened
from pourparler.faces.web.texts.seeking import REPORTS, WEIGHED, Sought
from pourparler.faces.web.texts.typed import Term, terms
from pourparler.faces.web.visit import Visit

ROWS = 20
"""Entries, or reports, on one page of one kind."""

FEW_ENTRIES, FEW_REPORTS, FEW_NEWEST = 12, 8, 3
"""Entries and reports that stand on the page of all kinds; of each kind, where there are too many to be weighed."""

_ID = re.compile(r"[a-z][0-9a-f]{3,}")
"""What may be an id or the beginning of one."""

COLUMNS = ("kind", "id", "label", "day", "status", "words")
REPORT_COLUMNS = "'report', id, coalesce(title, name), published, NULL, NULL"
"""Columns of the table of what was found, and what a report has in them."""

Kind = Literal["meeting", "statement", "position", "condition", "instrument", "report"]


def _given(value: object) -> object:
    return None if value == "" else value


class SearchAsk(ListAsk):
    """What is looked for, and where."""

    q: Word = Field(None, description='Words, `"a phrase"`, the beginning of a word with a star (`cease*`), or an id.')
    kind: Annotated[Kind | None, BeforeValidator(_given)] = Field(
        None, description="Only entries of a kind, or reports."
    )
    since: Day = None
    until: Day = None


_PLACES = """SELECT m.seq, m.start, m.end, r.id AS report, r.outlet, r.name, r.published, r.copies_of
    FROM marks AS m JOIN entries AS e USING (seq) JOIN reports AS r ON r.seq = m.report"""
"""Where the first account of each entry stands, and in which report."""


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry as a search shows it: its row, its label and words cut at the hits, and where its words stand."""

    row: Row
    label: tuple[Run, ...]
    words: tuple[Run, ...]
    place: Row | None


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report as a search shows it: its row, its title cut at the hits, and the passages with most of them."""

    row: Row
    title: tuple[Run, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that a page of a search shows: how many of each kind, which of them, and what could be tried instead."""

    counts: dict[str, int]
    slice: Slice
    entries: tuple[FoundEntry, ...] = ()
    reports: tuple[FoundReport, ...] = ()
    is_weighed: bool = True
    hints: tuple[seeking.Hint, ...] = ()

    @property
    def total(self) -> int:
        """Entries and reports together."""
        return sum(self.counts.values())


def search(visit: Visit, ask: SearchAsk) -> Answer:
    """What is found, best first; an id leads to what it names."""
    typed = (ask.q or "").strip()
    named = things(visit, typed)
    sought = Sought(terms(typed), ask.since, ask.until)
    found = seek(visit, sought, ask) if sought.terms else Found({}, sliced(0, 1, ROWS))
    alone = named[0] if len(named) == 1 and not found.total else None
    return Answer(
        f"Search: {typed}" if typed else "Search",
        _values(visit, sought, found),
        Table(COLUMNS, _rows(visit, sought, ask.kind) if sought.terms else ()),
        {
            "typed": typed,
            "found": found,
            "named": named,
            "kinds": [*KINDS, REPORTS],
            "terms": sought.terms,
            "runs": marked_runs,
        },
        leads=visit.to(f"/{alone['kind']}s/{alone['id']}") if alone else "",
    )


def things(visit: Visit, typed: str) -> list[dict[str, str]]:
    """What an id, or the beginning of one, names: entries, disputes, actors and reports, not more than nine."""
    if not _ID.fullmatch(typed):
        return []
    ids, found = visit.snapshot.named(typed)[:9], []
    for table, kind in (("entries", ""), ("disputes", "dispute"), ("actors", "actor"), ("reports", REPORTS)):
        label = {"actors": "name", "reports": "coalesce(title, name)"}.get(table, "label")
        query = f"SELECT id, {label} AS label, {'kind' if not kind else repr(kind)} AS kind FROM {table}"
        found += [dict(row) for row in among(visit.snapshot, query, "id", ids)]
    return found


def seek(visit: Visit, sought: Sought, ask: SearchAsk) -> Found:
    """Look for it."""
    snapshot = visit.snapshot
    field = seeking.field_of(snapshot, sought)
    counts = seeking.count_all(snapshot, field)
    entries = sum(counts.values()) - counts[REPORTS]
    if not any(counts.values()):
        return Found(counts, sliced(0, 1, ROWS), hints=tuple(seeking.hints(snapshot, sought)))
    if ask.kind is None:
        places = _of_all_kinds(visit, field, entries <= WEIGHED)
        told = _by(counts[REPORTS])(snapshot, field, REPORTS, FEW_REPORTS)
        return _found(visit, sought, Found(counts, sliced(0, 1, ROWS), is_weighed=entries <= WEIGHED), places, told)
    number = counts[ask.kind]
    cut = sliced(number, ask.page, ROWS)
    places = _by(number)(snapshot, field, ask.kind, ROWS, cut.skip)
    empty = Found(counts, cut, is_weighed=number <= WEIGHED)
    return _found(visit, sought, empty, *(([], places) if ask.kind == REPORTS else (places, [])))


def _by(number: int) -> Callable[..., list[int]]:
    """Which of so many hits come first: the best, or, where there are too many, the latest."""
    return seeking.best if number <= WEIGHED else seeking.newest


def _of_all_kinds(visit: Visit, field: seeking.Field, is_weighed: bool) -> list[int]:
    """The places of the best entries; where there are too many, of the latest of each kind."""
    if is_weighed:
        return seeking.best(visit.snapshot, field, None, FEW_ENTRIES)
    return [place for kind in KINDS for place in seeking.newest(visit.snapshot, field, kind, FEW_NEWEST)]


def _found(visit: Visit, sought: Sought, empty: Found, places: list[int], told: list[int]) -> Found:
    """What is found, with the entries and the reports at these places."""
    entries, reports = _entries(visit, sought.terms, places), _reports(visit, sought.terms, told)
    return replace(empty, entries=tuple(entries), reports=tuple(reports))


def _entries(visit: Visit, wanted: Sequence[Term], places: Sequence[int]) -> Iterator[FoundEntry]:
    rows = seeking.rows_at(visit.snapshot, "entries", places)
    labels, words = [row["label"] for row in rows], [row["words"] for row in rows]
    marked = hits([*labels, *words], wanted)
    first: dict[int, Row] = {}
    for row in among(visit.snapshot, _PLACES, "m.field = 'evidence' AND m.report = e.report AND m.seq", places):
        if row["seq"] not in first or row["start"] < first[row["seq"]]["start"]:
            first[row["seq"]] = row
    for number, row in enumerate(rows):
        label = runs(labels[number], marked[number])
        told = shortened(words[number], marked[len(rows) + number])
        yield FoundEntry(row, label, told, first.get(row["seq"]))


def _reports(visit: Visit, wanted: Sequence[Term], places: Sequence[int]) -> Iterator[FoundReport]:
    rows = seeking.rows_at(visit.snapshot, "reports", places)
    texts = [report.text for report in visit.snapshot.texts(row["id"] for row in rows)]
    titles = [row["title"] or row["name"] for row in rows]
    marked = hits([*texts, *titles], wanted)
    for number, row in enumerate(rows):
        title = runs(titles[number], marked[len(rows) + number])
        yield FoundReport(row, title, passages(texts[number], marked[number]))


def _values(visit: Visit, sought: Sought, found: Found) -> dict[str, object]:
    """The JSON of a search: how many, in which order, and one page of it."""
    cut = found.slice
    return {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "terms": [term.typed for term in sought.terms],
        "counts": found.counts,
        "order": "best" if found.is_weighed else "newest",
        "total": found.total,
        "page": cut.page,
        "pages": cut.pages,
        "next": visit.here(page=cut.page + 1) if visit.asked.get("kind") and cut.page < cut.pages else None,
        "entries": [_entry_values(one) for one in found.entries],
        "reports": [_report_values(one) for one in found.reports],
    }


def _entry_values(one: FoundEntry) -> dict[str, object]:
    told = {name: one.row[name] for name in ("kind", "id", "label", "day", "status", "words")}
    place = one.place
    at = {"report": place["name"], "start": place["start"], "end": place["end"]} if place else None
    return told | {"at": at}


def _report_values(one: FoundReport) -> dict[str, object]:
    told = {"report": one.row["name"]} | {name: one.row[name] for name in ("id", "outlet", "title", "published")}
    found = [{"start": passage.at.start, "end": passage.at.end, "words": "".join(words for words, _ in passage.runs)}
             for passage in one.passages]  # fmt: skip
    return told | {"passages": found}


def _rows(visit: Visit, sought: Sought, wanted: str | None) -> Iterator[tuple[object, ...]]:
    """All that is found, kind by kind in the order of the lists."""
    field = seeking.field_of(visit.snapshot, sought)
    for kind in (*KINDS, REPORTS) if wanted is None else (wanted,):
        table, where = field.hits(kind)
        columns, rows = (REPORT_COLUMNS, "reports") if kind == REPORTS else (", ".join(COLUMNS), "entries")
        query = f"SELECT {columns} FROM {rows} WHERE seq IN (SELECT rowid FROM {table} {where.sql}) ORDER BY seq"
        yield from map(tuple, visit.snapshot.rows(query, *where.values))


PAGES = (Page("/search", "search.html", search, SearchAsk, "Search", served=True),)
