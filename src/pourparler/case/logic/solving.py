"""The minimal sets of moves under which a goal holds, in a system whose heads may rest on each other in circles."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.logic.diagram import FALSE, Diagrams
from pourparler.case.logic.formula import AtLeast, Formula, Head, Leaf, System, heads


def minimal_sets(system: System, goal: str, largest: int | None = None) -> list[frozenset[str]]:
    """All minimal sets of leaves under which a goal holds, the smallest first; with `largest`, those of at most so
    many leaves. The empty set alone where it holds anyway; none where nothing brings it about."""
    diagrams, found = solve(system, goal)
    return listed(diagrams, found, largest)


def stopping_sets(system: System, goal: str, largest: int | None = None) -> list[frozenset[str]]:
    """All minimal sets of leaves without which a goal cannot hold, whatever else does; each has a leaf in common with
    each set of `minimal_sets`. The empty set alone where nothing brings the goal about."""
    diagrams, found = solve(system, goal)
    return listed(diagrams, diagrams.dual(found), largest)


def listed(diagrams: Diagrams, found: int, largest: int | None = None) -> list[frozenset[str]]:
    """The minimal sets of a diagram, the smallest first, then in the order of the leaves."""
    place = {name: number for number, name in enumerate(diagrams.order)}
    sets = diagrams.sets(diagrams.minimal(found), largest)
    return sorted(sets, key=lambda one: (len(one), sorted(place[name] for name in one)))


def solve(
    system: System, goal: str, order: Sequence[str] | None = None, most: int | None = None
) -> tuple[Diagrams, int]:
    """The diagram of a goal in the least solution of a system, and what holds it; raises Tangled where it takes more
    than `most` nodes.

    Heads that rest on each other are solved together, step by step from nothing holding until nothing changes; all
    others once, each after those that it rests on.
    """
    diagrams = Diagrams(order if order is not None else order_of(system, goal), most)
    known: dict[str, int] = {}
    for circle in circles(system, goal):
        known |= dict.fromkeys(circle, FALSE)
        while True:
            now = {head: diagram_of(diagrams, system[head], known) for head in circle}
            changed = any(known[head] != now[head] for head in circle)
            known |= now
            if not changed or not _turns(system, circle):
                break
    return diagrams, known.get(goal, FALSE)


def diagram_of(diagrams: Diagrams, formula: Formula, known: Mapping[str, int]) -> int:
    """The diagram of a formula, its heads as they are known; one that is not known never holds."""
    match formula:
        case Leaf(name):
            return diagrams.leaf(name)
        case Head(name):
            return known.get(name, FALSE)
        case AtLeast(number, parts):
            return diagrams.at_least(number, [diagram_of(diagrams, part, known) for part in parts])


def order_of(system: System, goal: str) -> list[str]:
    """The leaves that a goal rests on, as they are met going down from it: those of one branch stand together."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    left: list[Formula] = [Head(goal)]
    while left:
        match left.pop():
            case Leaf(name):
                found.setdefault(name)
            case Head(name):
                if name not in seen and name in system:
                    seen.add(name)
                    left.append(system[name])
            case AtLeast(_, parts):
                left.extend(reversed(parts))
    return list(found)


def _turns(system: System, circle: tuple[str, ...]) -> bool:
    """True where heads really rest on each other, or one on itself."""
    return len(circle) > 1 or circle[0] in set(heads(system[circle[0]]))


def circles(system: System, goal: str) -> list[tuple[str, ...]]:
    """The heads that a goal rests on, each after those it rests on; those that rest on each other stand together.

    Strongly connected components after Tarjan 1972, without recursion, so that a long chain is no trouble.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: dict[str, None] = {}
    found: list[tuple[str, ...]] = []
    work: list[tuple[str, Iterator[str]]] = []

    def enter(head: str) -> None:
        index[head] = low[head] = len(index)
        waiting[head] = None
        work.append((head, iter(dict.fromkeys(name for name in heads(system[head]) if name in system))))

    if goal in system:
        enter(goal)
    while work:
        head, rest = work[-1]
        below = next(rest, None)
        if below is None:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[head])
            if low[head] == index[head]:
                members = list(waiting)[list(waiting).index(head) :]
                found.append(tuple(members))
                for member in members:
                    del waiting[member]
        elif below not in index:
            enter(below)
        elif below in waiting:
            low[head] = min(low[head], index[below])
    return found
