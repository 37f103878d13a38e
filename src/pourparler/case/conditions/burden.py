"""Which conditions rest on whom: whom the words ask for what others wait for, who holds others up, and what is asked of
nobody by name."""

from dataclasses import dataclass

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Part, Requirement, Value, Whose


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

    It is asked where the words name it, or name nobody and it is the only other party concerned. `alone` are the
    conditions that ask something of it and of nobody else.
    """

    party: str
    asked: tuple[Asked, ...]
    sets: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unaddressed:
    """A condition that asks for something and tells not of whom: the phrases of it that name nobody, and the parties
    concerned, whom it could rest on; none where nothing tells who is concerned."""

    requirement: str
    holder: str | None
    head: str
    phrases: tuple[str, ...]
    value: Value
    concerned: tuple[str, ...]


def burden(graph: Graph) -> tuple[Load, ...]:
    """What rests on each party, most asked first, then by name; what is asked of nobody by name rests on nobody."""
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


def unaddressed(graph: Graph) -> tuple[Unaddressed, ...]:
    """The conditions not told as met that ask something of nobody by name, each once, in the order of the graph."""
    return tuple(_unaddressed(one, parts) for one in graph.requirements if (parts := _to_nobody(one)))


def _to_nobody(one: Requirement) -> list[Part]:
    """What a condition requires, is not told as met, and is asked of nobody."""
    if one.value is Value.MET:
        return []
    return [part for part in one.parts if part.truth.value is not Value.MET and not part.grant.asked]


def _unaddressed(one: Requirement, parts: list[Part]) -> Unaddressed:
    concerned = sorted({party for part in parts for party in part.grant.by})
    phrases = tuple(dict.fromkeys(part.phrase for part in parts))
    return Unaddressed(one.id, one.holder, one.head, phrases, one.value, tuple(concerned))


def _ask(one: Requirement, asked: dict[str, list[Asked]], alone: dict[str, list[str]]) -> None:
    for part in one.parts:
        if part.truth.value is Value.MET:
            continue
        for party in part.grant.asked:
            told = Asked(one.id, one.holder, one.head, part.phrase, part.truth.value, part.grant.whose)
            asked.setdefault(party, []).append(told)
            if len(part.grant.asked) == 1:
                alone.setdefault(party, []).append(one.id)
