"""Writes a record down as the tables of a snapshot."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import Any

from pourparler.core.entry import CaseRecord, Entry
from pourparler.core.judgement import Judgement
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup, entry_id
from pourparler.faces.rows.times import order_of, time_of
from pourparler.faces.snapshot.encoding import KINDS, encode
from pourparler.faces.snapshot.lines import Surroundings, actors_of, line_of, marks_of, searched, states_of
from pourparler.faces.snapshot.tables import APPLICATION_ID, INDICES, TABLES
from pourparler.record.actors import actor_id
from pourparler.record.collecting import at_rest
from pourparler.record.reviewing.queue import queue

Rows = Iterable[tuple[Any, ...]]


def write(connection: sqlite3.Connection, record: CaseRecord, meta: dict[str, str | None]) -> None:
    """Write all tables of a snapshot into an empty database; nothing is kept of it when this breaks off.

    The file is made safe by its caller: it counts only once it stands whole in its place.
    """
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.executescript(TABLES)
    with at_rest():
        connection.execute("BEGIN")
        _Writing(connection, record).all(meta)
        connection.execute("COMMIT")
    connection.executescript(INDICES)
    connection.execute("ANALYZE")


class _Writing:
    """The tables of one record in the making."""

    def __init__(self, connection: sqlite3.Connection, record: CaseRecord) -> None:
        self._connection, self._record = connection, record
        self._lookup = Lookup(record)
        self._views = sorted(
            record.reports,
            key=lambda view: (
                view.report.published is None,
                view.report.published or date.max,
                view.report.name,
            ),
        )
        self._reports = {view.report.id: seq for seq, view in enumerate(self._views, 1)}
        self._entries = dict(zip(count(1), self._in_order(), strict=False))

    def _in_order(self) -> Iterator[Entry]:
        """Entries kind by kind, each kind in the order of the export."""
        record, lookup = self._record, self._lookup
        kinds: tuple[tuple[Entry, ...], ...] = (
            record.meetings, record.statements, record.positions, record.conditions, record.instruments,
        )  # fmt: skip
        for kind in kinds:
            yield from sorted(kind, key=lambda entry: order_of(lookup, entry))

    def _insert(self, table: str, rows: Rows, columns: str = "") -> None:
        """Insert rows of as many values as the table has columns, or `columns` names."""
        ordered = iter(rows)
        first = next(ordered, None)
        if first is not None:
            statement = f"INSERT INTO {table} {columns} VALUES ({', '.join('?' * len(first))})"
            self._connection.execute(statement, first)
            self._connection.executemany(statement, ordered)

    def all(self, meta: dict[str, str | None]) -> None:
        """Every table."""
        self._insert("meta", sorted(meta.items()))
        self._insert("reports", self._report_rows())
        self._write_entries()
        self._insert("former", sorted(self._former_rows()))
        self._insert("actors", self._actor_rows())
        self._insert("disputes", self._dispute_rows())
        self._insert("questions", self._question_rows())
        self._insert("asks", self._ask_rows())
        self._insert("judgements", self._judgement_rows())

    def _report_rows(self) -> Iterator[tuple[Any, ...]]:
        words = []
        for view in self._views:
            report, seq = view.report, self._reports[view.report.id]
            words.append((seq, report.title or "", report.text))
            yield (
                seq, report.id, report.name, self._lookup.short(report.id), report.outlet, report.title, report.url,
                report.language, _iso(report.published), report.published_from.value, _iso(report.updated),
                view.copies_of, len(report.text), len(self._lookup.told_by.get(report.id, ())),
            )  # fmt: skip
        self._insert("report_words", words, "(rowid, title, text)")

    def _write_entries(self) -> None:
        disputes = Counter(dispute.about for dispute in self._record.disputes)
        around = Surroundings(self._lookup, self._reports, disputes)
        bodies, words = [], []
        for seq, entry in self._entries.items():
            body = encode(entry)
            line = line_of(around, entry, body)
            self._insert("entries", [(seq, *line.values())], f"(seq, {', '.join(line)})")
            bodies.append((seq, body))
            words.append((seq, line["label"], *searched(entry)))
        self._insert("bodies", bodies)
        self._insert("entry_words", words, "(rowid, label, names, words)")
        self._insert(
            "entry_actors", ((seq, *named) for seq, entry in self._entries.items() for named in actors_of(entry))
        )
        self._insert("states", ((seq, *state) for seq, entry in self._entries.items() for state in states_of(entry)))
        self._insert(
            "entry_reports",
            (
                (seq, report)
                for seq, entry in self._entries.items()
                for report in dict.fromkeys(self._reports[account.report] for account in entry.accounts)
            ),
        )
        self._insert(
            "marks",
            sorted(
                (self._reports[report], place.start, place.end, seq, account, field)
                for seq, entry in self._entries.items()
                for report, place, account, field in marks_of(entry)
            ),
        )

    def _former_rows(self) -> Iterator[tuple[str, str]]:
        """Ids that things do not go by but are found by, as `Lookup.former` has them, each once."""
        taken = self._lookup.things
        found: dict[str, str] = {}
        for actor in self._record.actors:
            found |= {actor_id(actor.kind, name): actor.id for name in actor.names}
        for entry in self._lookup.entries:
            for account in entry.accounts:
                found[account.id] = found[entry_id(account.kind, account.id)] = entry.id
        return ((former, thing) for former, thing in found.items() if former not in taken)

    def _actor_rows(self) -> Iterator[tuple[Any, ...]]:
        named: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in self._entries.values():
            for name in dict.fromkeys(name for name, _ in actors_of(entry)):
                named[name][KINDS[type(entry)].value] += 1
        ranks = {actor.id: rank for rank, actor in enumerate(self._record.actors)}
        for seq, actor in enumerate(sorted(self._record.actors, key=lambda one: (one.name, one.id)), 1):
            told = named[actor.name]
            yield (
                seq, actor.id, self._lookup.short(actor.id), actor.name, actor.kind.value, actor.represents,
                actor.office, told["meeting"], told["statement"], told["position"], told["condition"],
                told["instrument"], ranks[actor.id], encode(actor),
            )  # fmt: skip

    def _dispute_rows(self) -> Iterator[tuple[Any, ...]]:
        lookup = self._lookup
        ranks = {dispute.id: rank for rank, dispute in enumerate(self._record.disputes)}
        for seq, one in enumerate(sorted(self._record.disputes, key=lambda one: order_of(lookup, one)), 1):
            time = time_of(lookup, one)
            yield (
                seq, one.id, lookup.short(one.id), label(lookup, one), one.about, one.kind.value, one.field,
                one.sort.value, _iso(time.start if time else None), len(one.readings), ranks[one.id], encode(one),
            )  # fmt: skip

    def _question_rows(self) -> Iterator[tuple[Any, ...]]:
        for seq, one in enumerate(queue(self._record), 1):
            yield (
                seq, one.id, one.asked.value, one.kind.value, encode(one.hardness), encode(one.entries),
                encode(one.accounts), encode(one),
            )  # fmt: skip

    def _ask_rows(self) -> Iterator[tuple[Any, ...]]:
        for seq, ask in enumerate(self._record.asks, 1):
            yield seq, ask.one, ask.other, ask.kind.value, ask.score, encode(ask)

    def _judgement_rows(self) -> Iterator[tuple[Any, ...]]:
        def row(one: Judgement, lost: bool) -> tuple[Any, ...]:
            return one.id, one.act, one.verdict.value, one.by, one.at.isoformat(), one.because, lost, encode(one)

        told = [row(one, False) for one in self._record.judgements] + [row(one, True) for one in self._record.lost]
        return ((seq, *values) for seq, values in enumerate(told, 1))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
