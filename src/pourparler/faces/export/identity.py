"""What an entry is called outside the record, so that who keeps a copy finds it again after later reports."""

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import Entry
from pourparler.core.ids import content_id
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.store import JournalAct, Store


def learned(store: Store) -> dict[str, int]:
    """By report id, the line of the journal by which the record learned of it: what `Lookup.learned` is made of."""
    return {line.subject: line.number for line in store.journal() if line.act is JournalAct.REPORT}


def first_account(lookup: Lookup, entry: Entry) -> Account:
    """The account of an entry that the record learned of first, which stays the first whatever it learns later.

    An entry's own id is made from its earliest published account, and changes when an earlier report comes in. Where
    the lookup does not say in what order the record learned, the account published first stands for it.
    """

    def order(account: Account) -> tuple[int, date, str, int, str]:
        report = lookup.report_of(account)
        line = lookup.learned.get(report.id, 0)
        return line, report.published or date.max, report.name, account.evidence[0].start, account.id

    return min(entry.accounts, key=order)


def actor_called(lookup: Lookup, name: str) -> Actor | None:
    """The actor that the record shows under a name; None for a name that is no actor's."""
    return next((actor for actor in lookup.called.get(name.casefold(), ()) if actor.name == name), None)


def actor_key(lookup: Lookup, name: str) -> str:
    """The id of an actor by name; of a name that is no actor's, one made from it."""
    actor = actor_called(lookup, name)
    return actor.id if actor else content_id("w", "named", name)


def lasting_id(lookup: Lookup, entry: Entry, *parts: str) -> UUID:
    """A UUID of an entry, or with `parts` of something about it, that later reports leave as it is."""
    account = first_account(lookup, entry)
    return uuid5(NAMESPACE_URL, "\0".join(("pourparler", account.kind.value, account.id, *parts)))
