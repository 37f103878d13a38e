"""Instruments made by hand: each state is a line of words in a voice."""

from dataclasses import replace
from datetime import date

from pourparler.core.account import Account, Voice
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Counts, Instrument, ReportView, StatusEvent
from pourparler.core.evidence import Span, cite
from pourparler.core.reading import InstrumentFrame
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind, EntryKind, InstrumentKind, InstrumentStatus, Step

OUTLET, NORLAND, SUDLAND = Voice(outlet=True), Voice(False, "Ann Lee", "Norland"), Voice(False, "Cy Orr", "Sudland")
SIDES = ("Norland", "Sudland")
PEOPLE = (
    Actor("w1", "Ann Lee", ActorKind.PERSON, "Norland", "foreign minister", (), ("Ann Lee",)),
    Actor("w2", "Cy Orr", ActorKind.PERSON, "Sudland", "president", (), ("Cy Orr",)),
    Actor("w3", "Norland", ActorKind.STATE, None, None, ("the Norlanders",), ("Norland",)),
    Actor("w4", "Sudland", ActorKind.STATE, None, None, (), ("Sudland",)),
)
Line = tuple[str, str, Voice]
"""A state, the words that tell it, and their voice."""


def instrument(*lines: Line, kind: str = "agreement", parties: tuple[str, ...] = SIDES) -> Instrument:
    """An instrument that is told of line by line, each on a day of its own."""
    text = "\n".join(words for _, words, _ in lines)
    accounts, events = [], []
    for place, (status, words, voice) in enumerate(lines):
        start = text.index(words)
        told, state = cite("papers.txt", text, Span(start, start + len(words))), InstrumentStatus(status)
        frame = InstrumentFrame(Span(0, 1), InstrumentKind(kind), "the accord", parties, status=state)
        accounts.append(Account(f"a{place}", "r1", EntryKind.INSTRUMENT, frame, voice, (told,)))
        day = date(2025, 3, place + 1)
        events.append(StatusEvent(day, state, (told,), (), Step.UPDATE, True, day, (voice,), (f"a{place}",)))
    return Instrument("i1", InstrumentKind(kind), "the accord", parties, None, tuple(events), (),
                      tuple(account.evidence[0] for account in accounts), Counts(1, 1, 1), tuple(accounts))  # fmt: skip


def states(*names: str, kind: str = "agreement") -> Instrument:
    """An instrument of which the outlet tells these states."""
    return instrument(*((name, f"{place}. It is {name}.", OUTLET) for place, name in enumerate(names)), kind=kind)


def unfollowed(told: Instrument, place: int) -> Instrument:
    """The same with one state told too late to be followed."""
    status = list(told.status)
    status[place] = replace(status[place], step=Step.BELATED, followed=False)
    return replace(told, status=tuple(status))


def record(*instruments: Instrument) -> CaseRecord:
    """A record of these."""
    report = Report("r1", "papers.txt", "The words are in the lines.")
    views = (ReportView(report, None),)
    return CaseRecord("papers", None, "pourparler 0", 1, views, PEOPLE, (), (), (), (), tuple(instruments), ())
