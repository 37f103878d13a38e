"""Judgements between records: found again in the reports of another record, and compared with what it decided."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pourparler.core.judgement import Judgement
from pourparler.core.report import Report
from pourparler.record.carrying import carry
from pourparler.record.opposing import Near, opposes
from pourparler.record.store import Holdings


@dataclass(frozen=True, slots=True)
class Origin:
    """A report of the record that judgements come from: its id there, its name, and the digest of its text."""

    id: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two judgements that say otherwise of the same: what stands here and what comes. The later of them would hold."""

    here: Judgement
    coming: Judgement

    @property
    def is_withdrawal(self) -> bool:
        """True when the very judgement that stands here was taken back where it comes from."""
        return self.here.id == self.coming.id


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes with a file: judgements that nothing speaks against, those held back for a contrary one and those
    that they overrule, those known here, of these those taken back here, and the contrary pairs."""

    new: tuple[Judgement, ...]
    held_back: tuple[Judgement, ...]
    known: tuple[Judgement, ...]
    taken_back_here: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]


def origin(report: Report) -> Origin:
    """What finds a report again in another record."""
    return Origin(report.id, report.name, hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest())


def found_again(
    judgements: Iterable[Judgement], origins: Iterable[Origin], reports: Sequence[Report]
) -> tuple[Judgement, ...]:
    """Judgements with the reports of their anchors under the ids they have here.

    A report is found by its id, else by its text, and among reports of one text by its name. One that is not here
    keeps its id: the judgement holds as soon as the report is added.
    """
    here = {report.id for report in reports}
    by_text: dict[str, list[Report]] = defaultdict(list)
    away = [one for one in origins if one.id not in here]
    for report in reports if away else ():
        by_text[origin(report).digest].append(report)
    ids = {}
    for one in away:
        alike = sorted(by_text.get(one.digest, ()), key=lambda report: (report.name != one.name, report.name))
        if alike:
            ids[one.id] = alike[0].id
    return tuple(_at(judgement, ids) for judgement in judgements)


def _at(judgement: Judgement, ids: Mapping[str, str]) -> Judgement:
    anchors = tuple(replace(one, report=ids.get(one.report, one.report)) for one in judgement.anchors)
    return judgement if anchors == judgement.anchors else replace(judgement, anchors=anchors)


def arrive(coming: Sequence[Judgement], stored: Sequence[Judgement], holdings: Holdings) -> Arrival:
    """Sorts judgements that come from another record; `stored` are all of this one, those taken back among them.

    What was taken back where it comes from is new as a thing of the past only, and stands against nothing.
    """
    mine = {judgement.id: judgement for judgement in stored}
    new = [one for one in coming if one.id not in mine]
    standing = sorted((one for one in new if one.withdrawn is None), key=_order)
    undone = [
        Conflict(mine[one.id], one)
        for one in coming
        if one.withdrawn is not None and one.id in mine and mine[one.id].withdrawn is None
    ]
    conflicts = undone + find_conflicts(standing, holdings)
    held_back = {conflict.coming.id for conflict in conflicts}
    near = Near(standing)
    for one in reversed(standing):  # with what is held back goes what it overrules
        later = (each for each in near.to(one) if each.id in held_back and _order(each) > _order(one))
        if any(opposes(one, each) for each in later):
            held_back.add(one.id)
    known = [one for one in coming if one.id in mine and one.id not in held_back]
    return Arrival(
        tuple(one for one in new if one.id not in held_back),
        tuple(one for one in new if one.id in held_back),
        tuple(known),
        tuple(one for one in known if one.withdrawn is None and mine[one.id].withdrawn is not None),
        tuple(conflicts),
    )


def find_conflicts(coming: Sequence[Judgement], holdings: Holdings) -> list[Conflict]:
    """Where a judgement that comes says otherwise than one that stands, both on the accounts of today."""
    together = sorted((*holdings.judgements, *coming), key=_order)
    carried = carry(replace(holdings, judgements=tuple(together))).judgements
    theirs, made = {one.id for one in coming}, {one.id: one for one in together}
    near = Near(carried)
    last = [one for one in carried if not _overruled(one, near, theirs)]
    mine = Near(one for one in last if one.id not in theirs)
    return [
        Conflict(made[each.id], made[one.id])
        for one in last
        if one.id in theirs
        for each in mine.to(one)
        if opposes(each, one)
    ]


def _overruled(one: Judgement, near: Near, theirs: set[str]) -> bool:
    """True when its own side said otherwise later."""
    later = (each for each in near.to(one) if _order(each) > _order(one) and (each.id in theirs) == (one.id in theirs))
    return any(opposes(each, one) for each in later)


def _order(judgement: Judgement) -> tuple[datetime, str]:
    """The order in which judgements are applied."""
    return judgement.at, judgement.id
