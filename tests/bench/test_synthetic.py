"""Synthetic negotiations: the same for the same seed, every span in its place, the truth of every account known."""

from collections import Counter
from collections.abc import Iterable

import pytest

from bench.synthetic.assembling import Told
from bench.synthetic.holding import hold
from bench.synthetic.press import Plan, tell
from bench.synthetic.scoring import ALL, Pairs, entries_of, score
from pourparler.core.account import Account
from pourparler.core.moment import Precision
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import ActorKind, EntryKind, MeetingKind, MeetingStatus
from pourparler.record.view import compute
from pourparler.text.gazetteer import fold, load_gazetteer

PLAN = Plan(accounts=600, strands=2)
REPORTS = tuple(tell(PLAN))


def of_kind(reports: Iterable[Told], kind: EntryKind) -> list[Account]:
    return [account for told in reports for account in told.accounts.accounts if account.kind is kind]


def test_the_same_plan_gives_the_same_reports_and_another_seed_gives_others() -> None:
    assert tuple(tell(PLAN)) == REPORTS
    others = tuple(tell(Plan(accounts=600, strands=2, seed=2)))
    assert {told.report.text for told in others}.isdisjoint(told.report.text for told in REPORTS)


def test_a_longer_record_begins_with_the_shorter() -> None:
    longer = tuple(tell(Plan(accounts=900, strands=2)))
    assert len(longer) > len(REPORTS)
    assert longer[: len(REPORTS)] == REPORTS


def test_reports_come_by_day_and_name_and_no_two_have_one_name_or_id() -> None:
    order = [told.report.name for told in REPORTS]
    assert order == sorted(order)
    assert all(told.report.name.startswith(f"{told.report.published}/") for told in REPORTS)
    assert len({told.report.name for told in REPORTS}) == len({told.report.id for told in REPORTS}) == len(REPORTS)


def test_every_word_of_evidence_stands_where_it_is_said_to_stand() -> None:
    for told in REPORTS:
        for account in told.accounts.accounts:
            for evidence in (*account.evidence, *(each.evidence for each in account.support)):
                assert told.report.text[evidence.start : evidence.end] == evidence.text
        for mention in told.reading.mentions:
            assert mention.span.of(told.report.text) in mention.name or mention.kind is not ActorKind.PERSON


def test_every_account_is_of_one_truth_of_its_kind() -> None:
    for told in REPORTS:
        assert told.truth.keys() == {account.id for account in told.accounts.accounts}
        assert all(told.truth[account.id].startswith(account.kind.value) for account in told.accounts.accounts)


def test_reports_are_as_dense_as_asked_for() -> None:
    for density in (5.0, 8.0, 30.0):
        reports = tuple(tell(Plan(accounts=1200, strands=2, density=density)))
        accounts = sum(len(told.accounts.accounts) for told in reports)
        assert 0.8 * density < accounts / len(reports) < 1.3 * density


def test_invented_sides_are_known_to_no_gazetteer() -> None:
    world = load_gazetteer()
    names = {m.name for told in REPORTS for m in told.reading.mentions if m.kind is not ActorKind.PERSON}
    assert names
    assert not [name for name in names if fold(name) in world.states or fold(name) in world.organisations]


def test_what_the_docstring_says_is_varied_is_there() -> None:
    reports = tuple(tell(Plan(accounts=5000, strands=3, wrong=0.2)))
    meetings = [a.fields for a in of_kind(reports, EntryKind.MEETING) if isinstance(a.fields, MeetingFrame)]
    assert {frame.status for frame in meetings} == set(MeetingStatus)
    assert {frame.when.precision for frame in meetings if frame.when} >= {
        Precision.DAY,
        Precision.WEEK,
        Precision.MONTH,
    }
    assert any(frame.when is None for frame in meetings)
    assert any(len(frame.parties) == 1 for frame in meetings)
    assert {MeetingKind.CALL, MeetingKind.TALKS, MeetingKind.SUMMIT} <= {frame.kind for frame in meetings}
    assert {wrong.field for told in reports for wrong in told.wrong} == {"when", "place"}
    record = compute(hold(reports).holdings)
    assert sum(view.copies_of is not None for view in record.reports) > len(reports) / 20
    forms = Counter(m.span.of(t.report.text) == m.name for t in reports for m in t.reading.mentions)
    assert min(forms[True], forms[False]) > 100


def test_the_merge_finds_the_truth_of_a_small_record() -> None:
    """A few hundred accounts; the figures of ten thousand and more are held by `python -m bench check`."""
    synthetic = hold(REPORTS)
    found = score(compute(synthetic.holdings), synthetic.truth)
    assert found[ALL].there > 500
    assert found[ALL].precision >= 0.98
    assert found[ALL].recall >= 0.95


def test_pairs_are_counted_by_truth_and_entry() -> None:
    synthetic = hold(REPORTS[:20])
    record = compute(synthetic.holdings)
    every = {account.id: "one" for entry in entries_of(record) for account in entry.accounts}
    apart = {account: account for account in every}
    assert score(record, every)[ALL].precision == 1
    assert score(record, apart)[ALL].right == 0
    assert score(record, apart)[ALL].there == 0


@pytest.mark.parametrize(("pairs", "precision", "recall"), [(Pairs(), 1.0, 1.0), (Pairs(1, 2, 4), 0.5, 0.25)])
def test_precision_and_recall_of_pairs(pairs: Pairs, precision: float, recall: float) -> None:
    assert (pairs.precision, pairs.recall) == (precision, recall)
