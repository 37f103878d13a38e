"""A ledger gives the same record however reports, judgements and days came to it, and looks only at what changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.places import ROOT
from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.ledger import Ledger
from pourparler.record.store import Holdings
from pourparler.record.view import compute
from tests.record.crowd import crowd
from tests.record.drafts import Draft, draft, geneva_talks, hold
from training.corpus import negotiation as corpus
from training.corpus.holdings import hold as hold_corpus
from training.corpus.readings import annotated

DAYS = (None, date(2025, 3, 3), date(2025, 3, 5))


def named() -> list[Draft]:
    """Reports that change who is who: a bare surname, its two bearers, an office that changes hands, a long name."""
    bare = draft("n1", "2025-03-02", "Lee demands a truce, and the foreign minister said so.")
    bare.names("Lee").stands("Lee demands a truce", "demands", "a truce", None, voiced_by="Lee")
    bare.says("said so", None, office="foreign minister", party="Norland")
    other = draft("n2", "2025-03-04", "Bo Lee of Sudland, the foreign minister of Norland, Cy Dunn, and the NFU spoke.")
    other.names("Bo Lee", party="Sudland").names("Cy Dunn", party="Norland", office="foreign minister")
    other.names("NFU", kind="organisation").says("spoke", "Bo Lee")
    full = draft("n3", "2025-03-06", "The Norland Fishing Union (NFU) met Norland in Geneva on Thursday.")
    full.names("Norland Fishing Union", kind="organisation").names("NFU", "Norland Fishing Union", kind="organisation")
    full.meets("met Norland", "meeting", "held", "2025-03-06", parties=("Norland", "Norland Fishing Union"))
    return [bare, other, full]


POOL = [*geneva_talks(), *named(), *crowd(9)]
ACCOUNTS = [account.id for each in POOL for account in each.accounts.accounts]


NAMES = ("Ann Lee", "Bo Lee", "Cy Dunn", "Norland", "NFU", "Sudland")
CORRECTIONS = (("place", "Bern"), ("party", "Westmark"), ("title", "a pact"), ("speaker", "Ann Lee"))


@st.composite
def judgements(draw: Any) -> tuple[Judgement, ...]:
    """Up to five judgements on any accounts and actors, in the order in which they were made."""
    made = []
    for number in range(draw(st.integers(0, 5))):
        verdict = draw(st.sampled_from(list(Verdict)))
        accounts: tuple[str, ...] = ()
        names: tuple[str, ...] = ()
        field, value = None, None
        if verdict in (Verdict.NAMED, Verdict.JOINED, Verdict.PARTED):
            names = tuple(draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)))
            value = "A new name" if verdict is Verdict.NAMED else None
        else:
            accounts = tuple(draw(st.lists(st.sampled_from(ACCOUNTS), min_size=1, max_size=3, unique=True)))
        if verdict is Verdict.CORRECTED:
            field, value = draw(st.sampled_from(CORRECTIONS))
        name = f"j{number} {verdict} {accounts} {names} {field}"
        at = datetime(2025, 6, 1, 12, number, tzinfo=UTC)
        made.append(Judgement(name, verdict, accounts, "me", at, "seen", field, value, names=names))
    return tuple(made)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_whatever_came_before_a_record_is_that_of_what_is_there(data: Any) -> None:
    ledger = Ledger()
    for _ in range(data.draw(st.integers(1, 5))):
        shown = data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda each: each.name))
        holdings = hold(*shown, judgements=data.draw(judgements()))
        day = data.draw(st.sampled_from(DAYS))
        ledger.take(holdings)
        assert ledger.record(day) == compute(holdings, day)


def of_corpus(name: str) -> Holdings:
    [found] = corpus.negotiations(ROOT / "corpus" / name)
    holdings, _ = hold_corpus(found.name, annotated(found))
    return holdings


def only(holdings: Holdings, reports: Sequence[str]) -> Holdings:
    """What would be stored of some reports alone."""
    return replace(
        holdings,
        reports=tuple(report for report in holdings.reports if report.id in reports),
        accounts=tuple(account for account in holdings.accounts if account.report in reports),
        wordings=tuple(wording for wording in holdings.wordings if wording.report in reports),
    )


@pytest.mark.parametrize("name", ["rail-dispute", "grain-corridor"])
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_real_reports_in_any_order_give_one_record(name: str, data: Any) -> None:
    holdings = of_corpus(name)
    order = data.draw(st.permutations([report.id for report in holdings.reports]))
    step = data.draw(st.integers(3, 6))
    ledger = Ledger()
    for end in range(step, len(order) + step, step):
        ledger.take(only(holdings, order[:end]))
        ledger.record()
    assert ledger.record() == compute(holdings)


@pytest.mark.parametrize("name", ["colombia-peace", "mackerel", "school-wages"])
def test_reports_that_come_before_those_that_are_there_change_what_these_were_read_for(name: str) -> None:
    """The latest first: entries get new ids and new company, which positions and disputes of later reports point to."""
    holdings = of_corpus(name)
    latest_first = [report.id for report in holdings.reports][::-1]
    ledger = Ledger()
    for end in range(1, len(latest_first) + 1):
        ledger.take(only(holdings, latest_first[:end]))
        ledger.record()
    assert ledger.record() == compute(holdings)


def test_what_has_not_changed_is_not_compared_again() -> None:
    drafts = crowd(60)
    ledger = Ledger()
    ledger.take(hold(*drafts[:-1]))
    before = ledger.record()
    pairs, components = ledger.effort.pairs, ledger.effort.components
    assert ledger.record() == before and ledger.effort.pairs == pairs
    ledger.take(hold(*drafts))
    after = ledger.record()
    assert len(after.reports) == 60
    assert ledger.effort.pairs - pairs < pairs / 10
    assert ledger.effort.components - components < components / 10
    kept = {id(entry) for entry in before.statements}
    assert sum(id(entry) in kept for entry in after.statements) >= len(before.statements) - 1
