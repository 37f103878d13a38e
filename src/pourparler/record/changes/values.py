"""Values without where they stand: two that are equal here say the same, whatever place, order or id they have."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from pourparler.core.account import Account
from pourparler.core.entry import Correction, StatusEvent
from pourparler.core.evidence import Evidence, Span
from pourparler.core.moment import When

Translate = Mapping[str, str]
"""Ids (or names) of one state of a record, with what stands for them in the other."""


def meaning(value: object, translate: Translate) -> Hashable:
    """What a value says: words without their place, days without their wording, lists without their order."""
    if isinstance(value, str):
        return translate.get(value, value)
    if isinstance(value, Evidence):
        return " ".join(value.text.split())
    if isinstance(value, When):
        return None if value.start is None and value.end is None else (value.start, value.end, value.precision)
    if isinstance(value, tuple):
        return frozenset(meaning(item, translate) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return tuple((name, meaning(item, translate)) for name, item in _said(value))
    assert isinstance(value, Hashable)
    return value


def singles(value: object) -> tuple[object, ...]:
    """The single values of a field: the items of a list, the value itself, nothing where it is not known."""
    if value is None or value is False:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _said(value: object) -> Iterator[tuple[str, object]]:
    """The fields of a value that is made of several, less the words and accounts that it rests on.

    What the reports gave where a person has set a field right is no part of what he said; nor is, of a state of an
    instrument, who tells it and when.
    """
    for field in fields(value):  # type: ignore[arg-type]
        item = getattr(value, field.name)
        if isinstance(value, StatusEvent) and field.name not in ("on", "status", "hedge", "followed"):
            continue
        if not _is_ground(item) and not (isinstance(value, Correction) and field.name == "given"):
            yield field.name, item


def _is_ground(item: object) -> bool:
    """True for words, accounts and lists of them (an empty list says nothing either way)."""
    ground = (Evidence, Account, Span)
    return isinstance(item, ground) or (isinstance(item, tuple) and all(isinstance(one, ground) for one in item))
