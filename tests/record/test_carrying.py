"""Judgements carried over to another reader's reading: by kind, actor and words, moved a little or not."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.account import Account
from pourparler.core.evidence import Span, cite
from pourparler.core.ids import content_id
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.carrying import MOVED, Carried, carry
from pourparler.record.judging import (
    Signature,
    join_issues,
    make_act,
    model_board,
    name_issue,
    part_actor,
    part_issue,
    suppose,
)
from pourparler.record.store import Holdings
from pourparler.record.view import compute
from tests.record.crowd import crowd
from tests.record.drafts import draft, geneva_talks, hold

SIGNED = Signature("me", datetime(2025, 6, 1, tzinfo=UTC), "because")
TEXT = "Norland demands a truce now. Sudland rejects the truce, its envoy said on Monday."


def read_again(holdings: Holdings, data: Any) -> Holdings:
    """What another reader would have given: every span moved at each end by at most MOVED characters."""
    texts = {report.id: report.text for report in holdings.reports}
    names = {report.id: report.name for report in holdings.reports}

    def moved(account: Account, number: int) -> Account:
        text = texts[account.report]
        places = []
        for place in account.evidence:
            start = max(0, place.start + data.draw(st.integers(-MOVED, MOVED)))
            end = min(len(text), max(start + 1, place.end + data.draw(st.integers(-MOVED, MOVED))))
            places.append(cite(names[account.report], text, Span(min(start, end - 1), end)))
        return replace(account, id=content_id("a", "again", number, account.id), evidence=tuple(places), group=None)

    return replace(holdings, accounts=tuple(moved(one, number) for number, one in enumerate(holdings.accounts)))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_words_moved_by_a_few_characters_are_the_same_words(data: Any) -> None:
    held = hold(*geneva_talks(), *crowd(4))
    judged = data.draw(st.lists(st.sampled_from(held.accounts), min_size=1, max_size=4, unique_by=lambda one: one.id))
    again = read_again(replace(held, accounts=tuple(judged)), data)
    act = make_act(Verdict.REJECTED, [[one] for one in judged], SIGNED)
    carried = carry(replace(again, judgements=act))
    assert carried.lost == ()
    now = {new.id: old for new, old in zip(again.accounts, judged, strict=True)}
    for judgement in carried.judgements:
        [account] = judgement.accounts
        [made] = [one for one in act if one.id == judgement.id]
        old = next(one for one in judged if one.id == made.accounts[0])
        assert (now[account].kind, now[account].report) == (old.kind, old.report)


def judged(*places: tuple[str, str, str]) -> tuple[Judgement, ...]:
    return make_act(Verdict.CONFIRMED, [position(*places).accounts], SIGNED)


def position(*places: tuple[str, str, str]) -> Holdings:
    made = draft("1.txt", "2025-03-01", TEXT)
    for words, stance, party in places:
        made.stands(words, stance, "a truce", party)
    return hold(made)


def test_kind_actor_and_words_must_agree() -> None:
    [judgement] = judged(("Norland demands a truce", "demands", "Norland"))
    wider = position(("Norland demands a truce now.", "demands", "Norland"))
    assert carried(judgement, wider) == [wider.accounts[0].id]
    assert carried(judgement, position(("Norland demands a truce now.", "demands", "Sudland"))) == []
    assert carried(judgement, position(("Norland demands a truce", "demands", "Sudland"))) == []
    assert carried(judgement, position(("Sudland rejects the truce", "rejects", "Norland"))) == []
    said = hold(draft("1.txt", "2025-03-01", TEXT).says("Norland demands a truce", "Norland"))
    assert carried(judgement, said) == []


def test_the_best_overlap_is_taken_and_each_account_once() -> None:
    both = ("Norland demands a truce", "demands", "Norland"), ("demands a truce now", "demands", "Norland")
    [judgement] = judged(*both)
    again = position((both[0][0] + " now", *both[0][1:]), ("a truce now", "demands", "Norland"))
    first, second = again.accounts
    assert carried(judgement, again) == [first.id, second.id]
    alone = position((both[0][0] + " now", *both[0][1:]))
    found = carry(replace(alone, judgements=(judgement,)))
    assert [one.accounts for one in found.judgements] == [(alone.accounts[0].id,)]
    assert [(lost.whole, len(lost.anchors)) for lost in found.lost] == [(False, 1)]


def carried(judgement: Judgement, holdings: Holdings) -> list[str]:
    found = carry(replace(holdings, judgements=(judgement,)))
    assert bool(found.judgements) != any(lost.whole for lost in found.lost)
    return [account for one in found.judgements for account in one.accounts]


def test_different_and_same_hold_when_every_side_is_still_there() -> None:
    held = hold(*geneva_talks())
    one, other = compute(held).meetings
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        [judgement] = make_act(verdict, [one.accounts, other.accounts], SIGNED)
        less = replace(held, accounts=tuple(a for a in held.accounts if a not in one.accounts[1:]))
        found = carry(replace(less, judgements=(judgement,)))
        assert found.judgements[0].sides == ((one.accounts[0].id,), tuple(a.id for a in other.accounts))
        gone = replace(held, accounts=tuple(a for a in held.accounts if a not in other.accounts))
        assert carry(replace(gone, judgements=(judgement,))).lost[0].whole
        record = compute(replace(gone, judgements=(judgement,)))
        assert record.lost == (judgement,) and record.judgements == ()


def test_the_record_of_another_reading_has_the_judgements() -> None:
    """A meeting corrected, one rejected and two positions put together, read again with other spans."""
    first = [draft(f"{n}.txt", f"2025-03-0{n}", TEXT) for n in (1, 2)]
    for each in first:
        each.stands("Norland demands a truce", "demands", "a truce", "Norland")
        each.stands("Sudland rejects the truce", "rejects", "the truce", "Sudland")
        each.meets("said on Monday", "talks", "held", "2025-03-03", parties=("Norland", "Sudland"))
    before = hold(*first)
    record = compute(before)
    demand = next(one for one in record.positions if one.party == "Norland")
    acts = (
        *make_act(Verdict.CORRECTED, [demand.accounts], SIGNED, "issue", "a lasting truce"),
        *make_act(Verdict.REJECTED, [one.accounts for one in record.meetings], SIGNED),
    )
    again = [replace(each, reader="hand 2", positions=[], meetings=[]) for each in first]
    for each in again:
        each.stands("Norland demands a truce now", "demands", "a truce", "Norland")
        each.meets("its envoy said on Monday", "talks", "held", "2025-03-03", parties=("Norland", "Sudland"))
    now = compute(replace(hold(*again), judgements=acts))
    assert [one.issue for one in now.positions] == ["a lasting truce"]
    assert now.positions[0].corrected[0].given == "a truce"
    assert now.meetings == () and now.lost == ()


def test_names_that_no_report_gives_are_listed() -> None:
    judgement = part_actor(["Sudland"], SIGNED)
    held = replace(hold(*geneva_talks()), judgements=judgement)
    assert carry(held) == Carried(judgement, ())
    assert carry(replace(held, wordings=())).lost[0].judgement == judgement[0]


def test_a_decision_on_an_issue_holds_while_one_of_its_phrases_is_given() -> None:
    words = "lengthy talks on the quotas; a truce, an amnesty or a survey"
    made = draft("1.txt", "2025-03-01", f"Norland demands {words}.")
    made.stands("Norland demands lengthy talks on the quotas", "demands", "lengthy talks", "Norland")
    made.stands("a truce, an amnesty or a survey", "demands", "A truce, an amnesty or a survey", "Norland")
    held = hold(made)
    for phrase in ("lengthy talks on the quotas", "AN  amnesty", "a survey", "Lengthy talks"):
        for act in (name_issue(["coal", phrase], "X", SIGNED), join_issues([["coal"], [phrase]], SIGNED)):
            assert carry(replace(held, judgements=act)) == Carried(act, ()), phrase
    for phrase in ("talks about coal", "a surveyor", "Norland", ""):
        [lost] = carry(replace(held, judgements=part_issue([phrase], SIGNED))).lost
        assert lost.whole and lost.anchors == ()


def test_a_title_cut_short_at_its_end_is_given_as_the_record_shows_it() -> None:
    made = draft("1.txt", "2025-03-01", "Norland and Sudland signed a pact on fish in the.")
    made.papers(
        "signed a pact on fish in the", "agreement", "signed", ("Norland", "Sudland"), title="pact on fish in the"
    )
    held = hold(made)
    [pact] = compute(held).instruments
    assert pact.title == "pact on fish"
    act = name_issue([pact.title], "Fish", SIGNED)
    assert carry(replace(held, judgements=act)).lost == ()


def test_a_phrase_that_a_person_set_right_holds() -> None:
    held = position(("Norland demands a truce", "demands", "Norland"))
    act = make_act(Verdict.CORRECTED, [held.accounts], SIGNED, "issue", "an armistice")
    named = name_issue(["an armistice"], "Peace", SIGNED)
    assert carry(replace(held, judgements=named)).judgements == ()
    assert carry(replace(held, judgements=(*act, *named))).lost == ()


def test_a_board_always_holds_and_a_hypothesis_while_one_of_its_accounts_does() -> None:
    both = ("Norland demands a truce", "demands", "Norland"), ("Sudland rejects the truce", "rejects", "Sudland")
    held = position(*both)
    board, assumed = model_board("Talks", "{}", SIGNED), suppose(("Talks", "h", "Norland"), "1", (), SIGNED)
    grounded = suppose(("Talks", "i", "Norland"), "1 > 2", held.accounts, SIGNED, "condition")
    acts = (*board, *assumed, *grounded)
    assert carry(replace(held, judgements=acts)) == Carried(acts, ())
    again = position(("Norland demands a truce now", "demands", "Norland"))
    found = carry(replace(again, judgements=acts))
    assert [one.accounts for one in found.judgements] == [(), (), (again.accounts[0].id,)]
    assert found.judgements[2].value == "1 > 2"
    [lost] = found.lost
    assert not lost.whole and [one.account for one in lost.anchors] == [held.accounts[1].id]
    gone = carry(replace(held, accounts=(), judgements=acts))
    assert gone.judgements == (*board, *assumed) and [(one.judgement, one.whole) for one in gone.lost] == [
        (grounded[0], True)
    ]


@pytest.mark.parametrize("kind", list(EntryKind))
def test_a_judgement_of_today_is_untouched(kind: EntryKind) -> None:
    held = hold(*geneva_talks())
    accounts = [one for one in held.accounts if one.kind is kind]
    act = make_act(Verdict.SAME, [[one] for one in accounts], SIGNED) if len(accounts) > 1 else ()
    assert carry(replace(held, judgements=act)) == Carried(act, ())
