"""Which parts may be of one entry: candidate pairs found by blocking, and the components that they join.

A part is what one report tells of one entry. It is looked up under its marks (sorted neighbourhood: under each mark
the parts stand in the order of the reports, and a part is a candidate for the few before it). Pairs that may be of one
entry are linked; what no chain of links joins can never be one entry, so each component is grouped by itself, and only
components that a part came to or went from are grouped again. Nothing depends on the order in which parts are put in.

Blocking by sorted neighbourhood: Hernández and Stolfo, "The merge/purge problem for large databases", 1995.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pourparler.core.account import Account

P = TypeVar("P")

Order = tuple[Any, ...]

WINDOW = 24
"""Parts before one, under each of its marks, that are candidates. On the train negotiations of the corpus, of fifteen
reports each, 12 and 24 find the same pairs, 6 three in a thousand fewer of instruments and 48 two in a thousand more;
records that grow want the room."""

LIKELY = 16
"""Candidates that are compared: those that share most marks. Set by hand."""


@dataclass(slots=True, eq=False)
class Node(Generic[P]):
    """A part in its place: the marks it stands under, and those it is linked with."""

    part: P
    order: Order
    marks: tuple[Hashable, ...]
    accounts: tuple[Account, ...]
    sought: dict["Node[P]", bool] = field(default_factory=dict)
    """Earlier nodes that it was compared with, and whether the two may be one."""
    later: set["Node[P]"] = field(default_factory=set)
    """Later nodes that were linked to it."""
    component: "Component[P] | None" = None
    is_in: bool = True

    def linked(self) -> Iterable["Node[P]"]:
        """The nodes that one link joins to it."""
        yield from (node for node, near in self.sought.items() if near)
        yield from self.later


@dataclass(slots=True, eq=False)
class Component(Generic[P]):
    """Parts that links join, in their order, with what was made of them."""

    nodes: tuple[Node[P], ...]


@dataclass(slots=True)
class Effort:
    """What was done, in numbers that are the same on every machine: pairs compared, components made."""

    pairs: int = 0
    components: int = 0


class Components(Generic[P]):
    """The components of one kind of part, kept as parts come and go."""

    def __init__(self, near: Callable[[P, P], bool]) -> None:
        """`near` says whether two parts, the later first, may be of one entry."""
        self._near = near
        self._shelves: defaultdict[Hashable, list[tuple[Order, Node[P]]]] = defaultdict(list)
        self._nodes: dict[int, Node[P]] = {}
        self._stale: set[Node[P]] = set()
        self._broken: set[Component[P]] = set()
        self._loose: set[Node[P]] = set()
        self._holding: dict[str, Node[P]] = {}
        self._tied: Mapping[str, frozenset[str]] = {}
        self.effort = Effort()

    def put(self, part: P, order: Order, marks: Iterable[Hashable], accounts: Sequence[Account]) -> None:
        """Add a part; no two parts have one order."""
        node = Node(part, order, tuple(dict.fromkeys(marks)), tuple(accounts))
        self._nodes[id(part)] = node
        self._loose.add(node)
        self._stale.add(node)
        for mark in node.marks:
            shelf = self._shelves[mark]
            place = bisect_left(shelf, order, key=_order)
            self._stale.update(later for _, later in shelf[place : place + WINDOW])
            shelf.insert(place, (order, node))
        for account in accounts:
            self._holding[account.id] = node

    def drop(self, part: P) -> None:
        """Take away a part that was put in."""
        node = self._nodes.pop(id(part))
        node.is_in = False
        for mark in node.marks:
            shelf = self._shelves[mark]
            place = bisect_left(shelf, node.order, key=_order)
            del shelf[place]
            self._stale.update(later for _, later in shelf[place : place + WINDOW])
            if not shelf:
                del self._shelves[mark]
        for earlier in node.sought:
            earlier.later.discard(node)
        for later in node.later:
            later.sought.pop(node, None)
        for account in node.accounts:
            if self._holding.get(account.id) is node:
                del self._holding[account.id]
        self._stale.discard(node)
        self._loose.discard(node)
        self._break(node)

    def tie(self, ties: Mapping[str, frozenset[str]], touched: Iterable[str]) -> None:
        """Join the parts of accounts that a person has put together, by id; `touched` are accounts of judgements that
        came or went."""
        self._tied = ties
        for account in touched:
            node = self._holding.get(account)
            if node:
                self._break(node)

    def settle(self) -> tuple[set[Component[P]], set[Component[P]]]:
        """The components that are gone since it was last settled, and those that are new."""
        for node in self._stale:
            self._seek(node)
        self._stale = set()
        gone, self._broken = self._broken, set()
        waiting = {node for component in gone for node in component.nodes if node.is_in} | self._loose
        self._loose = set()
        fresh: set[Component[P]] = set()
        while waiting:
            nodes = self._reach(waiting.pop())
            waiting -= nodes
            component = Component(tuple(sorted(nodes, key=lambda node: node.order)))
            gone |= {node.component for node in nodes if node.component}
            for node in nodes:
                node.component = component
            fresh.add(component)
        self.effort.components += len(fresh)
        return gone, fresh

    def _seek(self, node: Node[P]) -> None:
        """Find the candidates of a node anew, and link it to those that may be one with it."""
        shared: Counter[Node[P]] = Counter()
        for mark in node.marks:
            shelf = self._shelves[mark]
            place = bisect_left(shelf, node.order, key=_order)
            shared.update(earlier for _, earlier in shelf[max(0, place - WINDOW) : place])
        likely = sorted(shared, key=lambda each: (shared[each], each.order), reverse=True)[:LIKELY]
        before, node.sought = node.sought, {}
        for earlier in likely:
            near = before.get(earlier)
            if near is None:
                self.effort.pairs += 1
                near = self._near(node.part, earlier.part)
            node.sought[earlier] = near
        now = {earlier for earlier, near in node.sought.items() if near}
        then = {earlier for earlier, near in before.items() if near}
        for earlier in now ^ then:
            self._break(earlier)
            self._break(node)
            (earlier.later.add if earlier in now else earlier.later.discard)(node)

    def _break(self, node: Node[P]) -> None:
        """Have the component of a node made again."""
        if node.component is None:
            self._loose.add(node)
        else:
            self._broken.add(node.component)

    def _reach(self, node: Node[P]) -> set[Node[P]]:
        """All nodes that links join to a node."""
        found, rim = {node}, [node]
        while rim:
            here = rim.pop()
            for other in (*here.linked(), *self._ties_of(here)):
                if other not in found:
                    found.add(other)
                    rim.append(other)
        return found

    def _ties_of(self, node: Node[P]) -> Iterable[Node[P]]:
        for account in node.accounts if self._tied else ():
            for other in self._tied.get(account.id, ()):
                tied = self._holding.get(other)
                if tied:
                    yield tied


def _order(place: tuple[Order, Node[P]]) -> Order:
    return place[0]
