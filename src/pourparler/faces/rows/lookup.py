"""A record with its entries and reports found by id, by prefix and by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, Entry, ReportView
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.core.evidence import Evidence
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind

Found = Entry | Dispute | Actor | ReportView

SHORTEST = 5
"""Fewest characters of an id that lists show; more where fewer would name two things."""
NEAR = 0.7
"""How like a party's name must be to what was typed to be offered, of 1; set by hand: one slip in six letters is."""


@dataclass(frozen=True)
class Lookup:
    """What the faces ask a record for; every answer is computed once."""

    record: CaseRecord

    @cached_property
    def views(self) -> Mapping[str, ReportView]:
        """Reports by their name, which is what evidence cites."""
        return {view.report.name: view for view in self.record.reports}

    @cached_property
    def reports_by_id(self) -> Mapping[str, Report]:
        """Reports by id, which is what accounts carry."""
        return {view.report.id: view.report for view in self.record.reports}

    @cached_property
    def things(self) -> Mapping[str, Found]:
        """Everything that has an id: entries, disputes, actors, reports."""
        record = self.record
        named = (*record.actors, *record.disputes, *self.entries)
        return {view.report.id: view for view in record.reports} | {thing.id: thing for thing in named}

    @cached_property
    def represents(self) -> Mapping[str, str]:
        """By name, the party that a person speaks for, where that is known."""
        return {actor.name: actor.represents for actor in self.record.actors if actor.represents}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, kind by kind."""
        record = self.record
        return (*record.meetings, *record.statements, *record.positions, *record.conditions, *record.instruments)

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """Accounts by id."""
        return {account.id: account for entry in self.entries for account in entry.accounts}

    @cached_property
    def told_by(self) -> Mapping[str, tuple[Entry, ...]]:
        """By report id, the entries that the report has an account of."""
        told: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            for account in entry.accounts:
                told.setdefault(account.report, {})[entry.id] = entry
        return {report: tuple(entries.values()) for report, entries in told.items()}

    @cached_property
    def short_ids(self) -> Mapping[str, str]:
        """The shortest beginning of each id, of at least SHORTEST characters, that names nothing else."""
        ordered = sorted(self.things)
        short = {}
        for index, full in enumerate(ordered):
            neighbours = ordered[max(0, index - 1) : index] + ordered[index + 1 : index + 2]
            length = max([SHORTEST, *(_shared(full, other) + 1 for other in neighbours)])
            short[full] = full[:length]
        return short

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """Every name and alias of a party, in lower case, with the party's canonical name."""
        record = self.record
        names = [name for meeting in record.meetings for name in (*meeting.parties, *meeting.mediators)]
        names += [name for instrument in record.instruments for name in instrument.parties]
        names += [one.party for one in record.statements if one.party]
        names += [one.party for one in record.positions if one.party]
        names += [one.party for one in record.conditions if one.party]
        names += [actor.represents for actor in record.actors if actor.represents]
        canonical = dict.fromkeys(names)
        found = {
            alias.lower(): actor.name
            for actor in record.actors
            if actor.kind is not ActorKind.PERSON and actor.name in canonical
            for alias in actor.aliases
        }
        return found | {name.lower(): name for name in canonical}

    def short(self, identifier: str) -> str:
        """The short form of an id; an id that the record does not hold stays whole."""
        return self.short_ids.get(identifier, identifier)

    def find(self, typed: str) -> Found:
        """What an id or the beginning of one names; raises UnknownEntryError with the nearest ids otherwise."""
        wanted = typed.strip()
        if wanted in self.things:
            return self.things[wanted]
        begun = sorted(full for full in self.things if wanted and full.startswith(wanted))
        if len(begun) == 1:
            return self.things[begun[0]]
        if begun:
            raise UnknownEntryError(f"{len(begun)} ids begin with {wanted!r}.", f"Type one of: {_some(begun)}.")
        shown = list(self.short_ids.values())
        near = get_close_matches(wanted, shown, n=3, cutoff=0.5)
        todo = (
            f"Did you mean {_some(near)}?"
            if near
            else "`pourparler show meetings` lists ids; so does every other list."
        )
        raise UnknownEntryError(f"Nothing in this record has the id {wanted!r}.", todo)

    def party(self, typed: str) -> str:
        """The canonical name of a party typed in any of its forms; raises InputError with a suggestion otherwise."""
        wanted = typed.strip().lower()
        if wanted in self.parties:
            return self.parties[wanted]
        begun = sorted({name for alias, name in self.parties.items() if wanted and alias.startswith(wanted)})
        if len(begun) == 1:
            return begun[0]
        near = get_close_matches(wanted, self.parties, n=3, cutoff=NEAR)
        names = begun or sorted({self.parties[alias] for alias in near})
        todo = (
            f"Did you mean {_some(names)}?" if names else f"Parties are: {_some(sorted(set(self.parties.values())))}."
        )
        raise InputError(f"No party of this record is called {typed!r}.", todo)

    def report(self, name: str) -> Report:
        """The report that evidence or a list cites as `name`."""
        return self.views[name].report

    def report_of(self, account: Account) -> Report:
        """The report that an account stands in."""
        return self.reports_by_id[account.report]

    def in_order(self, evidence: Iterable[Evidence]) -> list[Evidence]:
        """Evidence with near copies last, then by day of publication (undated last), name and place."""

        def order(place: Evidence) -> tuple[bool, bool, str, str, int]:
            view = self.views[place.report]
            day = view.report.published
            return view.copies_of is not None, day is None, str(day), place.report, place.start

        return sorted(dict.fromkeys(evidence), key=order)


def _shared(one: str, other: str) -> int:
    """How many characters two ids begin with alike."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def _some(names: list[str], limit: int = 8) -> str:
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")
