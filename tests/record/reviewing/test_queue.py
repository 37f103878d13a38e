"""The queue: what is asked, why, in which order, and that nothing settled is asked."""

import random
from dataclasses import replace

import pytest

from pourparler.core.account import Account
from pourparler.core.entry import Ask, CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.judging import make_act, sign
from pourparler.record.reviewing.answering import act_of
from pourparler.record.reviewing.question import Asked, Question, Why
from pourparler.record.reviewing.queue import queue
from pourparler.record.reviewing.settled import Settled
from pourparler.record.view import compute
from tests.record.drafts import draft, geneva_talks, hold
from tests.record.reviewing.quay import LATER, SIDES, UNION, quay_record, quay_talks


def accounts_of(record: CaseRecord) -> dict[str, Account]:
    """Accounts of a record by id."""
    lists = (record.meetings, record.statements, record.positions, record.conditions, record.instruments)
    return {account.id: account for entries in lists for entry in entries for account in entry.accounts}


def answered(record: CaseRecord, question: Question, yes: bool) -> tuple[Judgement, ...]:
    """The act of an answer."""
    return act_of(question, yes, accounts_of(record), sign("ann", "", record.judgements))


def asked(record: CaseRecord) -> list[tuple[Asked, EntryKind]]:
    """What is asked of which kind, in the order of the queue."""
    return [(question.asked, question.kind) for question in queue(record)]


def test_the_hardest_come_first() -> None:
    found = asked(quay_record())
    assert found[:4] == [
        (Asked.PAIR, EntryKind.MEETING),
        (Asked.DISPUTE, EntryKind.INSTRUMENT),
        (Asked.DISPUTE, EntryKind.MEETING),
        (Asked.ENTRY, EntryKind.MEETING),
    ]
    assert len(found) == 8 and {each for each, _ in found[3:]} == {Asked.ENTRY}
    first = queue(quay_record())[3]
    assert {reason.why for reason in first.reasons} == {Why.HEDGED, Why.ANONYMOUS, Why.SINGLE}
    assert next(reason.detail for reason in first.reasons if reason.why is Why.HEDGED) == "may"


def test_pairs_are_asked_by_how_near_the_merge_was_to_deciding_otherwise() -> None:
    record = quay_record()
    met, other = (meeting for meeting in record.meetings if meeting.parties != (UNION,))
    near = Ask(met.id, other.id, EntryKind.MEETING, -0.1, ("the same parties",),
               (met.accounts[0].id, other.accounts[0].id))  # fmt: skip
    pairs = [q for q in queue(replace(record, asks=(*record.asks, near))) if q.asked is Asked.PAIR]
    assert [pair.reasons[0].score for pair in pairs] == [-0.1, -0.5]
    assert pairs[0].entries == (met.id, other.id) and pairs[0].reasons[0].traits == ("the same parties",)


def test_a_join_in_doubt_shows_the_two_accounts() -> None:
    record = quay_record()
    met = next(meeting for meeting in record.meetings if len(meeting.accounts) == 2)
    one, other = (account.id for account in met.accounts)
    join = Ask(met.id, met.id, EntryKind.MEETING, 0.2, (), (one, other))
    question = queue(replace(record, asks=(join,)))[0]
    assert question.asked is Asked.JOIN and question.entries == (met.id,)
    assert [side.accounts for side in question.sides] == [(one,), (other,)]
    parted = answered(record, question, yes=False)
    record = compute(hold(*quay_talks(), judgements=parted))
    assert all(len(meeting.accounts) == 1 for meeting in record.meetings)
    assert Settled(parted).holds(question)


def test_a_question_has_the_exact_words_with_outlet_and_day() -> None:
    texts = {each.name: each.text for each in quay_talks()}
    for question in queue(quay_record()):
        assert question.sides and question.reasons and question.accounts
        for side in question.sides:
            for passage in side.passages:
                words = passage.words
                assert texts[words.report][words.start : words.end] == words.text
                assert (passage.outlet, str(passage.published)) in [
                    ("Harbour Wire", "2025-03-11"),
                    ("Quay Daily", "2025-03-11"),
                ]


def test_what_more_reports_tell_apart_from_each_other_is_not_asked() -> None:
    record = compute(hold(*geneva_talks()))
    talks = next(meeting for meeting in record.meetings if meeting.counts.sources > 1)
    assert talks.id not in {entry for question in queue(record) for entry in question.entries}


def test_the_queue_is_the_same_in_any_order_of_arrival() -> None:
    whole = queue(quay_record())
    drafts = quay_talks()
    random.Random(3).shuffle(drafts)
    again = compute(hold(*reversed(drafts)))
    assert queue(replace(again, asks=quay_record().asks)) == whole


@pytest.mark.parametrize("yes", [True, False])
def test_what_is_answered_is_not_asked_again(yes: bool) -> None:
    judgements: tuple[Judgement, ...] = ()
    for _ in range(20):
        record = quay_record(*judgements)
        questions = queue(record)
        if not questions:
            break
        judgements += answered(record, questions[0], yes)
        left = {question.id for question in queue(quay_record(*judgements))}
        assert questions[0].id not in left
    assert not queue(quay_record(*judgements))


def test_a_dispute_that_is_none_goes_and_comes_back_with_a_new_reading() -> None:
    record = quay_record()
    question = next(q for q in queue(record) if q.asked is Asked.DISPUTE and q.kind is EntryKind.MEETING)
    none = answered(record, question, yes=False)
    assert none[0].verdict is Verdict.REJECTED and none[0].field == "when"
    quiet = quay_record(*none)
    assert [dispute.field for dispute in quiet.disputes] == ["status"]
    assert quiet.meetings == record.meetings, "the entry itself stays"
    drafts = quay_talks()
    third = draft("c.txt", "2025-03-11", LATER.replace("Sunday", "Saturday"), "Third")
    third.meets("was held in Oldhaven", "talks", "held", "2025-03-08", place=("Oldhaven",), round=1, parties=SIDES)
    loud = compute(hold(*drafts, third, judgements=none))
    assert "when" in [dispute.field for dispute in loud.disputes]
    assert any(q.asked is Asked.DISPUTE and q.field == "when" for q in queue(loud))


def test_a_dispute_that_is_one_stays_and_is_not_asked_again() -> None:
    record = quay_record()
    question = next(q for q in queue(record) if q.asked is Asked.DISPUTE)
    kept = quay_record(*answered(record, question, yes=True))
    assert kept.disputes == record.disputes and not any(meeting.confirmed for meeting in kept.meetings)
    assert question.id not in {q.id for q in queue(kept)}


def test_a_corrected_field_settles_its_dispute() -> None:
    record = quay_record()
    talks = next(meeting for meeting in record.meetings if meeting.round == 1)
    right = make_act(Verdict.CORRECTED, [talks.accounts], sign("ann", "", ()), "when", "2025-03-09")
    assert "when" not in {question.field for question in queue(quay_record(*right))}
