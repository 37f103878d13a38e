"""`pourparler correct`: a field of an entry that a person sets right."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.entry import Condition, Entry
from pourparler.core.errors import InputError
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.judging import ByOption, desk
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import RecordOption

if TYPE_CHECKING:
    from pourparler.core.account import Account
    from pourparler.faces.cli.judging import Desk

EXAMPLES = (
    'pourparler correct m3f2a status held --record talks.db --because "both delegations said so"',
    'pourparler correct m3f2a when 2025-03-04/2025-03-06 -r talks.db --because "printed agenda"',
    'pourparler correct i9c1d status "drafted; signed 2025-04-30" -r talks.db --because "the text itself"',
)


def correct(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Its field; a wrong one lists those there are.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='What is right; "" for unknown.')],
    record: RecordOption = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in your words: needed.")] = "",
    by: ByOption = None,
) -> None:
    """Set a field of an entry right. The evidence stays; `explain` shows who set it right, why, and what the reports
    gave.

    Days are written as 2025-03-04 or 2025-03-04/2025-03-06, lists with semicolons between ("Norland; Sudland"), who
    led as "Norland: Ann Lee", states of an instrument first to last, each with its day where known.
    """
    from pourparler.core.judgement import Verdict
    from pourparler.record.judging import make_act

    if not because.strip():
        tell('Error: a correction needs a reason.\n  → Add --because "…": whoever reads the record will ask.')
        raise typer.Exit(USAGE)
    with desk(record, by, because) as at:
        entry = at.entry(identifier)
        name = field_called(entry, field)
        typed, beside = checked(at, entry, name, value.strip())
        act = make_act(Verdict.CORRECTED, [(*entry.accounts, *beside)], at.signed(), name, typed)
        said = typed or "unknown"
        if not any(one.field == name for one in entry.corrected) and held(entry, name) == typed:
            tell(f"The reports give {said} already: nothing to correct. To say it is right: pourparler confirm.")
            return
        at.put(act, f"Judged already: {name} is {said}. Nothing added.")


def field_called(entry: Entry, typed: str) -> str:
    """The field of an entry that was typed; raises InputError with those that can be corrected."""
    from pourparler.record.corrections import FIELDS

    fields = FIELDS[entry.accounts[0].kind]
    name = typed.strip().lower().replace("-", "_").replace(" ", "_")
    if name in fields:
        return name
    near = get_close_matches(name, fields, n=1, cutoff=0.6)
    kind = type(entry).__name__.lower()
    hint = f"Did you mean {near[0]}? " if near else ""
    raise InputError(
        f"{typed!r} of a {kind} cannot be corrected.", f"{hint}Fields that can: {', '.join(sorted(fields))}."
    )


def checked(at: "Desk", entry: Entry, field: str, value: str) -> "tuple[str, tuple[Account, ...]]":
    """A value as it is kept, and the account of a condition that it names; raises InputError for one not allowed.

    Names that no report gives an actor are kept as they are, and said.
    """
    from pourparler.record.corrections import ACTORS, read_value
    from pourparler.record.field_values import typed as written

    if field == "condition" and value:
        condition = at.lookup.find(value)
        if not isinstance(condition, Condition):
            raise InputError(f"{value!r} is no condition.", "List: pourparler show conditions.")
        return condition.id, condition.accounts[:1]
    read = read_value(entry.accounts[0].kind, field, value)
    return written(with_names(at, read) if field in ACTORS else read), ()


def with_names(at: "Desk", value: object) -> object:
    """A value with the names under which the record has its actors; names of nobody are kept as written, and said."""
    if isinstance(value, tuple):
        return tuple(with_names(at, item) for item in value)
    if not isinstance(value, str):
        return value
    found = at.lookup.called.get(value.casefold(), ())
    if len(found) == 1:
        return found[0].name
    near = get_close_matches(value, [actor.name for actor in at.lookup.record.actors], n=2, cutoff=0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else "."
    many = f"{len(found)} actors are" if found else "no actor of this record is"
    tell(f"Note: {many} called {value!r}; it is kept as written{hint}")
    return value


def held(entry: Entry, field: str) -> str:
    """What an entry holds in a field, as it would be typed."""
    from pourparler.record.field_values import typed

    return typed(getattr(entry, field))
