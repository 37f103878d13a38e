"""Fills what the frames of a reading leave open and their words plainly say; what a frame has, it keeps."""

from dataclasses import replace

from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    PositionFrame,
    Reading,
)
from pourparler.core.vocabulary import MeetingStatus
from pourparler.reading.particulars.attendance import attended
from pourparler.reading.particulars.channels import channel_of, level_of
from pourparler.reading.particulars.deadlines import deadline_of, since_of
from pourparler.reading.particulars.hedging import hedge_of, hedge_of_saying
from pourparler.reading.particulars.matters import agenda_of, outcome_of
from pourparler.reading.particulars.passage import Grounds
from pourparler.reading.particulars.ties import condition_at, trigger_of
from pourparler.reading.particulars.wording import wording_of
from pourparler.reading.scene import Scene

SETTLED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
"""Statuses that have no deadline."""


def particulars(scene: Scene, reading: Reading) -> Reading:
    """The reading with the open fields of its frames filled, whoever found them; filling twice changes nothing."""
    filling = _Filling(scene, reading)
    return replace(
        reading,
        attributions=tuple(map(filling.saying, reading.attributions)),
        meetings=tuple(map(filling.meeting, attended(filling.grounds, reading.meetings))),
        positions=tuple(map(filling.position, reading.positions)),
        conditions=tuple(map(filling.condition, reading.conditions)),
        instruments=tuple(map(filling.instrument, reading.instruments)),
    )


class _Filling:
    """One reading being filled."""

    def __init__(self, scene: Scene, reading: Reading) -> None:
        self.scene, self.reading, self.grounds = scene, reading, Grounds(scene)

    def saying(self, said: Attribution) -> Attribution:
        return replace(said, hedge=said.hedge or hedge_of_saying(self.grounds, said))

    def meeting(self, frame: MeetingFrame) -> MeetingFrame:
        grounds, said = self.grounds, self.reading.attributions
        waits = condition_at(self.scene, frame, self.reading.conditions)
        return replace(
            frame,
            channel=frame.channel or channel_of(grounds, frame),
            level=frame.level or level_of(grounds, frame),
            wording=frame.wording or wording_of(grounds, frame, said),
            hedge=frame.hedge or hedge_of(grounds, frame.evidence, said),
            deadline=frame.deadline or (None if frame.status in SETTLED else deadline_of(grounds, frame.evidence)),
            agenda=frame.agenda or agenda_of(grounds, frame),
            outcome=frame.outcome or outcome_of(grounds, frame),
            condition=waits if frame.condition is None else frame.condition,
        )

    def position(self, frame: PositionFrame) -> PositionFrame:
        waits = condition_at(self.scene, frame, self.reading.conditions)
        return replace(
            frame,
            since=frame.since or since_of(self.grounds, frame.evidence),
            hedge=frame.hedge or hedge_of(self.grounds, frame.evidence, self.reading.attributions),
            condition=waits if frame.condition is None else frame.condition,
        )

    def condition(self, frame: ConditionFrame) -> ConditionFrame:
        return replace(
            frame,
            trigger=frame.trigger or trigger_of(self.grounds, frame),
            hedge=frame.hedge or hedge_of(self.grounds, frame.evidence, self.reading.attributions),
            deadline=frame.deadline or deadline_of(self.grounds, frame.evidence),
        )

    def instrument(self, frame: InstrumentFrame) -> InstrumentFrame:
        said = self.reading.attributions
        return replace(
            frame,
            hedge=frame.hedge or (hedge_of(self.grounds, frame.evidence, said) if frame.status else None),
            deadline=frame.deadline or deadline_of(self.grounds, frame.evidence, runs=True),
        )
