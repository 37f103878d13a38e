from hypothesis import given
from hypothesis import strategies as st

from pourparler.faces.charts.layers import GAP, laid, spread

ARROWS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


def test_a_chain_goes_from_left_to_right_and_a_circle_leads_back_once() -> None:
    layout = laid([30, 30, 30], [(0, 1), (1, 2), (2, 0)])
    assert layout.layer == (0, 1, 2)
    assert layout.back == {(2, 0)}


def test_a_long_arrow_bends_in_each_layer_that_it_passes() -> None:
    layout = laid([30, 30, 30], [(0, 1), (1, 2), (0, 2)])
    assert [layer for layer, _ in layout.bends[0, 2]] == [1]


def test_a_box_to_itself_leads_back() -> None:
    assert laid([30], [(0, 0)]).back == {(0, 0)}


def test_a_box_stands_next_to_what_it_leads_to() -> None:
    assert laid([30] * 4, [(0, 1), (1, 2), (3, 2)]).layer == (0, 1, 2, 1)


@given(ARROWS)
def test_arrows_lead_forward_unless_they_lead_back_and_boxes_keep_apart(arrows: list[tuple[int, int]]) -> None:
    layout = laid([30.0] * 8, arrows)
    for one, other in arrows:
        assert (one, other) in layout.back or layout.layer[one] < layout.layer[other]
    for i in range(8):
        assert 15 - 1e-6 <= layout.middle[i] <= layout.height - 15 + 1e-6
        for j in range(i):
            if layout.layer[i] == layout.layer[j]:
                assert abs(layout.middle[i] - layout.middle[j]) >= 30 + GAP - 1e-6
    assert laid([30.0] * 8, arrows) == layout


def test_places_are_kept_where_they_do_not_touch_and_shared_where_they_do() -> None:
    assert spread([0, 100], [20, 20]) == [0, 100]
    assert spread([50, 50], [20, 20]) == [40, 60]
    assert spread([], []) == []
