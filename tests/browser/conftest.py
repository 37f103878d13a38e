"""A served record and a browser; without Chromium these tests skip and say so."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.watching import Watch
from tests.faces.web.bundled import bundled_record

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SCREENS = Path(os.environ.get("POURPARLER_SCREENS") or Path(__file__).parents[2] / "out" / "screens")
"""Where screenshots are kept; looking at them is part of a release."""

expect.set_options(timeout=30_000)
"""Milliseconds until something expected must be seen: a crowded machine is slow, what never comes still fails."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled case that no test changes."""
    return bundled_record(tmp_path_factory.mktemp("served"))


def served(record: Path, *options: str) -> Iterator[str]:
    """The address of a server over a record, which ends with the test."""
    words = [sys.executable, "-m", "pourparler", "serve", "--record", str(record), "--port", "0", "--by", "tester"]
    process = subprocess.Popen([*words, *options], stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "http://" in line, line
        yield line[line.index("http://") :].split()[0].rstrip("/")
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr is not None:
            process.stderr.close()


@pytest.fixture(scope="session")
def address(chromium: str, bundled: Path) -> Iterator[str]:
    """Where the bundled case is served; no test changes it."""
    yield from served(bundled)


@pytest.fixture
def own(chromium: str, bundled: Path, tmp_path: Path) -> Iterator[str]:
    """Where a copy of the bundled case is served, which a test may change."""
    record = tmp_path / bundled.name
    shutil.copy(bundled, record)
    yield from served(record)


@pytest.fixture(scope="session")
def playwright(chromium: str) -> Iterator[Playwright]:
    """The driver of the browser."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A browser without a window."""
    started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as somebody new opens it."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab; what its console complains of, and what it asks of elsewhere, fails the test."""
    tab = context.new_page()
    watch = Watch(tab)
    yield tab
    assert not watch.faults, watch.faults


def keep(page: Page, name: str, whole: bool = False) -> Path:
    """Keep a screenshot of what is seen, or of the whole page."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    place = SCREENS / f"{name}.png"
    page.screenshot(path=place, full_page=whole)
    return place
