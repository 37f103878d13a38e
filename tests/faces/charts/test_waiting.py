from pourparler.faces.charts.waiting import KEY, MOST_BOXES, Condition, Goal, waiting
from tests.faces.charts.drawn import CAPTION, elements, links, words

GOALS = (
    Goal("g1", "a truce at sea", "issue", "/goals/g1"),
    Goal("g2", "talks on fishing", "meeting", "/goals/g2", ()),
)
CONDITIONS = (
    Condition("c1", "g1", "Amber Isle", "unless “security guarantees”", "not told whether met", (), "/conditions/c1"),
    Condition("c2", "g2", "", "before “a truce at sea”", "not met, disputed", ("g1",), "/conditions/c2"),
)


def test_boxes_lead_to_goals_and_conditions() -> None:
    assert links(waiting(GOALS, CONDITIONS, CAPTION)) == {
        "issue: a truce at sea": "/goals/g1",
        "meeting: talks on fishing": "/goals/g2",
        "Amber Isle: unless “security guarantees”; not told whether met": "/conditions/c1",
        "nobody named: before “a truce at sea”; not met, disputed": "/conditions/c2",
    }


def test_who_holds_a_condition_and_what_is_told_of_it_stand_in_its_box() -> None:
    told = " ".join(words(waiting(GOALS, CONDITIONS, CAPTION)))
    assert KEY[0] in told
    assert all(each in told for each in ("Amber Isle", "nobody named", "not told whether met", "disputed", "meeting"))


def test_what_waits_longest_stands_last() -> None:
    """A condition stands behind what it requires, and before what waits for it."""
    chart = waiting(GOALS, CONDITIONS, CAPTION)
    assert chart is not None
    frames = next(data["values"] for data in chart.spec["data"] if "link" in data["values"][0])
    left = {row["link"].rpartition("/")[2]: row["x"] for row in frames}
    assert left["c1"] < left["g1"] < left["c2"] < left["g2"]


def test_a_circle_is_drawn_with_a_way_back() -> None:
    back = Condition("c3", "g1", "Sund", "after “talks on fishing”", "not told whether met", ("g2",))
    drawn = elements(waiting(GOALS, (*CONDITIONS, back), CAPTION), "path")
    assert sum(one.get("stroke-dasharray") == "5,4" for one in drawn) == 1


def test_past_the_bound_what_waits_for_most_is_drawn() -> None:
    many = [Goal(f"g{i}", f"thing {i}", "issue") for i in range(30)]
    told = [Condition(f"c{i}", f"g{i}", "Sund", "if “a”", "not met") for i in range(30)]
    told += [Condition(f"d{i}", "g29", "Sund", "if “b”", "not met") for i in range(4)]
    chart = waiting(many, told, CAPTION, 5)
    assert chart is not None and "thing 29" in words(chart)
    assert chart.left_out == ("17 goals and 12 conditions not drawn: what waits for most is",)
    frames = next(data["values"] for data in chart.spec["data"] if "link" in data["values"][0])
    assert len(frames) <= MOST_BOXES
    alone = waiting([Goal("g", "one", "issue")], [Condition(f"c{i}", "g", "", "if", "met") for i in range(60)], CAPTION)
    assert alone is not None and alone.left_out == ("21 conditions not drawn: what waits for most is",)
    assert waiting([Goal("g", "one", "issue")], [], CAPTION) is None
