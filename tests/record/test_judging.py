"""Judgements in the making: acts with anchors, what is said already, and what they do to the record."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, Entry
from pourparler.core.judgement import OF_BOARDS, OF_ISSUES, Judgement, Verdict
from pourparler.record.judging import (
    Signature,
    join_actors,
    join_issues,
    make_act,
    model_board,
    name_actor,
    name_issue,
    part_actor,
    part_issue,
    sign,
    suppose,
)
from pourparler.record.opposing import new_only, said_already
from pourparler.record.reviewing.queue import queue
from pourparler.record.store import Holdings
from pourparler.record.view import compute
from tests.record.crowd import crowd
from tests.record.drafts import geneva_talks, hold

START = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)


def signed(minutes: int = 0, by: str = "me") -> Signature:
    return Signature(by, START + timedelta(minutes=minutes), "because")


def after(holdings: Holdings, *acts: tuple[Judgement, ...]) -> CaseRecord:
    judgements = sorted((one for act in acts for one in act), key=lambda one: (one.at, one.id))
    return compute(replace(holdings, judgements=(*holdings.judgements, *judgements)))


def test_an_act_is_one_moment_and_knows_what_was_judged() -> None:
    record = compute(hold(*geneva_talks()))
    act = make_act(Verdict.CONFIRMED, [one.accounts for one in record.statements], signed())
    assert len(act) == len(record.statements) and len({one.act for one in act}) == 1
    for judgement in act:
        assert [one.account for one in judgement.anchors] == list(judgement.accounts)
        for anchor in judgement.anchors:
            report = next(view.report for view in record.reports if view.report.id == anchor.report)
            assert report.text[anchor.start : anchor.end] == anchor.text
    [said, *_] = after(hold(*geneva_talks()), act).statements
    assert [(one.by, one.at, one.because) for one in said.confirmed] == [("me", START, "because")]


def test_a_new_signature_is_later_than_everything_before() -> None:
    ahead = Judgement("j1", Verdict.CONFIRMED, ("a",), "them", datetime(2999, 1, 1, tzinfo=UTC), "")
    assert sign("me", "", [ahead]).at > ahead.at
    assert sign("me", "", []).at <= datetime.now(UTC)


def test_same_puts_together_and_different_parts_whole_entries() -> None:
    holdings = hold(*geneva_talks())
    plain = compute(holdings)
    one, other = plain.meetings
    together = make_act(Verdict.SAME, [one.accounts, other.accounts], signed())
    assert len(after(holdings, together).meetings) == 1
    apart = make_act(Verdict.DIFFERENT, [one.accounts, other.accounts], signed(1))
    record = after(holdings, together, apart)
    assert [met.accounts for met in record.meetings] == [met.accounts for met in plain.meetings]
    assert make_act(Verdict.DIFFERENT, [one.accounts, other.accounts], signed())[0].sides == (
        tuple(account.id for account in one.accounts), tuple(account.id for account in other.accounts),
    )  # fmt: skip


def test_the_same_is_said_once() -> None:
    holdings = hold(*geneva_talks())
    one, other = compute(holdings).meetings
    same = make_act(Verdict.SAME, [one.accounts, other.accounts], signed())
    again = make_act(Verdict.SAME, [other.accounts[:1], one.accounts[:1]], signed(5, "them"))
    assert new_only(again, same) == ()
    different = make_act(Verdict.DIFFERENT, [one.accounts, other.accounts], signed(1))
    assert new_only(different, same) == different
    assert new_only(again, (*same, *different)) == again
    assert said_already(make_act(Verdict.DIFFERENT, [other.accounts, one.accounts], signed(2))[0], different)
    confirmed = make_act(Verdict.CONFIRMED, [one.accounts], signed())
    assert new_only(make_act(Verdict.CONFIRMED, [one.accounts], signed(1)), confirmed) == ()
    assert new_only(make_act(Verdict.CONFIRMED, [one.accounts], signed(1, "them")), confirmed)
    corrected = make_act(Verdict.CORRECTED, [one.accounts], signed(), "round", "2")
    assert new_only(make_act(Verdict.CORRECTED, [one.accounts], signed(1), "round", "2"), corrected) == ()
    assert new_only(make_act(Verdict.CORRECTED, [one.accounts], signed(1), "round", "3"), corrected)


def test_the_same_of_actors_is_said_once() -> None:
    record = compute(hold(*geneva_talks()))
    norland, sudland = (next(a for a in record.actors if a.name == name) for name in ("Norland", "Sudland"))
    assert new_only(name_actor(norland, "The North", signed(1)), name_actor(norland, "The North", signed())) == ()
    assert new_only(name_actor(norland, "North", signed(1)), name_actor(norland, "The North", signed()))
    joined = join_actors([norland, sudland], signed())
    assert new_only(join_actors([sudland, norland], signed(1)), joined) == ()
    parted = part_actor(["Sudland"], signed(1))
    assert new_only(parted, joined) == parted and new_only(parted, (*joined, *parted)) == ()
    assert new_only(joined, (*joined, *parted)) == joined


def test_the_same_of_issues_and_boards_is_said_once() -> None:
    named = name_issue(["a truce", "the truce"], "Truce", signed())
    assert new_only(name_issue(["the truce"], "Truce", signed(1, "them")), named) == ()
    assert new_only(name_issue(["the truce", "peace"], "Truce", signed(1)), named)
    assert new_only(name_issue(["the truce"], "Peace", signed(1)), named)
    joined = join_issues([["a truce"], ["peace", "calm"]], signed())
    assert joined[0].sides == (("a truce",), ("peace", "calm"))
    assert new_only(join_issues([["peace"], ["a truce"]], signed(1)), joined) == ()
    parted = part_issue(["calm"], signed(1))
    assert new_only(parted, joined) == parted and new_only(parted, (*joined, *parted)) == ()
    assert new_only(joined, (*joined, *parted)) == joined
    board = model_board("Talks", "{}", signed())
    assert new_only(model_board("Talks", "{}", signed(1)), board) == ()
    assert new_only(model_board("Talks", "[]", signed(1)), board)
    about = ("Talks", "keeps out", "Norland")
    accounts = compute(hold(*geneva_talks())).meetings[0].accounts
    supposed = suppose(about, "1 > 2", accounts, signed())
    assert new_only(suppose(about, "1 > 2", accounts[::-1], signed(1, "them")), supposed) == ()
    for other in (
        suppose(about, "2 > 1", accounts, signed(1)),
        suppose(about, "1 > 2", (), signed(1)),
        suppose(about, "1 > 2", accounts, signed(1), "hard"),
        suppose((*about[:2], "Sudland"), "1 > 2", accounts, signed(1)),
        suppose(about, "1 > 2", accounts, replace(signed(1), because="another reason")),
    ):
        assert new_only(other, supposed) == other


def test_a_hypothesis_decides_nothing_about_the_entries_it_rests_on() -> None:
    holdings = hold(*geneva_talks())
    plain = compute(holdings)
    met = plain.meetings[0]
    record = after(holdings, suppose(("Talks", "h", "Norland"), "1", met.accounts, signed()))
    assert replace(record, judgements=(), version=plain.version) == plain
    assert queue(record) == queue(plain)


def entries_of(record: CaseRecord) -> list[Entry]:
    return [*record.meetings, *record.statements, *record.positions, *record.conditions, *record.instruments]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_random_judgements_give_the_same_in_any_order_and_leave_no_trace(data: Any) -> None:
    holdings = hold(*geneva_talks(), *crowd(6))
    before = compute(holdings)
    acts: list[tuple[Judgement, ...]] = []
    for number in range(data.draw(st.integers(1, 6))):
        record = after(holdings, *acts)
        entries = entries_of(record)
        if not entries:
            break
        one = data.draw(st.sampled_from(entries))
        like = [entry for entry in entries if type(entry) is type(one)]
        verdict = data.draw(st.sampled_from(list(Verdict)))
        acts.append(_drawn(data, verdict, one, like, record, number))
    record = after(holdings, *acts)
    assert after(holdings, *data.draw(st.permutations(acts))) == record
    ids = [entry.id for entry in entries_of(record)] + [actor.id for actor in record.actors]
    assert len(ids) == len(set(ids))
    assert compute(holdings) == before


def _drawn(
    data: Any, verdict: Verdict, one: Entry, like: list[Entry], record: CaseRecord, number: int
) -> tuple[Judgement, ...]:
    at = signed(number)
    if verdict in (Verdict.SAME, Verdict.DIFFERENT):
        return make_act(verdict, [one.accounts, data.draw(st.sampled_from(like)).accounts], at)
    if verdict in (Verdict.CONFIRMED, Verdict.REJECTED):
        return make_act(verdict, [one.accounts], at)
    if verdict is Verdict.CORRECTED:
        return make_act(verdict, [one.accounts], at, *data.draw(st.sampled_from([("party", "X"), ("round", "7")])))
    if verdict in OF_ISSUES | OF_BOARDS:
        return _drawn_of_system(data, verdict, one, at)
    actors = [data.draw(st.sampled_from(record.actors)) for _ in range(2)]
    if verdict is Verdict.NAMED:
        return name_actor(actors[0], data.draw(st.sampled_from(["Ann Lee", "Norland", "Nobody"])), at)
    if verdict is Verdict.JOINED:
        return join_actors(actors, at)
    return part_actor(data.draw(st.lists(st.sampled_from(actors[0].names), min_size=1, unique=True)), at)


def _drawn_of_system(data: Any, verdict: Verdict, one: Entry, at: Signature) -> tuple[Judgement, ...]:
    phrases = data.draw(st.lists(st.sampled_from(["a truce", "the truce", "the harbour"]), min_size=2, unique=True))
    match verdict:
        case Verdict.ISSUE_NAMED:
            return name_issue(phrases, "Peace", at)
        case Verdict.ISSUES_JOINED:
            return join_issues([[phrase] for phrase in phrases], at)
        case Verdict.ISSUE_PARTED:
            return part_issue(phrases[:1], at)
        case Verdict.MODELLED:
            return model_board("talks", '{"options":[]}', at)
    return suppose(("talks", "keeps out", "Norland"), "a > b", data.draw(st.sampled_from([(), one.accounts])), at)
