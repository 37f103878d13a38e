"""Deadlocks: conditions that wait for each other, with the ways out that their structure has."""

from collections.abc import Iterator

from pourparler.case.conditions.deadlocks import Deadlock
from pourparler.faces.system.circles import CIRCLE, standstills
from pourparler.faces.web.answering import sections, system_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.shapes.system import DeadlocksPage
from pourparler.faces.web.visit import Visit

COLUMNS = ("circle", "row", "kind", "by", "about", "phrases", "value", "opens")


def deadlocks_page(visit: Visit, _: Ask) -> Answer:
    """Every circle of conditions, and its exits; none is recommended."""
    answer = standstills(visit.asking)
    found = visit.asking.deadlocks
    return Answer(
        "Deadlocks",
        lambda: system_values(visit, answer),
        Table(COLUMNS, _rows(found)),
        {"sections": sections(visit, answer.lines), "answer": answer, "circles": len(found), "circle": CIRCLE},
    )


def _rows(found: tuple[Deadlock, ...]) -> Iterator[tuple[object, ...]]:
    """A row for every condition of a circle, then one for every exit."""
    for number, circle in enumerate(found, 1):
        for one in circle.requirements:
            required = "; ".join(part.phrase for part in one.parts)
            yield number, "condition", one.sort.value, one.holder, one.id, required, one.value.value, None
        for way in circle.exits:
            about, opens = "; ".join(way.about), "yes" if way.opens else "no"
            yield number, "exit", way.kind.value, "; ".join(way.by), about, "; ".join(way.phrases), None, opens


PAGES = (Page("/deadlocks", "deadlocks.html", deadlocks_page, menu="Deadlocks", shape=DeadlocksPage),)
