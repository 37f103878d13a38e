"""The pages of the server, in the order of its menu."""

from collections.abc import Callable
from typing import Any

from pourparler.faces.web.page import Page
from pourparler.faces.web.pages import conditions, disputes, instruments, meetings, overview

PAGES: tuple[Page, ...] = (
    *overview.PAGES,
    *meetings.PAGES,
    *conditions.PAGES,
    *instruments.PAGES,
    *disputes.PAGES,
)
"""Every page that shows."""

WRITING: tuple[Callable[[Any, Any], None], ...] = ()
"""What adds the addresses that change the record: functions of the application and the site."""
