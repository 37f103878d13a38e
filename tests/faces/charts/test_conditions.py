from pourparler.faces.charts.conditions import KEY, MOST_BOXES, Requirement, conditions
from tests.faces.charts.drawn import CAPTION, elements, links, words

ROWS = (
    Requirement("Amber Isle", "security guarantees", "a truce at sea", "/conditions/c1"),
    Requirement("Northland", "A truce at sea", "talks on fishing", "/conditions/c2"),
    Requirement("Sund", "a truce at sea", "talks on fishing", "/conditions/c3"),
    Requirement("", "talks on fishing", "security guarantees", "/conditions/c4"),
)


def test_each_condition_has_a_tag_that_tells_it_and_leads_to_it() -> None:
    assert links(conditions(ROWS, CAPTION)) == {
        "Amber Isle requires security guarantees for a truce at sea": "/conditions/c1",
        "Northland requires A truce at sea for talks on fishing": "/conditions/c2",
        "Sund requires a truce at sea for talks on fishing": "/conditions/c3",
        "Nobody named requires talks on fishing for security guarantees": "/conditions/c4",
    }


def test_the_same_words_are_one_box() -> None:
    told = words(conditions(ROWS, CAPTION))
    assert told[0] == KEY
    assert {one.lower() for one in told} >= {"security guarantees", "a truce at sea", "talks on fishing"}
    assert sum(one.lower() == "a truce at sea" for one in told) == 1


def test_what_closes_a_circle_is_dashed() -> None:
    dashed = [one for one in elements(conditions(ROWS, CAPTION), "path") if one.get("stroke-dasharray") == "5,4"]
    assert len(dashed) == 1


def test_long_words_are_wrapped_and_whole_in_the_tooltip() -> None:
    long = "a written promise that no terminal of any port will be closed before the end of the present decade " * 2
    chart = conditions([Requirement("Sund", long, "a truce")], CAPTION)
    assert any(one.endswith("…") for one in words(chart))
    assert any(one.text == long.strip() for one in elements(chart, "title"))


def test_conditions_past_the_bound_are_told() -> None:
    chart = conditions([Requirement("Sund", f"thing {i}", "a truce") for i in range(MOST_BOXES + 1)], CAPTION)
    assert chart is not None and chart.left_out == ("2 conditions not drawn",)
    assert conditions([], CAPTION) is None
