"""The answer under an analyst's hypotheses: stable under all, some or none of the orders that they allow.

Exact for Nash, GMR and SMR whatever is unknown, and for SEQ while the orders of all parties together are few; beyond
that SEQ is exact wherever the bounds decide it, and else said of the orders drawn, with their number and the seed. It
counts nothing and weighs nothing: an order that the hypotheses allow is one, whoever holds it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.bounds import Below, Ground, below, joint, stable_where
from pourparler.case.conflict.concepts import CONCEPTS, Concept, stable
from pourparler.case.conflict.graph import Graph, Mask
from pourparler.case.conflict.hypothesis import Hypothesis, check_hypotheses, variants
from pourparler.case.conflict.order import Order
from pourparler.case.conflict.partial import Partial, completions, draw
from pourparler.case.conflict.reach import Rule
from pourparler.case.conflict.sequential import Known, Proved, bounds, prove
from pourparler.core.errors import InputError

MOST_LISTED = 64
"""Above so many groups of equal states, orders with anything unknown are drawn, not listed."""
MOST_MOVES = 15_000_000
"""Moves that are followed at most, over all orders drawn: some seconds."""
FEWEST_VARIANTS, MOST_VARIANTS = 4, 1 << 13
"""Combinations of the parties' variants that are gone through: so many, or as many as the second by the states."""


class Verdict(StrEnum):
    """Under which of the orders that the hypotheses allow a state is stable."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Effort:
    """How far to go: up to `most` combinations of orders are gone through, else `drawn` are drawn from the seed.

    Without `drawn` it is 1,000, or fewer in a model of many moves, so that the answer comes in seconds. Drawing ends
    where nothing is open any more.
    """

    most: int = 5_000
    drawn: int | None = None
    seed: int = 1

    def draws(self, graph: Graph) -> int:
        """How many combinations of orders to draw at most for a model."""
        moves = sum(moves.starts.size for moves in graph.moves) * len(graph.moves)
        return min(1_000, max(10, MOST_MOVES // max(1, moves))) if self.drawn is None else self.drawn


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
class _Case:
    ground: Ground
    partials: tuple[tuple[Partial, ...], ...]
    """Of each party, its variants."""
    below: tuple[tuple[Below, ...], ...]

    @property
    def parties(self) -> range:
        return range(len(self.partials))


def answer(
    graph: Graph, hypotheses: Sequence[Hypothesis], rule: Rule = Rule.STANDARD, effort: Effort | None = None
) -> Answer:
    """Under all, some or none of the orders that the hypotheses allow: every concept, party and state.

    Raises InputError where the hypotheses contradict one another or speak of what is not in the conflict.
    """
    effort = effort or Effort()
    if effort.drawn is not None and effort.drawn < 1:
        raise InputError("No order was to be drawn.", "Ask for at least one, or leave the number out.")
    check_hypotheses(graph, hypotheses)
    partials = tuple(tuple(variants(graph, party, hypotheses).values()) for party in graph.conflict.parties)
    case = _Case(Ground(graph, rule), partials, tuple(tuple(map(below, own)) for own in partials))
    findings = [finding for concept in CONCEPTS[:3] for finding in _certain(case, concept, *_own_bounds(case, concept))]
    proved = _proved(case)
    orders = tuple(_listed(own, effort.most) for own in partials)
    counts = tuple(None if every is None else len(every) for every in orders)
    seen = _Seen(proved.held, proved.failed)
    few = [every for every in orders if every is not None]
    exact = len(few) == len(orders) and prod(map(len, few)) <= effort.most
    combinations = product(*few) if exact else _drawn(partials, effort.draws(graph), effort.seed)
    gone_through = _go_through(case, proved, seen, combinations)
    drawn = 0 if exact else gone_through
    findings += _sequential_findings(case, proved, seen, exact)
    return Answer(graph, tuple(hypotheses), rule, counts, drawn, effort.seed, tuple(findings))


def _listed(partials: Sequence[Partial], most: int) -> list[Order] | None:
    """Every order that a party's variants allow, each once; None where there are more than `most`."""
    found: dict[bytes, Order] = {}
    for partial in partials:
        if len(partial.groups) > MOST_LISTED and partial.unknown:
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


def _own_bounds(case: _Case, concept: Concept) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which states are stable for each party under all its orders, and under some (exact: see `bounds`)."""
    every, some = [], []
    for party, own in enumerate(case.below):
        sure = [stable_where(case.ground, party, one.surely, concept) for one in own]
        perhaps = [stable_where(case.ground, party, one.perhaps, concept) for one in own]
        every.append(np.logical_and.reduce(sure))
        some.append(np.logical_or.reduce(perhaps))
    return np.array(every), np.array(some)


def _proved(case: _Case) -> Proved:
    """What can be proved of sequential stability, over the combinations of the parties' variants.

    What all variants have together bounds the rest; then combination after combination is gone through while anything
    is open, and where none is left out, what is sure and possible in each is known of all.
    """
    number = prod(map(len, case.below))
    if number == 1:
        return prove(Known.of(case.ground, [tables for (tables,) in case.below]))
    found = bounds(Known.of(case.ground, [joint(own) for own in case.below]))
    every, some = np.ones_like(found.sure), np.zeros_like(found.possible)
    held, failed = found.held.copy(), found.failed.copy()
    gone_through = 0
    for tables in islice(product(*case.below), max(FEWEST_VARIANTS, MOST_VARIANTS // len(case.ground.graph))):
        if not _open(found, _Seen(held, failed)).any():
            break
        one = prove(Known.of(case.ground, tables))
        gone_through += 1
        held, failed = held | one.held, failed | one.failed
        every, some = every & one.sure, some | one.possible
    if gone_through < number:
        return Proved(found.sure, found.possible, held, failed)
    return Proved(found.sure | every, found.possible & some, held, failed)


def _open(proved: Proved, seen: _Seen) -> NDArray[np.bool_]:
    """What is neither proved nor met both ways."""
    return np.asarray(proved.possible & ~proved.sure & ~(seen.stable & seen.unstable))


def _go_through(case: _Case, proved: Proved, seen: _Seen, combinations: Iterator[tuple[Order, ...]]) -> int:
    """Solve under one combination of orders after the other while anything is open; how many it took."""
    graph, rule = case.ground.graph, case.ground.rule
    number = 0
    for orders in combinations:
        rows: Mask = np.asarray(_open(proved, seen).any(axis=1))
        if not rows.any():
            break
        number += 1
        together = np.ones(len(graph), dtype=np.bool_)
        for party in np.flatnonzero(rows[:-1] | rows[-1]).tolist():
            own = stable(graph, orders, party, Concept.SEQ, rule)
            seen.stable[party] |= own
            seen.unstable[party] |= ~own
            together &= own
        if rows[-1]:
            seen.stable[-1] |= together
            seen.unstable[-1] |= ~together
    return number


def _certain(case: _Case, concept: Concept, every: Mask, some: Mask) -> Iterator[Finding]:
    """Findings where all and some are known for each party, and the parties' orders do not depend on one another."""
    named: list[str | None] = [*case.ground.graph.conflict.parties, None]
    of_all = zip(named, [*every, every.all(axis=0)], [*some, some.all(axis=0)], strict=True)
    for party, sure, possible in of_all:
        for place in range(len(case.ground.graph)):
            verdict = Verdict.ALL if sure[place] else Verdict.SOME if possible[place] else Verdict.NONE
            yield Finding(place + 1, concept, party, verdict, True)


def _sequential_findings(case: _Case, proved: Proved, seen: _Seen, exact: bool) -> Iterator[Finding]:
    left = _open(proved, seen)
    for row, party in enumerate([*case.ground.graph.conflict.parties, None]):
        for place in range(len(case.ground.graph)):
            if proved.sure[row, place] or not proved.possible[row, place]:
                verdict = Verdict.ALL if proved.sure[row, place] else Verdict.NONE
            elif left[row, place]:
                verdict = Verdict.ALL if seen.stable[row, place] else Verdict.NONE
            else:
                verdict = Verdict.SOME
            yield Finding(place + 1, Concept.SEQ, party, verdict, exact or not left[row, place])
