"""How much a report tells of a meeting: which days, places, sides; always enough for a reader who knows them all.

What a report leaves out never leaves two meetings that it could be. So a merge that errs has erred: nobody can be asked
to tell apart what the words do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bench.synthetic.setting import VENUES
from bench.synthetic.truth import Body, Encounter, Person, Turn
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import MeetingKind, MeetingStatus

MET = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
FRESH = 8
"""Days from its day within which a meeting is told without one."""

NEIGHBOURS = 35
"""Days around a report in which no other meeting may lie that an undated mention could be of."""


@dataclass(frozen=True, slots=True)
class Details:
    """What one report tells of one meeting as of its own day."""

    met: Encounter
    status: MeetingStatus
    when: When | None
    place: str | None
    sides: tuple[Body, ...]
    people: tuple[Person, ...]
    round: int | None
    wrong: str | None = None


def choose(random: Random, met: Encounter, turn: Turn, on: date, others: Iterable[Encounter]) -> Details | None:
    """What a report of a day tells of a meeting; None where nothing short of all would do, and not even that."""
    drawn = _draw(random, met, turn, on)
    near = [other for other in others if other is not met]
    for told in _fuller(drawn, turn, on):
        if not any(_could_be(told, other, on) for other in near):
            return told
    return None


def mistaken(random: Random, told: Details, on: date, others: Iterable[Encounter]) -> Details:
    """The same with its place or its day wrong, where what is left still tells which meeting is meant."""
    when, met = told.when, told.met
    if told.status is not MeetingStatus.HELD or met.kind is MeetingKind.CALL or len(told.sides) < 2:
        return told
    if when is None or when.start is None or when.precision is not Precision.DAY or not told.place:
        return told
    vague = replace(told, place=None, when=_around(when.start))
    if any(_could_be(vague, each, on) for each in others if each is not met):
        return told
    if random.random() < 0.5:
        city = random.choice([city for city, country in VENUES if country != met.country])
        return replace(told, place=city, wrong="place")
    moved = when.start - timedelta(days=1)
    return replace(told, when=exact(moved, moved, on), place=met.city, wrong="when")


def _around(day: date) -> When:
    return When(day - timedelta(days=2), day + timedelta(days=2), Precision.SPAN, "")


def _draw(random: Random, met: Encounter, turn: Turn, on: date) -> Details:
    """What an outlet would tell, left to chance: what is fresh is told in full more often than a recollection."""
    call = met.kind is MeetingKind.CALL
    place = random.choices((met.city, met.country, None), (5, 2, 3))[0]
    sides = met.sides
    if turn.start is None:
        place = met.city
    elif random.random() < 0.12:
        sides = (random.choice(met.sides),)
    people = met.people if random.random() < (0.6 if call else 0.3) else ()
    return Details(
        met=met,
        status=turn.status,
        when=_when(random, turn, on),
        place=None if call else place,
        sides=sides,
        people=tuple(person for person in people if person.party in sides),
        round=met.round if random.random() < 0.4 else None,
    )


def _when(random: Random, turn: Turn, on: date) -> When | None:
    if turn.start is None or turn.end is None:
        return None
    if turn.status is MeetingStatus.PROPOSED:
        return week(turn.start, on)
    away = abs((turn.end - on).days)
    chance = random.random()
    if away <= FRESH:
        return exact(turn.start, turn.end, on) if chance < 0.7 else week(turn.start, on) if chance < 0.82 else None
    if away > 21 and chance < 0.35 and turn.start.month == turn.end.month:
        return month(turn.start)
    return exact(turn.start, turn.end, on)


def _fuller(told: Details, turn: Turn, on: date) -> Iterator[Details]:
    """The same, then with ever more of what is known told with it."""
    yield told
    met = told.met
    if turn.start and turn.end and turn.status is not MeetingStatus.PROPOSED:
        told = replace(told, when=exact(turn.start, turn.end, on))
        yield told
    told = replace(told, sides=met.sides)
    yield told
    if met.kind is not MeetingKind.CALL:
        told = replace(told, place=met.city)
        yield told
    told = replace(told, people=met.people)
    yield told
    if met.round is not None:
        yield replace(told, round=met.round)


def _could_be(told: Details, other: Encounter, on: date) -> bool:
    """True when a reader who knows every meeting, those too that become known later, could take the words for it."""
    turn = other.turn(on) or other.turns[0]
    calls = {met.kind is MeetingKind.CALL for met in (told.met, other)}
    if len(calls) > 1 or not set(told.sides) <= {*other.sides, *other.mediators}:
        return False
    if told.round is not None and other.round is not None and told.round != other.round:
        return False
    if told.place and told.place not in (other.city, other.country):
        return False
    if told.people and calls == {True} and not set(told.people) <= set(other.people):
        return False
    return any(_same_time(told, each, on) for each in (turn, other.turns[-1]))


def _same_time(told: Details, turn: Turn, on: date) -> bool:
    """True when a meeting with the days of this turn may be the one told; what was held was so before the report."""
    start, end = turn.start or turn.day, turn.end or turn.day + timedelta(days=NEIGHBOURS)
    met = told.status in MET
    first, last = on - timedelta(days=NEIGHBOURS), on + timedelta(days=NEIGHBOURS)
    if told.when is not None and told.when.start and told.when.end:
        first, last = told.when.start, told.when.end
    elif met:
        last = on
    else:
        first = on
    return start <= last and end >= first


def exact(start: date, end: date, on: date) -> When:
    """Days told as days: by the name of the weekday in the week around the report, else by the date."""
    if start == end:
        return When(start, end, Precision.DAY, _name(start, on))
    return When(start, end, Precision.SPAN, f"{_name(start, on)} to {_name(end, on)}")


def week(day: date, on: date) -> When:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    apart = (monday - (on - timedelta(days=on.weekday()))).days // 7
    said = {-1: "last week", 0: "this week", 1: "next week"}.get(apart, f"the week of {monday:%B} {monday.day}")
    return When(monday, monday + timedelta(days=6), Precision.WEEK, said)


def month(day: date) -> When:
    """The month of a day."""
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return When(first, last, Precision.MONTH, f"{first:%B %Y}")


def _name(day: date, on: date) -> str:
    if abs((day - on).days) <= 5:
        return f"{day:%A}"
    return f"{day:%B} {day.day}" + (f", {day.year}" if day.year != on.year else "")
