"""The entries of one kind, made again only where what they are made of has changed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pourparler.core.account import Account
from pourparler.core.entry import Entry
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import EntryKind
from pourparler.record.bundles import Bundle
from pourparler.record.corrections import NameOf, corrected
from pourparler.record.merging.background import Background
from pourparler.record.merging.components import Component, Components, Effort
from pourparler.record.merging.grouping import Doubt
from pourparler.record.merging.kinds import merging_of
from pourparler.record.rulings import Rulings
from pourparler.record.verdicts import regroup

E = TypeVar("E", bound=Entry)

Make = Callable[[list[Account], Background], E]
Place = tuple[Any, ...]
Seen = tuple[tuple[str, int], ...]
"""What an entry was made of: its accounts, each with the identity of the part it came in."""

_FEW = 200
"""Entries that come and go at once up to which each is put in its place; with more, all are sorted anew."""


@dataclass(slots=True, eq=False)
class Held(Generic[E]):
    """An entry in its place among those of its kind; `shown` is it with what people have set right."""

    accounts: list[Account]
    seen: Seen
    entry: E
    shown: E
    place: Place

    @property
    def reports(self) -> set[str]:
        """The ids of the reports that tell of it."""
        return {account.report for account in self.accounts}


@dataclass(frozen=True, slots=True)
class Made(Generic[E]):
    """What a component came to: its entries, and what was in doubt."""

    entries: tuple[Held[E], ...]
    doubts: tuple[tuple[Doubt, Held[E], Held[E]], ...]
    """Each with the entries of its two accounts."""


class Entries(Generic[E]):
    """The entries of one kind."""

    def __init__(self, kind: EntryKind, make: Make[E], place: Callable[[E, Background], Place]) -> None:
        """`make` makes an entry of its accounts, which come in the order of the reports and the text; `place` sorts
        entries, no two alike."""
        self.kind = kind
        self._make, self._place = make, place
        self._merging = merging_of(kind)
        self._components = Components[Any](self._merging.near)
        self._made: dict[Component[Any], Made[E]] = {}
        self._parts: dict[str, Sequence[Any]] = {}
        self._in: defaultdict[str, dict[int, Held[E]]] = defaultdict(dict)
        self._sorted: list[Held[E]] = []
        self.touched: set[str] = set()
        """Ids of reports of which an entry came, went or changed when last settled."""

    @property
    def effort(self) -> Effort:
        """How much was compared since the beginning."""
        return self._components.effort

    def settle(
        self, change: tuple[Iterable[Bundle], Iterable[Bundle]], rulings: Rulings, background: Background
    ) -> None:
        """Bring the entries up to date with bundles that went and came, and with what people have decided."""
        gone, fresh = change
        self.touched = {bundle.report.id for bundle in (*gone, *fresh)}
        for bundle in gone:
            for part in self._parts.pop(bundle.report.id, ()):
                self._components.drop(part)
        for bundle in fresh:
            parts = bundle.parts[self.kind]
            self._parts[bundle.report.id] = parts
            for part in parts:
                self._components.put(part, background.order(part.accounts[0]), self._merging.marks(part), part.accounts)
        self._components.tie(rulings.ties, rulings.touched)
        old, new = self._components.settle()
        before = {
            held.seen: held for component in old if component in self._made for held in self._made[component].entries
        }
        for component in old:
            self._made.pop(component, None)
        came = []
        for component in new:
            groups, doubts = self._group(component, rulings, background)
            entries = []
            for seen, accounts in groups:
                held = before.pop(seen, None)
                if held is None:
                    entry = self._make(accounts, background)
                    held = Held(accounts, seen, entry, entry, self._place(entry, background))
                    came.append(held)
                entries.append(held)
            at = {account.id: held for held in entries for account in held.accounts} if doubts else {}
            known = tuple((doubt, at[doubt.one.id], at[doubt.other.id]) for doubt in doubts)
            self._made[component] = Made(tuple(entries), known)
        self._move(list(before.values()), came)

    def _group(
        self, component: Component[Any], rulings: Rulings, background: Background
    ) -> tuple[list[tuple[Seen, list[Account]]], tuple[Doubt, ...]]:
        """The accounts of each entry of a component, in their order, with what they were seen in; and the doubts."""
        at = {account.id: id(node.part) for node in component.nodes for account in node.accounts}
        judgements = rulings.of(account for node in component.nodes for account in node.accounts)
        parts = [node.part for node in component.nodes]
        grouped = self._merging.group(parts, rulings.apart if judgements else _NONE_APART)
        groups: Sequence[Sequence[Account]] = [
            [account for part in group for account in part.accounts] for group in grouped.groups
        ]
        if judgements:
            groups = regroup(groups, judgements)
        told = [background.sorted(group) for group in groups]
        return [(tuple((each.id, at[each.id]) for each in these), these) for these in told], tuple(grouped.doubts)

    def _move(self, went: Sequence[Held[E]], came: Sequence[Held[E]]) -> None:
        """Take entries out of their places, and put others in theirs."""
        for held in went:
            for report in held.reports:
                self._in[report].pop(id(held), None)
        for held in came:
            for report in held.reports:
                self._in[report][id(held)] = held
        for held in (*went, *came):
            self.touched |= held.reports
        if len(went) + len(came) > _FEW:
            lost = {id(held) for held in went}
            self._sorted = sorted((held for held in (*self._sorted, *came) if id(held) not in lost), key=_place_of)
            return
        for held in went:
            del self._sorted[bisect_left(self._sorted, held.place, key=_place_of)]
        for held in came:
            self._sorted.insert(bisect_left(self._sorted, held.place, key=_place_of), held)

    def of_report(self, report: str) -> list[E]:
        """The entries that have an account in a report, by its id, in their order."""
        return [held.shown for held in sorted(self._in.get(report, {}).values(), key=_place_of)]

    def correct(self, judgements: Sequence[Judgement], background: Background) -> None:
        """Lay over the entries what people have set right and confirmed."""
        if not judgements and all(held.shown is held.entry for held in self._sorted):
            return
        plain = [held.entry for held in self._sorted]
        name_of: NameOf = background.actors.name_of
        changed = [
            (held, marked)
            for held, marked in zip(list(self._sorted), corrected(plain, judgements, name_of), strict=True)
            if held.shown is not marked and held.shown != marked
        ]
        held_now = [held for held, _ in changed]
        self._move(held_now, ())
        for held, marked in changed:
            held.shown, held.place = marked, self._place(marked, background)
        self._move((), held_now)

    def remake(self, reports: Iterable[str], background: Background) -> None:
        """Make the entries again that have an account in one of these reports: something beside them has changed."""
        for held in {id(held): held for report in reports for held in self._in.get(report, {}).values()}.values():
            entry = self._make(held.accounts, background)
            if entry != held.entry:
                held.entry = held.shown = entry
                self.touched |= held.reports

    def all(self) -> list[E]:
        """Every entry, in their order."""
        return [held.shown for held in self._sorted]

    def doubts(self) -> Iterator[tuple[Doubt, E, E]]:
        """Everything in doubt, in no order, each with the entries that its two accounts are of."""
        for made in self._made.values():
            yield from ((doubt, one.shown, other.shown) for doubt, one, other in made.doubts)


_NONE_APART: Mapping[str, frozenset[str]] = {}


def _place_of(held: Held[Any]) -> Place:
    return held.place
