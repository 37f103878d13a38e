"""The life of an instrument: a line for every state it is told to have taken, and how each goes with those before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import StatusEvent
from pourparler.core.vocabulary import InstrumentStatus, Step
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import fields_of

Line = tuple[date | None, InstrumentStatus]

_ORDER = list(InstrumentStatus)
_STAGES = {
    InstrumentStatus.PROPOSED: 0,
    InstrumentStatus.PROMISED: 0,
    InstrumentStatus.DRAFTED: 1,
    InstrumentStatus.UNDER_NEGOTIATION: 1,
    InstrumentStatus.HANDED_OVER: 1,
    InstrumentStatus.FRAMEWORK_AGREED: 2,
    InstrumentStatus.AGREED: 3,
    InstrumentStatus.TO_BE_SIGNED: 3,
    InstrumentStatus.SIGNED: 4,
    InstrumentStatus.SUBJECT_TO_RATIFICATION: 4,
    InstrumentStatus.RATIFIED: 5,
    InstrumentStatus.IN_FORCE: 5,
}
"""How far an instrument has got. What is suspended, rejected or collapsed has no stage, and may begin anew."""

_BEGINS_ANEW = -1

SETTLED = frozenset(
    {
        InstrumentStatus.AGREED,
        InstrumentStatus.SIGNED,
        InstrumentStatus.SUBJECT_TO_RATIFICATION,
        InstrumentStatus.RATIFIED,
        InstrumentStatus.IN_FORCE,
    }
)
"""States behind which an instrument does not fall back without a word of when."""

ONCE = frozenset({InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED, InstrumentStatus.HANDED_OVER})
"""States that an instrument takes on one day only."""


def lines_of(accounts: Sequence[Account], background: Background) -> tuple[StatusEvent, ...]:
    """One line for every state and day; a state told without a day goes with the one day it is known to have, unless
    it was told before that day.

    Where no day is told, the state stands by the day of the first report that tells it.
    """
    days: dict[InstrumentStatus, set[date]] = defaultdict(set)
    for account in accounts:
        frame = fields_of(account)
        if frame.status and frame.on:
            days[frame.status].add(frame.on)
    lines: dict[Line, list[Account]] = defaultdict(list)
    for account in accounts:
        frame = fields_of(account)
        if frame.status:
            only = next(iter(days[frame.status])) if len(days[frame.status]) == 1 else None
            published = background.published(account)
            foretold = only is not None and published is not None and published < only
            lines[frame.on or (None if foretold else only), frame.status].append(account)

    def order(line: Line) -> tuple[date, int, bool]:
        first = min(background.published(account) or date.max for account in lines[line])
        return line[0] or first, _ORDER.index(line[1]), line[0] is None

    ordered = sorted(lines, key=order)
    return tuple(
        _event(line, step, lines[line], background) for line, step in zip(ordered, _steps(ordered), strict=True)
    )


def _steps(lines: Sequence[Line]) -> Iterator[Step]:
    """How each line goes with those before it.

    What was agreed is not under negotiation again because a report says so without a day: that is told belatedly. With
    a day of its own, or after it fell, it is news. A state that is taken once, told of two days, is disputed.
    """
    stage: int | None = None
    last: InstrumentStatus | None = None
    dated: set[InstrumentStatus] = set()
    for on, status in lines:
        mine = _STAGES.get(status, _BEGINS_ANEW)
        if on is None and stage is not None and last in SETTLED and _BEGINS_ANEW < mine < stage:
            yield Step.BELATED
            continue
        if on is not None and status in ONCE and status in dated:
            yield Step.DISPUTED
        elif stage is None:
            yield Step.FIRST
        else:
            yield Step.AGAIN if status is last else Step.UPDATE
        stage, last = mine, status
        dated |= {status} if on is not None else set()


def _event(line: Line, step: Step, told: Sequence[Account], background: Background) -> StatusEvent:
    published = [day for account in told if (day := background.published(account))]
    return StatusEvent(
        on=line[0],
        status=line[1],
        evidence=background.evidence(told),
        hedge=background.support(told, "hedge"),
        step=step,
        followed=step is not Step.BELATED,
        told=min(published, default=None),
        voices=tuple(dict.fromkeys(account.voice for account in told)),
        accounts=tuple(account.id for account in told),
    )


def standing(lines: Sequence[StatusEvent]) -> StatusEvent | None:
    """The line that stands: the last one that the record goes by; None where no state is told."""
    return next((line for line in reversed(lines) if line.followed), None)
