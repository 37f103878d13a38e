"""The brief and the timeline on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import SCREENS


def paper(page: Page, name: str) -> list[str]:
    """The words of each sheet that the browser prints."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    place = SCREENS / f"{name}.pdf"
    page.pdf(path=place, format="A4", print_background=True)
    return [sheet.extract_text() for sheet in PdfReader(place).pages]


@pytest.mark.parametrize("path", ["/timeline", "/meetings"])
def test_a_page_is_printed(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    sheets = paper(page, path.strip("/"))
    words = " ".join(sheets)
    assert "Riyadh" in words and "version" in words
    assert "Search" not in words and "Filter" not in words, "controls are not for paper"


@pytest.mark.parametrize("path", ["/", "/timeline", "/disputes", "/issues", "/positions", "/meetings"])
def test_what_is_printed_names_its_sources_by_number(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert not page.get_by_role("heading", name="Sources").is_visible(), "on screen every citation is a link"
    last = page.locator(".sources li").count()
    numbers = page.locator("[data-source]").evaluate_all("all => all.flatMap(one => one.dataset.source.split(', '))")
    assert last and sorted(set(map(int, numbers))) == list(range(1, last + 1))
    words = " ".join(paper(page, f"sources-{path.strip('/') or 'overview'}"))
    assert "Sources" in words and "[1]" in words and f"{last}." in words


def test_the_brief_is_printed(page: Page, bundled: Path, tmp_path: Path) -> None:
    from pourparler.faces.cli.app import main

    place = tmp_path / "brief.html"
    assert main(["brief", "--record", str(bundled), "-o", str(place)]) == 0
    page.goto(place.as_uri())
    sheets = paper(page, "brief")
    assert any("Sources" in sheet for sheet in sheets)
