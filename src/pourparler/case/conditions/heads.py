"""What a condition keeps waiting: the meeting or instrument that its words tell of, else the issue they name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pourparler.accounts.writing import group_of
from pourparler.case.conditions.case import Case
from pourparler.case.conditions.requirement import GoalKind, Sort
from pourparler.case.issues.gathering import blocked_phrase, required_phrase
from pourparler.case.issues.phrases import lemmas_of
from pourparler.case.issues.words import word_list
from pourparler.core.entry import Condition
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import EntryKind
from pourparler.reading.instruments.nouns import instrument_nouns
from pourparler.reading.meetings.words import meeting_nouns

Places = Mapping[str, list[tuple[int, int, str]]]


class Heads:
    """Finds what conditions keep waiting."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._waiting = _waiting(case)
        self._instruments = _places((one.id, one.evidence) for one in case.record.instruments)
        self._meetings = _places((one.id, one.evidence) for one in case.record.meetings)

    def of(self, condition: Condition, sort: Sort) -> tuple[GoalKind, str]:
        """The kind and id of what a condition blocks.

        A meeting where an account of it names the condition. Where the words that are blocked name no issue of their
        own ("the deal", "such a meeting"), or wait for ratification: the instrument or meeting whose telling they stand
        in. Else the issue; where the words only point at something ("it"), it is not told on what.
        """
        for account in condition.accounts:
            if account.group in self._waiting:
                return GoalKind.MEETING, self._waiting[account.group]
        issue = self._case.issues.of(blocked_phrase(condition), condition.id)
        if issue is None:
            return self._pointed_at(condition, sort)
        vague = set(issue.words) <= word_list("carriers")
        nouns = set(lemmas_of(condition.blocks))
        if sort is Sort.RATIFICATION or (vague and nouns & set(instrument_nouns())):
            instrument = self._told_with(condition, self._instruments)
            if instrument:
                return GoalKind.INSTRUMENT, instrument
        if vague and nouns & set(meeting_nouns()):
            meeting = self._told_with(condition, self._meetings)
            if meeting:
                return GoalKind.MEETING, meeting
        if sort is Sort.RATIFICATION:
            of_issue = [one for one in issue.entries if one in self._case.instruments]
            if len(of_issue) == 1:
                return GoalKind.INSTRUMENT, of_issue[0]
        return GoalKind.ISSUE, issue.id

    def _pointed_at(self, condition: Condition, sort: Sort) -> tuple[GoalKind, str]:
        """What a condition blocks whose words only point at it: what is ratified is the paper they stand with."""
        paper = self._told_with(condition, self._instruments) if sort is Sort.RATIFICATION else None
        return (GoalKind.INSTRUMENT, paper) if paper else (GoalKind.UNTOLD, content_id("u", condition.id))

    def _told_with(self, condition: Condition, places: Places) -> str | None:
        """The thing whose tellings share most with the words that are blocked; not one that is required itself."""
        required = self._case.issues.all_of(required_phrase(condition), condition.id)
        not_these = {entry for issue in required for entry in issue.entries}
        shared: dict[str, int] = defaultdict(int)
        for words in condition.evidence:
            at = words.text.find(condition.blocks)
            first, last = (words.start + at, words.start + at + len(condition.blocks)) if at >= 0 else _whole(words)
            for start, end, thing in places.get(words.report, ()):
                if thing not in not_these:
                    shared[thing] += max(0, min(end, last) - max(start, first))
        return min((one for one in shared if shared[one]), key=lambda one: (-shared[one], one), default=None)


def _whole(words: Evidence) -> tuple[int, int]:
    return words.start, words.end


def _waiting(case: Case) -> dict[str | None, str]:
    """The meeting that waits for the condition of a group of accounts."""
    return {
        group_of(account.report, EntryKind.CONDITION, account.fields.condition): meeting.id
        for meeting in reversed(case.record.meetings)
        for account in meeting.accounts
        if isinstance(account.fields, MeetingFrame) and account.fields.condition is not None
    }


def _places(things: Iterable[tuple[str, tuple[Evidence, ...]]]) -> Places:
    """Where things are told of, by report."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for thing, evidence in things:
        for place in evidence:
            places[place.report].append((place.start, place.end, thing))
    return places
