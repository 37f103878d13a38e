"""The `.gmcr` file of GMCR+ (gmcr-py): JSON with parties, options, infeasible conditions and preferences.

What the file says, as its public schema and example files have it: `options` (`name`, `permittedDirection` both | fwd |
back), `decisionMakers` (`name`, `options` by number from 0, `preferences` as conditions, the most important first,
`preferenceRanking` as states numbered from 1, ties as inner lists), `infeasibles`, `useManualPreferenceRanking` (that
rankings count rather than conditions). A condition is a list of `[option, "Y" | "N"]`, or `{"compound": true,
"members": [...]}`. Older files say `preferenceVector` and `useManualPreferenceVectors`. Every other field is kept.
"""

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from pourparler.case.conflict.condition import Choice, Condition, Pattern
from pourparler.case.conflict.graph import Graph
from pourparler.case.conflict.model import Conflict, Direction, Option, check
from pourparler.case.conflict.order import Order, Ranking, by_priorities, by_ranking
from pourparler.core.errors import InputError

DIRECTIONS = {"both": Direction.BOTH, "fwd": Direction.TAKE_ONLY, "back": Direction.DROP_ONLY}
WORDS = {direction: word for word, direction in DIRECTIONS.items()}
MANUAL = ("useManualPreferenceRanking", "useManualPreferenceVectors")
RANKING = ("preferenceRanking", "preferenceVector")


@dataclass(frozen=True, slots=True)
class Preference:
    """What a file says of one party's preference: conditions, and a ranking where it has one."""

    statements: tuple[Condition, ...] = ()
    ranking: Ranking | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds. `by_hand`: the rankings count, not the conditions. `other`: the file as it was read."""

    conflict: Conflict
    preferences: tuple[Preference, ...]
    by_hand: bool = False
    other: dict[str, Any] = field(default_factory=dict)


def orders(graph: Graph, saved: Saved) -> tuple[Order, ...]:
    """The order of each party that a file says; raises InputError where a ranking does not fit the states."""
    return tuple(
        by_ranking(graph, preference.ranking)
        if saved.by_hand and preference.ranking is not None
        else by_priorities(graph, preference.statements)
        for preference in saved.preferences
    )


def read(text: str) -> Saved:
    """What a file says; raises InputError where it is no such file or says what cannot be modelled here."""
    try:
        body = json.loads(text)
        names = _names(body)
        owners = _owners(body)
        conflict = Conflict(
            tuple(maker["name"] for maker in body["decisionMakers"]),
            tuple(
                Option(name, owner, DIRECTIONS[option.get("permittedDirection", "both")])
                for name, owner, option in zip(names, owners, body["options"], strict=True)
            ),
            tuple(_condition(node, names) for node in body["infeasibles"]),
        )
        preferences = tuple(_preference(maker, names) for maker in body["decisionMakers"])
        by_hand = bool(next((body[key] for key in MANUAL if key in body), False))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"This is no .gmcr file that can be read: {type(error).__name__} {error}.",
            "Save it again from GMCR+ and read that file.",
        ) from error
    check(conflict)
    return Saved(conflict, preferences, by_hand, body)


def write(saved: Saved) -> str:
    """The file's text: fields that were read and are not known here are as they were.

    Raises InputError where the conflict merges states, which the format cannot say.
    """
    conflict = saved.conflict
    check(conflict)
    if conflict.merged:
        raise InputError("A .gmcr file cannot say that states are merged.", "Write the conflict without merged states.")
    body = deepcopy(saved.other)
    numbers = {option.name: place for place, option in enumerate(conflict.options)}
    body["options"] = [
        {**_at(saved.other, "options", place), "name": _plain(saved, place), "permittedDirection": WORDS[one.direction]}
        for place, one in enumerate(conflict.options)
    ]
    body["decisionMakers"] = [_maker(saved, place, numbers) for place in range(len(conflict.parties))]
    body["infeasibles"] = _nodes(conflict.infeasible, saved.other.get("infeasibles", []), numbers)
    body[next((key for key in MANUAL if key in body), MANUAL[0])] = saved.by_hand
    if not saved.other:
        body |= {"program": "pourparler", "coalitions": list(range(len(conflict.parties)))}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _names(body: dict[str, Any]) -> tuple[str, ...]:
    """A name of its own for every option; one that two parties use gets its party's name behind it."""
    plain = [str(option["name"]) for option in body["options"]]
    owners = _owners(body)
    named = [name if plain.count(name) == 1 else f"{name} ({owner})" for name, owner in zip(plain, owners, strict=True)]
    return tuple(name if named.count(name) == 1 else f"{name} {place + 1}" for place, name in enumerate(named))


def _owners(body: dict[str, Any]) -> tuple[str, ...]:
    owners: dict[int, str] = {}
    for maker in body["decisionMakers"]:
        for place in maker["options"]:
            if place in owners:
                raise InputError(
                    f"The option {place} of the file belongs to {owners[place]!r} and to {maker['name']!r}.",
                    "Give it to one of them.",
                )
            owners[place] = maker["name"]
    return tuple(owners[place] for place in range(len(body["options"])))


def _condition(node: Any, names: Sequence[str]) -> Condition:
    members = node["members"] if isinstance(node, dict) else [node]
    return Condition(tuple(_pattern(member, names) for member in members))


def _pattern(member: Sequence[tuple[int, str]], names: Sequence[str]) -> Pattern:
    taken = {"Y": True, "N": False}
    return tuple(Choice(names[place], taken[value]) for place, value in member)


def _preference(maker: dict[str, Any], names: Sequence[str]) -> Preference:
    ranking = next((maker[key] for key in RANKING if key in maker), None)
    return Preference(
        tuple(_condition(node, names) for node in maker.get("preferences", [])),
        None if ranking is None else tuple((one,) if isinstance(one, int) else tuple(one) for one in ranking),
    )


def _maker(saved: Saved, place: int, numbers: dict[str, int]) -> dict[str, Any]:
    before = _at(saved.other, "decisionMakers", place)
    party, preference = saved.conflict.parties[place], saved.preferences[place]
    maker = {
        **before,
        "name": party,
        "options": [numbers[option.name] for option in saved.conflict.options if option.party == party],
        "preferences": _nodes(preference.statements, before.get("preferences", []), numbers),
    }
    if preference.ranking is not None:
        key = next((key for key in RANKING if key in before), RANKING[0])
        maker[key] = [tied[0] if len(tied) == 1 else list(tied) for tied in preference.ranking]
    return maker


def _nodes(conditions: Sequence[Condition], before: Sequence[Any], numbers: dict[str, int]) -> list[Any]:
    """Conditions as the file says them, in the shape they were read in where they did not change."""
    names = sorted(numbers, key=numbers.__getitem__)
    known: dict[Condition, Any] = {}
    for node in before:
        known.setdefault(_condition(node, names), node)
    return [deepcopy(known[one]) if one in known else _node(one, numbers) for one in conditions]


def _node(condition: Condition, numbers: dict[str, int]) -> Any:
    members = [
        [[numbers[choice.option], "Y" if choice.taken else "N"] for choice in pattern] for pattern in condition.any_of
    ]
    return members[0] if len(members) == 1 else {"compound": True, "members": members}


def _plain(saved: Saved, place: int) -> str:
    """The name that the file had, where ours only tells it from another's."""
    name = saved.conflict.options[place].name
    before = _at(saved.other, "options", place).get("name")
    return str(before) if saved.other and _names(saved.other)[place : place + 1] == (name,) else name


def _at(body: dict[str, Any], key: str, place: int) -> dict[str, Any]:
    nodes = body.get(key, [])
    return dict(nodes[place]) if place < len(nodes) else {}
