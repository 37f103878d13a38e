"""Contradictions that stand in the words of the reports beside the accounts: what is found in each, held against what
is found in the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import EntryKind
from pourparler.record.contradictions.asking import differ
from pourparler.record.contradictions.denials import FRESH, denied_elsewhere, met_all_the_same
from pourparler.record.contradictions.echoes import echoed
from pourparler.record.contradictions.findings import Findings, about
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.sides import Point, Told, told_apart
from pourparler.record.contradictions.terms import Claim, clash
from pourparler.record.merging.background import Background

AT_ONE_TIME = timedelta(days=45)
"""Days between reports within which they speak of one time: what was kept in spring may be broken in autumn."""


def of_words(
    found: Sequence[Findings], meetings: Sequence[Meeting], background: Background
) -> Iterator[tuple[Point, Told]]:
    """Denials, who asked, direct or indirect, terms, whether it was kept, statements denied: every side of each.

    `found` are the findings of all reports, in the order of the reports.
    """
    for one in found:
        yield from one.sides
    yield from _denied_elsewhere(found, meetings, background)
    had = [each for one in found for each in one.had]
    for met, side in met_all_the_same(had, meetings, background):
        yield Point(EntryKind.MEETING, met.id, "status"), side
    asked = (each for one in found for each in one.asked)
    yield from _by_meeting("proposed by", asked, lambda a, b, _: differ(str(a.value), str(b.value)))
    how = (each for one in found for each in one.how)
    begun = {met.id: met.when.start for met in meetings if met.when}
    yield from _by_meeting(
        "level", how, lambda a, b, met: a.value != b.value and _near(a, b) and not _foretold(a, b, begun.get(met))
    )
    pages = {one.passages.report.id: one.passages for one in found}
    yield from _kept(found, pages)
    yield from _terms([each for one in found for each in one.terms], pages)
    denied = list(echoed([each for one in found for each in one.echoes]))
    for stated, side in denied:
        yield Point(EntryKind.STATEMENT, stated, "status"), side
    known = {stated for stated, _ in denied}
    yield from ((point, side) for one in found for point, side in one.answers if point.about not in known)


def _denied_elsewhere(
    found: Sequence[Findings], meetings: Sequence[Meeting], background: Background
) -> Iterator[tuple[Point, Told]]:
    """Both sides of denials of contacts that only other reports tell of."""
    denials = [each for one in found for each in one.denials]
    by_day: defaultdict[int, list[Meeting]] = defaultdict(list)
    for met in meetings if denials else ():
        if met.when and met.when.end:
            by_day[met.when.end.toordinal()].append(met)
    for denial, side in denials:
        day = denial.passage.report.published
        days = range(day.toordinal() - FRESH.days, day.toordinal() + 1) if day else ()
        fresh = [met for each in days for met in by_day.get(each, ())]
        for met, one in denied_elsewhere(denial, side, fresh, background):
            yield Point(EntryKind.MEETING, met.id, "status"), one


def _by_meeting(
    field: str, told: Iterable[tuple[str, Told]], differs: Callable[[Told, Told, str], bool]
) -> Iterator[tuple[Point, Told]]:
    """The contrary sides of one field, meeting by meeting."""
    by_meeting: dict[str, list[Told]] = defaultdict(list)
    for met, one in told:
        by_meeting[met].append(one)
    for met, these in by_meeting.items():
        for one in _contrary(these, lambda a, b, met=met: differs(a, b, met)):  # type: ignore[misc]
            yield Point(EntryKind.MEETING, met, field), one


def _contrary(told: Sequence[Told], differs: Callable[[Told, Told], bool]) -> list[Told]:
    """What is told apart and cannot both be right."""
    return [one for one in told if any(told_apart(one.teller, other.teller) and differs(one, other) for other in told)]


def _near(one: Told, other: Told) -> bool:
    mine, theirs = one.teller.published, other.teller.published
    return mine is None or theirs is None or abs(mine - theirs) <= AT_ONE_TIME


def _foretold(one: Told, other: Told, begun: date | None) -> bool:
    """True where reports of two days tell it, and the first of them before it began: the later is news."""
    mine, theirs = one.teller.published, other.teller.published
    if mine is None or theirs is None or mine == theirs:
        return False
    return begun is None or min(mine, theirs) < begun


def _kept(found: Sequence[Findings], pages: Mapping[str, Passages]) -> Iterator[tuple[Point, Told]]:
    """Sides that say of one party that it broke an instrument, and that it kept to it."""
    by_party: dict[str, list[tuple[Passage, Told]]] = defaultdict(list)
    for passage, party, one in (each for these in found for each in these.kept):
        by_party[party].append((passage, one))
    for party, these in by_party.items():
        sides = _contrary([one for _, one in these], _at_odds)
        places = [(pages[passage.report.id], passage) for passage, one in these if one in sides]
        point = about(places, [party])
        if sides and point:
            yield from ((Point(*point, "compliance", party), one) for one in sides)


def _at_odds(one: Told, other: Told) -> bool:
    return one.value != other.value and _near(one, other) and not _broken_since(one, other)


def _broken_since(one: Told, other: Told) -> bool:
    """True where it was kept by an earlier report and broken by a later one: that is news."""
    kept, broken = sorted((one, other), key=lambda told: str(told.value).startswith("broken"))
    first, then = kept.teller.published, broken.teller.published
    return first is not None and then is not None and first < then


def _terms(told: Sequence[tuple[Claim, Told]], pages: Mapping[str, Passages]) -> Iterator[tuple[Point, Told]]:
    """What one voice has as part of an instrument and another has not."""
    by_topic: dict[str, list[tuple[Claim, Told]]] = defaultdict(list)
    for claim, one in told:
        for topic in claim.topics if claim.holds else ():
            by_topic[topic].append((claim, one))
    for out, mine in told:
        if out.holds:
            continue
        likely = {
            claim.passage.evidence: (claim, one) for topic in sorted(out.topics) for claim, one in by_topic[topic]
        }
        against = [
            (claim, one) for claim, one in likely.values() if clash(claim, out) and told_apart(one.teller, mine.teller)
        ]
        if not against:
            continue
        topics = out.topics.union(*(claim.topics for claim, _ in against))
        passages = [*(claim.passage for claim, _ in against), out.passage]
        place = about([(pages[passage.report.id], passage) for passage in passages], topics)
        if place:
            point = Point(*place, "terms", str(mine.value))
            yield point, mine
            for _, one in against:
                yield point, Told(against[0][1].value, one.evidence, one.teller)
