import pytest

from pourparler.faces.charts.links import ORIGIN, inward, outward


@pytest.mark.parametrize("href", ["/meetings/m-1", "?from=2031-01-01&to=2031-01-02", "#row-3", "/"])
def test_a_link_inside_the_record_goes_in_and_comes_out(href: str) -> None:
    assert outward(inward(href)) == href


@pytest.mark.parametrize(
    "href",
    [
        None,
        "",
        "//evil.example/x",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "data:x",
        "x",
        "/a b",
    ],
)
def test_what_leads_elsewhere_is_no_link(href: str | None) -> None:
    assert inward(href) == ORIGIN
    assert outward(inward(href)) is None


@pytest.mark.parametrize("url", ["https://evil.example/x", f"{ORIGIN}.evil.example/x", f"{ORIGIN}//evil.example", ""])
def test_an_address_that_was_not_written_here_is_no_link(url: str) -> None:
    assert outward(url) is None
