"""Disputes that people have judged."""

from datetime import UTC, datetime

from pourparler.core.judgement import Verdict
from pourparler.record.contradictions.judged import covers, readings_judged
from pourparler.record.judging import Signature, make_act
from pourparler.record.opposing import new_only
from tests.record.reviewing.quay import quay_record

SIGNED = Signature("ann", datetime(2025, 3, 1, tzinfo=UTC))


def test_a_judgement_covers_the_readings_it_names_and_fewer() -> None:
    assert covers("1 ≠ 2 ≠ 3", "3 ≠ 1")
    assert not covers("1 ≠ 2", "1 ≠ 3")
    assert not covers(None, "1 ≠ 2")


def test_readings_are_named_in_one_order() -> None:
    disputes = {dispute.field: dispute for dispute in quay_record().disputes}
    assert readings_judged(disputes["when"]) == "2025-03-09 ≠ 2025-03-10"


def test_a_dispute_rejected_and_its_entry_rejected_are_two_things() -> None:
    record = quay_record()
    talks = next(meeting for meeting in record.meetings if meeting.round == 1)
    readings = readings_judged(next(dispute for dispute in record.disputes if dispute.field == "when"))
    none = make_act(Verdict.REJECTED, [talks.accounts], SIGNED, "when", readings)
    assert talks.id in {meeting.id for meeting in quay_record(*none).meetings}
    out = make_act(Verdict.REJECTED, [talks.accounts], SIGNED)
    assert new_only(out, none) == out, "the one does not say the other"
    assert talks.id not in {meeting.id for meeting in quay_record(*none, *out).meetings}
