"""The sides of a dispute: a value, the words that give it, and whose they are; and which sides are contrary."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pourparler.core.account import Account, Voice
from pourparler.core.entry import Dispute, DisputeReading
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging.background import Background, Order

T = TypeVar("T", bound=Hashable)
Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells something: the report, the first report of its chain of near copies, the voice, and when.

    `order` sorts tellers as a reader of all reports meets them.
    """

    report: str
    text: str
    voice: Voice
    published: date | None
    order: Order


@dataclass(frozen=True, slots=True)
class Told:
    """A value, the words that give it, and who tells it."""

    value: Value
    evidence: tuple[Evidence, ...]
    teller: Teller


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
    return Teller(account.report, text, account.voice, background.published(account), background.order(account))


def told_by(value: Value, account: Account, field: str, background: Background) -> Told:
    """What an account tells, with the words behind that field where it has words of its own."""
    words = background.support((account,), field) or account.evidence
    return Told(value, words, teller_of(account, background))


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

    readings = tuple(DisputeReading(value, _words(these)) for value, these in sorted(sides.items(), key=first))
    marks = (point.mark,) if point.mark else ()
    yield Dispute(content_id("d", point.about, point.field, *marks), point.about, point.kind, point.field, readings)


def _words(told: Sequence[Told]) -> tuple[Evidence, ...]:
    ordered = sorted(told, key=lambda one: one.teller.order)
    return tuple(dict.fromkeys(evidence for one in ordered for evidence in one.evidence))


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
    at_once: bool = False,
) -> list[tuple[T, Account]]:
    """What is told with a value that differs from another's, by another text or voice; `at_once` on one day only."""
    if len({value for value, _ in told}) < 2:
        return []
    alike: dict[tuple[T, str, str, Voice], list[tuple[T, Account]]] = defaultdict(list)
    for value, account in told:
        alike[value, background.copies.text[account.report], account.report, account.voice].append((value, account))
    groups = [(these[0][0], teller_of(these[0][1], background), these) for these in alike.values()]
    found: dict[str, tuple[T, Account]] = {}
    for index, (value, mine, these) in enumerate(groups):
        for other_value, theirs, those in groups[index + 1 :]:
            if not differ(value, other_value) or not told_apart(mine, theirs):
                continue
            if not at_once or together(mine, theirs):
                found |= {account.id: (told_as, account) for told_as, account in (*these, *those)}
    return list(found.values())
