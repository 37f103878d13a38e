"""Who hosts, was invited, stayed away or was kept out, as sentences say it, put to the meeting meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparler.core.reading import MeetingFrame
from pourparler.reading.meetings.ground import Ground, left_of
from pourparler.reading.meetings.parts import INVITING, LEAVING_OUT, OUT, left_out
from pourparler.reading.meetings.players import Player, players
from pourparler.reading.particulars.passage import Grounds
from pourparler.text.verbs import VerbGroup

AWAY = frozenset("skip boycott shun snub".split())
HOSTING = frozenset("host co-host".split())
TABLE = frozenset("talks meeting session round table summit conference negotiations hearing forum gathering".split())
TELLING = (
    INVITING
    | LEAVING_OUT
    | OUT
    | AWAY
    | HOSTING
    | frozenset("without invitation absent stay attend participate".split())
) | frozenset("join appear travel come show turn take".split())
"""Lemmas without one of which a sentence says nothing of who was there."""

BACK = 2
"""Sentences back to a meeting that a sentence without one of its own speaks of."""


@dataclass(frozen=True, slots=True)
class Part:
    """Names with the part they have in a meeting, and the word of their sentence that says so."""

    field: str
    names: tuple[str, ...]
    line: int
    at: int


def attended(grounds: Grounds, frames: Sequence[MeetingFrame]) -> tuple[MeetingFrame, ...]:
    """The frames with their hosts, invited, absent and excluded as the report's sentences tell them."""
    result = list(frames)
    numbers = [grounds.scene.page.sentence_at(frame.evidence.start) for frame in frames]
    near = {number + ahead for number in numbers for ahead in range(BACK + 1)}
    for number in sorted(number for number in near if number < len(grounds.scene.lines)):
        if TELLING.isdisjoint(grounds.words(number)[1]):
            continue
        for part in parts(grounds.at(number), number):
            index = _meant(part, grounds, result, numbers)
            if index is not None:
                result[index] = _entered(result[index], part)
    return tuple(result)


def _meant(part: Part, grounds: Grounds, frames: Sequence[MeetingFrame], numbers: Sequence[int]) -> int | None:
    """The frame of the same sentence that is nearest, else the last one of the sentences before."""
    offset = grounds.scene.lines[part.line].words[part.at].start
    own = [index for index, number in enumerate(numbers) if number == part.line]
    if own:
        return min(own, key=lambda index: abs(frames[index].evidence.start - offset))
    before = [index for index, number in enumerate(numbers) if part.line - BACK <= number < part.line]
    return before[-1] if before and part.field != "hosts" else None


def _entered(frame: MeetingFrame, part: Part) -> MeetingFrame:
    """A frame with a part entered; a host is no mediator and no party, who stayed away is not among those present."""
    taken = {"hosts": frame.parties, "invited": frame.excluded, "absent": (), "excluded": frame.parties}[part.field]
    known: tuple[str, ...] = getattr(frame, part.field)
    names = tuple(name for name in part.names if name not in taken and name not in known)
    every = (*known, *names)
    match part.field:
        case "hosts":
            return replace(frame, hosts=every, mediators=tuple(name for name in frame.mediators if name not in names))
        case "absent":
            return replace(frame, absent=every, people=tuple(name for name in frame.people if name not in names))
        case "invited":
            return replace(frame, invited=every)
    return replace(frame, excluded=every)


def parts(ground: Ground, number: int) -> Iterator[Part]:
    """What a sentence says of who hosts, was asked, stayed away or was kept out."""
    for out in left_out(ground):
        yield Part("excluded", out.parties, number, out.at)
    for group in ground.line.verbs:
        lemma = ground.lemmas[group.head]
        if lemma in HOSTING:
            yield from _of_hosting(ground, group, number)
        elif lemma == "invite" and not group.negated:
            yield from _of_inviting(ground, group, number)
        elif _stays(ground, group):
            names = _names(_subject(ground, group))
            if names:
                yield Part("absent", names, number, group.head)
    for at in range(len(ground.lows) - 2):
        if ground.lows[at : at + 2] == ("invitation", "of"):
            found = _names(players(ground, at + 2, min(at + 9, len(ground.lows))), people=False)
            if found:
                yield Part("hosts", found[:1], number, at)


def _of_hosting(ground: Ground, group: VerbGroup, number: int) -> Iterator[Part]:
    """ "Hosted by Oman", and "Oman hosted the talks"."""
    if ground.lows[group.last : group.last + 1] == ("by",):
        found = _names(players(ground, group.last + 1, min(group.last + 9, len(ground.lows))), people=False)
    elif not group.passive and not group.negated:
        found = _names(_subject(ground, group), people=False)
    else:
        found = ()
    if found:
        yield Part("hosts", found[:2], number, group.head)


def _of_inviting(ground: Ground, group: VerbGroup, number: int) -> Iterator[Part]:
    """ "Was invited", and "invited Oslo to the talks"."""
    if group.passive:
        found = _names(_subject(ground, group))
    else:
        end = next((at for at in range(group.last, len(ground.lows)) if ground.lows[at] == "to"), group.last)
        found = _names(players(ground, group.last, end)) if end - group.last <= 8 else ()
    if found:
        yield Part("invited", found, number, group.head)


def _stays(ground: Ground, group: VerbGroup) -> bool:
    """True for a verb that says that its subject was not or will not be there."""
    lemma, ahead = ground.lemmas[group.head], ground.lows[group.last : group.last + 6]
    if not group.finite or group.passive:
        return False
    if group.negated:
        if lemma in ("show", "turn"):
            return ahead[:1] == ("up",)
        if lemma == "take":
            return ahead[:1] == ("part",)
        if lemma in ("come", "travel", "appear", "join"):
            return bool(TABLE & set(ahead))
        return lemma in ("attend", "participate")
    if lemma == "stay":
        return ahead[:1] in (("away",), ("home",))
    if lemma == "be":
        return ahead[:1] == ("absent",)
    return lemma in AWAY and bool(TABLE & set(ahead))


def _subject(ground: Ground, group: VerbGroup) -> Iterator[Player]:
    first = left_of(ground, group)
    return players(ground, first, group.first) if first < group.first else iter(())


def _names(found: Iterator[Player], people: bool = True) -> tuple[str, ...]:
    """The names of players, people by their own where `people`, else by their party's."""
    names = (
        player.person.name if player.person is not None and (people or not player.party) else player.party
        for player in found
    )
    return tuple(dict.fromkeys(name for name in names if name))
