"""The pages as a folder of files, opened as from a stick: no server, no network, no scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import keep
from tests.browser.watching import Watch, grave_issues, too_wide
from tests.faces.copy.following import made

SHOWN = (
    "index",
    "timeline",
    "meetings",
    "contacts",
    "positions",
    "conditions",
    "disputes",
    "reports",
    "calendar",
    "help",
)


@pytest.fixture(scope="session")
def stick(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the bundled case."""
    folder = tmp_path_factory.mktemp("stick") / "talks"
    made(bundled, folder)
    return folder


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab that asks nothing of elsewhere and complains of nothing, with scripts allowed or not."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    watch = Watch(opened)
    asked: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    yield opened
    context.close()
    assert not watch.faults, watch.faults
    assert asked and all(url.startswith("file://") for url in asked), asked


def test_from_the_overview_to_the_words(tab: Page, stick: Path) -> None:
    tab.goto((stick / "index.html").as_uri())
    keep(tab, "copy-overview")
    tab.get_by_role("link", name="Conditions", exact=True).click()
    row = tab.locator("tr[data-id]", has_text="ceasefire").filter(has_text="security guarantees").first
    words = row.locator("blockquote a").first
    said = words.inner_text().strip("“”")
    keep(tab, "copy-conditions")
    words.click()
    expect(tab).to_have_url(re.compile(r"^file:.*/reports/\w+\.html#w\d+-\d+$"))
    place = tab.locator(":target")
    expect(place).to_be_in_viewport()
    assert said[:20] in " ".join(place.inner_text().split())
    keep(tab, "copy-words")
    tab.locator(".cards .name a").first.click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    tab.get_by_role("link", name="Overview", exact=True).click()
    expect(tab).to_have_url(re.compile("/index.html$"))


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_looks_as_it_should(context: BrowserContext, stick: Path, name: str) -> None:
    page = context.new_page()
    watch = Watch(page)
    page.goto((stick / f"{name}.html").as_uri())
    assert not watch.faults, "before the checker, which fetches style sheets by itself, as the policy forbids"
    assert page.evaluate("getComputedStyle(document.querySelector('.frame')).display") == "grid", "styled"
    assert grave_issues(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert too_wide(page) == 0
