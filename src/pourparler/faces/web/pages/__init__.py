"""The pages of the server, in the order of its menu."""

from collections.abc import Callable

from fastapi import FastAPI

from pourparler.faces.web.acts import boarding, deciding, naming
from pourparler.faces.web.acts.seen import add_seen
from pourparler.faces.web.acts.writing import Deed
from pourparler.faces.web.networks.graphml import add_graphml
from pourparler.faces.web.page import Page
from pourparler.faces.web.pages import (
    actors,
    boards,
    burden,
    calendar,
    codebook,
    conditions,
    contacts,
    deadlocks,
    disputes,
    export,
    goal,
    goals,
    help,
    instruments,
    issues,
    meetings,
    network,
    new,
    overview,
    positions,
    problems,
    reader,
    reports,
    review,
    review_log,
    search,
    sources,
    statements,
    timeline,
    whatif,
)
from pourparler.faces.web.pages.calendar import add_calendar
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.times.progress import add_progress

PAGES: tuple[Page, ...] = (
    *overview.PAGES,
    *timeline.PAGES,
    *new.PAGES,
    *meetings.PAGES,
    *contacts.PAGES,
    *issues.PAGES,
    *positions.PAGES,
    *conditions.PAGES,
    *goals.PAGES,
    *goal.PAGES,
    *burden.PAGES,
    *deadlocks.PAGES,
    *whatif.PAGES,
    *network.PAGES,
    *boards.PAGES,
    *instruments.PAGES,
    *disputes.PAGES,
    *statements.PAGES,
    *actors.PAGES,
    *reports.PAGES,
    *reader.PAGES,
    *review.PAGES,
    *review_log.PAGES,
    *search.PAGES,
    *calendar.PAGES,
    *sources.PAGES,
    *problems.PAGES,
    *codebook.PAGES,
    *help.PAGES,
    *export.PAGES,
)
"""Every page that shows."""

DEEDS: tuple[Deed, ...] = (*deciding.DEEDS, *naming.DEEDS, *boarding.DEEDS, *problems.DEEDS)
"""Every address that changes something, reached by forms alone."""

BESIDE: tuple[Callable[[FastAPI, Site], None], ...] = (
    add_progress,
    add_seen,
    add_calendar,
    add_graphml,
    export.add_file,
    boards.add_gmcr,
)
"""What adds the addresses that are neither pages nor deeds."""
