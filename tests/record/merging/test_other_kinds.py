"""Statements, positions, conditions and instruments told by several reports."""

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.record.merging.wording import content_words, name_one_thing, telling_words
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)


def record_of(*drafts: Draft) -> CaseRecord:
    return compute(hold(*drafts))


def stance(name: str, stance: str, issue: str, party: str | None = NORLAND) -> Draft:
    return draft(name, "2025-03-01", f"{name}: it wants {issue}").stands(f"it wants {issue}", stance, issue, party)


def paper(name: str, published: str, status: str | None, kind: str = "agreement", **more: object) -> Draft:
    parties = more.pop("parties", BOTH)
    assert isinstance(parties, tuple)
    words = f"the paper on {more['subject']}" if more.get("subject") else "the paper"
    return draft(name, published, f"{name}: {words} lies on the table").papers(words, kind, status, parties, **more)


def test_two_reports_of_one_speech_are_two_statements_and_keep_its_speaker() -> None:
    one = draft("a", "2025-03-01", "Ann Lee said the ice is thin.").names("Ann Lee", party=NORLAND)
    two = draft("b", "2025-03-01", "Lee said the ice is thin.").names("Lee")
    record = record_of(one.says("the ice is thin", "Ann Lee"), two.says("the ice is thin", "Lee"))
    assert [(said.report, said.speaker, said.party) for said in record.statements] == [
        ("a", "Ann Lee", NORLAND),
        ("b", "Ann Lee", NORLAND),
    ]


def test_one_report_may_say_a_thing_twice() -> None:
    each = draft("a", "2025-03-01", "No, she said. No, she said.")
    each.says("No", "Ann Lee").attributions.append(each.attributions[0])
    assert len(record_of(each).statements) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a ceasefire", "an unconditional ceasefire", True),
        ("security guarantees", "long-term security guarantee", True),
        ("NATO membership", "EU membership", False),
        ("the talks", "the peace talks", False),
        ("the fishing deal", "the deal", False),
        ("the release of the crew", "release of all crew members", True),
        ("wages", "pensions", False),
    ],
)
def test_issues_name_one_thing(one: str, other: str, same: bool) -> None:
    assert name_one_thing(content_words(one), content_words(other)) is same
    assert name_one_thing(content_words(other), content_words(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a ceasefire", "an unconditional ceasefire", True),
        ("the release of the crew", "release of all crew members", True),
        ("wages", "pensions", False),
    ],
)
def test_positions_on_one_issue_are_one(one: str, other: str, same: bool) -> None:
    assert len(record_of(stance("a", "demands", one), stance("b", "demands", other)).positions) == (1 if same else 2)


def test_telling_words_leave_out_sorts_and_states() -> None:
    assert telling_words("the U.S.-Russia minerals deal") == {"mineral"}
    assert telling_words("the Ukrainian grain agreement", ("Ann Lee",)) == {"grain"}
    assert telling_words("the agreement") == frozenset()


def test_another_stance_or_party_is_another_position() -> None:
    drafts = (
        stance("a", "demands", "a truce"),
        stance("b", "rejects", "a truce"),
        stance("c", "demands", "a truce", SUDLAND),
        stance("d", "demands", "a truce", None),
        stance("e", "demands", "a truce", None),
    )
    assert len(record_of(*drafts).positions) == 5


def test_a_position_is_as_old_as_the_first_day_on_which_it_was_said() -> None:
    from datetime import date

    each = stance("a", "demands", "a truce").says("it wants a", "Ann Lee", said_on=date(2025, 2, 27))
    undated = stance("b", "demands", "a truce").says("it wants a", "Ann Lee")
    [position] = record_of(each, undated).positions
    assert position.since == date(2025, 2, 27)
    [position] = record_of(undated).positions
    assert position.since is None


def test_a_condition_told_twice_is_one_and_another_requirement_is_another() -> None:
    told = [
        draft(name, "2025-03-01", f"No truce before {need}.").requires(f"before {need}", "a truce", need, NORLAND)
        for name, need in (("a", "the crew's release"), ("b", "release of the crew"), ("c", "lower tariffs"))
    ]
    record = record_of(*told)
    assert [condition.counts.accounts for condition in record.conditions] == [2, 1]


def test_an_instrument_has_a_line_for_each_state_and_day() -> None:
    record = record_of(
        paper("a", "2025-03-01", "drafted", subject="fishing"),
        paper("b", "2025-03-04", "agreed", subject="fishing rights", on="2025-03-03"),
        paper("c", "2025-03-05", "agreed", subject="fishing"),
        paper("d", "2025-03-09", "signed", subject="fishing", on="2025-03-08"),
        paper("e", "2025-03-09", None, subject="fishing"),
    )
    [document] = record.instruments
    assert [(line.on and line.on.isoformat(), line.status) for line in document.status] == [
        (None, InstrumentStatus.DRAFTED),
        ("2025-03-03", InstrumentStatus.AGREED),
        ("2025-03-08", InstrumentStatus.SIGNED),
    ]
    assert len(document.status[1].evidence) == 2 and len(document.evidence) == 5
    assert record.disputes == ()


def test_another_subject_or_other_parties_make_another_instrument() -> None:
    fishing = paper("a", "2025-03-01", "agreed", subject="fishing")
    assert len(record_of(fishing, paper("b", "2025-03-01", "agreed", subject="grain")).instruments) == 2
    mine = paper("c", "2025-03-01", "proposed", subject="fishing", parties=(NORLAND, WESTMARK))
    assert len(record_of(fishing, mine).instruments) == 2
    memo = [paper(n, "2025-03-01", "promised", "memorandum", subject="terms", parties=(n,)) for n in BOTH]
    assert len(record_of(*memo).instruments) == 2


def test_the_deal_without_a_subject_is_the_fresh_one_between_the_same_parties() -> None:
    known = paper("a", "2025-03-01", "agreed", subject="fishing")
    assert len(record_of(known, paper("b", "2025-03-05", "signed", title="the deal")).instruments) == 1
    other = paper("d", "2025-03-05", "signed", title="the deal", parties=(NORLAND, WESTMARK))
    assert len(record_of(known, other).instruments) == 2


def test_exchanges_far_apart_are_two() -> None:
    told = [paper(d, d, "agreed", "exchange", subject="prisoners") for d in ("2025-03-01", "2025-03-04", "2025-06-12")]
    assert sorted(each.counts.accounts for each in record_of(*told).instruments) == [1, 2]


def test_what_was_reached_and_what_is_only_wanted_part_where_they_name_two_things() -> None:
    each = draft("a", "2025-03-05", "They signed a pact on cod. She wants an accord on gas.")
    each.papers("a pact on cod", "agreement", "signed", BOTH, subject="cod", title="pact on cod")
    each.papers("an accord on gas", "agreement", "proposed", BOTH, subject="gas", title="accord on gas", same_as=0)
    assert len(record_of(each).instruments) == 2
