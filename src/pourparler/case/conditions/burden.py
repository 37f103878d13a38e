"""Which conditions rest on whom: who could grant what others wait for, and who holds others up."""

from dataclasses import dataclass

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Requirement, Value, Whose


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a holder's condition asks of a party: the phrase, and whether the words name that party."""

    requirement: str
    holder: str | None
    head: str
    phrase: str
    value: Value
    whose: Whose


@dataclass(frozen=True, slots=True)
class Load:
    """What rests on one party: what it is asked for by conditions not told as met, and the conditions it sets itself.

    `alone` are those asked of it and of nobody else.
    """

    party: str
    asked: tuple[Asked, ...]
    sets: tuple[str, ...]
    alone: tuple[str, ...]


def burden(graph: Graph) -> tuple[Load, ...]:
    """What rests on each party, most asked first, then by name; what nobody is told to grant rests on nobody."""
    asked: dict[str, list[Asked]] = {}
    alone: dict[str, list[str]] = {}
    sets: dict[str, list[str]] = {}
    for one in graph.requirements:
        if one.value is Value.MET:
            continue
        if one.holder:
            sets.setdefault(one.holder, []).append(one.id)
        _ask(one, asked, alone)
    parties = sorted({*asked, *sets}, key=lambda party: (-len(asked.get(party, ())), party))
    return tuple(
        Load(
            party,
            tuple(asked.get(party, ())),
            tuple(sets.get(party, ())),
            tuple(dict.fromkeys(alone.get(party, ()))),
        )
        for party in parties
    )


def _ask(one: Requirement, asked: dict[str, list[Asked]], alone: dict[str, list[str]]) -> None:
    for part in one.parts:
        if part.truth.value is Value.MET:
            continue
        for party in part.grant.by:
            told = Asked(one.id, one.holder, one.head, part.phrase, part.truth.value, part.grant.whose)
            asked.setdefault(party, []).append(told)
            if len(part.grant.by) == 1:
                alone.setdefault(party, []).append(one.id)
