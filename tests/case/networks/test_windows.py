"""Windows over days of the calendar and over events."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.case.networks.duplicates import Duplicates, once
from pourparler.case.networks.referrals import Coding, LeftOut, refer
from pourparler.case.networks.ties import Isolates, Rules, Tie, tie
from pourparler.case.networks.windows import Span, Unit, spans, windows, within
from pourparler.core.errors import InputError
from pourparler.core.vocabulary import Stance
from tests.case.networks.grove import AGAINST, DAYS, FOR, ONLY_IF, TABLE, record, says

MARCH = [date(2025, 3, day) for day in (3, 3, 5, 12, 31)]


def ends(unit: Unit, size: int) -> list[tuple[str, str]]:
    return [(span.first.isoformat()[5:], span.last.isoformat()[5:]) for span in spans(MARCH, unit, size)]


def test_calendar_windows_move_by_one_unit() -> None:
    assert ends(Unit.MONTHS, 1) == [("03-01", "03-31")]
    assert ends(Unit.MONTHS, 3) == [("03-01", "05-31")]
    assert ends(Unit.WEEKS, 4) == [("03-03", "03-30"), ("03-10", "04-06")]
    assert ends(Unit.DAYS, 28) == [("03-03", "03-30"), ("03-04", "03-31")]
    assert ends(Unit.YEARS, 1) == [("01-01", "12-31")]


def test_windows_of_events_take_in_all_of_their_first_and_last_day() -> None:
    assert ends(Unit.EVENTS, 2) == [("03-03", "03-03"), ("03-03", "03-05"), ("03-05", "03-12"), ("03-12", "03-31")]
    assert ends(Unit.EVENTS, 9) == [("03-03", "03-31")]
    assert ends(Unit.EVENTS, 1) == [("03-03", "03-03"), ("03-05", "03-05"), ("03-12", "03-12"), ("03-31", "03-31")]


def test_what_cannot_be_a_window_is_refused_with_the_reason() -> None:
    with pytest.raises(InputError, match="holds nothing"):
        spans(MARCH, Unit.DAYS, 0)
    with pytest.raises(InputError, match="coarser"):
        spans([date(1900, 1, 1), date(2025, 1, 1)], Unit.DAYS, 7)
    assert spans([], Unit.WEEKS, 1) == ()


def test_the_ends_of_the_calendar() -> None:
    for unit in Unit:
        assert spans([date.max], unit, 2)[0].last == date.max
        assert spans([date.min], unit, 1)[0].first == date.min


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 400), min_size=1, max_size=30), st.sampled_from(list(Unit)), st.integers(1, 12)
)  # fmt: skip
def test_every_day_is_in_a_window_and_windows_go_forward(days: list[int], unit: Unit, size: int) -> None:
    told = [date(2024, 1, 1) + timedelta(day) for day in days]
    found = spans(told, unit, size)
    assert all(any(span.holds(day) for span in found) for day in told)
    assert list(found) == sorted(found, key=lambda span: (span.first, span.last)) and len(set(found)) == len(found)
    if unit is Unit.EVENTS:
        assert all(sum(span.holds(day) for day in told) >= min(size, len(told)) for span in found)


def test_networks_of_windows_have_the_same_actors_and_say_what_has_no_day() -> None:
    months = windows(refer(TABLE), Unit.MONTHS, 1)
    assert len(months) == 14
    march, april = (tie(told, Tie.CONGRUENCE, Rules(isolates=Isolates.ALL)) for _, told in months[:2])
    assert [node.name for node in march.nodes] == [node.name for node in april.nodes]
    assert [(edge.one, edge.other, edge.weight) for edge in march.edges] == [("Ash", "Birch", 5), ("Cedar", "Elm", 2)]
    assert april.edges == () and march.left_out == ((LeftOut.CONDITIONAL, 1), (LeftOut.NO_DAY, 3))


def test_duplicates_let_go_outside_a_window_are_no_sources_in_it() -> None:
    kept = once(refer(TABLE), Duplicates.RANGE)
    cut = within(kept, Span(date(2025, 3, 1), date(2025, 3, 31)))
    (ash,) = (one for one in cut.kept if (one.actor, one.concept) == ("Ash", "ceasefire"))
    assert [one.account.report for one in ash.repeated] == ["r1", "r2", "r3"]


BY_MONTH = {
    "2025-03-01": ({"AB": 4 + 1, "CE": 2}, {"AC": 4 * 2, "BC": 1 * 2}),
    "2025-04-01": ({}, {"AB": 1 * 1}),
    "2026-04-01": ({}, {}),
}
"""Congruence and conflict of the table in each month in which anything is said, worked out by hand. In March 2025 Ash
is four times for the ceasefire and once against the grain, Birch once each, Cedar twice against the ceasefire and once
for the port, Elm twice for it; in April Ash is for the ceasefire and Birch against it, Oak against the port."""


def test_the_table_by_hand_in_every_month() -> None:
    for span, told in windows(refer(TABLE), Unit.MONTHS, 1):
        found = tuple(
            {edge.one[0] + edge.other[0]: edge.weight for edge in tie(told, how).edges}
            for how in (Tie.CONGRUENCE, Tie.CONFLICT)
        )
        assert found == BY_MONTH.get(span.first.isoformat(), ({}, {})), span


SAYINGS = st.lists(
    st.tuples(
        st.sampled_from(["Ash", "Birch", "Cedar", "Elm"]),
        st.sampled_from(["fish", "grain", "port"]),
        st.sampled_from([FOR, AGAINST, ONLY_IF]),
        st.sampled_from(sorted(DAYS)),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(SAYINGS, st.sampled_from([Unit.WEEKS, Unit.MONTHS, Unit.YEARS, Unit.EVENTS]), st.integers(1, 3))
def test_congruence_and_conflict_are_all_co_mentions_in_every_window(
    sayings: list[tuple[str, str, Stance, str]], unit: Unit, size: int
) -> None:
    said = refer(record(*(says(*saying) for saying in sayings)), Coding(conditional=True))
    for rule in Duplicates:
        for span, told in windows(once(said, rule), unit, size):
            networks = {how: {(e.one, e.other): e for e in tie(told, how).edges} for how in Tie}
            for pair, edge in networks[Tie.CO_MENTION].items():
                weight = {how: found[pair].weight if pair in found else 0.0 for how, found in networks.items()}
                assert weight[Tie.CONGRUENCE] + weight[Tie.CONFLICT] == weight[Tie.CO_MENTION] == edge.weight
                assert weight[Tie.CONGRUENCE] - weight[Tie.CONFLICT] == weight[Tie.SUBTRACT]
            assert all(span.holds(one.day) for one in told.kept)


@settings(deadline=None)
@given(SAYINGS, st.sampled_from([Unit.WEEKS, Unit.MONTHS, Unit.YEARS]))
def test_windows_of_one_unit_share_out_what_has_a_day(sayings: list[tuple[str, str, Stance, str]], unit: Unit) -> None:
    said = once(refer(record(*(says(*saying) for saying in sayings))), Duplicates.DOCUMENT)
    shared = Counter(one.account.id for _, told in windows(said, unit, 1) for one in told.kept)
    assert shared == Counter(one.account.id for one in said.kept if one.day)
