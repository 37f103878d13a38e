"""What to call a meeting: its sort, who meets and where, as a noun phrase."""

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingKind
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.names import ordinal, series, the
from pourparler.faces.wording.quoting import clip, visible

NOUNS: dict[MeetingKind, str] = {
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

FACE_TO_FACE = (MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CALL, MeetingKind.VISIT)
"""Kinds that people have rather than delegations, named by them when they stand for every party."""

MOST_NAMES = 6
"""Most names of one meeting that a sentence takes."""

PREPOSITIONS = frozenset("of on in for to with between about over from by at".split())
DETERMINERS = frozenset("a an the any its their his her this that these those another one two three".split())
"""Words that end the first noun phrase of a title, and words that spare it an article."""


def sides(lookup: Lookup, meeting: Meeting) -> tuple[str, ...]:
    """Who meets: the parties, or the people where they stand for all parties and meet as themselves."""
    speaks_for = lookup.represents
    stood_for = {speaks_for.get(name) for name in meeting.people}
    if len(meeting.people) > 1 and meeting.kind in FACE_TO_FACE and stood_for >= set(meeting.parties):
        return meeting.people
    if len(meeting.parties) > 1 or not meeting.people:
        return meeting.parties
    if len(meeting.people) > 1:
        return meeting.people
    return (*meeting.people, *(party for party in meeting.parties if party not in stood_for))


def named(names: tuple[str, ...]) -> str:
    """Names joined, each with its article; past MOST_NAMES the rest are counted."""
    shown = [the(name) for name in names[:MOST_NAMES]]
    rest = len(names) - len(shown)
    return series([*shown, f"{rest} more"] if rest else shown)


def occasion(lookup: Lookup, meeting: Meeting) -> str:
    """A meeting in the middle of a sentence: the second round of talks between Russia and Ukraine in Istanbul.

    Where the record knows nobody who meets, the title that the reports give it.
    """
    who = sides(lookup, meeting)
    title = meeting.title.strip()
    if not who and not meeting.round and title and not title.lower().startswith(meeting.kind.value):
        says_place = any(place in title for place in meeting.place)
        return f"{_with_article(clip(title, 80))}{'' if says_place else place_words(meeting)}"
    noun = NOUNS[meeting.kind]
    if meeting.round:
        noun = f"the {ordinal(meeting.round)} round of talks"
    if meeting.kind is MeetingKind.VISIT and not meeting.round:
        guests = f" {'by' if len(who) == 1 else 'involving'} {named(who)}" if who else ""
        return f"{noun}{guests}{place_words(meeting, 'to')}"
    return f"{noun}{level_words(meeting)}{_between(who)}{place_words(meeting)}"


def _with_article(title: str) -> str:
    """A title with an article where it is a common noun in the singular without one: an all-night session."""
    first, *rest = title.split()
    head = next(
        (word for word, after in zip([first, *rest], rest, strict=False) if after in PREPOSITIONS), title.split()[-1]
    )
    if not first[:1].islower() or first in DETERMINERS or (head.endswith("s") and not head.endswith("ss")):
        return title
    return f"{'an' if first[0] in 'aeiou' else 'a'} {title}"


def _between(who: tuple[str, ...]) -> str:
    if not who:
        return ""
    return f" {'between' if len(who) > 1 else 'involving'} {named(who)}"


def level_words(meeting: Meeting) -> str:
    """The level of a meeting as a sentence goes on: at expert level."""
    level = visible(meeting.level or "")
    return f" at {level.removesuffix(' level')} level" if level else ""


def place_words(meeting: Meeting, preposition: str = "in") -> str:
    """Where a meeting is, as a sentence goes on: in Riyadh, Saudi Arabia. Empty where no place is told."""
    return f" {preposition} {', '.join(the(place) for place in meeting.place)}" if meeting.place else ""
