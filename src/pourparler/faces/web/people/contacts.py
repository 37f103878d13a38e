"""Who met whom, counted: pairs of parties or of people that take part in one meeting, from the snapshot by SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pourparler.faces.web.listing import EntriesAsk, Where, wanted
from pourparler.faces.web.people.company import TAKING_PART
from pourparler.faces.web.visit import Visit

MIDDLE = ("mediator", "host")
"""Roles of those who bring others together."""

AT_ONCE = 200
"""Pairs of which the reports are counted at a time."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Whose contacts in which meetings: people or else parties, the conditions of the meetings, and of whom alone."""

    people: bool
    where: Where
    party: str | None = None

    @property
    def sql(self) -> str:
        """A table `there` of who takes part in which of these meetings, and whether only as mediator or host."""
        kind = "IN" if self.people else "NOT IN"
        return (
            "WITH there AS (SELECT seq, name, min(role IN ('mediator', 'host')) AS middle FROM entry_actors "
            f"WHERE role IN {TAKING_PART} AND seq IN (SELECT seq FROM entries {self.where.sql}) "
            f"AND name {kind} (SELECT name FROM actors WHERE kind = 'person') GROUP BY seq, name)"
        )


@dataclass
class Pair:
    """Two who met: in how many meetings, in how many of these one of them as mediator or host, first and last day.

    `statuses` counts the meetings by status. `sources` are the reports without near copies, never more than the sources
    of the meetings taken together: reports that several meetings have from one agency may be counted more than once.
    """

    one: str
    other: str
    meetings: int
    middle: int
    first: date | None
    last: date | None
    reports: int = 0
    sources: int = 0
    statuses: dict[str, int] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, str]:
        """Both."""
        return self.one, self.other

    @property
    def values(self) -> dict[str, object]:
        """As JSON."""
        first, last = (day.isoformat() if day else None for day in (self.first, self.last))
        return {
            "one": self.one, "other": self.other, "meetings": self.meetings, "through_mediator_or_host": self.middle,
            "statuses": self.statuses, "reports": self.reports, "sources": self.sources, "first": first, "last": last,
        }  # fmt: skip


def circle(ask: EntriesAsk, people: bool, status: str | None) -> Circle:
    """The circle that is asked for; without a `status`, of meetings of any."""
    where = wanted("meeting", ask.model_copy(update={"party": None})).equal("status", status)
    return Circle(people, where, ask.party)


def pairs_of(visit: Visit, of: Circle) -> list[Pair]:
    """All pairs of a circle, those of most meetings first, with no count of reports yet."""
    only, names = ("WHERE ? IN (x.name, y.name)", (of.party,)) if of.party else ("", ())
    rows = visit.snapshot.rows(
        f"{of.sql} SELECT x.name AS one, y.name AS other, count(*) AS meetings, sum(x.middle OR y.middle) AS middle, "
        "min(e.day) AS first, max(coalesce(e.last_day, e.day)) AS last "
        "FROM there x JOIN there y ON y.seq = x.seq AND x.name < y.name JOIN entries e ON e.seq = x.seq "
        f"{only} GROUP BY x.name, y.name ORDER BY meetings DESC, one, other",
        *of.where.values,
        *names,
    )
    return [
        Pair(row["one"], row["other"], row["meetings"], row["middle"], _day(row["first"]), _day(row["last"]))
        for row in rows
    ]


def meetings_of(visit: Visit, of: Circle) -> dict[str, int]:
    """In how many meetings of a circle everybody takes part, those of most first."""
    query = f"{of.sql} SELECT name, count(*) AS meetings FROM there GROUP BY name ORDER BY meetings DESC, name"
    return {row["name"]: row["meetings"] for row in visit.snapshot.rows(query, *of.where.values)}


def counted(visit: Visit, of: Circle, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The same pairs with their reports, sources and statuses."""
    for start in range(0, len(pairs), AT_ONCE):
        some = {pair.names: pair for pair in pairs[start : start + AT_ONCE]}
        marks = ", ".join(["(?, ?)"] * len(some))
        given = (*of.where.values, *(name for names in some for name in names))
        met = (
            f"{of.sql}, met AS (SELECT x.name AS one, y.name AS other, x.seq AS seq FROM there x JOIN there y "
            f"ON y.seq = x.seq AND x.name < y.name WHERE (x.name, y.name) IN (VALUES {marks}))"
        )
        told = visit.snapshot.rows(
            f"{met} SELECT one, other, count(DISTINCT r.seq) AS reports, "
            "count(DISTINCT coalesce(r.copies_of, r.name)) AS texts FROM met JOIN entry_reports USING (seq) "
            "JOIN reports r ON r.seq = entry_reports.report GROUP BY one, other",
            *given,
        )
        stand = visit.snapshot.rows(
            f"{met} SELECT one, other, status, count(*) AS meetings, sum(sources) AS sources FROM met "
            "JOIN entries USING (seq) GROUP BY one, other, status ORDER BY meetings DESC, status",
            *given,
        )
        for row in stand:
            pair = some[row["one"], row["other"]]
            pair.statuses[row["status"]] = row["meetings"]
            pair.sources += row["sources"]
        for row in told:
            pair = some[row["one"], row["other"]]
            pair.reports, pair.sources = row["reports"], min(pair.sources, row["texts"])
        yield from some.values()


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
