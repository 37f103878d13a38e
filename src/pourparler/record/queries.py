"""What the store asks of its tables, each inside a transaction that the caller opened."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from pourparler.core.account import Account
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind
from pourparler.record import journal, readings, rows
from pourparler.record.decisions import decisions
from pourparler.record.readings import Keys
from pourparler.record.schema import ACCOUNT_EVIDENCE, ACCOUNTS, MENTIONS, META, READINGS, REPORT_NAMES, REPORTS
from pourparler.record.store import Holdings, Wording


def case_name(connection: Connection) -> str:
    return connection.scalar(select(META.c.value).where(META.c.key == "case")) or ""


def has_report(connection: Connection, report_id: str) -> bool:
    return bool(connection.scalar(select(exists().where(REPORTS.c.id == report_id))))


def note_path(connection: Connection, report: Report) -> None:
    """Note that a report stands under a path, and show it under the first path by version, then by letters.

    So a text that lies in two places has one name whichever place was read first; only when two texts claim one
    path does the order of their adding count, for that is what a version is.
    """
    names = REPORT_NAMES.c
    known = exists().where((names.path == report.name) & (names.report_id == report.id))
    if connection.scalar(select(known)):
        return
    version = 1 + (connection.scalar(select(func.max(names.version)).where(names.path == report.name)) or 0)
    while connection.scalar(select(exists().where(REPORTS.c.name == _shown(report.name, version)))):
        version += 1
    connection.execute(insert(REPORT_NAMES), [{"path": report.name, "version": version, "report_id": report.id}])
    first = connection.execute(
        select(names.path, names.version)
        .where(names.report_id == report.id)
        .order_by(names.version, names.path)
        .limit(1)
    ).one()
    shown = _shown(first.path, first.version)
    connection.execute(update(REPORTS).where(REPORTS.c.id == report.id).values(name=shown))


def _shown(path: str, version: int) -> str:
    return path if version == 1 else f"{path}#{version}"


def all_reports(connection: Connection, at: int | None = None) -> tuple[Report, ...]:
    """All reports, or those that were there after the journal's line `at`, by day (undated first) and name."""
    query = select(REPORTS).order_by(REPORTS.c.published.nulls_first(), REPORTS.c.name)
    if at is not None:
        query = query.where(REPORTS.c.added_in <= at)
    return tuple(rows.report_of(row) for row in connection.execute(query))


def accounts_of(connection: Connection, keys: Keys, report_id: str | None = None) -> tuple[Account, ...]:
    """Accounts of the readings `keys`, sorted by the report's day and name, then by place in the text, kind and id."""
    told = select(ACCOUNTS, REPORTS.c.name, REPORTS.c.published).where(ACCOUNTS.c.reading_key.in_(keys))
    told = told.join(REPORTS, REPORTS.c.id == ACCOUNTS.c.report_id)
    places = select(ACCOUNT_EVIDENCE).order_by(ACCOUNT_EVIDENCE.c.account_key, ACCOUNT_EVIDENCE.c.ordinal)
    if report_id is not None:
        told = told.where(ACCOUNTS.c.report_id == report_id)
        wanted = select(ACCOUNTS.c.key).where(ACCOUNTS.c.report_id == report_id)
        places = places.where(ACCOUNT_EVIDENCE.c.account_key.in_(wanted))
    evidence: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(places):
        evidence[row[0]].append(row)
    found = []
    for row in connection.execute(told):
        with rows.understood(f"The account {row.id} of {row.name}"):
            account = rows.account_of(row, evidence.get(row.key, ()), row.name)
        start = account.evidence[0].start if account.evidence else 0
        found.append(((row.published or "", row.name, start, account.kind, account.id), account))
    found.sort(key=lambda pair: pair[0])
    return tuple(account for _, account in found)


def wordings_of(connection: Connection, keys: Keys) -> tuple[Wording, ...]:
    """How the readings `keys` word actors, sorted; equal wordings of one report are counted together."""
    told = (
        READINGS.c.report_id,
        MENTIONS.c.text,
        MENTIONS.c.kind,
        MENTIONS.c.name,
        MENTIONS.c.party,
        MENTIONS.c.office,
    )
    query = (
        select(*told, func.count())
        .join(READINGS, READINGS.c.key == MENTIONS.c.reading_key)
        .where(READINGS.c.key.in_(keys))
        .group_by(*told)
        .order_by(*told)
    )
    with rows.understood("A mention"):
        return tuple(
            Wording(report, text, ActorKind(kind), name, party, office, count)
            for report, text, kind, name, party, office, count in connection.execute(query)
        )


def holdings(connection: Connection, at: int | None, reader: str | None) -> Holdings:
    """Everything the record is computed from: now, after the journal's line `at`, or as a reader would have it."""
    edition, version = journal.end(connection)
    if at is not None:
        edition, version = at, journal.version_at(connection, at)
    keys = readings.counting(at, reader)
    if reader is not None:
        version += readings.fresh(connection, reader, at)
    return Holdings(
        name=case_name(connection),
        version=version,
        reports=all_reports(connection, at),
        accounts=accounts_of(connection, keys),
        wordings=wordings_of(connection, keys),
        judgements=decisions(connection, at=at),
        edition=edition,
    )
