"""Deciding in the browser, by keys alone; and taking what is on the screen away as a file."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.keyboard import press


def question(page: Page) -> str:
    """What is asked: the heading and the words of the first side."""
    return " ".join(page.locator("main h2").first.inner_text().split())


def standing(page: Page, address: str) -> int:
    """How many decisions stand."""
    told = page.request.get(address + "/review/log.json").json()
    return sum(all(one["withdrawn"] is None for one in row["judgements"]) for row in told["rows"])


def test_accept_reject_and_undo(page: Page, own: str) -> None:
    page.goto(own + "/review")
    first = page.url, page.locator("main").inner_text()
    keep(page, "review-question")
    press(page, "a")
    expect(page.locator("main")).to_contain_text("1 decision")
    assert page.locator("main").inner_text() != first[1]
    press(page, "x")
    expect(page.locator("main")).to_contain_text("2 decisions")
    keep(page, "review-after-two")
    press(page, "u")
    expect(page.locator("main")).to_contain_text("1 decision")
    assert standing(page, own) == 1
    page.goto(own + "/review/log")
    keep(page, "review-log")
    page.get_by_role("button", name=re.compile("take it back", re.IGNORECASE)).first.click()
    expect(page.locator("table.list button")).to_have_count(0)
    assert standing(page, own) == 0


def test_skip_and_back(page: Page, own: str) -> None:
    page.goto(own + "/review")
    before = page.locator("main").inner_text()
    press(page, "Space")
    expect(page.locator("main")).not_to_have_text(before)
    press(page, "Backspace")
    expect(page.locator("main h2").first).to_be_visible()
    assert standing(page, own) == 0


def test_read_only_lets_nobody_decide(page: Page, bundled: Path) -> None:
    from tests.browser.conftest import served

    for address in served(bundled, "--read-only"):
        page.goto(address + "/review")
        assert page.locator("form[method=post]").count() == 0


def test_what_is_filtered_is_what_is_exported(page: Page, address: str) -> None:
    page.goto(address + "/meetings")
    page.get_by_label("Status").select_option("held")
    page.get_by_role("button", name="Filter").click()
    expect(page).to_have_url(re.compile("status=held"))
    shown = page.locator("tr[data-id]").evaluate_all("all => all.map(one => one.dataset.id)")
    assert shown
    page.locator("a[href^='/export?status=held']").first.click()
    page.get_by_role("link", name="json", exact=True).click()
    keep(page, "export-filtered")
    with page.expect_download() as waiting:
        page.locator("main a[href^='/export/file']").first.click()
    told = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert [row["id"] for row in told["meetings"]] == shown
