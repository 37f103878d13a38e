"""Which meeting of the record a required phrase means: "the talks in Geneva", "our conversation with the minister"."""

import re
from datetime import date, timedelta

from pourparler.case.conditions.case import Case
from pourparler.case.issues.phrases import lemmas_of
from pourparler.core.entry import Condition, Meeting
from pourparler.core.vocabulary import MeetingKind
from pourparler.reading.meetings.words import meeting_nouns
from pourparler.text.gazetteer import fold, load_gazetteer

_NAME = re.compile(r"(?:\b(in|at)\s+(?:the\s+)?)?\b([A-Z][\w’'-]+)")
_VISITS = frozenset(noun for noun, told in meeting_nouns().items() if told.kind is MeetingKind.VISIT)
"""Nouns before which a capital is where it leads, and not a side of it: "the Oslo visit"."""
_SLACK = timedelta(days=1)


def meeting_of(case: Case, condition: Condition, phrase: str) -> Meeting | None:
    """The meeting that a phrase means: it has a noun of contact, and every name in it is of a side or a person, after
    "in" of a place, of the meeting, which the holder takes part in and which was not over when the condition was told.
    The first to come of several; None for a phrase without names, and where none fits."""
    if not any(lemma in meeting_nouns() for lemma in lemmas_of(phrase)):
        return None
    names = [(bool(where), re.sub("['’]s$", "", name)) for where, name in _NAME.findall(phrase)]
    names = [(where, name) for where, name in names if fold(name).casefold() not in _titles()]
    if set(lemmas_of(phrase)) & _VISITS:
        names = [(where or fold(name) in load_gazetteer().capitals, name) for where, name in names]
    since = case.days.first(condition)
    holder = case.holder_of(condition)
    fitting = [one for one in case.record.meetings if names and _fits(one, names, holder, since)]
    return min(fitting, key=lambda one: (_start(one) or date.max, one.id), default=None)


def _fits(meeting: Meeting, names: list[tuple[bool, str]], holder: str | None, since: date | None) -> bool:
    start = _start(meeting)
    if since is not None and start is not None and start < since - _SLACK:
        return False
    if holder is not None and holder not in (*meeting.parties, *meeting.people):
        return False
    world = load_gazetteer()
    who = _words(*meeting.people, *meeting.parties)
    where = _words(*(outer for place in meeting.place for outer in (place, *world.place_within(place))))
    for place, name in names:
        state = world.state(name)
        of_side = fold(name).casefold() in who or (state is not None and state.name in meeting.parties)
        if not (fold(name).casefold() in where or (of_side and not place)):
            return False
    return True


def _words(*names: str) -> set[str]:
    return {fold(word).casefold() for name in names for word in name.split()}


def _start(meeting: Meeting) -> date | None:
    return meeting.when.start if meeting.when else None


def _titles() -> frozenset[str]:
    """Words before names that are no names: the first words of offices and honorifics."""
    world = load_gazetteer()
    return frozenset(word.casefold() for table in (world.offices, world.honorifics) for word in table)
