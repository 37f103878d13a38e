"""The pages of the server, in the order of its menu."""

from pourparler.faces.web.page import Page
from pourparler.faces.web.pages import (
    conditions,
    contacts,
    disputes,
    instruments,
    meetings,
    overview,
    reader,
    reports,
    statements,
)
from pourparler.faces.web.writing import Deed

PAGES: tuple[Page, ...] = (
    *overview.PAGES,
    *meetings.PAGES,
    *contacts.PAGES,
    *conditions.PAGES,
    *instruments.PAGES,
    *disputes.PAGES,
    *statements.PAGES,
    *reports.PAGES,
    *reader.PAGES,
)
"""Every page that shows."""

DEEDS: tuple[Deed, ...] = ()
"""Every address that changes something, reached by forms alone."""
