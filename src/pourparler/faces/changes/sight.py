"""Two states of a record, ready to be asked who tells what of either, and in which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pourparler.core.account import Account
from pourparler.core.entry import Entry
from pourparler.core.evidence import Evidence
from pourparler.core.report import Report
from pourparler.faces.changes.decisions import Decision, decided
from pourparler.faces.changes.movement import Movement
from pourparler.faces.rows.cells import counts_words
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.asking import Asking
from pourparler.faces.wording.days import short_day
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted
from pourparler.faces.wording.voices import outlet, speaker
from pourparler.record.changes import ActorChange, Changes, DisputeChange, EntryChange

MOST_QUOTED = 160
"""Most characters of a quotation under a change."""

Change = EntryChange | DisputeChange | ActorChange


@dataclass(frozen=True)
class Sight:
    """Both states that were compared."""

    changes: Changes

    @cached_property
    def before(self) -> Lookup:
        """The state before."""
        return Lookup(self.changes.before)

    @cached_property
    def after(self) -> Lookup:
        """The state after."""
        return Lookup(self.changes.after)

    @cached_property
    def movement(self) -> Movement:
        """How issues, conditions and goals moved, and what people decided."""
        return Movement(self.changes, Asking(self.before), Asking(self.after))

    def __bool__(self) -> bool:
        """True when anything differs: what reports tell, what people decided, or what follows from a day gone by."""
        return bool(self.changes) or bool(self.movement)

    @cached_property
    def decided(self) -> Mapping[str, tuple[Decision, ...]]:
        """By id of an account, what people decided about it between the two states."""
        return decided(self.changes.before, self.changes.after)

    def of(self, change: Change) -> Lookup:
        """The state that a change is shown of: the one after; the one before for what is gone."""
        return self.before if change.after is None else self.after

    def report(self, account: Account) -> Report:
        """The report that an account of either state stands in."""
        return self.after.reports_by_id.get(account.report) or self.before.reports_by_id[account.report]

    def cited(self, place: Evidence) -> Report:
        """The report that words of either state stand in."""
        return (self.after.views.get(place.report) or self.before.views[place.report]).report

    def tellers(self, accounts: Iterable[Account]) -> str:
        """Who published the reports of these accounts, each with its day."""
        found = dict.fromkeys(self.report(account) for account in accounts)
        return ", ".join(f"{outlet(report)} ({published(report)})" for report in found)

    def cite(self, accounts: Sequence[Account]) -> str:
        """The first of some accounts with its voice, outlet, day and words, and how many other reports tell it."""
        first = accounts[0]
        report = self.report(first)
        others = len({account.report for account in accounts} - {first.report})
        who = outlet(report) if first.voice.outlet else f"{speaker(first.voice)}, as {outlet(report)} reports"
        return f"{who}, {published(report)}: {_words(first.evidence)}{_others(others)}"

    def cite_words(self, places: Sequence[Evidence]) -> str:
        """The first of some words with outlet and day, and how many other reports have such."""
        report = self.cited(places[0])
        others = len({place.report for place in places}) - 1
        return f"{outlet(report)}, {published(report)}: {_words(places)}{_others(others)}"


def _words(places: Sequence[Evidence]) -> str:
    return quoted(places[0].text, MOST_QUOTED) if places else ""


def _others(number: int) -> str:
    return f" (and {some(number, 'other report')})" if number else ""


def published(report: Report) -> str:
    """A report's day of publication, short: 18 Feb 2025."""
    return f"{short_day(report.published)} {report.published.year}" if report.published else "no day"


def named(lookup: Lookup, entry: Entry) -> str:
    """An entry by its short id and label."""
    return f"{lookup.short(entry.id)} {label(lookup, entry)}"


def counted(before: Entry, after: Entry) -> str:
    """The three counts of an entry that grew or shrank: `3·2·1 → 5·3·2`."""
    return f"{counts_words(before.counts)} → {counts_words(after.counts)}"
