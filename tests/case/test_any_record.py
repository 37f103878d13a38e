"""What holds of any record: order of reports, words, days, and what is left when something is left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from pourparler.case.conditions.requirement import GoalKind, Value
from pourparler.case.conditions.whatif import Drop, DropKind, Without, leave_out
from pourparler.core.entry import CaseRecord, Entry
from pourparler.record.store import Holdings
from pourparler.record.view import compute
from tests.case.telling import DAYS, FIRST, answers, evidence_in, laid_out, reports
from tests.record.drafts import Draft, hold

seeds = some.integers(0, 100_000)
places = some.integers(0, 100)
few = settings(max_examples=25, deadline=None)


def same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Two records are laid out alike; what differs is named."""
    assert {name for name in one if one[name] != other[name]} == set()


def test_the_records_made_at_random_have_something_of_all() -> None:
    """Else nothing would be shown by what holds of them."""
    found = [laid_out(compute(hold(*reports(seed)))) for seed in range(40)]
    values = {requirement.value for one in found for requirement in one["requirements"]}
    assert values == set(Value)
    assert any(one["deadlocks"] for one in found) and any(one["lives"] for one in found)
    assert any(one["contacts"].edges for one in found) and any(each.edges for one in found for each in one["networks"])
    assert len({standing.state for one in found for standing in one["standings"]}) >= 5
    assert any(goal.kind is GoalKind.INSTRUMENT for one in found for goal in one["goals"].values())


@given(seeds, some.randoms(use_true_random=False))
@few
def test_the_order_in_which_reports_came_changes_nothing(seed: int, random: Random) -> None:
    drafts = reports(seed)
    shuffled = random.sample(drafts, len(drafts))
    same(laid_out(compute(hold(*drafts))), laid_out(compute(hold(*shuffled))))


@given(seeds)
@few
def test_all_words_are_the_words_of_their_report(seed: int) -> None:
    drafts = reports(seed)
    texts = {known: made.text for made in drafts for known in (made.report.id, made.name)}
    found = list(evidence_in(laid_out(compute(hold(*drafts)))))
    assert found
    for evidence in found:
        assert texts[evidence.report][evidence.start : evidence.end] == evidence.text


@given(seeds, some.integers(-1, DAYS))
@few
def test_a_day_is_asked_with_what_was_published_by_then(seed: int, day: int) -> None:
    """As of a day the record is what it would be had the later reports never come, and leads to none of them."""
    drafts, until = reports(seed), FIRST + timedelta(days=day)
    early = [made for made in drafts if made.published is not None and made.published <= until]
    then = laid_out(compute(hold(*drafts), until))
    assert {evidence.report for evidence in evidence_in(then)} <= {
        known for made in early for known in (made.report.id, made.name)
    }
    same(then, laid_out(compute(hold(*early), until)))


def without(drafts: Sequence[Draft], drop: Drop, left: Sequence[Draft]) -> Without:
    """What is left out of a record, having compared it with the record of the reports that are left."""
    found = leave_out(hold(*drafts), drop)
    same(answers(found.after), answers_of(compute(hold(*left))))
    same(laid_out(found.left), laid_out(compute(hold(*left))))
    same(answers(found.before), answers_of(compute(hold(*drafts))))
    return found


def answers_of(record: CaseRecord) -> dict[str, Any]:
    """The answers of a record, from the whole of what is computed of it."""
    whole = laid_out(record)
    return {
        name: whole[name] for name in ("requirements", "goals", "below", "why", "unblock", "block", "deadlocks")
    } | {"burden": whole["burden"]}


@given(seeds, places)
@few
def test_without_a_report_all_is_as_if_it_had_never_come(seed: int, place: int) -> None:
    drafts = reports(seed)
    gone = drafts[place % len(drafts)]
    found = without(drafts, Drop(DropKind.REPORT, gone.name), [made for made in drafts if made is not gone])
    assert found.reports == (gone.name,)


@given(seeds, places)
@few
def test_without_a_source_all_is_as_if_it_had_never_been_read(seed: int, place: int) -> None:
    drafts = reports(seed)
    outlets = sorted({made.outlet for made in drafts if made.outlet})
    assume(outlets)
    outlet = outlets[place % len(outlets)]
    found = without(drafts, Drop(DropKind.SOURCE, outlet), [made for made in drafts if made.outlet != outlet])
    assert set(found.reports) == {made.name for made in drafts if made.outlet == outlet}


def unsaid(holdings: Holdings, accounts: set[str]) -> Holdings:
    """Holdings whose readers did not see these accounts."""
    return replace(holdings, accounts=tuple(account for account in holdings.accounts if account.id not in accounts))


@given(seeds, places)
@few
def test_without_an_entry_all_is_as_if_no_report_told_of_it(seed: int, place: int) -> None:
    """All that is left of the record is the same: the others keep their ids, words, states and answers."""
    holdings = hold(*reports(seed))
    record = compute(holdings)
    entries: list[Entry] = [*record.conditions, *record.positions, *record.instruments]
    assume(entries)
    gone = entries[place % len(entries)]
    found = leave_out(holdings, Drop(DropKind.ENTRY, gone.id))
    never = compute(unsaid(holdings, {account.id for account in gone.accounts}))
    same(answers(found.after), answers_of(never))
    same(laid_out(found.left), laid_out(never))
    for kind in ("meetings", "positions", "conditions", "instruments", "disputes"):
        assert getattr(found.left, kind) == getattr(never, kind), kind
