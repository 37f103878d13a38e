"""The negotiation as a system in a snapshot: issues, goals and conditions, who stands where, lives of instruments, and
what networks ask of positions and meetings. Computed when a snapshot is made, written whole each time."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pourparler.case.issues.gathering import names_in
from pourparler.case.issues.states import Standing
from pourparler.faces.snapshot.contents import Contents
from pourparler.faces.snapshot.encoding import encode
from pourparler.faces.system.asking import Asking

Row = tuple[Any, ...]

STANDING = ("state", "sign", "beside", "stage", "concerned", "last", "disputes")
"""What a standing tells of its issue."""


def system_lists(contents: Contents) -> Mapping[str, Iterable[Row]]:
    """The rows of each table of the system."""
    asking = Asking(contents.lookup)
    return {
        "issues": _issues(asking),
        "stances": _stances(asking),
        "goals": _goals(asking),
        "requirements": _requirements(asking),
        "lives": _lives(asking),
        "stands": ((seq, one.position, encode(one)) for seq, one in enumerate(asking.stands, 1)),
        "attended": ((seq, one.id, encode(one)) for seq, one in enumerate(asking.attended, 1)),
        "system": _rest(asking),
    }


def _issues(asking: Asking) -> Iterator[Row]:
    for seq, (issue, standing) in enumerate(zip(asking.issues.issues, asking.standings, strict=True), 1):
        last = standing.last.isoformat() if standing.last else None
        yield seq, issue.id, issue.name, standing.state.value, last, encode(issue), encode(told_of(standing))


def told_of(standing: Standing) -> dict[str, Any]:
    """A standing without its issue."""
    return {name: getattr(standing, name) for name in STANDING}


def _stances(asking: Asking) -> Iterator[Row]:
    for seq, (issue, cells) in enumerate(asking.matrix.by_issue.items(), 1):
        yield seq, issue, encode(cells)


def _goals(asking: Asking) -> Iterator[Row]:
    waiting = set(asking.waiting)
    for seq, one in enumerate(asking.graph.goals.values(), 1):
        yield seq, one.id, one.kind.value, one.name, bool(one.reached), one.id in waiting, encode(one)


def _requirements(asking: Asking) -> Iterator[Row]:
    for seq, one in enumerate(asking.graph.requirements, 1):
        told = one.told.isoformat() if one.told else None
        yield seq, one.id, one.head, one.holder, one.sort.value, one.value.value, told, encode(one)


def _lives(asking: Asking) -> Iterator[Row]:
    for seq, one in enumerate(asking.lives.values(), 1):
        yield seq, one.instrument, encode(one)


def _rest(asking: Asking) -> Iterator[Row]:
    """What is one thing of a whole record, by its name."""
    record = asking.lookup.record
    yield "below", encode(asking.graph.below)
    yield "instead", encode([(entry, own, led) for (entry, own), led in sorted(asking.issues.instead.items())])
    yield "names", encode(names_in(record))
    yield "parties", encode(asking.matrix.parties)
    yield "called", encode(list(asking.lookup.parties.items()))
    yield "present", encode(asking.graph.present)
    yield "topics", encode(asking.topics.topics)
    yield "at_odds", encode(sorted(asking.at_odds))
    yield "speakers", encode(asking.speakers)
