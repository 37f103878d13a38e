"""The sides of a dispute: a value, the words that give it, and whose they are; and which sides are contrary."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pourparler.core.account import Account, Voice
from pourparler.core.dispute import Dispute, DisputeReading, Witness
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import DisputeSort, EntryKind, MeetingStatus
from pourparler.record.merging.background import Background, Order
from pourparler.record.sources import Telling, sources

T = TypeVar("T", bound=Hashable)
Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells something: the report, the first report of its chain of near copies, the voice, and when.

    `order` sorts tellers as a reader of all reports meets them; `outlet` is who published the report.
    """

    report: str
    text: str
    voice: Voice
    published: date | None
    order: Order
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A value, the words that give it, and who tells it; `denies` for somebody's word that it is not so, `complete`
    for one that says that this is all there was."""

    value: Value
    evidence: tuple[Evidence, ...]
    teller: Teller
    denies: bool = False
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """What a dispute is over: a field of an entry; `mark` tells two disputes over one field of it apart."""

    kind: EntryKind
    about: str
    field: str
    mark: str = ""


def teller_of(account: Account, background: Background) -> Teller:
    """Who stands behind an account."""
    text = background.copies.text[account.report]
    outlet = background.reports[account.report].outlet
    return Teller(account.report, text, account.voice, background.published(account), background.order(account), outlet)


def told_by(value: Value, account: Account, field: str, background: Background) -> Told:
    """What an account tells, with the words behind that field where it has words of its own."""
    words = background.support((account,), field) or account.evidence
    denies = value == MeetingStatus.DENIED.value
    return Told(value, words, teller_of(account, background), denies)


def dispute(point: Point, told: Iterable[Told]) -> Iterator[Dispute]:
    """One dispute, when two values or more are told; each reading with all words that give it.

    The side of most texts comes first, then the one told earliest.
    """
    sides: dict[Value, list[Told]] = defaultdict(list)
    for one in told:
        sides[one.value].append(one)
    if len(sides) < 2:
        return

    def first(side: tuple[Value, list[Told]]) -> tuple[int, Order, str]:
        texts = {one.teller.text for one in side[1]}
        return -len(texts), min(one.teller.order for one in side[1]), str(side[0])

    readings = tuple(_reading(value, these) for value, these in sorted(sides.items(), key=first))
    marks = (point.mark,) if point.mark else ()
    found = content_id("d", point.about, point.field, *marks)
    yield Dispute(found, point.about, point.kind, point.field, readings, _sort(sides))


def _sort(sides: Mapping[Value, Sequence[Told]]) -> DisputeSort:
    """A denial where somebody says of a side that it is not so; a difference of scope where one side says that it is
    all there was, and the others do not; else a discrepancy."""
    if any(one.denies for side in sides.values() for one in side):
        return DisputeSort.DENIAL
    complete = [all(one.complete for one in side) for side in sides.values()]
    return DisputeSort.SCOPE if any(complete) and not all(complete) else DisputeSort.DISCREPANCY


def _reading(value: Value, told: Sequence[Told]) -> DisputeReading:
    """One side with its words, who says it, and who only repeats another's."""
    ordered = sorted(told, key=lambda one: one.teller.order)
    words = tuple(dict.fromkeys(evidence for one in ordered for evidence in one.evidence))
    by_report: dict[str, list[Told]] = defaultdict(list)
    for one in ordered:
        by_report[one.teller.report].append(one)
    groups = sources([_telling(these) for these in by_report.values()])
    names = {report: these[0].evidence[0].report for report, these in by_report.items()}
    first = {report: group[0] for group in groups for report in group}
    witnesses = tuple(
        Witness(names[report], voice, names[first[report]] if first[report] != report else None)
        for report, these in by_report.items()
        for voice in dict.fromkeys(one.teller.voice for one in these)
    )
    return DisputeReading(value, words, witnesses, len(groups))


def _telling(told: Sequence[Told]) -> Telling:
    """What one report tells of one side."""
    teller = told[0].teller
    agencies = frozenset(one.teller.voice.via[-1] if one.teller.voice.via else "" for one in told)
    passages = tuple(evidence.text for one in told for evidence in one.evidence)
    return Telling(teller.report, teller.text, teller.outlet, agencies, passages)


def told_apart(one: Teller, other: Teller) -> bool:
    """True when two things are told by two texts, or by two voices in one."""
    return one.text != other.text or (one.report == other.report and one.voice != other.voice)


def together(one: Teller, other: Teller) -> bool:
    """True when two were published on one day, so that neither brings the other up to date."""
    return one.published == other.published


def contrary(
    told: Sequence[tuple[T, Account]],
    differ: Callable[[T, T], bool],
    background: Background,
    settled: Set[object] = frozenset(),
) -> list[tuple[T, Account]]:
    """What is told with a value that differs from another's, by another text or voice, and is no later news of it.

    What is told on one day is no news. Of two days, the later is news unless the earlier account has the entry in one
    of the `settled` states: what was to come may come otherwise, what came about was so or was not.
    """
    if len({value for value, _ in told}) < 2:
        return []
    alike: dict[tuple[T, str, Voice, bool], list[tuple[T, Account]]] = defaultdict(list)
    for value, account in told:
        alike[value, account.report, account.voice, _state(account) in settled].append((value, account))
    groups = [(these[0][0], teller_of(these[0][1], background), these) for these in alike.values()]
    found: dict[str, tuple[T, Account]] = {}
    for index, (value, mine, these) in enumerate(groups):
        for other_value, theirs, those in groups[index + 1 :]:
            if not differ(value, other_value) or not told_apart(mine, theirs):
                continue
            earlier = _earlier(mine, theirs, these, those)
            if together(mine, theirs) or all(_state(account) in settled for _, account in earlier):
                found |= {account.id: (told_as, account) for told_as, account in (*these, *those)}
    return list(found.values())


def _earlier(
    mine: Teller, theirs: Teller, these: Sequence[tuple[T, Account]], those: Sequence[tuple[T, Account]]
) -> Sequence[tuple[T, Account]]:
    """Of two that are told, what was published first; both where nobody knows."""
    if mine.published is None or theirs.published is None:
        return (*these, *those)
    return these if mine.published < theirs.published else those


def _state(account: Account) -> object:
    """The state in which an account has its entry; None for entries without states."""
    return getattr(account.fields, "status", None)
