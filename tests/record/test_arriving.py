"""Judgements from another record: where they belong here, and where they say otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.arriving import arrive, found_again, origin
from pourparler.record.judging import (
    Signature,
    as_one_act,
    join_actors,
    join_issues,
    make_act,
    model_board,
    name_actor,
    name_issue,
    part_actor,
    part_issue,
    suppose,
)
from pourparler.record.opening import open_store
from pourparler.record.view import compute, load_case
from tests.record.drafts import draft, geneva_talks, hold

START = datetime(2025, 6, 1, tzinfo=UTC)
HELD = hold(*geneva_talks())
PEACE = hold(
    draft("7.txt", "2025-03-09", "Norland wants a truce and peace.")
    .stands("Norland wants a truce", "demands", "a truce", "Norland")
    .stands("peace", "demands", "peace", "Norland")
)
RECORD = compute(HELD)


def signed(minute: int, by: str) -> Signature:
    return Signature(by, START + timedelta(minutes=minute), "because")


def issue(words: str, minute: int, by: str) -> tuple[Judgement, ...]:
    return make_act(Verdict.CORRECTED, [RECORD.positions[0].accounts], signed(minute, by), "issue", words)


def test_what_says_otherwise_is_held_back_with_what_it_overrules() -> None:
    mine = issue("an armistice", 5, "me")
    theirs = (*issue("peace", 1, "ann"), *issue("a lasting truce", 2, "ann"))
    found = arrive(theirs, mine, replace(HELD, judgements=mine))
    assert [(one.here, one.coming) for one in found.conflicts] == [(mine[0], theirs[1])]
    assert found.new == () and set(found.held_back) == set(theirs)
    alike = issue("an armistice", 9, "ann")
    assert arrive(alike, mine, replace(HELD, judgements=mine)).new == alike


def test_what_was_settled_here_since_is_no_conflict() -> None:
    one, other = RECORD.meetings
    parts = [one.accounts, other.accounts]
    same, apart = (make_act(v, parts, signed(n, "me")) for n, v in enumerate((Verdict.SAME, Verdict.DIFFERENT)))
    coming = make_act(Verdict.SAME, parts, signed(7, "ann"))
    mine = (*same, *apart)
    assert [c.here for c in arrive(coming, mine, replace(HELD, judgements=mine)).conflicts] == list(apart)
    assert arrive(coming, same, replace(HELD, judgements=same)).conflicts == ()


def test_actors_conflict_too() -> None:
    norland, sudland = (next(a for a in RECORD.actors if a.name == name) for name in ("Norland", "Sudland"))
    joined, parted = join_actors([norland, sudland], signed(1, "me")), part_actor(["Sudland"], signed(2, "ann"))
    assert len(arrive(parted, joined, replace(HELD, judgements=joined)).conflicts) == 1
    named = name_actor(norland, "The North", signed(1, "me"))
    other = name_actor(norland, "North Land", signed(2, "ann"))
    assert len(arrive(other, named, replace(HELD, judgements=named)).conflicts) == 1


def test_issues_and_boards_conflict_too() -> None:
    me, ann = signed(1, "me"), signed(2, "ann")
    pairs = [
        (name_issue(["a truce"], "Truce", me), name_issue(["a truce", "peace"], "Peace", ann)),
        (join_issues([["a truce"], ["peace"]], me), part_issue(["peace"], ann)),
        (part_issue(["peace"], me), join_issues([["a truce"], ["peace"]], ann)),
        (model_board("Talks", "[1]", me), model_board("talks", "[2]", ann)),
        (suppose(("Talks", "h", "Norland"), "1", (), me), suppose(("Talks", "h", "Sudland"), "1", (), ann)),
    ]
    for mine, theirs in pairs:
        held = replace(HELD, judgements=mine, accounts=(*HELD.accounts, *PEACE.accounts))
        assert len(arrive(theirs, mine, held).conflicts) == 1, mine[0].verdict
    for mine, theirs in (
        (name_issue(["a truce"], "Truce", me), name_issue(["peace"], "Peace", ann)),
        (part_issue(["peace"], me), part_issue(["a truce"], ann)),
        (suppose(("Talks", "h", "Norland"), "1", (), me), suppose(("Talks", "i", "Norland"), "2", (), ann)),
    ):
        held = replace(HELD, judgements=mine, accounts=(*HELD.accounts, *PEACE.accounts))
        assert arrive(theirs, mine, held).new == theirs


def test_what_was_taken_back_on_either_side() -> None:
    mine = issue("an armistice", 5, "me")
    back = tuple(replace(one, withdrawn=START) for one in mine)
    found = arrive(back, mine, replace(HELD, judgements=mine))
    assert found.conflicts[0].is_withdrawal and found.new == ()
    assert arrive(mine, back, HELD).taken_back_here == mine
    assert arrive(back, (), HELD).new == back


def test_a_report_is_found_by_id_by_text_and_by_name() -> None:
    act = issue("an armistice", 5, "me")
    reports = {report.id: report for report in HELD.reports}
    mine = reports[act[0].anchors[0].report]
    elsewhere = replace(mine, id="r-here", name="here.txt")
    twin = replace(mine, id="r-twin", name=mine.name)
    assert found_again(act, [origin(mine)], [mine]) == act
    assert found_again(act, [origin(mine)], [elsewhere])[0].anchors[0].report == "r-here"
    assert found_again(act, [origin(mine)], [elsewhere, twin])[0].anchors[0].report == "r-twin"
    assert found_again(act, [origin(mine)], [replace(elsewhere, text="Another text.")]) == act


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_brought_in_in_any_order_the_record_is_the_same(data: Any, tmp_path_factory: Any) -> None:
    bundles = [drawn(data, by, number) for number, by in enumerate(("ann", "bo", "cid"))]
    folder: Path = tmp_path_factory.mktemp("shared")
    first = brought_in(folder / "1.db", bundles)
    assert brought_in(folder / "2.db", data.draw(st.permutations(bundles))) == first


def drawn(data: Any, by: str, offset: int) -> tuple[Judgement, ...]:
    """Up to four judgements of one person, some of which were taken back."""
    entries = [*RECORD.meetings, *RECORD.statements, *RECORD.positions]
    made: list[Judgement] = []
    for number in range(data.draw(st.integers(1, 4))):
        one = data.draw(st.sampled_from(entries))
        like = [entry for entry in entries if type(entry) is type(one)]
        at = signed(data.draw(st.integers(0, 9)) * 3 + offset, by)
        verdict = data.draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.CONFIRMED, Verdict.CORRECTED]))
        parts = [one.accounts]
        if verdict in (Verdict.SAME, Verdict.DIFFERENT):
            parts.append(data.draw(st.sampled_from(like)).accounts)
        correction = ("party", f"party {number} of {by}") if verdict is Verdict.CORRECTED else (None, None)
        act = make_act(verdict, parts, at, *correction)
        back = START if data.draw(st.booleans()) and number else None
        made += [replace(one, withdrawn=back) for one in act]
    return tuple({one.id: one for one in made}.values())


def brought_in(path: Path, bundles: Sequence[tuple[Judgement, ...]]) -> bytes:
    """What a record shows after these judgements came, one person's after the other's, conflicts and all."""
    with open_store(path, create=True) as store:
        store.name_case("geneva")
        for each in geneva_talks():
            each.put(store)
        for bundle in bundles:
            found = arrive(bundle, store.judgements(withdrawn=True), store.holdings())
            store.add_judgements(as_one_act([*found.new, *found.held_back]))
        return case_json(Lookup(load_case(store)))
