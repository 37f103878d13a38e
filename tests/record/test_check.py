"""What `check` finds in a record that somebody has edited by hand."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.evidence import Span
from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.check import Problem, check, check_entries
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.record.drafts import geneva_talks, hold

Edit = Callable[[str], list[Problem]]


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Edit]:
    """Runs one SQL statement on a good record and gives what `check` then finds."""
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
        assert check(store) == []

    def edit(statement: str) -> list[Problem]:
        connection = sqlite3.connect(path)
        assert connection.execute(statement).rowcount > 0
        connection.commit()
        connection.close()
        with open_store(path) as store:
            return check(store)

    yield edit


def test_a_changed_text_is_found(edited: Edit) -> None:
    problems = edited("UPDATE reports SET text = 'X' || text WHERE name = '1.txt'")
    assert Problem("the text is not the one that was added", "1.txt") in problems
    assert any("do not stand at" in problem.what and "1.txt" in problem.what for problem in problems)


def test_moved_evidence_is_found(edited: Edit) -> None:
    problems = edited("UPDATE account_evidence SET start = start + 1, end = end + 1 WHERE text = 'a fishing accord'")
    assert {problem.what.split(" at ")[0] for problem in problems} == {"its words do not stand"}


def test_an_account_without_words_is_found(edited: Edit) -> None:
    problems = edited("DELETE FROM account_evidence WHERE text LIKE 'Norland demands%'")
    assert "it has no evidence" in {problem.what for problem in problems}
    assert "it cites nothing" in {problem.what for problem in problems}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts SET kind = 'rumour' WHERE kind = 'position'",
        "UPDATE accounts SET fields = replace(fields, '\"planned\"', '\"dreamt of\"') WHERE kind = 'meeting'",
        "UPDATE accounts SET fields = '{' WHERE kind = 'instrument'",
        "UPDATE reports SET published_from = 'hearsay' WHERE name = '1.txt'",
        "UPDATE reports SET published = 'a Monday' WHERE name = '1.txt'",
        "UPDATE reports SET not_news = '[{}]' WHERE name = '1.txt'",
        "UPDATE mentions SET kind = 'ghost' WHERE name = 'Ann Lee'",
        "INSERT INTO judgements SELECT 'j1', 'a hunch', '[]', 'me', '2025-06-01', '', NULL, NULL, NULL,"
        " 'j1', '[]', '[]', 1, NULL",
    ],
)
def test_a_word_outside_the_vocabularies_is_found(edited: Edit, statement: str) -> None:
    problem = edited(statement)[-1]
    assert "holds what this program does not know" in problem.what


def test_words_from_what_is_no_news_are_found() -> None:
    from pourparler.record.check import check_accounts

    [first, *_] = geneva_talks()
    holdings = hold(first)
    banner = replace(first.report, not_news=(Span(0, 400),))
    problems = list(check_accounts(replace(holdings, reports=(banner,))))
    assert len(problems) == len(holdings.accounts)
    assert all("no news" in problem.what for problem in problems)


def test_a_correction_that_nothing_can_have_is_found(edited: Edit, tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db") as store:
        account = next(a.id for a in store.accounts() if a.kind == "meeting")
        at = datetime(2025, 6, 1, tzinfo=UTC)
        wrong = Judgement("j1", Verdict.CORRECTED, (account,), "me", at, "", "status", "dreamt of")
        store.add_judgements([wrong, Judgement("j2", Verdict.CONFIRMED, ("a-none",), "me", at, "")])
        problems = check(store)
    assert {problem.where for problem in problems} == {"judgement j1", "judgement j2"}


def test_entries_that_lead_nowhere_are_found() -> None:
    holdings = hold(*geneva_talks())
    record = compute(holdings)
    assert list(check_entries(record, holdings.accounts)) == []
    [position] = record.positions
    broken = replace(
        record,
        positions=(replace(position, condition="c-none"), replace(position, id="p-2", evidence=())),
        meetings=(),
    )
    told = {problem.what for problem in check_entries(broken, holdings.accounts)}
    assert "its condition c-none is not in the record" in told
    assert "it cites nothing" in told
    assert "it stands in 2 entries, not in one" in told and "it stands in 0 entries, not in one" in told
