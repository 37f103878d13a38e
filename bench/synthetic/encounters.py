"""The meetings of a synthetic negotiation, each with its life: proposed, planned, put off, called off, held, denied."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from bench.synthetic.setting import Setting
from bench.synthetic.truth import Body, Encounter, Person, Turn
from pourparler.core.vocabulary import MeetingKind, MeetingStatus

WEEK_NAMED = 0.75
"""How often a proposal names the week; else it is told with its round or its place."""

_BESIDE = (MeetingKind.MEETING, MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT)

PUT_OFF, CALLED_OFF, DENIED, TWIN, CALL_BESIDE = 0.12, 0.06, 0.04, 0.15, 0.15
"""How often a meeting is put off, called off, denied by a side; has a second one like it in the same week that is not
it; and a call between the same two on its very day."""


class Diary:
    """Writes down the meetings of a negotiation; `denials` pairs those that a side denies with the day it does."""

    def __init__(self, setting: Setting) -> None:
        """An empty diary."""
        self._setting, self._random = setting, setting.random
        self._number = 0
        self._taken: dict[tuple[frozenset[Body], bool], list[tuple[date, date]]] = {}
        self.denials: list[tuple[Encounter, date]] = []

    def write(self) -> Iterator[Encounter]:
        """All meetings: the rounds of the talks, what two sides have beside them, and calls."""
        yield from self._rounds()
        yield from self._beside()
        yield from self._calls()

    def _rounds(self) -> Iterator[Encounter]:
        """Rounds of talks of all sides, one to three days long, some weeks apart."""
        setting, number = self._setting, 0
        day = setting.start + setting.day(6, 15)
        while day < setting.end:
            number += 1
            last = day + timedelta(days=self._random.choice((0, 0, 1, 2)))
            met = self._meet(MeetingKind.TALKS, setting.sides, (day, last), round=number)
            yield met
            held = met.turns[-1].end or day
            if self._random.random() < TWIN and met.turns[-1].status is MeetingStatus.HELD:
                yield self._twin(met, held + setting.day(2, 3))
            day = max(day, held) + setting.day(12, 35)

    def _twin(self, met: Encounter, day: date) -> Encounter:
        """A meeting of the same sides at the same place, some days later in the same week, which is not the round."""
        return self._meet(MeetingKind.MEETING, met.sides, (day, day), venue=(met.city, met.country))

    def _beside(self) -> Iterator[Encounter]:
        """Meetings of two sides, or of a side with the mediator."""
        setting = self._setting
        pairs = [
            *combinations(setting.sides, 2),
            *((side, other) for side in setting.sides for other in setting.mediators),
        ]
        day = setting.start + setting.day(2, 12)
        while day < setting.end:
            sides = self._random.choice(pairs)
            kind = self._random.choice(
                (MeetingKind.MEETING, MeetingKind.MEETING, MeetingKind.TALKS, MeetingKind.SUMMIT)
            )
            if self._free(sides, day, 3):
                met = self._meet(kind, sides, (day, day))
                yield met
                last = met.turns[-1]
                if last.status is MeetingStatus.HELD and last.end and self._random.random() < CALL_BESIDE:
                    yield self._meet(MeetingKind.CALL, sides, (last.end, last.end), office=0)
            day += setting.day(6, 16)

    def _calls(self) -> Iterator[Encounter]:
        """Calls between the heads of two sides."""
        setting = self._setting
        pairs = list(combinations((*setting.sides, *setting.mediators), 2))
        day = setting.start + setting.day(1, 10)
        while day < setting.end:
            sides = self._random.choice(pairs)
            if self._free(sides, day, 2, call=True):
                yield self._meet(MeetingKind.CALL, sides, (day, day), office=self._random.choice((0, 0, 1)))
            day += setting.day(9, 22)

    def _free(self, sides: Sequence[Body], day: date, margin: int, call: bool = False) -> bool:
        """True when these sides, or some of them with others, have nothing else within some days."""
        mine = frozenset(sides)
        near = [
            span
            for (others, is_call), spans in self._taken.items()
            if is_call is call and (others <= mine or mine <= others)
            for span in spans
        ]
        step = timedelta(days=margin)
        return all(day > end + step or day < start - step for start, end in near)

    def _meet(
        self,
        kind: MeetingKind,
        sides: Sequence[Body],
        days: tuple[date, date],
        venue: tuple[str, str] | None = None,
        **more: int,
    ) -> Encounter:
        """A meeting with its life; a round has a number (`round`), a call the offices of those who speak (`office`)."""
        setting, random = self._setting, self._random
        self._number += 1
        turns = self._life(days, kind is MeetingKind.CALL)
        people = tuple(self._delegate(side, days[0], more.get("office", random.choice((1, 1, 2, 3)))) for side in sides)
        city, country = venue or random.choice(setting.venues)
        mediators = tuple(body for body in setting.mediators if body not in sides and kind is MeetingKind.TALKS)
        key = f"meeting {setting.number} {self._number}"
        about = random.choice(setting.issues)
        met = Encounter(key, kind, tuple(sides), people, mediators, city, country, more.get("round"), about, turns)
        known = [(turn.start, turn.end) for turn in turns if turn.start and turn.end]
        self._taken.setdefault((frozenset(sides), kind is MeetingKind.CALL), []).extend(
            (start, end) for start, end in known
        )
        if turns[-1].status is MeetingStatus.HELD and random.random() < DENIED:
            self.denials.append((met, turns[-1].day + timedelta(days=1)))
        return met

    def _delegate(self, side: Body, on: date, office: int) -> Person:
        """Who goes for a side: the holder of its office of this rank."""
        holders = self._setting.cast.holders(side, on)
        return holders[min(office, len(holders) - 1)]

    def _life(self, days: tuple[date, date], call: bool) -> tuple[Turn, ...]:
        """The turns of one meeting, by day."""
        setting, random = self._setting, self._random
        start, end = days
        turns: list[Turn] = []
        if call:
            return (Turn(end, MeetingStatus.HELD, start, end),)
        if random.random() < 0.4:
            known = (start, end) if random.random() < WEEK_NAMED else (None, None)
            turns.append(Turn(start - setting.day(9, 14), MeetingStatus.PROPOSED, *known))
        if random.random() < 0.1:
            turns.append(Turn(start - setting.day(7, 8), MeetingStatus.CONDITIONAL, start, end))
        if random.random() < 0.85:
            turns.append(Turn(start - setting.day(2, 6), MeetingStatus.PLANNED, start, end))
        if random.random() < CALLED_OFF:
            return (*turns, Turn(start - timedelta(days=1), MeetingStatus.CANCELLED, start, end))
        if random.random() < PUT_OFF and turns and turns[-1].status is MeetingStatus.PLANNED:
            put_off = start - timedelta(days=1)
            moved = setting.day(4, 12)
            start, end = start + moved, end + moved
            turns.append(Turn(put_off, MeetingStatus.POSTPONED, start, end))
        if end > start:
            turns.append(Turn(start, MeetingStatus.UNDER_WAY, start, end))
        return (*turns, Turn(end, MeetingStatus.HELD, start, end))
