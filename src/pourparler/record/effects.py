"""What a judgement changes: the entries, disputes and actors of a record before it and after it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, Entry
from pourparler.record.field_values import is_typed, typed

KINDS = ("meetings", "statements", "positions", "conditions", "instruments", "disputes", "actors")
"""The lists in which something can change."""

Thing = Entry | Dispute | Actor


@dataclass(frozen=True, slots=True)
class Effect:
    """What is different in one list of the record: what was there and is no more or otherwise, and what is now.

    `totals` are the lengths of the whole list before and after.
    """

    kind: str
    before: tuple[Thing, ...]
    after: tuple[Thing, ...]
    totals: tuple[int, int]


def compare(before: CaseRecord, after: CaseRecord) -> tuple[Effect, ...]:
    """Every list in which two records of one case differ, in the order of KINDS."""
    effects = []
    for kind in KINDS:
        was, now = _things(before, kind), _things(after, kind)
        gone = tuple(thing for name, thing in was.items() if now.get(name) != thing)
        come = tuple(thing for name, thing in now.items() if was.get(name) != thing)
        if gone or come:
            effects.append(Effect(kind, gone, come, (len(was), len(now))))
    return tuple(effects)


def _things(record: CaseRecord, kind: str) -> Mapping[str, Thing]:
    things: tuple[Thing, ...] = getattr(record, kind)
    return {thing.id: thing for thing in things}


def changed_fields(before: Thing, after: Thing) -> tuple[tuple[str, str, str], ...]:
    """The fields that can be typed in which two forms of one thing differ: name, value before, value after."""
    pairs = [(one.name, getattr(before, one.name), getattr(after, one.name)) for one in fields(before)]
    return tuple(
        (name, typed(was), typed(now)) for name, was, now in pairs if was != now and is_typed(was) and is_typed(now)
    )
