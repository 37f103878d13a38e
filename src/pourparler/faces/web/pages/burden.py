"""Burden: what others' conditions ask of each party, which conditions it can waive, and what is asked of nobody by
name."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from pourparler.case.conditions.burden import Load, Unaddressed, burden, unaddressed
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.circles import loads
from pourparler.faces.web.answering import sections, system_values
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word
from pourparler.faces.web.shapes.system import BurdenPage
from pourparler.faces.web.visit import Visit

COLUMNS = ("party", "what", "condition", "holder", "goal", "goal_name", "phrase", "value", "known_by", "alone",
           "concerned")  # fmt: skip


class BurdenAsk(Ask):
    """Whose burden."""

    party: Word = Field(None, description="Only this party, by its name.")


def burden_page(visit: Visit, ask: BurdenAsk) -> Answer:
    """What rests on each party, those of whom most is asked first."""
    asking = visit.asking
    found = burden(asking.graph)
    nobody = unaddressed(asking.graph)
    names = list(dict.fromkeys((*(one.party for one in found), *(name for one in nobody for name in one.concerned))))
    party = next((name for name in names if name.casefold() == (ask.party or "").casefold()), ask.party)
    answer = loads(asking, party)
    kept = [one for one in found if party in (None, one.party)]
    return Answer(
        f"What rests on {party}" if party else "What rests on whom",
        lambda: system_values(visit, answer),
        Table(COLUMNS, (*_rows(asking, kept), *_rows_of_nobody(asking, nobody, party))),
        {"sections": sections(visit, answer.lines), "answer": answer, "parties": names},
    )


def _rows(asking: Asking, found: Sequence[Load]) -> Iterator[tuple[object, ...]]:
    """A row for everything asked of a party, then one for every condition it can waive."""
    for load in found:
        for one in load.asked:
            goal, alone = asking.graph.goals[one.head].name, "yes" if one.requirement in load.alone else "no"
            yield (load.party, "asked", one.requirement, one.holder, one.head, goal, one.phrase, one.value.value,
                   one.whose.value, alone, None)  # fmt: skip
        for name in load.sets:
            told = asking.requirements[name]
            goal, phrase = asking.graph.goals[told.head].name, "; ".join(part.phrase for part in told.parts)
            yield (load.party, "can waive", name, told.holder, told.head, goal, phrase, told.value.value, "told",
                   None, None)  # fmt: skip


def _rows_of_nobody(asking: Asking, found: Sequence[Unaddressed], party: str | None) -> Iterator[tuple[object, ...]]:
    """A row for every condition that asks something of nobody by name: all, or those that a party is concerned in."""
    for one in found:
        if party is None or party in one.concerned:
            goal, phrase = asking.graph.goals[one.head].name, "; ".join(one.phrases)
            yield (None, "asked of nobody by name", one.requirement, one.holder, one.head, goal, phrase,
                   one.value.value, "not told", None, "; ".join(one.concerned))  # fmt: skip


PAGES = (Page("/burden", "burden.html", burden_page, BurdenAsk, shape=BurdenPage),)
