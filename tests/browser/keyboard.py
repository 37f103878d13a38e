"""A person at the keyboard, who types once a page answers to keys."""

from playwright.sync_api import Page

MOST_KEYS = 60
"""Most presses of Tab until something of a page must have the focus."""


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, each once the page shown has its scripts: a key before that goes nowhere."""
    for key in keys:
        page.wait_for_load_state("load")
        page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus fits; fails when nothing does."""
    for _ in range(MOST_KEYS):
        press(page, "Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")
