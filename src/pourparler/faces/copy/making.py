"""Makes a copy: from the overview along every link, each page asked of one snapshot and written as a file."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from pourparler.core.errors import InputError, PourparlerError, RecordError
from pourparler.faces.copy.folder import Folder, begin, inspect
from pourparler.faces.copy.links import CALENDAR, MOST_SELECTIONS, RECORD, Links, Place
from pourparler.faces.copy.markup import rewritten
from pourparler.faces.copy.names import file_of
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.web.pages import PAGES
from pourparler.faces.web.pages.calendar import FileAsk, calendar_file
from pourparler.faces.web.server.app import csv_lines, shown
from pourparler.faces.web.server.describing import known_part
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.templating import render
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

PAGE = 10_000
"""Bytes of a page as a rough measure beforehand: the mean is 7,400 in the bundled case, and 10,100 in the first 3,300
pages of a record of 20,000 accounts."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a copy will be at most, roughly."""

    pages: int
    megabytes: int


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was made: its pages, all its files, their bytes, what could not be shown, what it leaves out."""

    pages: int
    files: int
    size: int
    faults: tuple[str, ...]
    left_out: tuple[str, ...]


class Maker:
    """Makes one copy of a record as of a day. Open it with `with`: it holds one snapshot, so that all pages are of one
    edition while others write to the record."""

    def __init__(self, record: Path, as_of: date | None, path: Path) -> None:
        """A copy to be made in the folder `path`; raises InputError where that holds anything but an earlier copy.

        Puts the record together first, where no snapshot of it as it is now is there: minutes for a large one.
        """
        inspect(path)
        shelf = Shelf(record)
        if not shelf.fresh(as_of):
            shelf.build(as_of)
        found = shelf.latest(as_of)
        if found is None:
            raise RecordError(f"The snapshot of {record} is gone.", "Delete no snapshots meanwhile; try again.")
        self.path, self.snapshot = path, found
        self._site = Site(record, shelf, read_only=True, is_copy=True)
        self._links = Links(found)
        self._faults: list[str] = []

    def __enter__(self) -> "Maker":
        return self

    def __exit__(self, *_: object) -> None:
        self.snapshot.close()

    def size(self) -> Size:
        """How large the copy will be, before anything is written."""
        counted = " + ".join(f"(SELECT count(*) FROM {name})" for name in _TABLES)
        row = self.snapshot.rows(f"SELECT {counted} AS things, (SELECT sum(length) FROM reports) AS text")[0]
        pages = min(row["things"] * 3, row["things"] + MOST_SELECTIONS)
        return Size(pages, (pages * PAGE + 2 * (row["text"] or 0)) // 1_000_000 + 1)

    def make(self, record: Callable[[], bytes], step: Callable[[str], None] = lambda file: None) -> Copied:
        """Write the copy. `record` gives the whole record as JSON; `step` is called with the file of every page.

        Raises InputError where the disk has not the room, or the folder cannot be written to.
        """
        with begin(self.path) as folder:
            free, needed = shutil.disk_usage(self.path).free // 1_000_000, self.size().megabytes
            if free < needed:
                todo = "Free it, or name another place with -o."
                raise InputError(f"The copy needs about {needed:,} MB, and the disk has {free:,}.", todo)
            folder.put(file_of(RECORD), record())
            pages = self._walk(folder, step)
            for asset in sorted(self._links.assets):
                folder.put(asset, files("pourparler.faces.web").joinpath(asset).read_bytes())
        return Copied(pages, folder.files + 1, folder.size, tuple(self._faults), self._left_out())

    def _walk(self, folder: Folder, step: Callable[[str], None]) -> int:
        for page in PAGES:
            if "{key}" not in page.path:
                self._links.place(self._address(page.path))
        pages = 0
        while self._links.waiting:
            place = self._links.waiting.popleft()
            if place.path == CALENDAR:
                folder.put(
                    place.file, calendar_file(self._site, self.snapshot, FileAsk.model_validate({"as_of": self._day}))
                )
            elif place.path.endswith(".csv"):
                folder.put(place.file, self._table(place))
            elif place.page:
                folder.put(place.file, rewritten(self._page(place), self._links, place).encode("utf-8"))
                pages += 1
                step(place.file)
        return pages

    def _left_out(self) -> tuple[str, ...]:
        served = ", ".join((page.menu or page.path.strip("/")).lower() for page in PAGES if page.served)
        lost = (f"{some(number, 'link')} {why}" for why, number in sorted(self._links.lost.items()))
        return (f"what needs a server: {served}, filters, the choice of a day, deciding, keys", *lost)

    @property
    def _day(self) -> date | None:
        return self.snapshot.head.as_of

    def _address(self, path: str) -> str:
        return f"{path}?as_of={self._day}" if self._day else path

    def _visit(self, place: Place) -> Visit:
        assert place.page is not None
        self._forget()
        day = (("as_of", self._day.isoformat()),) if self._day else ()
        asked = known_part(place.page, dict((*place.query, *day)))
        path = place.page.path.replace("{key}", place.key)
        return Visit(self._site, self.snapshot, path, place.page.ask.model_validate(asked), asked, place.key)

    def _forget(self) -> None:
        """Drop the tables that the page before left in the connection; the server opens a connection for each page."""
        for row in self.snapshot.rows("SELECT name FROM temp.sqlite_schema WHERE type = 'table'"):
            self.snapshot.rows(f"DROP TABLE temp.{row['name']}")

    def _page(self, place: Place) -> str:
        """A page as the server shows it; where it cannot be shown, a page that says why."""
        assert place.page is not None
        visit = self._visit(place)
        try:
            answer = place.page.answer(visit, visit.ask)
        except PourparlerError as error:
            self._faults.append(f"{place.path}: {error.what}")
            return _said("Not in this copy", error.what, error.todo, self._address("/"))
        if answer.leads:
            return _said(answer.title, "This page has another address.", "Its link leads there.", answer.leads)
        return shown(place.page, visit, answer)

    def _table(self, place: Place) -> bytes:
        assert place.page is not None
        visit = self._visit(place)
        return "".join(csv_lines(place.page.answer(visit, visit.ask).table)).encode("utf-8")


def _said(title: str, what: str, todo: str, back: str) -> str:
    return render("error.html", {"title": title, "what": what, "todo": todo, "back": back})


_TABLES: Sequence[str] = ("entries", "disputes", "actors", "reports")
