"""Judgements in their table: added and withdrawn act by act, and those that stood after a line of the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, insert, select, update

from pourparler.core.judgement import Judgement
from pourparler.record import journal, rows
from pourparler.record.schema import JUDGEMENTS
from pourparler.record.store import JournalAct

MOST_ASKED = 500
"""Ids in one query; SQLite takes no more than 999 of them where it is old."""


def add_judgements(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Add decisions, one line of the journal for each act of theirs; how many were not there.

    One that comes withdrawn (from a colleague's record) is added and then withdrawn.
    """
    new = {judgement.id: judgement for judgement in judgements}
    for some in _parts(new):
        for known in connection.scalars(select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.id.in_(some))).all():
            del new[known]
    acts: dict[str, list[Judgement]] = {}
    for judgement in new.values():
        acts.setdefault(judgement.act, []).append(judgement)
    for act, these in acts.items():
        line = journal.add_line(connection, JournalAct.JUDGEMENT, act, len(these))
        values = [{**rows.judgement_values(one), "made_in": line, "withdrawn_at": None} for one in these]
        connection.execute(insert(JUDGEMENTS), values)
    for judgement in new.values():
        if judgement.withdrawn is not None:
            withdraw(connection, [judgement.id], judgement.withdrawn)
    return len(new)


def withdraw(connection: Connection, judgement_ids: Iterable[str], at: datetime) -> int:
    """Mark decisions as withdrawn, one line of the journal for each act, the newest first; how many stood."""
    acts: dict[tuple[int, str], list[str]] = {}
    for some in _parts(dict.fromkeys(judgement_ids)):
        stands = JUDGEMENTS.c.id.in_(some) & JUDGEMENTS.c.withdrawn_at.is_(None)
        for row in connection.execute(select(JUDGEMENTS.c.id, JUDGEMENTS.c.act, JUDGEMENTS.c.made_in).where(stands)):
            acts.setdefault((row.made_in, row.act), []).append(row.id)
    for made_in, act in sorted(acts, reverse=True):
        these = acts[made_in, act]
        line = journal.add_line(connection, JournalAct.WITHDRAWAL, act, -len(these))
        for some in _parts(these):
            mine = update(JUDGEMENTS).where(JUDGEMENTS.c.id.in_(some))
            connection.execute(mine.values(withdrawn_at=rows.moment(at), withdrawn_in=line))
    return sum(map(len, acts.values()))


def decisions(connection: Connection, withdrawn: bool = False, at: int | None = None) -> tuple[Judgement, ...]:
    """The decisions that stand, now or after the line `at`, oldest first; with `withdrawn` also those taken back."""
    query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.made_at, JUDGEMENTS.c.id)
    if at is not None:
        later = JUDGEMENTS.c.withdrawn_in.is_(None) | (JUDGEMENTS.c.withdrawn_in > at)
        found = connection.execute(query.where(JUDGEMENTS.c.made_in <= at, later))
        return tuple(replace(rows.judgement_of(row), withdrawn=None) for row in found)
    if not withdrawn:
        query = query.where(JUDGEMENTS.c.withdrawn_at.is_(None))
    return tuple(rows.judgement_of(row) for row in connection.execute(query))


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(list(ids))
    while some := list(islice(waiting, MOST_ASKED)):
        yield some
