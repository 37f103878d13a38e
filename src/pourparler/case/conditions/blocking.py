"""Which issues are held up: by conditions that no path to them goes round, and that are not told as met."""

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Value
from pourparler.case.conditions.why import Why, why


def blocking(graph: Graph) -> dict[str, tuple[str, ...]]:
    """For each issue that something stands before, the ids of the conditions not told as met, its own and those of its
    instruments; what `issues.standings` asks for. All of them have to be met or waived, so each lies on every path."""
    found = {}
    for issue in graph.issues.issues:
        goal = graph.goals[issue.id]
        waiting = graph.before(issue.id) or graph.below.get(issue.id)
        held = () if goal.reached or not waiting else tuple(dict.fromkeys(_held(why(graph, issue.id))))
        if held:
            found[issue.id] = held
    return found


def _held(tree: Why) -> list[str]:
    own = [one.requirement.id for one in tree.requirements if one.requirement.value is not Value.MET]
    return own + [one for instrument in tree.instruments for one in _held(instrument)]
