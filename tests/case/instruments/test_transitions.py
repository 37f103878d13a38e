"""The table of states: what it allows, on what grounds, and by which way."""

from itertools import pairwise
from pathlib import Path

import pytest

from pourparler.case.instruments.transitions import ASKS, Asks, between, stage_of, transitions
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus

S = InstrumentStatus
ALL = [(kind, before, after) for kind in InstrumentKind for before in S for after in S]


def test_every_state_asks_for_something_and_every_transition_has_a_ground() -> None:
    assert set(ASKS) == set(S)
    assert ASKS[S.AGREED] is Asks.ALL_SIDES and ASKS[S.SIGNED] is Asks.ACT_SEEN
    for kind in InstrumentKind:
        for (before, after), step in transitions(kind).items():
            assert (step.before, step.after) == (before, after) and before is not after and step.because


def test_no_transition_goes_back_except_from_what_fell() -> None:
    for kind in InstrumentKind:
        for before, after in transitions(kind):
            came, goes = stage_of(before), stage_of(after)
            if kind in (InstrumentKind.EXCHANGE, InstrumentKind.DOCUMENT) and after is S.HANDED_OVER:
                continue
            if came is None or goes is None or goes >= came:
                continue
            assert (before, after) in {
                (S.FRAMEWORK_AGREED, S.UNDER_NEGOTIATION), (S.FRAMEWORK_AGREED, S.DRAFTED),
                (S.FRAMEWORK_AGREED, S.HANDED_OVER), (S.SUBJECT_TO_RATIFICATION, S.TO_BE_SIGNED),
                (S.RATIFIED, S.TO_BE_SIGNED), (S.RATIFIED, S.SIGNED), (S.RATIFIED, S.SUBJECT_TO_RATIFICATION),
            }  # fmt: skip


def test_the_table_stands_still() -> None:
    table = transitions(InstrumentKind.AGREEMENT)
    with pytest.raises(TypeError):
        table[S.PROPOSED, S.IN_FORCE] = next(iter(table.values()))  # type: ignore[index]


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (S.PROPOSED, S.IN_FORCE, (S.AGREED,)),
        (S.PROPOSED, S.SIGNED, (S.AGREED,)),
        (S.TO_BE_SIGNED, S.IN_FORCE, (S.SIGNED,)),
        (S.FRAMEWORK_AGREED, S.RATIFIED, (S.AGREED,)),
        (S.COLLAPSED, S.SIGNED, (S.AGREED,)),
        (S.PROPOSED, S.AGREED, ()),
        (S.IN_FORCE, S.PROPOSED, ()),
    ],
)
def test_the_shortest_way_between_two_states(before: S, after: S, way: tuple[S, ...]) -> None:
    assert between(InstrumentKind.AGREEMENT, before, after) == way


def test_every_way_is_made_of_transitions() -> None:
    for kind, before, after in ALL:
        way = (before, *between(kind, before, after), after)
        if len(way) > 2:
            assert all(step in transitions(kind) for step in pairwise(way))


def test_what_one_kind_allows_is_not_allowed_to_all() -> None:
    assert (S.PROPOSED, S.IN_FORCE) in transitions(InstrumentKind.CEASEFIRE)
    assert (S.PROPOSED, S.IN_FORCE) not in transitions(InstrumentKind.AGREEMENT)
    assert (S.AGREED, S.HANDED_OVER) in transitions(InstrumentKind.EXCHANGE)


def test_the_page_shows_the_table_as_it_is() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "instruments.md").read_text(encoding="utf-8")
    table = transitions(InstrumentKind.AGREEMENT)
    for state in S:
        follow = ", ".join(after for after in S if (state, after) in table)
        assert f"| {state} | {ASKS[state]} | {follow} |" in page
