"""What still stands before a goal if some moves were made, in words and as values."""

from enum import StrEnum

from pourparler.case.conditions.requirement import Requirement, Value
from pourparler.case.conditions.supposing import Supposed
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import goal_words
from pourparler.faces.system.values import Values, move_values
from pourparler.faces.wording.names import counted, some
from pourparler.faces.wording.quoting import upper_first

NOT_THAT = "This does not tell that anybody will make a move, nor that the goal then comes about."


class Then(StrEnum):
    """What becomes of a condition when moves are supposed to be made."""

    STANDS = "still stands"
    CLEARED = "cleared"
    NOT_ASKED = "no longer asked for"


def then_of(found: Supposed, one: Requirement) -> Then:
    """What becomes of a condition that a goal waits for."""
    if one.id in found.cleared:
        return Then.CLEARED
    return Then.STANDS if one.id in found.standing else Then.NOT_ASKED


def supposed_words(asking: Asking, found: Supposed) -> str:
    """What still stands: if these 2 moves were made, 5 of 7 conditions would still stand before “ceasefire”."""
    goal = asking.graph.goals[found.goal]
    name, number = goal_words(asking.lookup, goal), len(found.concerned)
    if found.made:
        return _then_words(found, name)
    if goal.reached:
        return f"{upper_first(name)} is told to have come about; it waits for nothing."
    if not number:
        return f"Nothing known stands before {name}."
    not_met = sum(one.value is Value.UNMET for one in found.concerned)
    told = f", {not_met} of them told as not met" if not_met else ""
    return f"{some(number, 'condition stands', 'conditions stand')} before {name}{told}."


def _then_words(found: Supposed, name: str) -> str:
    moves = "this move were" if len(found.made) == 1 else f"these {len(found.made)} moves were"
    if found.left.free:
        return f"If {moves} made, nothing known would stand before {name}."
    number, left = len(found.concerned), len(found.standing)
    of = (
        "the condition"
        if number == 1
        else f"all {number} conditions"
        if left == number
        else f"{left} of {number} conditions"
    )
    clear = "minimal set of further moves clears" if found.left.total == 1 else "minimal sets of further moves clear"
    rest = f"{counted(found.left.total)} {clear} what is left"
    if found.left.tangled:
        rest = "more minimal sets of further moves clear what is left than can be counted"
    return f"If {moves} made, {of} would still stand before {name}; {rest}."


def supposed_values(found: Supposed) -> Values:
    """What is supposed and what then stands, for JSON."""
    return {
        "made": [move_values(move) for move in found.made],
        "not_moves_of_it": list(found.unknown),
        "standing": list(found.standing),
        "cleared": list(found.cleared),
        "moves": [move_values(move) for move in found.moves],
    }
