"""Where the links of the pages lead in a copy: to a file of it, to words in a report, elsewhere, or nowhere."""

import re
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from pourparler.faces.copy.names import file_of, relative
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.page import Page
from pourparler.faces.web.pages import PAGES
from pourparler.faces.web.texts.anchoring import anchor

MOST_SELECTIONS = 2_000
"""Parts of lists (`/meetings?status=held`) that get files of their own, those nearest to the overview first. A case of
a dozen reports has some 650; a large record would have more of them than entries."""

RECORD, CALENDAR = "/record.json", "/calendar.ics"
"""Files of a copy that are no pages: the whole record, and its calendar."""

READER = "/reports/{key}"
_WORDS = re.compile(r"(\d{1,9})-(\d{1,9})")
_ON_THE_WEB = ("http", "https")


class Lost(StrEnum):
    """Why a link of a page leads nowhere in a copy."""

    SERVED = "to what needs a server: search, review, export"
    SELECTION = f"to parts of lists beyond the first {MOST_SELECTIONS:,}"
    READING = "to one kind of marks in a report"
    DAY = "to the record as of another day"
    ELSE = "to other addresses of the server"


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a copy has: the page with its key and query, or None for what is no page; the file it is in."""

    path: str
    query: tuple[tuple[str, str], ...]
    file: str
    page: Page | None = None
    key: str = ""


@dataclass(slots=True)
class Links:
    """What the pages of a copy lead to. `waiting` are the places that were led to and are not written yet."""

    snapshot: Snapshot
    waiting: deque[Place] = field(default_factory=deque)
    assets: set[str] = field(default_factory=set)
    lost: Counter[Lost] = field(default_factory=Counter)
    _known: set[str] = field(default_factory=set)
    _selections: set[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    _spans: dict[str, frozenset[tuple[int, int]]] = field(default_factory=dict)

    def lead(self, link: str, here: Place) -> str | None:
        """What a link of the page `here` becomes; None where it leads nowhere, which is counted."""
        try:
            parts = urlsplit(link)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return link if parts.scheme in _ON_THE_WEB else None
        if not parts.path and not parts.query:
            return link
        place = self.place(link)
        if isinstance(place, Lost):
            self.lost[place] += 1
            return None
        fragment = self._words(place, parts.query) if _is_reader(place) else parts.fragment
        way = "" if fragment and place.file == here.file else relative(place.file, here.file)
        return f"{way}#{fragment}" if fragment else way

    def place(self, link: str) -> Place | Lost:
        """What an address of the server is in a copy; it then waits to be written, unless it did before."""
        parts = urlsplit(link)
        path, asked = unquote(parts.path), parse_qsl(parts.query)
        day = self.snapshot.head.as_of
        if dict(asked).get("as_of", "") != (day.isoformat() if day else ""):
            return Lost.DAY
        query = tuple(sorted(one for one in asked if one[0] != "as_of" and one != ("page", "1")))
        found = self._found(path, query)
        if isinstance(found, Place) and path != RECORD and found.file not in self._known:
            self._known.add(found.file)
            self.waiting.append(found)
        return found

    def asset(self, link: str, here: Place) -> str:
        """Where a style sheet or a picture lies in a copy."""
        file = urlsplit(link).path.lstrip("/")
        self.assets.add(file)
        return relative(file, here.file)

    def _found(self, path: str, query: tuple[tuple[str, str], ...]) -> Place | Lost:
        if path in (RECORD, CALENDAR):
            return Lost.ELSE if query else Place(path, (), file_of(path))
        is_table = path.endswith(".csv")
        page, key = page_at(path.removesuffix(".csv") if is_table else path)
        if page is None or (is_table and (key or not page.csv)):
            return Lost.ELSE
        if page.served:
            return Lost.SERVED
        narrowed = tuple(one for one in query if one[0] != "page")
        if page.path == READER:
            if any(name != "at" for name, _ in narrowed):
                return Lost.READING
            query = narrowed = ()
        if is_table:
            return Lost.ELSE if narrowed else Place(path, (), file_of(path), page)
        if narrowed and not self._is_chosen(path, narrowed):
            return Lost.SELECTION
        return Place(path, query, file_of(path, query), page, key)

    def _is_chosen(self, path: str, narrowed: tuple[tuple[str, str], ...]) -> bool:
        if len(self._selections) < MOST_SELECTIONS:
            self._selections.add((path, narrowed))
        return (path, narrowed) in self._selections

    def _words(self, place: Place, query: str) -> str:
        """The fragment of exact words of a report; empty where the page of the report does not mark them."""
        found = _WORDS.fullmatch(dict(parse_qsl(query)).get("at", ""))
        if found is None:
            return ""
        span = int(found[1]), int(found[2])
        if place.key not in self._spans:
            rows = self.snapshot.rows(
                "SELECT DISTINCT start, end FROM marks m JOIN reports r ON r.seq = m.report WHERE r.id = ?", place.key
            )
            self._spans[place.key] = frozenset((row["start"], row["end"]) for row in rows)
        return anchor(*span) if span in self._spans[place.key] else ""


def page_at(path: str, pages: Iterable[Page] = PAGES) -> tuple[Page | None, str]:
    """The page that an address is of, with the key in it; None for an address of no page."""
    address = "/" if path == "/overview" else path
    keyed: tuple[Page | None, str] = None, ""
    for page in pages:
        if page.path == address:
            return page, ""
        before, mark, _ = page.path.partition("{key}")
        key = address.removeprefix(before)
        if mark and key and address.startswith(before) and (page.deep or "/" not in key):
            keyed = page, key
    return keyed


def _is_reader(place: Place) -> bool:
    return place.page is not None and place.page.path == READER
