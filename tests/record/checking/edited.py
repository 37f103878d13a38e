"""A good record with something of everything in it, and what `check` finds after somebody has edited the file."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.check import Problem, check
from pourparler.record.opening import open_store
from tests.record.drafts import draft, geneva_talks

AT = datetime(2025, 6, 1, tzinfo=UTC)


def good_record(path: Path) -> Path:
    """Five reports and one set aside, a reading in effect, one replaced and one that waits, and judgements."""
    drafts = geneva_talks()
    with open_store(path, create=True) as store:
        for each in drafts:
            each.put(store)
        store.add(draft("aside.txt", None, "Das ist Deutsch.").report)
        for reader, current in (("hand 2", True), ("hand 3", False)):
            other = replace(drafts[1], reader=reader)
            store.add_reading(other.reading, other.accounts, current=current)
        account = next(one for one in store.accounts("r-3.txt") if one.kind is EntryKind.MEETING)
        words = account.evidence[0]
        anchor = Anchor(account.id, account.report, account.kind, "Norland", words.start, words.end, words.text)
        kept = Judgement("j1", Verdict.CONFIRMED, (account.id,), "me", AT, "seen", act="act 1", anchors=(anchor,))
        store.add_judgements([kept, replace(kept, id="j2")])
        store.withdraw(["j2"], AT)
        assert check(store) == []
    return path


def found(path: Path, *statements: str) -> list[str]:
    """What `check` finds once SQL has been run on a record: `WHERE: WHAT`, without the keys of foreign ones."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
    with open_store(path, read_only=True) as store:
        return [told(problem) for problem in check(store)]


def told(problem: Problem) -> str:
    """A problem as the command line tells it."""
    return f"{problem.where}: {problem.what}"
