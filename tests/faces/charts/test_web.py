"""Networks over time: one ground for every window, large and small; lines told apart by dashes; nothing by chance."""

from math import hypot

from pourparler.faces.charts.ground import MOST_NODES, Ground, Node, column_ground, round_ground
from pourparler.faces.charts.web import STROKES, Line, Look, Window, small, web
from tests.faces.charts.drawn import CAPTION, elements, links, words

NODES = [Node(f"a{i:02}", f"Actor {i:02}", 12 - i, 12, href=f"/actors/{i}") for i in range(9)]
TIES = [(f"a{i:02}", f"a{j:02}") for i in range(9) for j in range(i + 1, 9) if (i * j) % 3 == 1]
LINES = [Line(one, other, Look.AGREE, 2.0, f"{one} and {other}: 2", "/network/edge") for one, other in TIES]
EVERYBODY = {node.key: node.times for node in NODES}


def spots(ground: Ground) -> dict[str, tuple[float, float]]:
    return {key: (spot.x, spot.y) for key, spot in ground.spots.items()}


def test_the_order_of_rows_changes_no_place() -> None:
    assert spots(round_ground(NODES, TIES)) == spots(round_ground(NODES[::-1], TIES[::-1]))
    one, other = column_ground(NODES[:4], NODES[4:], TIES), column_ground(NODES[3::-1], NODES[:3:-1], TIES[::-1])
    assert spots(one) == spots(other)


def test_nodes_stand_apart_and_inside() -> None:
    ground = round_ground(NODES, TIES)
    places = list(spots(ground).values())
    assert all(hypot(x - u, y - v) > 20 for i, (x, y) in enumerate(places) for u, v in places[:i])
    assert all(0 < x < ground.size[0] and 0 < y < ground.size[1] for x, y in places)


def test_columns_untangle_what_they_can() -> None:
    left = [Node(f"a{i}", f"Actor {i}", 1, 1) for i in range(4)]
    right = [Node(f"i{i}", f"Issue {i}", 1, 1) for i in range(4)]
    ground = column_ground(left, right, [("a0", "i3"), ("a1", "i2"), ("a2", "i1"), ("a3", "i0")])
    pairs = [(ground.spots[f"a{i}"].y, ground.spots[f"i{3 - i}"].y) for i in range(4)]
    assert sorted(pairs) == sorted(pairs, key=lambda pair: pair[1]), "no two lines cross"
    assert {ground.spots[f"a{i}"].align for i in range(4)} == {"right"}


def test_a_window_keeps_names_and_places_and_hollows_out_who_is_silent() -> None:
    ground = round_ground(NODES, TIES)
    looks = {Look.AGREE: "the same"}
    whole = web(ground, Window(LINES, EVERYBODY), 4.0, CAPTION, looks)
    window = web(ground, Window(LINES[:1], {LINES[0].one: 1, LINES[0].other: 1}), 4.0, CAPTION, looks)
    assert words(whole) == words(window)
    ends = [[(one.get("transform")) for one in elements(chart, "text")] for chart in (whole, window)]
    assert ends[0] == ends[1]
    told = links(window)
    assert f"{ground.spots['a08'].node.name} (no statements)" in told
    assert len([name for name in told if " and " in name]) == 1


def test_lines_are_told_apart_without_colour() -> None:
    ground = round_ground(NODES[:2], [("a00", "a01")])
    dashes = set()
    for look in Look:
        chart = web(ground, Window([Line("a00", "a01", look, 1.0, "told")], EVERYBODY), 1.0, CAPTION, {})
        (line,) = (one for one in elements(chart, "line") if one.get("stroke-width"))
        dashes.add(line.get("stroke-dasharray"))
    assert len(dashes) == len(STROKES) - 1, "who met has no other line beside it"


def test_the_small_one_has_no_words_and_no_links() -> None:
    ground = round_ground(NODES, TIES)
    chart = small(ground, Window(LINES, EVERYBODY), 2.0, CAPTION)
    assert words(chart) == [] and links(chart) == {}
    assert len([one for one in elements(chart, "line") if one.get("stroke-width")]) == len(LINES)


def test_what_finds_no_room_is_told_and_nothing_is_no_chart() -> None:
    many = [Node(f"a{i}", f"Actor {i}", i, 99) for i in range(MOST_NODES + 3)]
    chart = web(round_ground(many, []), Window([], {}), 1.0, CAPTION, {})
    assert chart is not None and chart.left_out == ("3 actors not drawn",)
    for ground in (round_ground([], []), column_ground(NODES, [], TIES)):
        assert web(ground, Window(LINES, EVERYBODY), 1.0, CAPTION, {}) is None
        assert small(ground, Window(LINES, EVERYBODY), 1.0, CAPTION) is None
