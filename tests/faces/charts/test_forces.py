from itertools import combinations

from pourparler.faces.charts.forces import Frame, places

FRAME = Frame(700, 500, 60, 20)


def test_nodes_stay_in_the_frame_and_apart() -> None:
    ties = [(i, (i * 7 + 1) % 40) for i in range(40) if i != (i * 7 + 1) % 40]
    at = places(40, ties, [8.0] * 40, FRAME)
    assert all(60 <= x <= 640 and 20 <= y <= 480 for x, y in at)
    assert min((ax - bx) ** 2 + (ay - by) ** 2 for (ax, ay), (bx, by) in combinations(at, 2)) > 16**2


def test_neighbours_stand_nearer_than_strangers() -> None:
    at = places(4, [(0, 1), (1, 2), (2, 3)], [8.0] * 4, FRAME)

    def far(one: int, other: int) -> float:
        return (at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2

    assert far(0, 1) < far(0, 2) < far(0, 3)


def test_parts_that_nothing_connects_find_their_places() -> None:
    assert len(set(places(6, [(0, 1), (2, 3)], [8.0] * 6, FRAME))) == 6
    assert len(set(places(3, [], [8.0] * 3, FRAME))) == 3
    assert places(1, [], [8.0], FRAME) == [(350, 250)]
