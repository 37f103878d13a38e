"""The goals that an entry has to do with and that wait for something: ways from its page to what they wait for."""

from collections.abc import Iterator

from pourparler.core.entry import Condition, Entry, Position, Statement
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import goal_words
from pourparler.faces.web.visit import Visit


def waiting_with(visit: Visit, entry: Entry) -> tuple[tuple[str, str], ...]:
    """The goals that an entry has to do with and that conditions stand before, each with the address of its page: a
    meeting or an instrument itself, what a condition blocks and what it requires, the issue of a position."""
    if isinstance(entry, Statement):
        return ()
    asking = visit.asking
    return tuple(
        (goal_words(asking.lookup, asking.graph.goals[one]), visit.to(f"/goals/{one}"))
        for one in dict.fromkeys(_goals(asking, entry))
        if asking.graph.before(one) or asking.graph.below.get(one)
    )


def _goals(asking: Asking, entry: Entry) -> Iterator[str]:
    """The ids of goals."""
    if entry.id in asking.graph.goals:
        yield entry.id
    if isinstance(entry, Condition) and entry.id in asking.requirements:
        told = asking.requirements[entry.id]
        yield told.head
        yield from (part.goal for part in told.parts if part.goal)
    elif isinstance(entry, Position):
        yield from (issue.id for issue in asking.issues.about(entry.id))
