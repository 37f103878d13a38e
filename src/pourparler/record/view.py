"""The record as of a day: everything the faces show, computed from what is stored."""

from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord
from pourparler.record.ledger import Ledger
from pourparler.record.merging.background import Background
from pourparler.record.store import Holdings, Store


def load_case(store: Store, as_of: date | None = None) -> CaseRecord:
    """The record of a store as the reports published up to `as_of` give it; with None, as all reports do.

    Reports without a day of publication are part of the record only when no day is asked for: nobody can say that
    they were out by then. Nothing depends on the order of adding, nor on the day on which this is called.
    """
    return compute(store.holdings(), as_of)


def compute(holdings: Holdings, as_of: date | None = None) -> CaseRecord:
    """The record of what is stored; a pure function, see `load_case`."""
    ledger = Ledger()
    ledger.take(holdings)
    return ledger.record(as_of)


def ground(holdings: Holdings, as_of: date | None = None) -> tuple[list[Account], Background]:
    """What entries are made of: the accounts shown, with their voices, and what the merge looks at beside them."""
    ledger = Ledger()
    ledger.take(holdings)
    return ledger.ground(as_of)
