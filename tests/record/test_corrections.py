"""Corrections: what can be set right, how it is typed, and what stays visible of what the reports gave."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, Entry, Meeting, Position
from pourparler.core.errors import InputError
from pourparler.core.ids import content_id
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind, InstrumentStatus
from pourparler.record.corrections import FIELDS, read_value
from pourparler.record.field_values import typed
from pourparler.record.judging import Signature, make_act
from pourparler.record.view import compute
from tests.record.drafts import geneva_talks, hold

AT = datetime(2025, 6, 1, tzinfo=UTC)


def correct(entry: Entry, field: str, value: str, minute: int = 0) -> tuple[Judgement, ...]:
    signed = Signature("me", AT + timedelta(minutes=minute), "because")
    return make_act(Verdict.CORRECTED, [entry.accounts], signed, field, value)


def after(*acts: tuple[Judgement, ...]) -> CaseRecord:
    return compute(hold(*geneva_talks(), judgements=tuple(one for act in acts for one in act)))


PLAIN = after()


def waiting(record: CaseRecord, name: str) -> Meeting | Position:
    found: tuple[Meeting | Position, ...] = (*record.meetings, *record.positions)
    return next(one for one in found if one.id == name)


def test_a_correction_says_who_when_why_and_what_the_reports_gave() -> None:
    [deal] = PLAIN.instruments
    [again] = after(correct(deal, "kind", "memorandum"), correct(deal, "kind", "document", 1)).instruments
    [made] = again.corrected
    assert (made.field, made.value, made.given, made.by, made.because) == (
        "kind", "document", "agreement", "me", "because",
    )  # fmt: skip
    assert again.evidence == deal.evidence and again.kind == "document"


def test_states_of_an_instrument_keep_the_words_that_tell_them() -> None:
    [deal] = PLAIN.instruments
    [told] = deal.status
    [again] = after(correct(deal, "status", "Proposed 2025-02-01; agreed; signed 2025-03-04")).instruments
    assert [(line.status, line.on) for line in again.status] == [
        (InstrumentStatus.PROPOSED, date(2025, 2, 1)), (InstrumentStatus.AGREED, None),
        (InstrumentStatus.SIGNED, date(2025, 3, 4)),
    ]  # fmt: skip
    assert [line.evidence for line in again.status] == [deal.evidence, told.evidence, deal.evidence]
    [other] = after(correct(deal, "status", "signed 2025-03-04")).instruments
    assert other.status[0].evidence == told.evidence


def test_names_go_by_what_the_record_calls_them() -> None:
    met = next(met for met in PLAIN.meetings if met.people)
    again = next(met for met in after(correct(met, "people", "Lee; Bo Park; Ann Lee")).meetings if met.people)
    assert again.people == ("Ann Lee", "Bo Park")
    led = next(met for met in after(correct(met, "leads", "Norland: Lee")).meetings if met.leads)
    assert led.leads == (("Norland", "Ann Lee"),)


def test_a_meeting_or_a_position_waits_for_the_condition_that_a_person_names() -> None:
    [condition] = PLAIN.conditions
    link = content_id("c", condition.accounts[0].id)
    signed = Signature("me", AT, "because")
    met, position = PLAIN.meetings[0], PLAIN.positions[0]
    entries: tuple[Meeting | Position, ...] = (met, position)
    for entry in entries:
        act = make_act(Verdict.CORRECTED, [[*entry.accounts, *condition.accounts]], signed, "condition", link)
        record = after(act)
        found = waiting(record, entry.id)
        assert found.condition == condition.id and found.corrected[0].given == (entry.condition or "")
        assert record.conditions == PLAIN.conditions
        loose = after(correct(entry, "condition", ""))
        assert waiting(loose, entry.id).condition is None


def test_a_correction_stays_with_the_larger_part_of_what_it_was_made_on() -> None:
    met = next(met for met in PLAIN.meetings if len(met.accounts) > 2)
    *rest, last = met.accounts
    apart = make_act(Verdict.DIFFERENT, [rest, [last]], Signature("me", AT + timedelta(minutes=5)))
    record = after(correct(met, "round", "7"), apart)
    by_account = {account.id: one for one in record.meetings for account in one.accounts}
    assert by_account[rest[0].id].round == 7 and by_account[last.id].round != 7


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("meeting", "agenda", "x", "Choose from: kind, status"),
        ("meeting", "status", "dreamt of", "cancelled, conditional"),
        ("meeting", "when", "3 March", "2025-02-18"),
        ("meeting", "when", "2025-03-05/2025-03-04", "no time"),
        ("meeting", "round", "²", "no number"),
        ("meeting", "leads", "Lee", "PARTY: PERSON"),
        ("meeting", "title", " ", "cannot be empty"),
        ("instrument", "status", "signed 2025-04-31", "no day"),
        ("instrument", "status", "forgotten", "Choose from: agreed"),
        ("statement", "negative", "maybe", "yes or no"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(kind: str, field: str, value: str, words: str) -> None:
    with pytest.raises(InputError, match="(?s)" + words):
        read_value(EntryKind(kind), field, value)


def test_what_an_entry_holds_can_be_typed() -> None:
    kinds = (PLAIN.meetings, PLAIN.statements, PLAIN.positions, PLAIN.conditions, PLAIN.instruments)
    entries: list[Entry] = [entry for these in kinds for entry in these]
    for entry in entries:
        kind = entry.accounts[0].kind
        for field in FIELDS[kind]:
            read_value(kind, field, typed(getattr(entry, field)))


@given(st.lists(st.tuples(st.sampled_from(list(InstrumentStatus)), st.none() | st.dates()), max_size=4))
def test_states_are_written_as_they_are_typed(lines: list[tuple[InstrumentStatus, date | None]]) -> None:
    words = "; ".join(f"{state.value} {on.isoformat()}" if on else state.value for state, on in dict.fromkeys(lines))
    found = read_value(EntryKind.INSTRUMENT, "status", words)
    assert [(line.status, line.on) for line in found] == list(dict.fromkeys(lines))
    assert typed(found) == words
