"""Which fields of a thing say something else than before, and which accounts brought what they say now."""

from collections.abc import Hashable, Iterator, Sequence, Set
from dataclasses import dataclass, field, fields
from itertools import chain

from pourparler.core.account import Account
from pourparler.core.evidence import Evidence, Span
from pourparler.record.changes.change import FieldChange
from pourparler.record.changes.values import Translate, meaning, singles

SILENT = frozenset("id accounts evidence counts reported report wording cue trigger about states days places".split())
"""Fields that say nothing of their own: what a thing is called by and rests on, told by its accounts; and how it came
to be, of which the last is told by `status`, `when` and `place`."""

UNTOLD = frozenset({"overdue", "confirmed", "corrected"})
"""Fields that no account brings: a day goes by, a person decides."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the fields of an entry rest on: all its accounts, those that it had not before, and names by alias."""

    accounts: Sequence[Account] = ()
    fresh: Sequence[Account] = ()
    names: Translate = field(default_factory=dict)


def differing(before: object, after: object, ids: Translate, ground: Ground) -> Iterator[FieldChange]:
    """The fields of two states of one thing that differ in what they say, in the order of its class.

    `ids` gives for an id before the id after. Both must be of one class; whatever fields it has are compared.
    """
    for name in (one.name for one in fields(after) if one.name not in SILENT):  # type: ignore[arg-type]
        old, new = getattr(before, name), getattr(after, name)
        if meaning(old, ids) == meaning(new, {}):
            continue
        known, now = _by_meaning(old, ids), _by_meaning(new, {})
        added = tuple(value for said, value in now.items() if said not in known)
        removed = tuple(value for said, value in known.items() if said not in now)
        yield FieldChange(name, old, new, added, removed, behind(name, added, ground))


def _by_meaning(value: object, translate: Translate) -> dict[Hashable, object]:
    """The single values of a field by what they say, in their order, the first of those that say the same."""
    found: dict[Hashable, object] = {}
    for one in singles(value):
        found.setdefault(meaning(one, translate), one)
    return found


def behind(name: str, added: Sequence[object], ground: Ground) -> tuple[Account, ...]:
    """The accounts that brought the values `added` of a field: new ones that give one of them, else any account that
    does, else all new ones. Nothing brings what is only no longer told."""
    if name in UNTOLD or not added:
        return ()
    wanted = frozenset(meaning(one, {}) for one in added)
    places = frozenset(place for one in added for place in _places(one))
    for accounts in (ground.fresh, ground.accounts):
        giving = tuple(one for one in accounts if _gives(one, name, wanted, ground.names) or _stands_at(one, places))
        if giving:
            return giving
    return tuple(ground.fresh)


def _gives(account: Account, name: str, wanted: Set[Hashable], names: Translate) -> bool:
    """True when an account itself gives a field one of the values wanted."""
    told = (meaning(one, names) for one in singles(getattr(account.fields, name, None)) if not isinstance(one, Span))
    return not wanted.isdisjoint(frozenset(told))


def _stands_at(account: Account, places: Set[Evidence]) -> bool:
    """True when the words of an account, or those behind one of its fields, are among these places."""
    return bool(places) and any(
        place in places for place in chain(account.evidence, (one.evidence for one in account.support))
    )


def _places(value: object) -> tuple[Evidence, ...]:
    """The words that a single value is, or rests on."""
    if isinstance(value, Evidence):
        return (value,)
    found = getattr(value, "evidence", ())
    return tuple(one for one in found if isinstance(one, Evidence)) if isinstance(found, tuple) else ()
