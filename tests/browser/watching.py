"""What a tab complains of, and what it asks for elsewhere."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

GRAVE = ("serious", "critical")


class Watch:
    """Listens to one tab."""

    def __init__(self, page: Page) -> None:
        """Listen from now on."""
        self.faults: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        place = urlsplit(request.url)
        if place.scheme not in ("data", "blob", "about", "file") and place.hostname != "127.0.0.1":
            self.faults.append(f"asks elsewhere: {request.url}")


def grave_issues(page: Page) -> list[str]:
    """What axe-core finds on a page that is serious or worse: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']][:4]}"
        for one in found
        if one["impact"] in GRAVE
    ]


def too_wide(page: Page) -> int:
    """By how many pixels the page scrolls sideways; 0 where it does not."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
