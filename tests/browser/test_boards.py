"""A board made, supposed on and taken back in the browser: by labels, at two widths, without a complaint."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.watching import grave_issues, too_wide


def test_an_analyst_makes_a_board(page: Page, own: str) -> None:
    page.goto(own + "/boards")
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Its name").fill("A truce")
    page.get_by_label("Moves of your own").fill("Russia: grant a ceasefire = agree\nRussia: walk away\nUkraine: stay")
    page.get_by_label("What cannot be at once").fill("agree and walk away")
    page.get_by_role("button", name="Make the board").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Board: A truce")
    expect(page.get_by_role("status")).to_contain_text("laid out the board “A truce”")

    page.get_by_label("Its name").fill("peace first")
    page.locator("select[name=party]").select_option("Russia")
    page.get_by_label("What the party prefers").fill("agree > walk away\nnot walk away")
    page.get_by_label("Why (needed)").fill("its own word")
    page.get_by_role("group", name="It rests on").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Suppose").click()
    expect(page.locator(".supposed")).to_contain_text("tied to the record")
    expect(page.get_by_role("region", name="States", exact=True)).to_contain_text("some")
    keep(page, "board-wide", whole=True)
    assert grave_issues(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert too_wide(page) == 0
    keep(page, "board-narrow", whole=True)

    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".supposed").get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    page.get_by_text("Change what cannot be").click()
    page.get_by_role("button", name="Take this version of the board back").click()
    expect(page.get_by_text("None yet.")).to_be_visible()
