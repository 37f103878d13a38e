"""The entries of one kind, made again only for components that have changed."""

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


@dataclass(frozen=True, slots=True)
class Made(Generic[E]):
    """What a component came to: the accounts of each entry, the entries, and what was in doubt."""

    groups: tuple[list[Account], ...]
    entries: tuple[E, ...]
    doubts: tuple[Doubt, ...]


class Entries(Generic[E]):
    """The entries of one kind."""

    def __init__(self, kind: EntryKind, make: Make[E]) -> None:
        """`make` makes an entry of its accounts, which come in the order of the reports and the text."""
        self.kind = kind
        self._make = make
        self._merging = merging_of(kind)
        self._components = Components[Any](self._merging.near)
        self._made: dict[Component[Any], Made[E]] = {}
        self._parts: dict[str, Sequence[Any]] = {}
        self._of_report: dict[str, list[E]] = {}
        self._marked: dict[str, E] = {}
        self.touched: set[str] = set()
        """Ids of reports of which an entry came or went when last settled."""

    @property
    def effort(self) -> Effort:
        """How much was compared since the beginning."""
        return self._components.effort

    def settle(
        self, change: tuple[Iterable[Bundle], Iterable[Bundle]], rulings: Rulings, background: Background
    ) -> None:
        """Bring the entries up to date with bundles that went and came, and with what people have decided."""
        gone, fresh = change
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
        self.touched = {bundle.report.id for bundle in gone} | {bundle.report.id for bundle in fresh}
        for component in old:
            made = self._made.pop(component, None)
            self.touched.update(_reports_of(made) if made else ())
        for component in new:
            made = self._made[component] = self._build(component, rulings, background)
            self.touched.update(_reports_of(made))
        self._forget(self.touched)

    def _forget(self, reports: Iterable[str]) -> None:
        for report in reports:
            self._of_report.pop(report, None)

    def of_report(self, report: str) -> list[E]:
        """The entries that have an account in a report, by its id."""
        if report not in self._of_report:
            components = {self._components.component_of(part): None for part in self._parts.get(report, ())}
            entries = (entry for component in components for entry in self._made[component].entries)
            here = [entry for entry in entries if any(account.report == report for account in entry.accounts)]
            self._of_report[report] = here
        return [self._marked.get(entry.id, entry) for entry in self._of_report[report]]

    def correct(self, judgements: Sequence[Judgement], name_of: NameOf) -> None:
        """Lay over the entries what people have set right and confirmed."""
        before, self._marked = self._marked, {}
        plain = [entry for made in self._made.values() for entry in made.entries] if judgements else []
        for entry, marked in zip(plain, corrected(plain, judgements, name_of), strict=True):
            if marked is not entry:
                known = before.get(entry.id)
                self._marked[entry.id] = known if known == marked else marked
        changed = {id(entry) for entry in before.values()} ^ {id(entry) for entry in self._marked.values()}
        for entry in (*before.values(), *self._marked.values()):
            if id(entry) in changed:
                self.touched.update(account.report for account in entry.accounts)

    def remake(self, reports: Iterable[str], background: Background) -> None:
        """Make the entries again that have an account in one of these reports: something beside them has changed."""
        parts = (part for report in reports for part in self._parts.get(report, ()))
        for component in {self._components.component_of(part) for part in parts}:
            made = self._made[component]
            self._made[component] = Made(made.groups, self._entries(made.groups, background), made.doubts)
            self._forget(_reports_of(made))

    def all(self) -> Iterator[E]:
        """Every entry, in no order."""
        for made in self._made.values():
            yield from (self._marked.get(entry.id, entry) for entry in made.entries)

    def doubts(self) -> Iterator[Doubt]:
        """Everything in doubt, in no order."""
        for made in self._made.values():
            yield from made.doubts

    def _accounts(self, component: Component[Any]) -> list[Account]:
        return [account for node in component.nodes for account in node.accounts]

    def _build(self, component: Component[Any], rulings: Rulings, background: Background) -> Made[E]:
        accounts = self._accounts(component)
        judgements = rulings.of(accounts)
        parts = [node.part for node in component.nodes]
        grouped = self._merging.group(parts, rulings.apart if judgements else _NONE_APART)
        groups: Sequence[Sequence[Account]] = [
            [account for part in group for account in part.accounts] for group in grouped.groups
        ]
        if judgements:
            groups = regroup(groups, judgements)
        told = tuple(background.sorted(group) for group in groups)
        return Made(told, self._entries(told, background), tuple(grouped.doubts))

    def _entries(self, groups: Iterable[list[Account]], background: Background) -> tuple[E, ...]:
        return tuple(self._make(accounts, background) for accounts in groups)


_NONE_APART: Mapping[str, frozenset[str]] = {}


def _reports_of(made: Made[Any]) -> Iterator[str]:
    return (account.report for group in made.groups for account in group)
