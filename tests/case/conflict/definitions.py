"""The definitions of the graph model in plain loops over dictionaries, written apart from what they check.

States are tuples of yes and no; sequences of moves are walked one by one, with the last mover remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from pourparler.case.conflict.model import Conflict


@dataclass(frozen=True, slots=True)
class Plain:
    """A conflict as sets: its states as binary numbers, each party's moves, and each party's liking."""

    states: list[int]
    moves: dict[str, dict[int, list[int]]]
    liking: dict[str, dict[int, int]]
    rule: str

    @classmethod
    def of(cls, conflict: Conflict, rankings: Sequence[Sequence[Sequence[int]]], rule: str) -> "Plain":
        """A conflict; a merged state goes by the largest of its combinations and moves from any of them."""
        names = [option.name for option in conflict.options]
        rows = [dict(zip(names, row[::-1], strict=True)) for row in product((False, True), repeat=len(names))]
        feasible = [row for row in rows if not any(_holds(condition.any_of, row) for condition in conflict.infeasible)]
        one: dict[int, int] = {_number(row, names): _number(row, names) for row in feasible}
        for condition in conflict.merged:
            alike = {one[_number(row, names)] for row in feasible if _holds(condition.any_of, row)}
            one = {number: max(alike) if state in alike else state for number, state in one.items()}
        states = sorted(set(one.values()))
        moves: dict[str, dict[int, list[int]]] = {}
        for party in conflict.parties:
            ends: dict[int, set[int]] = {state: set() for state in states}
            for row in feasible:
                for other in feasible:
                    if _may(conflict, party, row, other):
                        ends[one[_number(row, names)]].add(one[_number(other, names)])
            moves[party] = {state: sorted(found - {state}) for state, found in ends.items()}
        liking = {
            party: {states[state - 1]: -depth for depth, tied in enumerate(ranking) for state in tied}
            for party, ranking in zip(conflict.parties, rankings, strict=True)
        }
        return cls(states, moves, liking, rule)

    def reach(self, members: Sequence[str], start: int, liked: bool) -> set[int]:
        """Where members come to by legal sequences, each step to the mover's liking where that is asked."""
        found: set[int] = set()
        walked: set[tuple[int, str]] = set()

        def walk(state: int, last: str) -> None:
            if self.rule == "one_move_of_one_party" and last:
                return
            for mover in members:
                if mover == last and self.rule == "no_party_twice_in_a_row":
                    continue
                for end in self.moves[mover][state]:
                    if liked and self.liking[mover][end] <= self.liking[mover][state]:
                        continue
                    found.add(end)
                    if (end, mover) not in walked:
                        walked.add((end, mover))
                        walk(end, mover)

        walk(start, "")
        return found


def plain_stable(plain: Plain, party: str, state: int, concept: str) -> bool:
    """Whether a state is stable for a party, word for word as the concept is defined."""
    liking = plain.liking[party]
    others = [other for other in plain.moves if other != party]
    for better in plain.moves[party][state]:
        if liking[better] <= liking[state]:
            continue
        if concept == "nash":
            return False
        answered = False
        for answer in plain.reach(others, better, liked=concept == "seq"):
            if liking[answer] > liking[state]:
                continue
            if concept == "smr" and any(liking[back] > liking[state] for back in plain.moves[party][answer]):
                continue
            answered = True
        if not answered:
            return False
    return True


def _holds(patterns: Sequence[Sequence[object]], row: dict[str, bool]) -> bool:
    return any(all(row[getattr(one, "option")] == getattr(one, "taken") for one in pattern) for pattern in patterns)  # noqa: B009


def _number(row: dict[str, bool], names: Sequence[str]) -> int:
    return sum(2**place for place, name in enumerate(names) if row[name])


def _may(conflict: Conflict, party: str, row: dict[str, bool], other: dict[str, bool]) -> bool:
    for option in conflict.options:
        before, after = row[option.name], other[option.name]
        if before == after:
            continue
        if option.party != party:
            return False
        if option.direction.value == "take_only" and before:
            return False
        if option.direction.value == "drop_only" and after:
            return False
    return True
