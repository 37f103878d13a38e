"""Bonds: which tellings of one report are of one meeting."""

from collections.abc import Collection, Sequence

from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.text.gazetteer import load_gazetteer

ENOUGH, DEFINITE_ENOUGH = 2.0, 1.2
"""Points at which two tellings are of one meeting: day and party, place and day; less for "the talks", which refer to
some meeting in any case. Set on the development cases."""

CALLS = (MeetingKind.CALL, MeetingKind.EXCHANGE)


def bond(
    frame: MeetingFrame, definite: bool, frames: Sequence[MeetingFrame], closed: Collection[int] = ()
) -> int | None:
    """The index of the earlier frame that `frame` tells of again, or None; those in `closed` are of another sort."""
    best: tuple[float, int] | None = None
    for index in range(len(frames) - 1, -1, -1):
        points = _points(frame, definite, frames, index) if index not in closed else None
        if points is not None and (best is None or points > best[0]):
            best = (points, index)
    return best[1] if best is not None and best[0] >= (DEFINITE_ENOUGH if definite else ENOUGH) else None


def _points(frame: MeetingFrame, definite: bool, frames: Sequence[MeetingFrame], index: int) -> float | None:
    """What speaks for one meeting; None where something speaks against it."""
    group = _group(frames, index)
    days = {f.when and (f.when.start, f.when.end) for f in group if f.when} if frame.when else set()
    points = 0.0
    if frame.when is not None and days:
        mine = (frame.when.start, frame.when.end)
        if mine not in days:
            return None
        points += 1.5
    if any(frame.kind in CALLS or f.kind in CALLS for f in group) and not any(f.kind is frame.kind for f in group):
        return None
    rounds = {f.round for f in group if f.round}
    if frame.round and rounds and frame.round not in rounds:
        return None
    points += 1.5 if frame.round and rounds else 0
    points -= 1.5 if frame.round and not rounds and not (frame.when is not None and days) else 0
    places = {name for f in group for name in f.place}
    if frame.place and places:
        if not _same_place(frame.place, places):
            return None
        points += 1.5
    known = {party for f in group for party in f.parties}
    shared = known & set(frame.parties)
    if frame.parties and known:
        if not shared:
            return None
        if not (set(frame.parties) <= known or known <= set(frame.parties)):
            return None
        points += 1.0 if len(shared) > 1 else 0.5
    people = {name for f in group for name in f.people}
    if frame.people and people:
        points += 1.0 if people & set(frame.people) else -0.5 if definite else -1.0
    if definite:
        points -= 0.8 if _only_proposed(frame, group) else 0.0
        points += 2 - 0.2 * (len(frames) - 1 - index)
        points += 0.3 if any(f.kind is frame.kind for f in group) else 0
    return points


def _only_proposed(frame: MeetingFrame, group: Sequence[MeetingFrame]) -> bool:
    """True when a meeting so far is but an idea, and `frame` tells of one that is settled."""
    ideas = all(told.status is MeetingStatus.PROPOSED for told in group)
    return ideas and frame.status not in (MeetingStatus.PROPOSED, MeetingStatus.DENIED)


def _group(frames: Sequence[MeetingFrame], index: int) -> list[MeetingFrame]:
    """All earlier frames of the meeting that the frame at `index` tells of."""
    first = root(frames, index)
    return [frame for at, frame in enumerate(frames) if root(frames, at) == first]


def root(frames: Sequence[MeetingFrame], index: int) -> int:
    """The index of the first frame of the meeting that the frame at `index` tells of."""
    while True:
        earlier = frames[index].same_as
        if earlier is None:
            return index
        index = earlier


def _same_place(mine: Sequence[str], theirs: set[str]) -> bool:
    """True when one place is the other or holds it."""
    gazetteer = load_gazetteer()

    def around(names: set[str]) -> set[str]:
        return names | {outer for name in names for outer in gazetteer.place_within(name)}

    return bool(set(mine) & around(theirs) or theirs & around(set(mine)))
