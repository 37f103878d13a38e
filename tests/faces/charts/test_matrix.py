from pourparler.faces.charts.matrix import DARKEST, MOST_NAMES, Contact, matrix
from pourparler.faces.charts.palette import ACCENT, contrast
from tests.faces.charts.drawn import CAPTION, elements, words

ROWS = (Contact("Northland", "Amber Isle", 3, "/contacts?a=1"), Contact("Sund", "Northland", 1), Contact("A", "B", 0))


def mixed(over: str, share: float) -> str:
    """The accent at an opacity of `share` over another colour."""
    pairs = [(int(ACCENT[at : at + 2], 16), int(over[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(top * share + low * (1 - share)):02x}" for top, low in pairs)


def test_each_contact_stands_in_both_rows_with_its_number() -> None:
    chart = matrix(ROWS, CAPTION)
    assert sorted(one for one in words(chart) if one.isdigit()) == ["1", "1", "3", "3"]
    assert [one.get("href") for one in elements(chart, "a")] == ["/contacts?a=1"] * 2
    assert {one.get("aria-label") for one in elements(chart, "a")} == {"Northland and Amber Isle: 3 meetings"}


def test_numbers_are_legible_on_the_darkest_cell_on_both_grounds() -> None:
    assert contrast("#1a1a1a", mixed("#ffffff", DARKEST)) >= 4.5
    assert contrast("#e6e6e6", mixed("#141414", DARKEST)) >= 4.5


def test_numbers_let_the_pointer_through_to_the_link_below() -> None:
    assert all(one.get("pointer-events") == "none" for one in elements(matrix(ROWS, CAPTION), "text"))


def test_names_past_the_bound_are_told_and_nobody_is_no_chart() -> None:
    chart = matrix([Contact("Hub", f"Name {i:02}", 1) for i in range(MOST_NAMES + 1)], CAPTION)
    assert chart is not None and chart.left_out == ("2 names with fewer meetings not drawn",)
    assert matrix(ROWS[2:], CAPTION) is None
