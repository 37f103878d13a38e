"""Reports with readings made by hand: the words of a text are named, their places are found."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pourparler.accounts import write
from pourparler.core.account import Account, ReportAccounts
from pourparler.core.evidence import Span
from pourparler.core.moment import Precision, When
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Mention,
    Operator,
    PositionFrame,
    Reading,
)
from pourparler.core.report import Report
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    Stance,
)
from pourparler.record.store import Holdings, Store, Wording


def day(words: str) -> When:
    """A day as `2025-03-03`, or days as `2025-03-03/2025-03-05`."""
    start, _, end = words.partition("/")
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return When(first, last, Precision.DAY if first == last else Precision.SPAN, words)


@dataclass
class Draft:
    """A report in the making, and what a reader sees in it."""

    name: str
    text: str
    published: date | None
    outlet: str | None = None
    not_news: tuple[Span, ...] = ()
    reader: str = "hand 1"
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    meetings: list[MeetingFrame] = field(default_factory=list)
    positions: list[PositionFrame] = field(default_factory=list)
    conditions: list[ConditionFrame] = field(default_factory=list)
    instruments: list[InstrumentFrame] = field(default_factory=list)

    def at(self, words: str) -> Span:
        """Where words stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def names(self, words: str, name: str = "", kind: str = "person", party: str = "", office: str = "") -> "Draft":
        """The text names an actor."""
        self.mentions.append(Mention(self.at(words), ActorKind(kind), name or words, party or None, office or None))
        return self

    def says(self, words: str, speaker: str | None, act: str = "say", **more: Any) -> "Draft":
        """The text gives words to a speaker; None is one who is not named."""
        spans = (self.at(words),)
        said = Attribution(spans, Mode.INDIRECT, Act(act), speaker=speaker, anonymous=speaker is None)
        self.attributions.append(replace(said, **more))
        return self

    def meets(self, words: str, kind: str, status: str, when: str = "", **more: Any) -> "Draft":
        """The text tells of a meeting."""
        frame = MeetingFrame(self.at(words), MeetingKind(kind), MeetingStatus(status), more.pop("title", kind))
        self.meetings.append(replace(frame, when=day(when) if when else None, **more))
        return self

    def stands(self, words: str, stance: str, issue: str, party: str | None, **more: Any) -> "Draft":
        """The text gives a party's stance."""
        self.positions.append(replace(PositionFrame(self.at(words), Stance(stance), issue, party), **more))
        return self

    def requires(self, words: str, blocks: str, requires: str, party: str | None, **more: Any) -> "Draft":
        """The text gives a condition."""
        frame = ConditionFrame(self.at(words), Operator.UNLESS, blocks, requires, party)
        self.conditions.append(replace(frame, **more))
        return self

    def papers(self, words: str, kind: str, status: str | None, parties: tuple[str, ...], **more: Any) -> "Draft":
        """The text tells of an instrument."""
        told = InstrumentStatus(status) if status else None
        frame = InstrumentFrame(self.at(words), InstrumentKind(kind), more.pop("title", words), parties, status=told)
        on = more.pop("on", None)
        self.instruments.append(replace(frame, on=date.fromisoformat(on) if on else None, **more))
        return self

    @property
    def report(self) -> Report:
        """The report."""
        return Report(
            f"r-{self.name}",
            self.name,
            self.text,
            outlet=self.outlet,
            language="en",
            published=self.published,
            not_news=self.not_news,
        )

    @property
    def reading(self) -> Reading:
        """What the reader saw."""
        return Reading(
            self.report.id,
            self.reader,
            tuple(self.mentions),
            (),
            tuple(self.attributions),
            tuple(self.meetings),
            tuple(self.positions),
            tuple(self.conditions),
            tuple(self.instruments),
        )

    @property
    def accounts(self) -> ReportAccounts:
        """The reading written down."""
        return write(self.report, self.reading)

    def put(self, store: Store) -> bool:
        """Add the report with its reading and accounts."""
        return store.add(self.report, self.reading, self.accounts)


def draft(name: str, published: str | None, text: str, outlet: str | None = None) -> Draft:
    """A report of a day."""
    return Draft(name, text, date.fromisoformat(published) if published else None, outlet)


def hold(*drafts: Draft, **more: Any) -> Holdings:
    """What a store would hand out for these reports."""
    reports = tuple(each.report for each in drafts)
    accounts: tuple[Account, ...] = tuple(account for each in drafts for account in each.accounts.accounts)
    wordings = tuple(
        Wording(each.report.id, m.span.of(each.text), m.kind, m.name, m.party, m.office, 1)
        for each in drafts
        for m in each.mentions
    )
    return replace(Holdings("A case", 0, reports, accounts, wordings, ()), **more)


NORLAND, SUDLAND, WESTMARK = "Norland", "Sudland", "Westmark"


FIRST = (
    "Norland and Sudland will hold a first round of talks in Geneva on Monday. "
    "Foreign Minister Ann Lee said Norland demands a truce. No truce unless Sudland frees the crew."
)
THIRD = (
    "Delegations of Norland and Sudland met in Switzerland on Tuesday and agreed on a fishing accord, officials said. "
    "Lee led the side of Norland, which came with eleven experts on boats, nets, quotas and insurance. "
    "The two sides had not met for nine years and will see each other again when the ice has gone."
)


def geneva_talks() -> list[Draft]:
    """Three invented states, five reports: talks planned, put off, held and told by a copy; one report undated."""
    both = (NORLAND, SUDLAND)
    planned = draft("1.txt", "2025-03-01", FIRST)
    planned.names("Norland", kind="state").names("Sudland", kind="state")
    planned.names("Ann Lee", party=NORLAND, office="foreign minister")
    planned.meets("first round of talks", "talks", "planned", "2025-03-03", place=("Geneva",), round=1, parties=both)
    planned.says("Norland demands a truce", "Ann Lee", "demand")
    planned.stands("Norland demands a truce", "demands", "a truce", NORLAND, voiced_by="Ann Lee")
    planned.requires("No truce unless Sudland frees the crew", "a truce", "freeing the crew", NORLAND)
    moved = draft("2.txt", "2025-03-03", "The first round of talks between Norland and Sudland was put off to Tuesday.")
    moved.names("Norland", kind="state").names("Sudland", kind="state")
    moved.meets("first round of talks", "talks", "postponed", "2025-03-04", round=1, parties=both)
    held = [
        draft("3.txt", "2025-03-05", THIRD, "Wire"),
        draft("4.txt", "2025-03-06", f"{THIRD} By our staff.", "Daily"),
    ]
    for each in held:
        each.names("Lee", party=NORLAND).names("Norland", kind="state").names("Sudland", kind="state")
        words = "Delegations of Norland and Sudland met"
        each.meets(words, "meeting", "held", "2025-03-04", place=("Switzerland",), parties=both, people=("Lee",))
        each.says("met in Switzerland on Tuesday", None)
        each.papers("a fishing accord", "agreement", "agreed", both, subject="fishing", on="2025-03-04")
    undated = draft("5.txt", None, "Westmark denied that the talks had been held.")
    undated.names("Westmark", kind="state")
    undated.meets("the talks had been held", "talks", "denied", parties=both)
    undated.says("the talks had been held", None, "deny", party=WESTMARK)
    return [planned, moved, *held, undated]
