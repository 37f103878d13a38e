"""Records made by hand: six invented parties, four issues, six reports, one of them without a day."""

from dataclasses import replace
from datetime import date
from itertools import count

from pourparler.core.account import Account, Voice
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Counts, Meeting, Position, ReportView
from pourparler.core.evidence import Span, cite
from pourparler.core.moment import Precision, When
from pourparler.core.reading import MeetingFrame, PositionFrame
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind, EntryKind, MeetingKind, MeetingStatus, Stance

DAYS = {
    "r1": date(2025, 3, 3),
    "r2": date(2025, 3, 5),
    "r3": date(2025, 3, 12),
    "r4": date(2025, 4, 1),
    "r5": date(2026, 4, 1),
    "r6": None,
}
"""The first two lie in one week, the first three in one month, the first four in one year."""

REPORTS = {
    name: Report(name, f"{name}.txt", f"This is what report {name} tells.", outlet=f"Paper {name}", published=day)
    for name, day in DAYS.items()
}
ONE = Counts(1, 1, 1)
_number = count(1)


def party(name: str) -> Voice:
    """A party in its own voice."""
    return Voice(outlet=False, speaker=name, party=name)


def says(actor: str | None, issue: str, stance: Stance, report: str, voice: Voice | None = None) -> Position:
    """A position with one account, in the party's own voice if no other is given."""
    told = REPORTS[report]
    words = cite(told.name, told.text, Span(0, len(told.text)))
    number = next(_number)
    heard = voice or (party(actor) if actor else Voice(outlet=False))
    frame = PositionFrame(Span(0, 4), stance, issue, actor, heard.speaker)
    account = Account(f"a{number:04}", report, EntryKind.POSITION, frame, heard, (words,))
    return Position(f"p{number:04}", actor, heard.speaker, issue, stance, None, None, (words,), ONE, (account,))


def meeting(who: tuple[str, ...], day: date | None, *reports: str, **more: object) -> Meeting:
    """A meeting that was held, told by these reports."""
    number = next(_number)
    places = [cite(REPORTS[name].name, REPORTS[name].text, Span(0, 4)) for name in reports]
    when = When(day, day, Precision.DAY, "then") if day else None
    frame = MeetingFrame(Span(0, 4), MeetingKind.TALKS, MeetingStatus.HELD, "talks", when, (), who)
    accounts = tuple(
        Account(f"b{number:04}{name}", name, EntryKind.MEETING, frame, Voice(outlet=True), (place,))
        for name, place in zip(reports, places, strict=True)
    )
    made = Meeting(
        f"m{number:04}", frame.kind, "talks", frame.status, False, when, (), None, None, who, (), (), (), (), (),
        (), (), tuple(places), ONE, accounts,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def person(name: str, side: str, office: str | None = None) -> Actor:
    """A person of a side."""
    return Actor(f"w{name}", name, ActorKind.PERSON, side, office, (name,), (name,))


def record(*positions: Position, meetings: tuple[Meeting, ...] = (), actors: tuple[Actor, ...] = ()) -> CaseRecord:
    """A record of these."""
    views = tuple(ReportView(report, None) for report in REPORTS.values())
    return CaseRecord("grove", None, "pourparler 0", 6, views, actors, meetings, (), positions, (), (), ())


FOR, AGAINST, ONLY_IF = Stance.DEMANDS, Stance.REJECTS, Stance.CONDITIONAL

TABLE = record(
    *(says("Ash", "ceasefire", FOR, report) for report in ("r1", "r1", "r2", "r3", "r4", "r5")),
    says("Ash", "grain", AGAINST, "r1"),
    says("Birch", "ceasefire", Stance.SUPPORTS, "r2"),
    says("Birch", "ceasefire", AGAINST, "r4"),
    says("Birch", "grain", AGAINST, "r2"),
    says("Cedar", "ceasefire", AGAINST, "r1"),
    says("Cedar", "ceasefire", AGAINST, "r3"),
    says("Cedar", "port", Stance.OFFERS, "r3"),
    says("Elm", "port", FOR, "r1"),
    says("Elm", "port", Stance.ACCEPTS, "r1"),
    says("Elm", "fish", Stance.PROPOSES, "r6"),
    says("Fir", "fish", AGAINST, "r6"),
    says("Fir", "fish", AGAINST, "r6"),
    says("Oak", "port", AGAINST, "r4"),
    says("Oak", "grain", ONLY_IF, "r2"),
)
"""How often each agrees and disagrees, conditional stances left out:

            ceasefire   fish    grain   port    all
    Ash     6 / 0       -       0 / 1   -       7
    Birch   1 / 1       -       0 / 1   -       3
    Cedar   0 / 2       -       -       1 / 0   3
    Elm     -           1 / 0   -       2 / 0   3
    Fir     -           0 / 2   -       -       2
    Oak     -           -       -       0 / 1   1
"""
