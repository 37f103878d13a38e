"""One visit to one page: the snapshot that it is answered from, and what answers and templates ask of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from sqlite3 import Row
from urllib.parse import quote, urlencode

from pourparler.core.actor import Actor
from pourparler.core.entry import Dispute, Entry, ReportView
from pourparler.core.errors import UnknownEntryError
from pourparler.core.evidence import Evidence
from pourparler.core.report import Report
from pourparler.faces.rows.judged import act_words
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.system.asking import Asking
from pourparler.faces.web.acts.decisions import act_called, judged_part
from pourparler.faces.web.page import Ask
from pourparler.faces.web.part import Part, Things, among, part
from pourparler.faces.web.server.site import Site
from pourparler.record.acts import Act

PATHS: Mapping[type, str] = {Dispute: "/disputes", Actor: "/actors", Report: "/reports"}

Shown = Entry | Dispute | Actor | ReportView | Report


@dataclass
class Visit:
    """A snapshot and what was asked. `asked` is the query as it was given; `key` is the id in the path, if any;
    `cookies` is what the browser keeps for us; `did` the id of the act that a form kept just before; `cited` numbers
    the reports whose words the page has shown so far, by their names. `many` are the parts of the query that may be
    given more than once."""

    site: Site
    snapshot: Snapshot
    path: str
    ask: Ask
    asked: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)
    did: str = ""
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cited: dict[str, int] = field(default_factory=dict)
    _reports: dict[str, Row] = field(default_factory=dict)
    _ranks: dict[str, tuple[bool, str]] = field(default_factory=dict)

    @property
    def as_of(self) -> date | None:
        """The day that the record is seen on; None for all reports."""
        return self.ask.as_of

    @property
    def is_narrowed(self) -> bool:
        """True where the query asks for a part of the page's list."""
        return bool(self.many) or any(value for name, value in self.asked.items() if name not in ("as_of", "page"))

    @property
    def is_behind(self) -> bool:
        """True where the record has moved on since the snapshot was made; a copy in files stays as it is."""
        return not self.site.is_copy and self.snapshot.head.edition != self.site.shelf.edition()

    def to(self, path: str, /, **query: object) -> str:
        """The address of a page of ours, seen on the same day; parts of the query that are empty fall away.

        A fragment in `path` stays at the end.
        """
        place, mark, fragment = path.partition("#")
        given = {name: value for name, value in query.items() if value not in (None, "", False)}
        if self.as_of and "as_of" not in query:
            given["as_of"] = self.as_of.isoformat()
        pairs = [
            (name, one) for name, value in given.items() for one in (value if isinstance(value, tuple) else [value])
        ]
        words = urlencode([(name, "1" if value is True else str(value)) for name, value in pairs])
        return f"{quote(place)}{'?' if words else ''}{words}{mark}{fragment}"

    def here(self, **query: object) -> str:
        """The address of this page with a part of its query changed, from its first page on; None takes a part away."""
        known: dict[str, object] = {name: value for name, value in self.asked.items() if name not in ("page", "as_of")}
        return self.to(self.path, **(known | dict(self.many) | query))

    @cached_property
    def kept(self) -> Act:
        """The act that was kept just before; empty for none."""
        return act_called(self.site, self.did) if self.did else ()

    @property
    def kept_words(self) -> str:
        """What that act says."""
        return act_words(judged_part(self.snapshot, self.kept), self.kept)

    @property
    def export_address(self) -> str:
        """The address of the export of just what this page lists."""
        filters: dict[str, object] = {n: value for n, value in self.asked.items() if n not in ("as_of", "page")}
        return self.to("/export", **(filters | {"list": self.path.strip("/")}))

    @property
    def address(self) -> str:
        """The address of this page as it was asked for."""
        return self.to(self.path, **self._whole)

    def beside(self, form: str) -> str:
        """The address of the data of this page, as `json` or `csv`: the same query, the same day."""
        place = "/overview" if self.path == "/" else self.path
        return self.to(f"{place}.{form}", **self._whole)

    @property
    def _whole(self) -> dict[str, object]:
        """All that was asked, but the day, which goes along by itself."""
        return {name: value for name, value in self.asked.items() if name != "as_of"} | dict(self.many)

    def of(self, thing: Shown) -> str:
        """The address of the page of an entry, a dispute, an actor or a report."""
        if isinstance(thing, ReportView):
            thing = thing.report
        where = PATHS.get(type(thing)) or f"/{type(thing).__name__.lower()}s"
        return self.to(f"{where}/{thing.id}")

    def entry(self, kind: str, key: str) -> str:
        """The address of the page of an entry by its kind (`meeting`) and id, as rows of the snapshot give them."""
        return self.to(f"/{kind}s/{key}")

    def words(self, place: Evidence) -> str:
        """The address of exact words in the reader."""
        return self.to(f"/reports/{self.report(place.report)['id']}#at", at=f"{place.start}-{place.end}")

    def cite(self, place: Evidence) -> int:
        """The number that exact words bear on paper: that of their report in the list of sources at the page's end."""
        return self.cite_report(place.report)

    def cite_report(self, name: str) -> int:
        """The number of a report in that list, by its name."""
        return self.cited.setdefault(name, len(self.cited) + 1)

    def report(self, name: str) -> Row:
        """The row of a report by its name; raises UnknownEntryError for a name that no report of the snapshot has."""
        if name not in self._reports:
            row = self.snapshot.one("SELECT * FROM reports WHERE name = ?", name)
            if row is None:
                raise UnknownEntryError(f"There is no report {name}.", "The list of reports shows those there are.")
            self._reports[name] = row
        return self._reports[name]

    def rank(self, names: Iterable[str]) -> None:
        """Look up at once how reports of these names rank, which `rank_of` would ask for one by one."""
        wanted = list({name for name in names if name not in self._ranks})
        for row in among(self.snapshot, "SELECT name, published, copies_of FROM reports", "name", wanted):
            self._ranks[row["name"]] = row["copies_of"] is None, row["published"] or ""

    def rank_of(self, name: str) -> tuple[bool, str]:
        """By what words are told last: near copies come before all other reports, and what has no day first."""
        if name not in self._ranks:
            self.rank([name])
        return self._ranks[name]

    @cached_property
    def asking(self) -> Asking:
        """The record of this visit laid out as a system: its issues, conditions and how they stand. It lies ready in
        the snapshot; `asking.lookup` gives entries by id, and no list of them."""
        return self.site.asking(self.snapshot)

    def part(self, things: Things, texts: bool = False) -> Part:
        """The part of the record around some entries, ready for the words that tables and cells make; see `part`."""
        return part(self.snapshot, things, texts)
