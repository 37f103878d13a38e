"""`pourparler different`: entries that are not one, and accounts that do not belong to their entry."""

from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

if TYPE_CHECKING:
    from pourparler.core.account import Account
    from pourparler.faces.cli.judging import Desk

EXAMPLES = (
    "pourparler different m3f2a m9c1d --record talks.db                 never join these two",
    'pourparler different m3f2a a77b1c2d3e4f5 -r talks.db --because "another round"   take an account out',
)


def different(
    one: Annotated[str, typer.Argument(metavar="ID", help="An entry.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another entry of its kind, or an account of it.")],
    record: RecordOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
) -> None:
    """Say that two entries are not one, or that an account does not belong to its entry.

    Two entries stay apart whatever reports come in. An account (`explain` shows its id) is taken out of its entry,
    together with what the same report tells of the same thing; it is an entry of its own then.
    """
    from pourparler.core.judgement import Verdict
    from pourparler.record.judging import make_act

    with desk(record, by, because) as at:
        sides = sides_of(at, one, other)
        act = make_act(Verdict.DIFFERENT, sides, at.signed())
        at.put(act, f"Judged already: {one} and {other} are kept apart. Nothing added.")


def sides_of(at: "Desk", one: str, other: str) -> "list[tuple[Account, ...]]":
    """The accounts of the two sides; raises InputError where there are no two sides of one kind."""
    first, second = at.entry(one), at.entry(other)
    kinds = [type(entry).__name__.lower() for entry in (first, second)]
    if kinds[0] != kinds[1]:
        raise InputError(
            f"No entry is both {kinds[0]} and {kinds[1]}.", "Only entries of one kind need to be kept apart."
        )
    if first.id != second.id:
        return [at.accounts(one), at.accounts(other)]
    name = at.lookup.short(first.id)
    out = [_taken_out(at, first, typed) for typed in (one, other)]
    if out[0] == out[1]:
        todo = "It has one account only." if len(first.accounts) == 1 else f"Its accounts: pourparler explain {name}"
        raise InputError(f"{one} and {other} are the same entry, {name}.", todo)
    rest = tuple(account for account in first.accounts if account not in (*out[0], *out[1]))
    sides = [side or rest for side in out]
    if not all(sides):
        raise InputError(f"{name} has no account beside those.", "Nothing would be left of it.")
    return sides


def _taken_out(at: "Desk", entry: Entry, typed: str) -> "tuple[Account, ...]":
    """The account that an id names and what its reading holds to be of the same; none where it names the entry."""
    account = None if entry.id.startswith(typed.strip()) else at.lookup.account(typed)
    if account is None:
        return ()
    mates = (one for one in entry.accounts if one.group and (one.report, one.group) == (account.report, account.group))
    return tuple(dict.fromkeys((account, *mates)))
