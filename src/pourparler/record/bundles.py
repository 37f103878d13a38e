"""What each report gives to the record, made again only where something it depends on has changed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pourparler.core.account import Account
from pourparler.core.reading import Attribution, ConditionFrame, InstrumentFrame, MeetingFrame, PositionFrame
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.record.actors import Actors
from pourparler.record.merging.background import Background
from pourparler.record.merging.kinds import merging_of

Name = tuple[str, str | None]
"""What a name stands for: the canonical name, and the party spoken for."""


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """One report's accounts, in their voices, without those that a person has rejected, and its parts by kind.

    `text` is the first report of its chain of near copies.
    """

    report: Report
    text: str
    told: tuple[Account, ...]
    rejected: frozenset[str]
    holders: tuple[str | None, ...]
    accounts: tuple[Account, ...]
    parts: Mapping[EntryKind, Sequence[Any]]


class Bundles:
    """The bundles of the reports that are shown."""

    def __init__(self) -> None:
        """No reports."""
        self.of: dict[str, Bundle] = {}
        self._users: defaultdict[str, set[str]] = defaultdict(set)
        self._names: dict[str, frozenset[str]] = {}
        self._titled: dict[str, list[Account]] = {}
        self._stood_for: dict[str, Name] = {}

    def settle(
        self, told: Mapping[str, tuple[Account, ...]], rejected: Collection[str], background: Background
    ) -> tuple[list[Bundle], list[Bundle]]:
        """The bundles that are gone and those that are new, now that these accounts (by report) are shown.

        A report's bundle depends on its accounts, its place among the copies, what the names in it stand for, and
        who holds the offices in it.
        """
        gone = [self.of.pop(report) for report in [report for report in self.of if report not in told]]
        for bundle in gone:
            self._forget_names(bundle.report.id)
        for report, accounts in told.items():
            if report not in self.of or self.of[report].told is not accounts:
                self._note_names(report, accounts, background.actors)
        moved = self._moved(background.actors)
        fresh = []
        for report, accounts in told.items():
            before = self.of.get(report)
            holders = tuple(_holders(self._titled[report], background))
            hidden = frozenset(each.id for each in accounts if each.id in rejected) if rejected else frozenset[str]()
            as_before = before is not None and report not in moved and _is_as_before(before, background, accounts)
            if before and as_before and (before.holders, before.rejected) == (holders, hidden):
                continue
            self.of[report] = _bundle(background.reports[report], accounts, (hidden, holders), background)
            fresh.append(self.of[report])
            if before is not None:
                gone.append(before)
        return gone, fresh

    def in_order(self, background: Background) -> list[Bundle]:
        """The bundles in the order of the reports."""
        return [self.of[report] for report in background.reports]

    def _note_names(self, report: str, accounts: Sequence[Account], actors: Actors) -> None:
        self._forget_names(report)
        self._titled[report] = [account for account in accounts if _is_titled(account)]
        names = {name for account in accounts for name in _names_in(account)}
        names.update(actors.worded.get(report, {}).values())
        self._names[report] = frozenset(names)
        for name in names:
            self._users[name].add(report)

    def _forget_names(self, report: str) -> None:
        for name in self._names.pop(report, ()):
            self._users[name].discard(report)
            if not self._users[name]:
                del self._users[name]

    def _moved(self, actors: Actors) -> set[str]:
        """The reports with a name in them that now stands for another."""
        stands: dict[str, Name] = {}
        for name in self._users:
            known = actors.name_of(name)
            stands[name] = known, actors.party_of(known)
        moved = {name for name, one in stands.items() if self._stood_for.get(name) != one}
        self._stood_for = stands
        return {report for name in moved for report in self._users[name]}


def _is_as_before(bundle: Bundle, background: Background, accounts: tuple[Account, ...]) -> bool:
    report = background.reports[bundle.report.id]
    return bundle.told is accounts and bundle.report is report and bundle.text == background.copies.text[report.id]


def _bundle(
    report: Report,
    told: tuple[Account, ...],
    seen: tuple[frozenset[str], tuple[str | None, ...]],
    background: Background,
) -> Bundle:
    rejected, holders = seen
    accounts = tuple(_voiced(account, background) for account in told if account.id not in rejected)
    parts = {
        kind: tuple(merging_of(kind).parts([each for each in accounts if each.kind is kind], background))
        for kind in EntryKind
    }
    return Bundle(report, background.copies.text[report.id], told, rejected, holders, accounts, parts)


def _holders(accounts: Sequence[Account], background: Background) -> Iterator[str | None]:
    """Whom the titles of these accounts mean, which stand there without a name."""
    for account in accounts:
        said = account.fields
        if isinstance(said, Attribution) and said.office:
            if said.party:
                day = background.reports[account.report].published
                yield background.actors.holder_of(said.office, background.actors.name_of(said.party), day)
                yield background.actors.holder_of(said.office, said.party, day)
            else:
                yield background.actors.only_holder(said.office, account.report)


def _is_titled(account: Account) -> bool:
    """True for a statement whose speaker goes by an office alone."""
    said = account.fields
    return isinstance(said, Attribution) and bool(said.office) and not said.speaker


def _names_in(account: Account) -> Iterator[str]:
    """Every name of an actor in an account."""
    voice, frame = account.voice, account.fields
    found: list[str | None] = [voice.speaker, voice.party]
    if isinstance(frame, MeetingFrame):
        lists = (frame.parties, frame.people, frame.mediators, frame.excluded, frame.hosts, frame.invited, frame.absent)
        found += [name for names in (*lists, *frame.leads) for name in names]
    elif isinstance(frame, InstrumentFrame):
        found += frame.parties
    elif isinstance(frame, PositionFrame | ConditionFrame):
        found += (frame.party, frame.voiced_by)
    else:
        found += (frame.speaker, frame.party, frame.to)
    yield from (name for name in found if name)


def _voiced(account: Account, background: Background) -> Account:
    """An account with its voice under canonical names: a bare surname or title is the person whom the record knows."""
    voice, actors = account.voice, background.actors
    if voice.outlet:
        return account
    speaker = actors.name_of(voice.speaker) if voice.speaker else None
    if isinstance(account.fields, Attribution) and speaker is None and account.fields.office and voice.party:
        speaker = actors.holder_of(account.fields.office, voice.party, background.reports[account.report].published)
    party = actors.name_of(voice.party) if voice.party else actors.party_of(speaker)
    if (speaker, party) == (voice.speaker, voice.party):
        return account
    return replace(account, voice=replace(voice, speaker=speaker, party=party))
