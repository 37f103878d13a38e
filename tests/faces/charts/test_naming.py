from itertools import combinations

from pourparler.faces.charts.naming import Dot, Name, beside


def shared(one: Name, other: Name) -> float:
    """The area that two names share."""
    a, b = one.box, other.box
    return max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))


def test_names_take_the_right_side_unless_it_is_taken() -> None:
    first, second = Dot(100, 100, 8, ("Northland",)), Dot(130, 100, 8, ("Sund",))
    names = beside([first, second], [(0, 1)], 400, 200)
    assert names[0].align != "left" and names[1].align == "left"


def test_names_of_a_crowd_do_not_cover_one_another() -> None:
    dots = [Dot(80 + 140 * (i % 4), 40 + 45 * (i // 4), 7, ("Port Authority",)) for i in range(20)]
    assert all(not shared(*pair) for pair in combinations(beside(dots, [], 640, 300), 2))


def test_a_name_does_not_leave_the_ground() -> None:
    name = beside([Dot(390, 100, 8, ("Northland",))], [], 400, 200)[0]
    assert name.box[2] <= 400
