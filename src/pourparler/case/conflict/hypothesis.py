"""What an analyst supposes a party prefers: named, with a reason, tied to entries of the record or marked assumed.

Hypotheses of one party hold together. Those with a `variant` are rivals of those with another: the ones without a
variant hold in every variant. What no hypothesis says is unknown, never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pourparler.case.conflict.condition import Condition
from pourparler.case.conflict.graph import Graph, Mask
from pourparler.case.conflict.order import by_priorities
from pourparler.case.conflict.partial import Partial, close
from pourparler.core.errors import InputError


@dataclass(frozen=True, slots=True)
class Above:
    """Every state where `better` holds and `worse` does not is above every state the other way round."""

    better: Condition
    worse: Condition


@dataclass(frozen=True, slots=True)
class AllElseEqual:
    """Of states that differ in nothing but the options of a condition, those where it holds are above the others."""

    wanted: Condition


@dataclass(frozen=True, slots=True)
class InOrder:
    """These states (numbered from 1), best first, ties in one tuple; states left out stay unknown."""

    states: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Priorities:
    """The most important first: of two states the one that meets the first statement on which they differ is above.

    States that meet the same statements are equal where `rest_equal`, else unknown.
    """

    statements: tuple[Condition, ...]
    rest_equal: bool = False


@dataclass(frozen=True, slots=True)
class Equal:
    """All states where this holds are equal."""

    states: Condition


Statement = Above | AllElseEqual | InOrder | Priorities | Equal
ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A named supposition of an analyst on one party's preference.

    `evidence` are ids of entries that it rests on; without any it is assumed, and shown so.
    """

    name: str
    party: str
    statements: tuple[Statement, ...]
    because: str
    evidence: tuple[str, ...] = ()
    variant: str = ""

    @property
    def rests_on(self) -> str:
        """The ids it rests on, or `assumed`."""
        return ", ".join(self.evidence) or ASSUMED


def variants(graph: Graph, party: str, hypotheses: Sequence[Hypothesis]) -> dict[str, Partial]:
    """What is known of a party's preference in each variant of its hypotheses ("" where there are none).

    Raises InputError where the hypotheses of a variant contradict one another.
    """
    graph.conflict.place(party)
    own = [hypothesis for hypothesis in hypotheses if hypothesis.party == party]
    names = sorted({hypothesis.variant for hypothesis in own} - {""}) or [""]
    found = {}
    for name in names:
        held = [hypothesis for hypothesis in own if hypothesis.variant in ("", name)]
        found[name] = _known(graph, held)
    return found


def check_hypotheses(graph: Graph, hypotheses: Sequence[Hypothesis]) -> None:
    """Refuses (InputError) hypotheses without a name or a reason, with one name twice, or of a party not there."""
    seen: set[str] = set()
    for hypothesis in hypotheses:
        graph.conflict.place(hypothesis.party)
        if not hypothesis.name.strip() or not hypothesis.because.strip():
            raise InputError(
                f"A hypothesis on {hypothesis.party} has no name or no reason.", "Name it and say because of what."
            )
        if hypothesis.name in seen:
            raise InputError(f"Two hypotheses are named {hypothesis.name!r}.", "Give each a name of its own.")
        seen.add(hypothesis.name)


def _known(graph: Graph, held: Sequence[Hypothesis]) -> Partial:
    """What hypotheses say together; InputError names the one that contradicts itself, else all that do not agree."""
    try:
        return _closed(graph, held)
    except InputError as error:
        for hypothesis in held:
            _check_alone(graph, hypothesis)
        names = ", ".join(repr(hypothesis.name) for hypothesis in held)
        raise InputError(f"The hypotheses {names} contradict one another. {error.what}", error.todo) from error


def _check_alone(graph: Graph, hypothesis: Hypothesis) -> None:
    try:
        _closed(graph, (hypothesis,))
    except InputError as error:
        what = f"The hypothesis {hypothesis.name!r} contradicts itself. {error.what}"
        raise InputError(what, "Leave one of its statements away.") from error


def _closed(graph: Graph, held: Sequence[Hypothesis]) -> Partial:
    above = np.zeros((len(graph), len(graph)), dtype=np.bool_)
    equal = np.zeros_like(above)
    for hypothesis in held:
        for statement in hypothesis.statements:
            more, same = _pairs(graph, statement)
            above |= more
            equal |= same
    return close(above, equal)


def _pairs(graph: Graph, statement: Statement) -> tuple[Mask, Mask]:
    """The pairs of states that a statement makes better, and those that it makes equal."""
    nothing = np.zeros((len(graph), len(graph)), dtype=np.bool_)
    match statement:
        case Above(better, worse):
            one, other = graph.where(better), graph.where(worse)
            return _each(one & ~other, other & ~one), nothing
        case AllElseEqual(wanted):
            met = graph.where(wanted)
            return _each(met, ~met) & _alike_but_for(graph, wanted.options), nothing
        case InOrder(states):
            return _ranked(graph, states)
        case Priorities(statements, rest_equal):
            order = by_priorities(graph, statements)
            alike = order[:, None] == order[None, :]
            return order[:, None] > order[None, :], alike if rest_equal else nothing
        case Equal(states):
            met = graph.where(states)
            return nothing, _each(met, met)


def _each(one: Mask, other: Mask) -> Mask:
    """Every pair of a state of one kind with one of the other."""
    return np.asarray(one[:, None] & other[None, :])


def _ranked(graph: Graph, states: tuple[tuple[int, ...], ...]) -> tuple[Mask, Mask]:
    """The pairs of a ranking; a state that stands in two places of it is above itself, which `close` refuses."""
    above = np.zeros((len(graph), len(graph)), dtype=np.bool_)
    equal = np.zeros_like(above)
    left = np.zeros(len(graph), dtype=np.bool_)
    for tied in reversed(states):
        places = [graph.place(state) for state in tied]
        above[places] |= left
        left[places] = True
        if len(places) > 1:
            equal[np.ix_(places, places)] = True
    return above, equal


def _alike_but_for(graph: Graph, names: frozenset[str]) -> Mask:
    """Which pairs of states take the same options, those named left out of account."""
    kept = sum(1 << place for place, option in enumerate(graph.conflict.options) if option.name not in names)
    taken = [frozenset(code & kept for code in codes) for codes in graph.codes]
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(taken))}
    kinds = np.array([numbers[kind] for kind in taken])
    return np.asarray(kinds[:, None] == kinds[None, :])
