"""The offices that reports give somebody, each with the reports that say so, their days and their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from pourparler.core.actor import Actor
from pourparler.core.evidence import Evidence
from pourparler.faces.snapshot.imprint import looking
from pourparler.faces.web.part import AT_ONCE, among
from pourparler.faces.web.visit import Visit

MOST = 5_000
"""Namings of one actor with an office that are looked at: those added last where there are more."""

Key = tuple[str, str | None]
"""An office in lower case, and the party that it is told to be of."""

_TOLD = """
SELECT r.report_id AS report, m.start, m.end, m.text, m.office, m.party
FROM mentions m JOIN readings r ON r.key = m.reading_key
WHERE r.current AND m.office IS NOT NULL AND m.name IN ({marks})
ORDER BY r.key DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Office:
    """An office, for whom, and the words that give it, one place of each report, in the order of publication.

    `first` and `last` are the days of publication of the first and the last of these reports (None: undated), not the
    days on which the office was taken or left.
    """

    office: str
    party: str | None
    told: tuple[Evidence, ...]
    first: str | None
    last: str | None

    @property
    def values(self) -> dict[str, object]:
        """As JSON."""
        told = [{"report": one.report, "start": one.start, "end": one.end, "text": one.text} for one in self.told]
        return {"office": self.office, "party": self.party, "first": self.first, "last": self.last, "told": told}


def offices_told(visit: Visit, actor: Actor) -> tuple[Office, ...]:
    """The offices of an actor, by the first report that tells each; only by reports that the snapshot has.

    Reports that tell an office without its party count with those that tell one party with it.
    """
    found = _mentions(visit, list(dict.fromkeys((actor.name, *actor.names))))
    ids = list({row[0] for row in found})
    reports = {row["id"]: row for row in among(visit.snapshot, "SELECT id, name, published FROM reports", "id", ids)}
    told: dict[Key, dict[str, Evidence]] = {}
    for report, start, end, text, office, party in found:
        if report in reports:
            place = Evidence(reports[report]["name"], start, end, text)
            known = told.setdefault((office.casefold(), party), {}).setdefault(report, place)
            if len(known.text) < len(text):
                told[office.casefold(), party][report] = place
    made = (_office(key, places, reports) for key, places in _with_party(told).items())
    return tuple(sorted(made, key=lambda one: (one.first is None, one.first or "", -len(one.told), one.office)))


def _with_party(told: Mapping[Key, dict[str, Evidence]]) -> dict[Key, dict[str, Evidence]]:
    """The same, an office without its party counted with the one party that others tell with it."""
    joined: dict[Key, dict[str, Evidence]] = {}
    for (office, party), places in sorted(told.items(), key=lambda pair: (pair[0][1] is None, pair[0])):
        parties = [other for known, other in told if known == office and other]
        whose = parties[0] if party is None and len(parties) == 1 else party
        joined[office, whose] = places | joined.get((office, whose), {})
    return joined


def _office(key: Key, places: Mapping[str, Evidence], reports: Mapping[str, Row]) -> Office:
    days = {report: reports[report]["published"] for report in places}
    ordered = sorted(places, key=lambda report: (days[report] is None, days[report] or "", places[report].report))
    known = sorted(day for day in days.values() if day)
    first, last = (known[0], known[-1]) if known else (None, None)
    return Office(*key, tuple(places[report] for report in ordered), first, last)


def _mentions(visit: Visit, names: Sequence[str]) -> list[tuple[str, int, int, str, str, str | None]]:
    """Every naming with an office, from the record's file: the report's id, the place, the words, office and party."""
    some = names[:AT_ONCE]
    with looking(visit.site.record) as record:
        return record.execute(_TOLD.format(marks=", ".join("?" * len(some))), (*some, MOST)).fetchall()
