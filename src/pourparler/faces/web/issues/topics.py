"""Topics as pages show them: the rows of the matrix in the order of their topics, and what stands over each topic."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.case.issues.states import Standing
from pourparler.case.issues.topical import Said, Topical, odds_in
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.topics import grouped
from pourparler.faces.web.issues.grid import Stood, stood_as
from pourparler.faces.web.visit import Visit

FEW = 3
"""Stances of a kind that a heading names; the rows below have all."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """A stance that is at odds with one of another party: whose it is, the issue's id, and the stance."""

    party: str
    issue: str
    stood: Stood


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the issues of a topic: who rejects what and who asks for what within it (`rejected_more` and
    `asked_more` are how many further stances), and how many of its issues are not asked for."""

    topical: Topical
    rejected: tuple[Opposed, ...]
    asked: tuple[Opposed, ...]
    rejected_more: int
    asked_more: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Headings:
    """By the id of the first issue of each on a page, what stands over topics of several issues; and the id of the
    first issue of those that are told once, if any. `within` are the ids of issues that are of such topics."""

    over: dict[str, Heading]
    within: frozenset[str]
    once: str | None


def in_topics(asking: Asking, wanted: Sequence[Standing]) -> list[Standing]:
    """Issues topic by topic, the main topics first; those told once come last, in their order."""
    return [one for _, standings in grouped(asking, wanted) for one in standings]


def headings_of(visit: Visit, shown: Sequence[Standing], wanted: Sequence[Standing]) -> Headings:
    """What stands over the topics of a page's issues, `wanted` being all that were asked for."""
    asking = visit.asking
    asked = {one.issue.id for one in wanted}
    by_id = {one.topic.id: one for one in asking.topicals}
    over: dict[str, Heading] = {}
    begun: set[str] = set()
    once = None
    for one in shown:
        topical = by_id[asking.topics.of(one.issue.id).id]
        if topical.topic.id not in begun and len(topical.topic.issues) > 1:
            over[one.issue.id] = _heading(visit, topical, asked)
        if topical.told_once and once is None:
            once = one.issue.id
        begun.add(topical.topic.id)
    within = frozenset(one.issue.id for one in shown if len(asking.topics.of(one.issue.id).issues) > 1)
    return Headings(over, within, once)


def _heading(visit: Visit, topical: Topical, asked: set[str]) -> Heading:
    odds = odds_in(topical.topic, visit.asking.matrix) if topical.topic.id in visit.asking.at_odds else None
    rejected, wanting = (odds.rejected, odds.asked) if odds else ((), ())
    return Heading(
        topical,
        _opposed(visit, rejected[:FEW]),
        _opposed(visit, wanting[:FEW]),
        len(rejected[FEW:]),
        len(wanting[FEW:]),
        len(set(topical.topic.issues) - asked),
    )


def _opposed(visit: Visit, said: Sequence[Said]) -> tuple[Opposed, ...]:
    visit.rank(place.report for one in said for place in one.held.evidence)
    return tuple(Opposed(one.party, one.issue, stood_as(visit, one.held)) for one in said)
