"""A correction that a person typed: which field, which value, and the act that sets it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pourparler.core.account import Account
from pourparler.core.entry import Condition, Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.corrections import ACTORS, FIELDS, read_value
from pourparler.record.field_values import typed as written
from pourparler.record.judging import Signature, make_act


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of an entry with the value that is right, as it is kept; `beside` is the account of a condition that the
    value names, `notes` what a person is to be told: names that no report gives an actor."""

    entry: Entry
    field: str
    value: str
    beside: tuple[Account, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_given_already(self) -> bool:
        """True where the reports give that value, and nobody has set the field right before."""
        return not any(one.field == self.field for one in self.entry.corrected) and self.value == held(
            self.entry, self.field
        )

    def act(self, signed: Signature) -> tuple[Judgement, ...]:
        """The act that keeps it."""
        parts = [(*self.entry.accounts, *self.beside)]
        return make_act(Verdict.CORRECTED, parts, signed, self.field, self.value)


def correction(lookup: Lookup, entry: Entry, field: str, value: str) -> Correction:
    """What was typed as a correction; raises InputError for a field or a value not allowed.

    Names that no report gives an actor are kept as they are, and noted.
    """
    name, value = field_called(entry, field), value.strip()
    if name == "condition" and value:
        condition = lookup.find(value)
        if not isinstance(condition, Condition):
            raise InputError(f"{value!r} is no condition.", "List: pourparler show conditions.")
        return Correction(entry, name, condition.id, condition.accounts[:1])
    read = read_value(entry.accounts[0].kind, name, value)
    if name not in ACTORS:
        return Correction(entry, name, written(read))
    notes: list[str] = []
    return Correction(entry, name, written(_with_names(lookup, read, notes)), notes=tuple(notes))


def fields_of(entry: Entry) -> Sequence[str]:
    """The fields of an entry that can be corrected."""
    return tuple(FIELDS[entry.accounts[0].kind])


def field_called(entry: Entry, typed: str) -> str:
    """The field of an entry that was typed; raises InputError with those that can be corrected."""
    fields = fields_of(entry)
    name = typed.strip().lower().replace("-", "_").replace(" ", "_")
    if name in fields:
        return name
    near = get_close_matches(name, fields, n=1, cutoff=0.6)
    kind = type(entry).__name__.lower()
    hint = f"Did you mean {near[0]}? " if near else ""
    raise InputError(
        f"{typed!r} of a {kind} cannot be corrected.", f"{hint}Fields that can: {', '.join(sorted(fields))}."
    )


def held(entry: Entry, field: str) -> str:
    """What an entry holds in a field, as it would be typed."""
    return written(getattr(entry, field))


def _with_names(lookup: Lookup, value: object, notes: list[str]) -> object:
    """A value with the names under which the record has its actors; names of nobody are kept as written, and noted."""
    if isinstance(value, tuple):
        return tuple(_with_names(lookup, item, notes) for item in value)
    if not isinstance(value, str):
        return value
    found = lookup.called.get(value.casefold(), ())
    if len(found) == 1:
        return found[0].name
    near = get_close_matches(value, [actor.name for actor in lookup.record.actors], n=2, cutoff=0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    many = f"{len(found)} actors are" if found else "no actor of this record is"
    notes.append(f"{many} called {value!r}; it is kept as written{hint}")
    return value
