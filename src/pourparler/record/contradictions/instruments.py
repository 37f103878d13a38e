"""Contradictions in what accounts give for an instrument: between whom it is, how far it got, when it was signed."""

from collections.abc import Callable, Iterator

from pourparler.core.account import Account
from pourparler.core.entry import Instrument
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.record.contradictions.results import numbers_in_terms
from pourparler.record.contradictions.sides import Told, contrary, teller_of, together, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import WANTED, fields_of
from pourparler.record.merging.lines import ONCE
from pourparler.record.merging.wording import content_words

Find = Callable[[Instrument, Background], Iterator[Told]]

SETTLED = frozenset(
    {InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED, InstrumentStatus.IN_FORCE}
)
_UNSETTLED = frozenset(
    {
        InstrumentStatus.FRAMEWORK_AGREED,
        InstrumentStatus.UNDER_NEGOTIATION,
        InstrumentStatus.REJECTED,
    }
)
_FALLEN = frozenset({InstrumentStatus.SUSPENDED, InstrumentStatus.COLLAPSED})
"""What only an instrument that was settled can be: contrary to its being in force, and to nothing else."""


_NAMED = frozenset({None, *InstrumentStatus} - WANTED)
"""States in which an instrument has its parties; one that is only wanted may come about with others."""


def _parties(document: Instrument, background: Background) -> Iterator[Told]:
    """Two sets of parties of which neither holds the other."""
    told = []
    for account in document.accounts:
        names = background.actors.names_of(fields_of(account).parties)
        if len(names) > 1:
            told.append((frozenset(names), account))
    for parties, account in contrary(told, lambda a, b: not (a <= b or b <= a), background, settled=_NAMED):
        yield told_by(tuple(sorted(parties)), account, "parties", background)


def _status(document: Instrument, background: Background) -> Iterator[Told]:
    """Agreed for one and not yet, or no longer, for another: on one day, or on a day that lies before the other's."""
    settled = [account for account in document.accounts if _state(account) in SETTLED]
    unsettled = [account for account in document.accounts if _state(account) in _UNSETTLED | _FALLEN]
    found = {
        account.id: account
        for one in settled
        for other in unsettled
        if _state(other) in _UNSETTLED or _state(one) is InstrumentStatus.IN_FORCE
        if _at_one_time(one, other, background)
        for account in (one, other)
    }
    for account in found.values():
        yield told_by(str(_state(account)), account, "status", background)


def _state(account: Account) -> InstrumentStatus | None:
    """The state an account tells; one that calls the whole thing a framework has no more than a framework agreed."""
    frame = fields_of(account)
    if frame.status is None and "framework" in content_words(frame.title):
        return InstrumentStatus.FRAMEWORK_AGREED
    return frame.status


def _at_one_time(settled: Account, open_still: Account, background: Background) -> bool:
    """True when neither is later news of the other: told on one day, or said to have been settled by then.

    An agreement may collapse later on, and what was being negotiated be agreed; both are updates. So is it when it is
    rejected after the day on which it was agreed.
    """
    mine, theirs = teller_of(settled, background), teller_of(open_still, background)
    if not told_apart(mine, theirs):
        return False
    on = fields_of(settled).on
    if together(mine, theirs):
        rejected = _state(open_still) is InstrumentStatus.REJECTED
        return not (rejected and on is not None and theirs.published is not None and on < theirs.published)
    framework = _state(open_still) is InstrumentStatus.FRAMEWORK_AGREED
    return framework and on is not None and theirs.published is not None and on < theirs.published


def _days(document: Instrument, background: Background) -> Iterator[Told]:
    """Two days for a state that is taken once."""
    for status in sorted(ONCE):
        told = [
            (fields.on, account)
            for account in document.accounts
            if (fields := fields_of(account)).status is status and fields.on
        ]
        for on, account in contrary(told, lambda a, b: a != b, background, settled=ONCE):
            yield told_by(f"{status.value} {on.isoformat()}", account, "when", background)


INSTRUMENT: dict[str, Find] = {"parties": _parties, "status": _status, "when": _days, "terms": numbers_in_terms}
"""How contradictions over each field of an instrument are found."""
