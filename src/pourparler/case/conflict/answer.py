"""The answer under an analyst's hypotheses: stable under all, some or none of the orders that they allow.

Exact for Nash, GMR and SMR whatever is unknown, and for SEQ while the orders of all parties together are few; beyond
that SEQ is exact wherever the bounds decide it, and else said of the orders drawn, with their number and the seed. It
counts nothing and weighs nothing: an order that the hypotheses allow is one, whoever holds it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.bounds import Below, below, stable_where, sure_and_possible
from pourparler.case.conflict.concepts import CONCEPTS, Concept, stable
from pourparler.case.conflict.graph import Graph, Mask
from pourparler.case.conflict.hypothesis import Hypothesis, check_hypotheses, variants
from pourparler.case.conflict.order import Order
from pourparler.case.conflict.partial import Partial, completions, draw
from pourparler.case.conflict.reach import Rule
from pourparler.core.errors import InputError

MOST_LISTED = 64
"""Above so many groups of equal states, orders with anything unknown are drawn, not listed."""


class Verdict(StrEnum):
    """Under which of the orders that the hypotheses allow a state is stable."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go: up to `most` combinations of orders are gone through, else `drawn` are drawn from the seed.

    Without `drawn` it is 1,000, or fewer in a model of more than 300 states, so that the answer comes in seconds.
    """

    most: int = 5_000
    drawn: int | None = None
    seed: int = 1

    def draws(self, states: int) -> int:
        """How many combinations of orders to draw for a model of so many states."""
        return min(1_000, max(50, 300_000 // states)) if self.drawn is None else self.drawn


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of one state (numbered from 1), concept and party; `party` is None for an equilibrium.

    Where `exact` is not set the verdict is of the orders drawn alone.
    """

    state: int
    concept: Concept
    party: str | None
    verdict: Verdict
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Verdicts for every state, with what they rest on."""

    graph: Graph
    hypotheses: tuple[Hypothesis, ...]
    rule: Rule
    orders: tuple[int | None, ...]
    """How many orders of each party the hypotheses allow, None where more than were gone through."""
    drawn: int
    """Combinations of orders drawn, 0 where all were gone through."""
    seed: int
    findings: tuple[Finding, ...]

    def of(self, concept: Concept, party: str | None = None) -> tuple[Finding, ...]:
        """The findings of a concept for one party, or for all parties together, in the order of states."""
        return tuple(f for f in self.findings if f.concept is concept and f.party == party)

    def said(self, finding: Finding) -> str:
        """A finding in words."""
        if finding.exact:
            return f"stable under {finding.verdict} of the orders that the hypotheses allow"
        return f"stable under {finding.verdict} of {self.drawn:,} orders drawn (seed {self.seed}); the rest unknown"


@dataclass(slots=True)
class _Seen:
    """Whether a state was found stable, and whether unstable, of each party and then of all together."""

    stable: Mask
    unstable: Mask


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    graph: Graph
    rule: Rule
    partials: tuple[tuple[Partial, ...], ...]
    """Of each party, its variants."""
    together: tuple[Below, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "together", tuple(below(partials) for partials in self.partials))


def answer(
    graph: Graph, hypotheses: Sequence[Hypothesis], rule: Rule = Rule.STANDARD, effort: Effort | None = None
) -> Answer:
    """Under all, some or none of the orders that the hypotheses allow: every concept, party and state.

    Raises InputError where the hypotheses contradict one another or speak of what is not in the conflict.
    """
    effort = effort or Effort()
    if effort.draws(len(graph)) < 1:
        raise InputError("No order was to be drawn.", "Ask for at least one, or leave the number out.")
    check_hypotheses(graph, hypotheses)
    partials = [tuple(variants(graph, party, hypotheses).values()) for party in graph.conflict.parties]
    known = _Known(graph, rule, tuple(partials))
    listed = [_listed(own, effort.most) for own in partials]
    counts = tuple(None if orders is None else len(orders) for orders in listed)
    few = [orders for orders in listed if orders is not None]
    exact = len(few) == len(listed) and prod(map(len, few)) <= effort.most
    number = 0 if exact else effort.draws(len(graph))
    combinations: Iterator[tuple[Order, ...]] = product(*few) if exact else _drawn(partials, number, effort.seed)
    seen = _sequential(known, combinations)
    findings = [
        finding for concept in CONCEPTS[:3] for finding in _certain(known, concept, *_own_bounds(known, concept))
    ]
    findings += _sequential_findings(known, seen, exact)
    return Answer(graph, tuple(hypotheses), rule, counts, number, effort.seed, tuple(findings))


def _listed(partials: Sequence[Partial], most: int) -> list[Order] | None:
    """Every order that a party's variants allow, each once; None where there are more than `most`."""
    found: dict[bytes, Order] = {}
    for partial in partials:
        if partial.unknown and int(partial.group.max()) >= MOST_LISTED:
            return None
        taken = list(islice(completions(partial), most + 1))
        found |= {order.tobytes(): order for order in taken}
        if len(taken) > most or len(found) > most:
            return None
    return list(found.values())


def _drawn(partials: Sequence[Sequence[Partial]], number: int, seed: int) -> Iterator[tuple[Order, ...]]:
    generator = np.random.default_rng(seed)
    for _ in range(number):
        yield tuple(draw(own[int(generator.integers(len(own)))], generator) for own in partials)


def _own_bounds(known: _Known, concept: Concept) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which states are stable for each party under all its orders, and under some (exact: see `bounds`)."""
    graph = known.graph
    every, some = [], []
    for party, partials in enumerate(known.partials):
        others = [moves for place, moves in enumerate(graph.moves) if place != party]
        each = [below([partial]) for partial in partials]
        how = (concept, known.rule)
        every.append(np.logical_and.reduce([stable_where(graph, party, one.surely, others, how) for one in each]))
        some.append(np.logical_or.reduce([stable_where(graph, party, one.perhaps, others, how) for one in each]))
    return np.array(every), np.array(some)


def _sequential_bounds(known: _Known) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which states are sure to be sequentially stable for each party, and which are not sure to be unstable."""
    graph = known.graph
    pairs = [sure_and_possible(moves, own) for moves, own in zip(graph.moves, known.together, strict=True)]
    every, some = [], []
    for party, own in enumerate(known.together):
        sure = [pair[0] for place, pair in enumerate(pairs) if place != party]
        possible = [pair[1] for place, pair in enumerate(pairs) if place != party]
        every.append(stable_where(graph, party, own.surely, sure, (Concept.SEQ, known.rule)))
        some.append(stable_where(graph, party, own.perhaps, possible, (Concept.SEQ, known.rule)))
    return np.array(every), np.array(some)


def _sequential(known: _Known, combinations: Iterator[tuple[Order, ...]]) -> _Seen:
    graph = known.graph
    shape = (len(graph.moves) + 1, len(graph))
    seen = _Seen(np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_))
    for orders in combinations:
        own = [stable(graph, orders, party, Concept.SEQ, known.rule) for party in range(len(orders))]
        found = np.array([*own, np.logical_and.reduce(own)])
        seen.stable |= found
        seen.unstable |= ~found
    return seen


def _certain(known: _Known, concept: Concept, every: Mask, some: Mask) -> Iterator[Finding]:
    """Findings where all and some are known for each party, and the parties' orders do not depend on one another."""
    named: list[str | None] = [*known.graph.conflict.parties, None]
    of_all = zip(named, [*every, every.all(axis=0)], [*some, some.all(axis=0)], strict=True)
    for party, sure, possible in of_all:
        for place in range(len(known.graph)):
            verdict = Verdict.ALL if sure[place] else Verdict.SOME if possible[place] else Verdict.NONE
            yield Finding(place + 1, concept, party, verdict, True)


def _sequential_findings(known: _Known, seen: _Seen, exact: bool) -> Iterator[Finding]:
    every, some = _sequential_bounds(known)
    named: list[str | None] = [*known.graph.conflict.parties, None]
    rows = zip(named, [*every, every.all(axis=0)], [*some, some.all(axis=0)], strict=True)
    for row, (party, sure, possible) in enumerate(rows):
        for place in range(len(known.graph)):
            held, failed = bool(seen.stable[row, place]), bool(seen.unstable[row, place])
            if sure[place] or not possible[place]:
                yield Finding(place + 1, Concept.SEQ, party, Verdict.ALL if sure[place] else Verdict.NONE, True)
                continue
            verdict = Verdict.SOME if held and failed else Verdict.ALL if held else Verdict.NONE
            yield Finding(place + 1, Concept.SEQ, party, verdict, exact or (held and failed))
