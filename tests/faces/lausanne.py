"""A record made by hand: the nuclear talks of spring 2015 in reports of our own wording, one a copy, one French."""

from dataclasses import replace
from datetime import date

from pourparler.core.account import Account, Fields, Support, Voice
from pourparler.core.actor import Actor
from pourparler.core.entry import (
    CaseRecord,
    Condition,
    Counts,
    Dispute,
    DisputeReading,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
    StatusEvent,
)
from pourparler.core.evidence import Evidence, Span, cite
from pourparler.core.moment import Precision, When
from pourparler.core.reading import Attribution, ConditionFrame, InstrumentFrame, MeetingFrame, Operator, PositionFrame
from pourparler.core.report import DayReading, Report
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    EntryKind,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    PublishedFrom,
    Stance,
)

LAKE = Report(
    "r1a", "lake.txt",
    "Iran and the United States ended talks in Lausanne on Thursday with an outline. John Kerry led for Washington and "
    "Mohammad Javad Zarif for Tehran. Israel was not at the table. They agreed on limits to enrichment. “We have an "
    "outline, not a text,” the Iranian foreign ministry said. It wants every sanction lifted at once. Sanctions can go "
    "only if inspectors confirm each step, the State Department said. Both sides meet again in Vienna in June. Iran "
    "and Turkey were to hold a call on Easter Monday.",
    outlet="Lakeside Post", title="An outline by the lake", url="https://lakeside.example/outline", language="en",
    published=date(2015, 4, 2), published_from=PublishedFrom.HEADER_LINE,
)  # fmt: skip
COPY = replace(LAKE, id="r1b", name="copy.txt", outlet="Hill Gazette", published=date(2015, 4, 3), url=None)
RIDGE = Report(
    "r2a", "ridge/note.md",
    "The round ended in Geneva, one delegate told the agency. A signing of the full text was called off. According to "
    "Turkey, a summit of all sides has been proposed.",
    language="en", published_from=PublishedFrom.UNKNOWN,
)  # fmt: skip
LATER = Report(
    "r3a", "later.txt",
    "The outline is to be signed as a full text at the end of June. Iran and the United States will meet in "
    "Vienna, but only if experts finish.",
    outlet="Harbour Wire", language="en", published=date(2015, 4, 20), published_from=PublishedFrom.DATELINE,
    day_conflicts=(DayReading(PublishedFrom.URL, date(2015, 4, 21)),),
)  # fmt: skip
FRENCH = Report("r4a", "lac.txt", "Les pourparlers sont finis.", outlet="Le Lac", language="fr",
                published=date(2015, 4, 3), published_from=PublishedFrom.BYLINE)  # fmt: skip

OUTLET = Voice(outlet=True)
IRAN = Voice(outlet=False, speaker="Foreign Ministry", party="Iran")
ONE = Counts(1, 1, 1)


def words(report: Report, text: str) -> Evidence:
    """Evidence for the first place where `text` stands in a report."""
    start = report.text.index(text)
    return cite(report.name, report.text, Span(start, start + len(text)))


def account(
    report: Report, fields: Fields, text: str, voice: Voice = OUTLET, support: tuple[Support, ...] = ()
) -> Account:
    """An account with one piece of evidence."""
    kinds = {
        MeetingFrame: EntryKind.MEETING, Attribution: EntryKind.STATEMENT, PositionFrame: EntryKind.POSITION,
        ConditionFrame: EntryKind.CONDITION, InstrumentFrame: EntryKind.INSTRUMENT,
    }  # fmt: skip
    place = words(report, text)
    return Account(f"a{report.id}{place.start}", report.id, kinds[type(fields)], fields, voice, (place,), support)


def meeting(identifier: str, accounts: tuple[Account, ...], counts: Counts = ONE, overdue: bool = False) -> Meeting:
    """A meeting with the fields of its first account."""
    frame = accounts[0].fields
    assert isinstance(frame, MeetingFrame)
    given = {item.field: item.evidence for item in accounts[0].support}
    return Meeting(
        identifier, frame.kind, frame.title, frame.status, overdue, frame.when, frame.place, frame.round, frame.level,
        frame.parties, frame.people, frame.leads, frame.mediators, frame.excluded,
        tuple(item for field, item in given.items() if field == "agenda"),
        tuple(item for field, item in given.items() if field == "outcome"),
        tuple((account.evidence[0].report, frame.status) for account in accounts),
        tuple(account.evidence[0] for account in accounts), counts, accounts,
    )  # fmt: skip


def frame(status: MeetingStatus, kind: MeetingKind = MeetingKind.TALKS, **fields: object) -> MeetingFrame:
    """A meeting frame; its span is not looked at."""
    return MeetingFrame(Span(0, 1), kind, status, str(fields.pop("title", "talks")), **fields)  # type: ignore[arg-type]


def day(text: str, said: str, until: str | None = None, precision: Precision = Precision.DAY) -> When:
    """Days from ISO words."""
    return When(date.fromisoformat(text), date.fromisoformat(until or text), precision, said)


SIDES = ("Iran", "United States")
THURSDAY = day("2015-04-02", "Thursday")
LAUSANNE = frame(
    MeetingStatus.HELD, when=THURSDAY, place=("Lausanne",), parties=SIDES,
    people=("John Kerry", "Mohammad Javad Zarif"), excluded=("Israel",),
    leads=(("United States", "John Kerry"), ("Iran", "Mohammad Javad Zarif")),
)  # fmt: skip
OUTCOME = Support("outcome", words(LAKE, "limits to enrichment"))
ENDED = "Iran and the United States ended talks in Lausanne on Thursday"

MEETINGS = (
    meeting("m10aa1", (account(LAKE, LAUSANNE, ENDED, support=(OUTCOME,)), account(COPY, LAUSANNE, ENDED),
                       account(RIDGE, replace(LAUSANNE, place=("Geneva",), when=None), "The round ended in Geneva")),
            Counts(3, 3, 2)),
    meeting("m20bb2", (account(LATER, frame(MeetingStatus.CONDITIONAL, MeetingKind.MEETING, parties=SIDES,
                                            place=("Vienna",), when=day("2015-06-01", "in June", "2015-06-30",
                                                                        Precision.MONTH)),
                               "will meet in Vienna, but only if experts finish"),
                       account(LAKE, frame(MeetingStatus.PLANNED, MeetingKind.MEETING, parties=SIDES,
                                           place=("Vienna",)), "Both sides meet again in Vienna in June")),
            Counts(2, 2, 2)),
    meeting("m30cc3", (account(LAKE, frame(MeetingStatus.PLANNED, MeetingKind.CALL, parties=("Iran", "Turkey"),
                                           when=day("2015-04-06", "Easter Monday")), "hold a call on Easter Monday"),),
            overdue=True),
    meeting("m40dd4", (account(RIDGE, frame(MeetingStatus.CANCELLED, MeetingKind.SIGNING),
                               "A signing of the full text was called off"),)),
    meeting("m40dd5", (account(RIDGE, frame(MeetingStatus.PROPOSED, MeetingKind.SUMMIT, parties=("Iran", "Turkey")),
                               "a summit of all sides has been proposed",
                               Voice(outlet=False, speaker="Turkey", party="Turkey")),)),
)  # fmt: skip

QUOTE = "We have an outline, not a text,"
SAID = Attribution((Span(0, 1),), Mode.DIRECT, Act.SAY, speaker="Foreign Ministry", party="Iran")
STATEMENTS = (
    Statement("s10aa1", "lake.txt", "Foreign Ministry", False, "Iran", Mode.DIRECT, Act.SAY, (words(LAKE, QUOTE),),
              words(LAKE, "the Iranian foreign ministry"), words(LAKE, "said"), None, (), None, ONE,
              (account(LAKE, SAID, QUOTE, IRAN),)),
    Statement("s20bb2", "ridge/note.md", None, True, None, Mode.INDIRECT, Act.SAY,
              (words(RIDGE, "The round ended"), words(RIDGE, "in Geneva")), words(RIDGE, "one delegate"), None,
              date(2015, 4, 5), ("an agency",), "the agency", ONE, (account(RIDGE, SAID, "The round ended"),)),
)  # fmt: skip
WANTS = PositionFrame(Span(0, 1), Stance.DEMANDS, "lifting of sanctions", "Iran", "Foreign Ministry")
POSITIONS = (
    Position("p10aa1", "Iran", "Foreign Ministry", "lifting of sanctions", Stance.DEMANDS, None, date(2015, 4, 2),
             (words(LAKE, "It wants every sanction lifted at once"),), ONE,
             (account(LAKE, WANTS, "It wants every sanction lifted at once", IRAN),)),
    Position("p20bb2", "Iran", "Foreign Ministry", "a text", Stance.REJECTS, "c10aa1", None,
             (words(LAKE, "not a text"),), ONE,
             (account(LAKE, replace(WANTS, issue="a text", stance=Stance.REJECTS), "not a text", IRAN),)),
    Position("p30cc3", None, None, "experts", Stance.SUPPORTS, None, None, (words(LATER, "experts finish"),), ONE,
             (account(LATER, replace(WANTS, party=None, voiced_by=None), "experts finish"),)),
)  # fmt: skip
ONLY_IF = "Sanctions can go only if inspectors confirm each step"
CONDITIONS = (
    Condition("c10aa1", "United States", "State Department", Operator.ONLY_IF, "the end of sanctions",
              "the inspectors' word on each step", (words(LAKE, ONLY_IF),), ONE,
              (account(LAKE, ConditionFrame(Span(0, 1), Operator.ONLY_IF, "", ""), ONLY_IF,
                       Voice(outlet=False, speaker="State Department", party="United States")),)),
)  # fmt: skip
SIGN = "The outline is to be signed as a full text at the end of June"
INSTRUMENTS = (
    Instrument("i10aa1", InstrumentKind.AGREEMENT, "the outline", SIDES, "enrichment",
               (StatusEvent(date(2015, 4, 2), InstrumentStatus.FRAMEWORK_AGREED, (words(LAKE, "an outline"),)),
                StatusEvent(None, InstrumentStatus.TO_BE_SIGNED, (words(LATER, SIGN),))),
               (words(LAKE, "limits to enrichment"),), (words(LAKE, "an outline"), words(LATER, SIGN)), Counts(2, 2, 2),
               (account(LAKE, InstrumentFrame(Span(0, 1), InstrumentKind.AGREEMENT, "outline"), "an outline"),
                account(LATER, InstrumentFrame(Span(0, 1), InstrumentKind.AGREEMENT, "outline"), SIGN))),
)  # fmt: skip
DISPUTES = (
    Dispute("d10aa1", "m10aa1", EntryKind.MEETING, "place",
            (DisputeReading("Lausanne", (words(LAKE, ENDED),)),
             DisputeReading("Geneva", (words(RIDGE, "in Geneva"),)))),
)  # fmt: skip
ACTORS = (
    Actor("w10aa1", "John Kerry", ActorKind.PERSON, "United States", "secretary of state", ("John Kerry",)),
    Actor("w20bb2", "Iran", ActorKind.STATE, None, None, ("Iran", "Tehran")),
    Actor("w30cc3", "United States", ActorKind.STATE, None, None, ("the United States", "Washington")),
)

RECORD = CaseRecord(
    "lausanne-2015", None, "pourparler 0", 5,
    (ReportView(RIDGE, None), ReportView(LAKE, None), ReportView(COPY, "lake.txt"), ReportView(FRENCH, None),
     ReportView(LATER, None)),
    ACTORS, MEETINGS, STATEMENTS, POSITIONS, CONDITIONS, INSTRUMENTS, DISPUTES,
)  # fmt: skip
