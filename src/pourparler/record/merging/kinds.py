"""How each kind of entry is merged: its parts, under what they are looked up, which may be one, and which are."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pourparler.core.account import Account
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging import conditions, instruments, meetings, positions, statements
from pourparler.record.merging.background import Background
from pourparler.record.merging.gathering import Rule, gather
from pourparler.record.merging.glimpse import glimpses
from pourparler.record.merging.grouping import Apart, Grouped


@dataclass(frozen=True, slots=True)
class Merging:
    """The merging of one kind. `parts` makes the parts of the accounts of one report; a part has its `accounts`."""

    parts: Callable[[Iterable[Account], Background], Sequence[Any]]
    marks: Callable[[Any], Iterable[Hashable]]
    near: Callable[[Any, Any], bool]
    group: Callable[[Sequence[Any], Apart], Grouped[Any]]


def _gathering(parts_of: Callable[[Iterable[Account], Background], Sequence[Any]], rule: Rule[Any]) -> Merging:
    return Merging(parts_of, rule.marks, rule.near, lambda parts, apart: gather(parts, rule, apart))


def merging_of(kind: EntryKind) -> Merging:
    """How entries of a kind are merged."""
    return _MERGING[kind]()


_MERGING: Mapping[EntryKind, Callable[[], Merging]] = {
    EntryKind.STATEMENT: lambda: Merging(statements.parts_of, statements.marks, statements.near, statements.group),
    EntryKind.CONDITION: lambda: _gathering(conditions.parts_of, conditions.rule()),
    EntryKind.POSITION: lambda: _gathering(positions.parts_of, positions.rule()),
    EntryKind.MEETING: lambda: Merging(glimpses, meetings.marks, meetings.near, meetings.group),
    EntryKind.INSTRUMENT: lambda: Merging(
        instruments.parts_of, instruments.rule().marks, instruments.rule().near, instruments.group
    ),
}
