"""What stands beside an entry: what the same words tell, what depends on what, and statements around a meeting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from sqlite3 import Row

from pourparler.core.entry import Entry, Instrument, Meeting, Statement
from pourparler.core.evidence import Evidence
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.web.part import Part, among
from pourparler.faces.web.visit import Visit

MOST = 30
"""Entries of one sort that a page shows beside an entry."""

FEW = 10
"""States of documents that the page of a meeting shows."""

NEAR = 600
"""Characters that a statement may be away from the words on a meeting, where a paragraph is longer than that. Set by
hand: three or four sentences of a report."""

LONGEST = timedelta(days=7)
"""Days that a meeting may take for what its people say in them to be told beside it."""

BESIDE = "SELECT DISTINCT e.seq, e.id, e.kind, e.short, e.label, e.status, e.day FROM entries e"


@dataclass(frozen=True, slots=True)
class Beside:
    """Statements beside a meeting: those found by what rule, how many there are, and the first of them."""

    passage: tuple[Statement, ...]
    people: tuple[Statement, ...]
    more: int
    lookup: Part


def in_same_words(visit: Visit, entry: Entry) -> list[Row]:
    """Entries of which an account rests on words that an account of this one rests on as well."""
    return visit.snapshot.rows(
        f"{BESIDE} JOIN marks other USING (seq) JOIN marks own ON own.report = other.report "
        "AND own.start < other.end AND own.end > other.start "
        "WHERE own.seq = (SELECT seq FROM entries WHERE id = ?) AND other.seq <> own.seq "
        "AND own.field = 'evidence' AND other.field = 'evidence' ORDER BY e.seq LIMIT ?",
        entry.id,
        MOST,
    )  # fmt: skip


def waiting_for(visit: Visit, key: str | None) -> list[Row]:
    """Entries that are told to wait for the condition of an id."""
    if not key:
        return []
    return visit.snapshot.rows(f"{BESIDE} WHERE e.waits_for = ? ORDER BY e.seq LIMIT ?", key, MOST)


def row_of(visit: Visit, key: str | None) -> Row | None:
    """The row of an entry by its id; None for no id."""
    return visit.snapshot.one(f"{BESIDE} WHERE e.id = ?", key) if key else None


def documents_on(visit: Visit, meeting: Meeting) -> list[tuple[Row, Evidence]]:
    """The states of documents of its parties that are told of the days of a meeting (LONGEST at most), each with the
    first words behind it. That they came out of the meeting is not said by this."""
    days = _days(meeting)
    rows = days and visit.snapshot.rows(
        "SELECT e.id, e.kind, e.label, s.value AS status, s.day, s.place FROM states s JOIN entries e USING (seq) "
        "WHERE s.day BETWEEN ? AND ? AND s.followed AND e.kind = 'instrument' AND e.seq IN ("
        "SELECT its.seq FROM entry_actors own JOIN entry_actors its USING (name, role) "
        "WHERE own.seq = (SELECT seq FROM entries WHERE id = ?) AND role = 'party') ORDER BY s.day, e.seq LIMIT ?",
        *days,
        meeting.id,
        FEW,
    )
    if not rows:
        return []
    found = visit.snapshot.entries(dict.fromkeys(row["id"] for row in rows))
    states = {one.id: one.status for one in found if isinstance(one, Instrument)}
    lookup = visit.part(found)
    return [(row, lookup.in_order(states[row["id"]][row["place"]].evidence)[0]) for row in rows]


def statements_beside(visit: Visit, lookup: Lookup, meeting: Meeting) -> Beside:
    """The statements beside a meeting, by two rules: those whose words stand in a paragraph that tells of it, at most
    NEAR characters away, and those that its people made on its days (where it took LONGEST at most)."""
    near = _in_passages(visit, lookup, meeting)
    theirs = [seq for seq in _by_people(visit, meeting) if seq not in set(near)]
    shown = [*near[:MOST], *theirs[: max(0, MOST - len(near))]]
    rows = among(visit.snapshot, "SELECT seq, id FROM entries", "seq", shown)
    ids = {row["seq"]: row["id"] for row in rows}
    found = visit.snapshot.entries([ids[seq] for seq in shown])
    statements = {one.id: one for one in found if isinstance(one, Statement)}

    def those(seqs: Sequence[int]) -> tuple[Statement, ...]:
        return tuple(statements[ids[seq]] for seq in seqs if ids.get(seq) in statements)

    return Beside(those(near), those(theirs), len(near) + len(theirs) - len(shown), visit.part(found))


def _in_passages(visit: Visit, lookup: Lookup, meeting: Meeting) -> list[int]:
    """The seqs of statements whose words stand in a paragraph that tells of a meeting."""
    reports = {account.report: lookup.report_of(account) for account in meeting.accounts}
    rows = among(visit.snapshot, "SELECT seq, id FROM reports", "id", list(reports))
    passages = {
        row["seq"]: [_passage(reports[row["id"]].text, place.start, place.end) for place in places]
        for row in rows
        if (places := [one for account in meeting.accounts if account.report == row["id"] for one in account.evidence])
    }
    return sorted({
        mark["seq"]
        for mark in _said_in(visit, passages)
        if any(start < mark["end"] and mark["start"] < end for start, end in passages[mark["report"]])
    })  # fmt: skip


def _said_in(visit: Visit, passages: Mapping[int, object]) -> list[Row]:
    """The places in reports (by their seq) that statements rest on."""
    query = (
        "SELECT m.report, m.start, m.end, m.seq FROM marks m JOIN entries e ON e.seq = m.seq AND e.kind = 'statement'"
    )
    return among(visit.snapshot, query, "m.field = 'evidence' AND m.report", list(passages))


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around words, cut at NEAR characters from them; paragraphs end at blank lines where a text has any,
    else at line breaks."""
    mark = "\n\n" if "\n\n" in text else "\n"
    first = text.rfind(mark, 0, start)
    last = text.find(mark, end)
    return max(0 if first < 0 else first, start - NEAR), min(len(text) if last < 0 else last, end + NEAR)


def _by_people(visit: Visit, meeting: Meeting) -> list[int]:
    """The seqs of statements that people of a meeting made on its days, as the reports give these days."""
    days = _days(meeting)
    if not days:
        return []
    people = tuple(dict.fromkeys([*meeting.people, *(lead for _, lead in meeting.leads)]))
    rows = among(visit.snapshot, "SELECT seq, day FROM entries", "kind = 'statement' AND basis = 'said' AND speaker",
                 people)  # fmt: skip
    return sorted(row["seq"] for row in rows if days[0] <= row["day"] <= days[1])


def _days(meeting: Meeting) -> tuple[str, str] | None:
    """The first and the last day of a meeting that took LONGEST at most; None for one without days."""
    when = meeting.when
    if when is None or when.start is None or when.end is None or when.end - when.start > LONGEST:
        return None
    return when.start.isoformat(), when.end.isoformat()
