from datetime import date

from pourparler.core.vocabulary import Stance
from pourparler.faces.charts.movement import MOST_PARTIES, ORDER, StanceDay, movement
from tests.faces.charts.drawn import CAPTION, elements, links, words

ROWS = (
    StanceDay(date(2031, 3, 3), "Northland", Stance.REJECTS, "a truce at sea", "/positions/p1"),
    StanceDay(date(2031, 4, 3), "Northland", Stance.CONDITIONAL, "a truce at sea", "/positions/p2"),
    StanceDay(date(2031, 4, 3), "Amber Isle", Stance.DEMANDS, "a truce at sea", "/positions/p3"),
)


def test_every_stance_has_a_row_to_stand_in() -> None:
    assert set(ORDER) == set(Stance)


def test_stances_that_occur_are_rows_and_each_mark_leads_to_its_position() -> None:
    chart = movement(ROWS, CAPTION)
    assert [one for one in words(chart) if one in set(Stance)] == ["conditional", "demands", "rejects"]
    assert links(chart)["Northland rejects: a truce at sea"] == "/positions/p1"
    assert len(links(chart)) == 3


def test_parties_differ_by_shape_and_by_colour() -> None:
    marks = [one.find("{*}path") for one in elements(movement(ROWS, CAPTION), "a")]
    assert len({(mark.get("d"), mark.get("fill")) for mark in marks}) == 2
    assert len({mark.get("d") for mark in marks}) == 2


def test_parties_past_the_bound_are_told() -> None:
    rows = [StanceDay(date(2031, 3, 3), f"Party {i}", Stance.DEMANDS, "fuel") for i in range(MOST_PARTIES + 1)]
    chart = movement(rows, CAPTION)
    assert chart is not None and chart.left_out == ("1 party with fewer positions not drawn",)
    assert movement([], CAPTION) is None
