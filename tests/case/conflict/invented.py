"""Conflicts made at random: parties without names, options, what is infeasible, merged or irreversible, rankings."""

from random import Random

from pourparler.case.conflict.condition import Choice, Condition
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.model import Conflict, Direction, Option
from pourparler.core.errors import InputError

Rankings = list[tuple[tuple[int, ...], ...]]


def invented(random: Random, most_options: int = 5) -> tuple[Conflict, Rankings]:
    """A conflict of 2 to 4 parties with at least one feasible state, and a ranking for each."""
    while True:
        parties = tuple("ABCD"[: random.randint(2, min(4, most_options))])
        count = random.randint(len(parties), most_options)
        owners = [*parties, *(random.choice(parties) for _ in range(count - len(parties)))]
        options = tuple(Option(f"{owner}{place}", owner, _direction(random)) for place, owner in enumerate(owners))
        infeasible = tuple(_condition(random, options) for _ in range(random.choice((0, 0, 1, 1, 2))))
        merged = (_condition(random, options),) if random.random() < 0.3 else ()
        conflict = Conflict(parties, options, infeasible, merged)
        try:
            states = len(draw(conflict))
        except InputError:
            continue
        return conflict, [ranking(random, states) for _ in parties]


def ranking(random: Random, states: int) -> tuple[tuple[int, ...], ...]:
    """A ranking of states numbered from 1, often with ties."""
    depth = random.choice((states, states, 3, 2))
    kinds = [random.randrange(depth) for _ in range(states)] if depth < states else random.sample(range(states), states)
    tied = [tuple(state + 1 for state in range(states) if kinds[state] == kind) for kind in range(depth)]
    return tuple(one for one in tied if one)


def _direction(random: Random) -> Direction:
    return random.choice((Direction.BOTH, Direction.BOTH, Direction.TAKE_ONLY, Direction.DROP_ONLY))


def _condition(random: Random, options: tuple[Option, ...]) -> Condition:
    named = random.sample(options, random.randint(2, min(3, len(options))))
    return Condition((tuple(Choice(option.name, random.random() < 0.5) for option in named),))
