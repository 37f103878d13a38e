"""Lives: an instrument's states one after the other, each with what it asks for, who gives it, and what is odd."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pourparler.case.instruments.backing import Backing, backing_of, suffices, voices_of
from pourparler.case.instruments.ratifying import Forms, Ratification, forms_of, ratification
from pourparler.case.instruments.transitions import ASKS, Asks, between, stage_of, transitions
from pourparler.case.voices import Speakers, speakers_of
from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord, Instrument, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus


class Odd(StrEnum):
    """In what way a step is none of the table's."""

    JUMP = "steps between were not told"
    BACK = "a step back without a suspension or collapse"
    ORDER = "no state of this sort follows that one"


@dataclass(frozen=True, slots=True)
class Warned:
    """A step that the table does not know: nothing is wrong with the record for it. `at` is the step's place among
    the steps of the life, `between` the states that the shortest way would have gone through."""

    odd: Odd
    at: int
    before: InstrumentStatus
    after: InstrumentStatus
    between: tuple[InstrumentStatus, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One state that is told. `before` is the state it comes from, None for the first and for what the record does
    not follow; `because` the ground on which the table allows it, None where it does not, or there is no change.

    `asks` is the evidence that entering the state asks for, `backing` who gives it, `met` whether that is enough.
    `claimed_by` is the side whose word alone there is for it.
    """

    event: StatusEvent
    before: InstrumentStatus | None
    because: str | None
    asks: Asks
    backing: Backing
    met: bool
    claimed_by: str | None

    @property
    def status(self) -> InstrumentStatus:
        """The state entered."""
        return self.event.status

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that tell it."""
        return self.event.evidence


@dataclass(frozen=True, slots=True)
class Life:
    """The life of one instrument, by its id. `stands` is the last state the record follows, `claimed_by` the side
    whose word alone there is for that state."""

    instrument: str
    steps: tuple[Step, ...]
    stands: InstrumentStatus | None
    warnings: tuple[Warned, ...]
    claimed_by: str | None
    ratification: tuple[Ratification, ...]


def lives(record: CaseRecord) -> tuple[Life, ...]:
    """The lives of all instruments, in the record's order."""
    who, forms = speakers_of(record), forms_of(record)
    return tuple(life_of(instrument, who, forms) for instrument in record.instruments)


def life_of(instrument: Instrument, who: Speakers, forms: Forms) -> Life:
    """The life of one instrument, by what is known of those who speak and of the words that name parties."""
    heard = [voices_of(event, instrument) for event in instrument.status]
    steps = tuple(_steps(instrument, heard, who))
    followed = [step for step in steps if step.event.followed]
    return Life(
        instrument.id,
        steps,
        followed[-1].status if followed else None,
        tuple(_warnings(steps, instrument.kind)),
        followed[-1].claimed_by if followed else None,
        ratification(instrument, forms, who),
    )


def _steps(instrument: Instrument, heard: Sequence[tuple[Voice, ...]], who: Speakers) -> Iterator[Step]:
    """The steps in the record's order. Backing and claim are of the state: all that is told of it up to whenever, on
    whatever day, counts for each of its lines."""
    table = transitions(instrument.kind)
    at: InstrumentStatus | None = None
    for event in instrument.status:
        lines = [place for place, other in enumerate(instrument.status) if other.status is event.status]
        voices = tuple(dict.fromkeys(voice for place in lines for voice in heard[place]))
        words = [each for place in lines for each in instrument.status[place].evidence]
        before = at if event.followed else None
        allowed = table.get((before, event.status)) if before else None
        backing = backing_of(instrument.parties, voices, words, who)
        asks = ASKS[event.status]
        yield Step(
            event,
            before,
            allowed.because if allowed else None,
            asks,
            backing,
            suffices(asks, backing),
            who.alone(instrument, voices),
        )
        at = event.status if event.followed else at


def _warnings(steps: Sequence[Step], kind: InstrumentKind) -> Iterator[Warned]:
    for place, step in enumerate(steps):
        if step.before is None or step.before is step.status or step.because:
            continue
        if _is_of_one_day(steps, place):
            continue
        odd = _odd(step.before, step.status)
        missing = between(kind, step.before, step.status) if odd is Odd.JUMP else ()
        yield Warned(odd, place, step.before, step.status, missing)


def _is_of_one_day(steps: Sequence[Step], place: int) -> bool:
    """True where reports of one day tell both this state and the one before, and no days on which they were taken: in
    which order they came is not told."""
    earlier = next((step.event for step in reversed(steps[:place]) if step.event.followed), None)
    event = steps[place].event
    return (
        earlier is not None and event.told == earlier.told and (event.on == earlier.on or not (event.on and earlier.on))
    )


def _odd(before: InstrumentStatus, after: InstrumentStatus) -> Odd:
    came, goes = stage_of(before), stage_of(after)
    if goes is None:
        return Odd.ORDER
    return Odd.BACK if came is not None and goes < came else Odd.JUMP
