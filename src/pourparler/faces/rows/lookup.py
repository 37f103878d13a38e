"""A record with its entries and reports found by id, by prefix and by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, Entry, ReportView, Statement
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.judgement import Verdict
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind, EntryKind
from pourparler.record.actors import actor_id

Found = Entry | Dispute | Actor | ReportView

SHORTEST = 5
"""Fewest characters of an id that lists show; more where fewer would name two things."""
NEAR = 0.7
"""How like a party's name must be to what was typed to be offered, of 1; set by hand: one slip in six letters is."""


@dataclass(frozen=True)
class Lookup:
    """What the faces ask a record for; every answer is computed once."""

    record: CaseRecord
    learned: Mapping[str, int] = field(default_factory=dict, kw_only=True)
    """By report id, the line of the journal by which the record learned of it; empty where nobody looked."""

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
    def said_in(self) -> Mapping[str, tuple[Statement, ...]]:
        """By the name of a report, the statements that it cites, in the order of the record."""
        said: dict[str, list[Statement]] = {}
        for statement in self.record.statements:
            said.setdefault(statement.report, []).append(statement)
        return {report: tuple(statements) for report, statements in said.items()}

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """Accounts by id."""
        return {account.id: account for entry in self.entries for account in entry.accounts}

    @cached_property
    def disputes_about(self) -> Mapping[str, tuple[Dispute, ...]]:
        """By id of an entry, the disputes about it, in their order."""
        about: dict[str, list[Dispute]] = {}
        for dispute in self.record.disputes:
            about.setdefault(dispute.about, []).append(dispute)
        return {entry: tuple(disputes) for entry, disputes in about.items()}

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

    @cached_property
    def former(self) -> Mapping[str, Found]:
        """Entries and actors by the ids that any of their accounts or names would give them: an entry is called by its
        earliest account, so its id changes when an earlier report comes in. Ids of accounts find their entries too."""
        found: dict[str, Found] = {}
        for actor in self.record.actors:
            found |= {actor_id(actor.kind, name): actor for name in actor.names}
        for entry in self.entries:
            for account in entry.accounts:
                found[account.id] = found[entry_id(account.kind, account.id)] = entry
        return found

    def account(self, typed: str) -> Account | None:
        """The account that an id, or its beginning, names by itself; None where it names none, or several."""
        wanted = typed.strip()
        exact: dict[str, Account] = {}
        begun: dict[str, Account] = {}
        for one in self.accounts.values():
            for full in (one.id, entry_id(one.kind, one.id)):
                if wanted and full.startswith(wanted):
                    (exact if full == wanted else begun)[one.id] = one
        return next(iter(exact.values()), next(iter(begun.values())) if len(begun) == 1 else None)

    @cached_property
    def called(self) -> Mapping[str, tuple[Actor, ...]]:
        """The actors that go by each name, in lower case: by the name shown, else by any that a report gives them."""
        shown = {actor.name.casefold(): (actor,) for actor in self.record.actors}
        told: dict[str, dict[str, Actor]] = {}
        for actor in self.record.actors:
            for name in (*actor.names, *actor.aliases):
                told.setdefault(name.casefold(), {})[actor.id] = actor
        return {name: tuple(actors.values()) for name, actors in told.items()} | shown

    def short(self, identifier: str) -> str:
        """The short form of an id; an id that the record does not hold stays whole."""
        return self.short_ids.get(identifier, identifier)

    def referred(self, identifier: str) -> Found | None:
        """What an entry refers to by its id; None for what is not in the record."""
        return self.things.get(identifier)

    def find(self, typed: str) -> Found:
        """What an id or the beginning of one names; raises UnknownEntryError with the nearest ids otherwise.

        An id that an entry or an actor no longer goes by still finds it: see `former`.
        """
        wanted = typed.strip()
        for known in (self.things, self.former):
            if wanted in known:
                return known[wanted]
            begun = {full: known[full] for full in sorted(known) if wanted and full.startswith(wanted)}
            if len({id(thing) for thing in begun.values()}) == 1:
                return next(iter(begun.values()))
            if begun:
                raise UnknownEntryError(f"{len(begun)} ids begin with {wanted!r}.", f"Type one of: {_some([*begun])}.")
        raise UnknownEntryError(f"Nothing in this record has the id {wanted!r}.", self._near(wanted))

    def _near(self, wanted: str) -> str:
        """What to do about an id that names nothing: who rejected it, or the nearest ids."""
        for judgement in self.record.judgements:
            kinds = {one.account: one.kind for one in judgement.anchors}
            hidden = {entry_id(kinds[one], one) for one in judgement.accounts if one in kinds} | {*judgement.accounts}
            rejects = judgement.verdict is Verdict.REJECTED and not judgement.is_of_dispute
            if rejects and wanted and any(one.startswith(wanted) for one in hidden):
                return f"{judgement.by} rejected what had it: pourparler undo --act {judgement.act} takes that back."
        near = get_close_matches(wanted, list(self.short_ids.values()), n=3, cutoff=0.5)
        if near:
            return f"Did you mean {_some(near)}?"
        return "`pourparler show meetings` lists ids; so does every other list."

    def actor(self, typed: str) -> Actor:
        """The actor of an id, its beginning, or any of its names; raises UnknownEntryError with the nearest names."""
        wanted = typed.strip().casefold()
        found = self.called.get(wanted, ())
        if len(found) == 1:
            return found[0]
        if found:
            several = [f"{self.short(actor.id)} {actor.name}" for actor in found]
            raise UnknownEntryError(f"{len(found)} actors are called {typed!r}.", f"Type one of: {_some(several)}.")
        try:
            thing = self.find(typed)
        except UnknownEntryError:
            near = get_close_matches(wanted, self.called, n=3, cutoff=NEAR)
            near += [name for name in self.called if wanted and wanted in name.split() and name not in near]
            names = list(dict.fromkeys(actor.name for name in near for actor in self.called[name]))
            todo = f"Did you mean {_some(names)}?" if names else "List: pourparler show actors."
            raise UnknownEntryError(f"No actor of this record is called {typed!r}.", todo) from None
        if not isinstance(thing, Actor):
            raise InputError(
                f"{typed!r} is a {type(thing).__name__.lower()}, no actor.", "List: pourparler show actors."
            )
        return thing

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


def entry_id(kind: EntryKind, account: str) -> str:
    """The id of an entry of which this is the earliest account."""
    return content_id(kind.value[0], account)


def _shared(one: str, other: str) -> int:
    """How many characters two ids begin with alike."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def _some(names: list[str], limit: int = 8) -> str:
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")
