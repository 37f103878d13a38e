"""Which issues are held up: by conditions that no path to them goes round, and that are not told as met."""

from collections.abc import Iterator

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Value


def blocking(graph: Graph) -> dict[str, tuple[str, ...]]:
    """For each issue that something stands before, the ids of the conditions not told as met, its own and those of its
    instruments; what `issues.standings` asks for. All of them have to be met or waived, so each lies on every path."""
    found = {}
    for issue in graph.issues.issues:
        held = tuple(dict.fromkeys(_held(graph, issue.id)))
        if held:
            found[issue.id] = held
    return found


def _held(graph: Graph, goal: str) -> Iterator[str]:
    """What holds a goal up; nothing does that has been reached. Looks no further than its own conditions and those of
    its instruments: a whole tree of what these wait for in turn has as many branches as there are ways through it."""
    if graph.goals[goal].reached:
        return
    yield from (one.id for one in graph.before(goal) if one.value is not Value.MET)
    for instrument in graph.below.get(goal, ()):
        yield from _held(graph, instrument)
