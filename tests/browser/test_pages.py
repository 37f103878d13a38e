"""Every page, wide and narrow, light and dark: no complaint, nothing from elsewhere, nothing that scrolls sideways."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pourparler.faces.web.pages import PAGES
from tests.browser.conftest import keep
from tests.browser.watching import Watch, grave_issues, too_wide

PATHS = [page.path for page in PAGES if "{key}" not in page.path]
MADE = ("/boards",)
"""Lists of what people make; nobody has made any in the bundled case."""
LISTS = [
    one for page in PAGES if page.path.endswith("/{key}") and (one := page.path.removesuffix("/{key}")) not in MADE
]
AS_LIST = {"/positions": "?view=list"}
"""How a page that begins with a matrix is shown as a list."""
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}


def name_of(path: str) -> str:
    """The name of a page's screenshot."""
    return path.strip("/").replace("/", "-") or "overview"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page(page: Page, address: str, path: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    answer = page.goto(address + path)
    assert answer is not None and answer.ok
    keep(page, f"{name_of(path)}-{size}", whole=True)
    assert too_wide(page) == 0
    assert grave_issues(page) == []


@pytest.mark.parametrize("path", LISTS)
def test_the_page_of_one(page: Page, address: str, path: str) -> None:
    page.goto(address + path + AS_LIST.get(path, ""))
    links = page.locator(f"main a[href^='{path}/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links, f"no {path} to open"
    page.goto(address + links[0])
    keep(page, f"{name_of(path)}-one-wide", whole=True)
    assert grave_issues(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert too_wide(page) == 0
    keep(page, f"{name_of(path)}-one-narrow", whole=True)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_in_the_dark(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900})
    try:
        dark = context.new_page()
        watch = Watch(dark)
        dark.goto(address + path)
        keep(dark, f"{name_of(path)}-dark")
        assert grave_issues(dark) == []
        assert not watch.faults
    finally:
        context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_read_without_scripts(browser: Browser, address: str, path: str) -> None:
    """What a page says is there without JavaScript, word for word."""
    said = []
    for scripts in (True, False):
        context: BrowserContext = browser.new_context(java_script_enabled=scripts)
        try:
            tab = context.new_page()
            tab.goto(address + path)
            said.append(tab.locator("main h1, main h2, main th, main blockquote").all_inner_texts())
        finally:
            context.close()
    assert said[0] == said[1]
