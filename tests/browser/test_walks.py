"""Walks that people take: three questions of somebody who has never seen it, and the whole way by keyboard alone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.keyboard import MOST_KEYS, press, tab_to


def click(page: Page, name: str) -> None:
    """Click the link of the menu, or the first of the page, that bears a name."""
    page.get_by_role("link", name=re.compile(name)).first.click()


def test_what_was_agreed_on_the_18th(page: Page, address: str) -> None:
    """Two clicks: Meetings, the meeting of that day."""
    page.goto(address)
    click(page, "^Meetings$")
    row = page.locator("tr[data-id]", has_text="Tue 18 Feb 2025").filter(has_text="Riyadh").filter(has_text="held")
    row.locator("th a").first.click()
    came = page.locator("section", has=page.get_by_role("heading", name=re.compile("came of it")))
    expect(came.locator("blockquote").first).to_contain_text("teams")
    keep(page, "walk-1-what-was-agreed")


def test_what_ukraine_requires_for_a_ceasefire(page: Page, address: str) -> None:
    """Two clicks: Conditions, the words in their report."""
    page.goto(address)
    click(page, "^Conditions$")
    row = page.locator("tr[data-id]", has_text="ceasefire").filter(has_text="security guarantees").first
    expect(row).to_contain_text("Ukraine")
    keep(page, "walk-2-what-ukraine-requires")
    row.locator("blockquote a").first.click()
    expect(page.locator("#at")).to_be_in_viewport()
    keep(page, "walk-2-in-which-words")


def test_which_two_reports_disagree(page: Page, address: str) -> None:
    """Two clicks: Disputes, one of them; both passages stand side by side."""
    page.goto(address)
    click(page, "^Disputes$")
    page.locator("section.dispute h2 a").last.click()
    expect(page.locator(".sides > li")).to_have_count(2)
    outlets = page.locator(".sides a.source").all_inner_texts()
    assert len(set(outlets)) == 2, outlets
    keep(page, "walk-3-which-reports-disagree")


def test_by_keyboard_from_the_overview_to_words_and_back(page: Page, address: str) -> None:
    page.goto(address)
    press(page, "Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    tab_to(page, ".menu a[href^='/statements']")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Statements")
    press(page, "j", "j", "k")
    chosen = page.evaluate("document.activeElement.closest('[data-id]').dataset.id")
    press(page, "Enter")
    expect(page).to_have_url(re.compile(chosen))
    tab_to(page, "main .words a")
    said = page.evaluate("document.activeElement.textContent.trim()")
    press(page, "Enter")
    expect(page.locator("#at")).to_be_in_viewport()
    marked = "".join(page.locator("[id=at], [id=at] ~ mark").all_inner_texts())
    assert said.strip("“”")[:20] in " ".join(marked.split()) or page.locator("#at").count() == 1
    page.go_back()
    expect(page).to_have_url(re.compile(chosen))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Statements")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/$"))


def test_by_keyboard_from_the_issues_to_words_and_back(page: Page, address: str) -> None:
    page.goto(address)
    tab_to(page, ".menu a[href^='/issues']")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Issues")
    press(page, "j")
    name = page.evaluate("document.activeElement.textContent.trim()")
    chosen = page.evaluate("document.activeElement.closest('[data-id]').dataset.id")
    press(page, "Enter")
    expect(page).to_have_url(re.compile(f"/issues/{chosen}"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Issue: {name}")
    tab_to(page, "main .words a")
    press(page, "Enter")
    expect(page.locator("#at")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile(f"/issues/{chosen}"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Issues")


def test_a_window_of_a_network_by_keyboard_and_an_edge_to_its_words(page: Page, address: str) -> None:
    page.goto(address + "/network?kind=contacts")
    press(page, ",")
    expect(page).to_have_url(re.compile("window=2"))
    expect(page.locator(".strip .shown a")).to_have_attribute("aria-current", "true")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("the window before")
    press(page, "Escape")
    keep(page, "walk-network-window", whole=True)
    for _ in range(MOST_KEYS):
        press(page, "j")
        if page.evaluate("document.activeElement.closest('.edges') !== null"):
            break
    between = page.evaluate("document.activeElement.textContent.trim()")
    press(page, "Enter")
    for name in between.split(" – "):
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    keep(page, "walk-network-edge", whole=True)
    tab_to(page, "main .words a")
    press(page, "Enter")
    expect(page.locator("#at")).to_be_in_viewport()


def test_the_keys_are_told(page: Page, address: str) -> None:
    page.goto(address + "/meetings")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("next row")
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    press(page, "/")
    page.keyboard.type("agreement?")
    expect(page.locator("#seek")).to_have_value("agreement?")


def test_the_day_goes_with_you(page: Page, address: str) -> None:
    page.goto(address + "/meetings?status=held")
    page.locator("#as-of").fill("2025-02-20")
    page.locator(".asof button").click()
    expect(page).to_have_url(re.compile("status=held.*as_of=2025-02-20"))
    click(page, "^Conditions$")
    expect(page.locator(".asof-note")).to_contain_text("20 Feb 2025")
    page.get_by_role("link", name="all reports").click()
    expect(page).not_to_have_url(re.compile("as_of"))
