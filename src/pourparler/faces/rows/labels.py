"""A few words that name an entry where there is no room for more."""

import re
from datetime import date

from pourparler.core.actor import Actor
from pourparler.core.entry import Condition, Dispute, Instrument, Meeting, Position, ReportView, StatusEvent
from pourparler.core.vocabulary import MeetingKind
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.wording.days import day_words, short_day
from pourparler.faces.wording.names import ordinal, parties, people, series, the
from pourparler.faces.wording.quoting import clip, quoted, upper_first, visible
from pourparler.faces.wording.voices import STANCE_WORDS

MEETING_NOUNS: dict[MeetingKind, str] = {
    MeetingKind.TALKS: "talks",
    MeetingKind.MEETING: "a meeting",
    MeetingKind.SUMMIT: "a summit",
    MeetingKind.CALL: "a call",
    MeetingKind.VISIT: "a visit",
    MeetingKind.SIGNING: "a signing",
    MeetingKind.EXCHANGE: "an exchange",
    MeetingKind.CONFERENCE: "a conference",
}
"""A kind of meeting as a noun phrase."""


_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
"""An ISO day, as a dispute over days carries it."""


def occasion(meeting: Meeting) -> str:
    """What a meeting is, between whom and where: the second round of talks between Russia and Ukraine in Istanbul."""
    noun = MEETING_NOUNS[meeting.kind]
    if meeting.round:
        bare = noun.removeprefix("a ").removeprefix("an ")
        noun = f"the {ordinal(meeting.round)} round of {bare if meeting.kind is MeetingKind.TALKS else 'talks'}"
    return f"{noun}{_level(meeting)}{_between(meeting)}{place_words(meeting)}"


def _level(meeting: Meeting) -> str:
    level = visible(meeting.level or "")
    if not level:
        return ""
    return f" at {level}" if level.endswith("level") else f" at {level} level"


def _between(meeting: Meeting) -> str:
    if len(meeting.parties) > 1:
        return f" between {parties(meeting.parties)}"
    if len(meeting.people) > 1:
        return f" between {people(meeting.people)}"
    if meeting.parties:
        who = f" with {people(meeting.people)}" if meeting.people else ""
        return f" of {the(meeting.parties[0])}{who}"
    return f" with {visible(meeting.people[0])}" if meeting.people else ""


def place_words(meeting: Meeting) -> str:
    """Where a meeting is, as a sentence goes on: in Riyadh, Saudi Arabia. Empty where no place is told."""
    return f" in {', '.join(the(place) for place in meeting.place)}" if meeting.place else ""


def meeting_label(meeting: Meeting) -> str:
    """A meeting as a line of a list."""
    named = occasion(meeting)
    if not meeting.parties and not meeting.people and meeting.title.strip():
        named = f"{clip(meeting.title, 80)}{'' if _says_place(meeting) else place_words(meeting)}"
    return upper_first(named)


def _says_place(meeting: Meeting) -> bool:
    return any(place in meeting.title for place in meeting.place)


def states_words(instrument: Instrument) -> str:
    """The states of an instrument in their order: drafted 25 Feb 2025 → signed (no day)."""
    return " → ".join(map(state_words, instrument.status)) or "no state told"


def state_words(state: StatusEvent) -> str:
    """One state with its day where told: signed 30 Apr 2025."""
    return f"{state.status.value} {f'{short_day(state.on)} {state.on.year}' if state.on else '(no day)'}"


def value_words(value: str | tuple[str, ...]) -> str:
    """One value of a dispute: its words with days spelled out, or its names joined."""
    if not isinstance(value, str):
        return series([visible(name) for name in value]) or "none"
    return _DAY.sub(lambda found: day_words(date.fromisoformat(found[0])), visible(value))


def label(lookup: Lookup, thing: Found) -> str:
    """Any thing of the record in a few words."""
    match thing:
        case Meeting():
            return meeting_label(thing)
        case Position():
            return f"{the(thing.party or 'Nobody named')} {STANCE_WORDS[thing.stance]} {visible(thing.issue)}"
        case Condition():
            return f"{visible(thing.blocks)} ({thing.operator.value}: {visible(thing.requires)})"
        case Instrument():
            who = f" ({', '.join(map(visible, thing.parties))})" if thing.parties else ""
            return f"{upper_first(clip(thing.title or thing.kind.value, 80))}{who}"
        case Dispute():
            about = lookup.things.get(thing.about)
            return f"{thing.field.replace('_', ' ')} of {label(lookup, about) if about else thing.about}"
        case Actor():
            return visible(thing.name)
        case ReportView():
            return clip(thing.report.title or thing.report.name, 80)
    who = thing.speaker or (thing.source.text if thing.source else "unnamed source")
    return f"{visible(who)}: {quoted(thing.content[0].text, 80)}"
