"""What is judged when things are said to be one, or not: the accounts of each side."""

from collections.abc import Sequence

from pourparler.core.account import Account
from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.faces.rows.lookup import Lookup

Sides = list[tuple[Account, ...]]


def entry_called(lookup: Lookup, typed: str) -> Entry:
    """The entry of an id; raises InputError for an id of anything else."""
    thing = lookup.find(typed)
    if isinstance(thing, Entry):
        return thing
    kind = type(thing).__name__.lower().removesuffix("view")
    todo = {
        "actor": "Actors have verbs of their own: pourparler name, merge, split.",
        "dispute": "A dispute is confirmed or rejected; else judge the entry it is about.",
        "report": "To reject all that it tells: pourparler reject --all-of REPORT.",
    }[kind]
    raise InputError(f"{typed!r} is a {kind}, no entry.", todo)


def accounts_called(lookup: Lookup, typed: str) -> tuple[Account, ...]:
    """The accounts that an id stands for: one where it is an account's own id, else all of the entry."""
    account = lookup.account(typed) if typed.strip().startswith("a") else None
    return (account,) if account else entry_called(lookup, typed).accounts


def sides_made_one(lookup: Lookup, identifiers: Sequence[str]) -> Sides:
    """The accounts of the entries that are to be one; raises InputError where they are not two of one kind.

    Where all ids name one entry already, the accounts that they name of it, so that nothing parts these.
    """
    entries = [entry_called(lookup, typed) for typed in identifiers]
    if len(identifiers) < 2:
        raise InputError("It takes two to be the same.", f"Name another: pourparler same {identifiers[0]} ID")
    _of_one_kind(entries, "Name entries of one kind; their ids begin alike.")
    different = list({entry.id: entry for entry in entries}.values())
    if len(different) > 1:
        return [entry.accounts for entry in different]
    named = [lookup.account(typed) or entries[0].accounts[0] for typed in identifiers]
    sides: Sides = [(account,) for account in dict.fromkeys(named)]
    if len(sides) == 1:
        name = lookup.short(different[0].id)
        raise InputError(f"{' and '.join(identifiers)} are one entry: {name}.", "Name two entries.")
    return sides


def sides_kept_apart(lookup: Lookup, one: str, other: str) -> Sides:
    """The accounts of the two sides that are not one; raises InputError where there are no two sides of one kind.

    An account takes with it what its own reading holds to be of the same.
    """
    first, second = entry_called(lookup, one), entry_called(lookup, other)
    _of_one_kind((first, second), "Only entries of one kind need to be kept apart.")
    if first.id != second.id:
        return [accounts_called(lookup, one), accounts_called(lookup, other)]
    name = lookup.short(first.id)
    out = [_taken_out(lookup, first, typed) for typed in (one, other)]
    if out[0] == out[1]:
        todo = "It has one account only." if len(first.accounts) == 1 else f"Its accounts: pourparler explain {name}"
        raise InputError(f"{one} and {other} are the same entry, {name}.", todo)
    rest = tuple(account for account in first.accounts if account not in (*out[0], *out[1]))
    sides = [side or rest for side in out]
    if not all(sides):
        raise InputError(f"{name} has no account beside those.", "Nothing would be left of it.")
    return sides


def _of_one_kind(entries: Sequence[Entry], todo: str) -> None:
    kinds = list(dict.fromkeys(type(entry).__name__.lower() for entry in entries))
    if len(kinds) > 1:
        raise InputError(f"No entry is both {kinds[0]} and {kinds[1]}.", todo)


def _taken_out(lookup: Lookup, entry: Entry, typed: str) -> tuple[Account, ...]:
    """The account that an id names and what its reading holds to be of the same; none where it names the entry."""
    account = None if entry.id.startswith(typed.strip()) else lookup.account(typed)
    if account is None:
        return ()
    mates = (one for one in entry.accounts if one.group and (one.report, one.group) == (account.report, account.group))
    return tuple(dict.fromkeys((account, *mates)))
