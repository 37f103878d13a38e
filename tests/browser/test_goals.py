"""What waits, by keyboard and by the drawing: from all goals to one, a move supposed made, its words, and back."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import keep
from tests.browser.keyboard import press, tab_to
from tests.browser.watching import grave_issues, too_wide


def test_by_keyboard_from_what_waits_to_a_move_and_its_words(page: Page, address: str) -> None:
    page.goto(address + "/goals")
    press(page, "j")
    goal = page.evaluate("document.activeElement.getAttribute('href')")
    assert re.match(r"/goals/\w+", goal)
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("waits for")
    tab_to(page, "a.move")
    press(page, "Enter")
    expect(page).to_have_url(re.compile(r"made="))
    expect(page.locator("#h-stands")).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text("If this move were made")
    expect(page.locator(".then-cleared")).not_to_have_count(0)
    assert grave_issues(page) == []
    keep(page, "goal-supposed", whole=True)
    tab_to(page, "#h-why ~ * .words a, #h-why ~ .answer .words a")
    press(page, "Enter")
    expect(page.locator("#at")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile(r"made="))
    press(page, "0")
    expect(page).not_to_have_url(re.compile(r"made="))
    expect(page.get_by_role("status")).to_contain_text("stand")


def test_a_goal_of_the_drawing_opens_its_page(page: Page, address: str) -> None:
    page.goto(address + "/goals?as_of=2025-02-28")
    box = page.locator("svg.chart a[href*='/goals/']").first
    name = box.get_attribute("aria-label") or ""
    box.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.partition(": ")[2][:20])
    expect(page.locator(".asof-note")).to_contain_text("28 Feb 2025")
    page.go_back()
    page.locator("svg.chart a[href*='/conditions/']").first.click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/conditions/\w+\?as_of=2025-02-28"))


def test_moves_until_nothing_stands_before_it(page: Page, address: str) -> None:
    """One move of each condition, one after the other, by clicking alone; then all are taken back."""
    page.goto(address + "/goals/ceasefire")
    for _ in range(20):
        open_row = page.locator("tr:not(.cleared) a.move:not(.is-made)")
        if not open_row.count():
            break
        before = page.url
        open_row.first.click()
        expect(page).not_to_have_url(before)
    expect(page.get_by_role("status")).to_contain_text("nothing known would stand before")
    page.get_by_role("link", name="Take all back").click()
    expect(page).not_to_have_url(re.compile(r"made="))


def test_a_goal_is_read_and_asked_without_scripts_on_a_narrow_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    try:
        tab = context.new_page()
        tab.goto(address + "/goals/ceasefire")
        assert too_wide(tab) == 0
        tab.locator("a.move").first.click()
        expect(tab.get_by_role("status")).to_contain_text("If this move were made")
        assert too_wide(tab) == 0
        keep(tab, "goal-narrow", whole=True)
    finally:
        context.close()


def test_what_if_a_report_were_wrong(page: Page, address: str) -> None:
    page.goto(address + "/conditions")
    page.locator("tr[data-id]", has_text="security guarantees").locator("a.source").first.click()
    page.get_by_role("link", name="What if this were wrong?").click()
    expect(page.locator("main")).to_contain_text("Without the report ")
    assert grave_issues(page) == []
    keep(page, "whatif", whole=True)
