"""Where a meeting stands: its status from tense, mood and negation, and from words such as "called off"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from pourparler.core.moment import When
from pourparler.core.vocabulary import MeetingStatus
from pourparler.reading.meetings.ground import MARKS, is_finite
from pourparler.reading.meetings.tellings import GOING, Telling, said_by
from pourparler.reading.meetings.words import states, status_of
from pourparler.text.clauses import VerbGroup

PLANNED_MODALS = frozenset(
    """will shall would set expected due scheduled slated planned planning prepared preparing ready poised going bound
    certain sure likely about tipped expecting intended""".split()
) | {"be to"}
OPEN_MODALS = frozenset(
    "can could may might should must ought able possible hoping willing keen eager aiming determined need".split()
) | {"have to", "ought to"}
OPEN_WORDS = frozenset(
    "possible unlikely doubtful likely conceivable welcome desirable open necessary needed table cards".split()
)
NOW = frozenset("now tonight currently still".split())
IFS = frozenset(("if", "unless", "provided", "pending", "once"))
NO_CONDITION = frozenset("even as decide see ask asked know consider whether discuss".split())


def standing(telling: Telling, when: When | None, published: date | None) -> MeetingStatus | None:
    """The status that the words around a telling give; None where they give none."""
    look = _Look(telling, when, published)
    status = look.of_verb(telling.group) if telling.group is not None else look.of_noun()
    if telling.group is not None and telling.frame in GOING and telling.noun is not None and telling.noun.definite:
        status = None if status is MeetingStatus.HELD else status
    if status is not None and _is_denied(telling):
        return MeetingStatus.DENIED
    if status in (MeetingStatus.PLANNED, MeetingStatus.PROPOSED) and hangs(telling):
        return MeetingStatus.CONDITIONAL
    if status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY) and look.coming:
        return MeetingStatus.PLANNED
    return status


_WEEKDAY = re.compile(
    r"(?:on |by )?(?:early |late )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|noon|afternoon|evening|night))?",
    re.IGNORECASE,
)


def turned(telling: Telling, when: When | None, published: date | None) -> When | None:
    """The days of a telling; a bare weekday lies on the side of publication to which the telling looks.

    "He left on Friday, after a meeting" means the Friday before, "ahead of his visit on Friday" the one to come.
    """
    if when is None or when.start is None or when.end is None or published is None or not _WEEKDAY.fullmatch(when.said):
        return when
    look = _Look(telling, None, published)
    status = look.of_verb(telling.group) if telling.group is not None else look.of_noun()
    verb = telling.group or telling.carrier
    week = timedelta(days=7)
    if status is MeetingStatus.HELD and when.start > published:
        return replace(when, start=when.start - week, end=when.end - week)
    ahead = status is MeetingStatus.PLANNED and (verb is None or verb.tense != "past")
    if ahead and when.end < published:
        return replace(when, start=when.start + week, end=when.end + week)
    return when


class _Look:
    """A telling with its day seen from the day of publication."""

    def __init__(self, telling: Telling, when: When | None, published: date | None) -> None:
        """`when` are the days of the telling where it gives any."""
        self.telling, self.ground = telling, telling.ground
        known = when is not None and when.start is not None and when.end is not None and published is not None
        self.dated = known
        self.coming = bool(known and when.start > published)  # type: ignore[union-attr, operator]
        self.past = bool(known and when.end < published)  # type: ignore[union-attr, operator]

    def of_verb(self, group: VerbGroup) -> MeetingStatus | None:
        """The status of a verb of contact: the verbs over it first ("agreed to meet"), then its own tense and mood."""
        if group.finite:
            return self.of_tense(group)
        lead = self._by_place(group.first)
        if lead is not None and not group.infinitive:
            return lead
        negated = group.negated
        for verb in self.ground.chain(group):
            negated = negated or verb.negated
            status = self._over(verb, group)
            if status is not None:
                return MeetingStatus.DENIED if negated and status is not MeetingStatus.PROPOSED else status
            if verb.finite:
                return self._carried(verb, group)
        if "no" in self.ground.lows[max(0, group.first - 4) : group.first]:
            return MeetingStatus.DENIED
        return MeetingStatus.PROPOSED if group.infinitive else None

    def _over(self, verb: VerbGroup, group: VerbGroup) -> MeetingStatus | None:
        """What a verb over an infinitive or a participle makes of it: "denied having met", "agreed to meet"."""
        said = said_by(self.ground, verb)
        if group.infinitive:
            said = states("over").get(self.ground.lemmas[verb.head], said)
        return status_of(said)

    def _carried(self, verb: VerbGroup, group: VerbGroup) -> MeetingStatus | None:
        """The status from a plain verb over an infinitive ("flew in to meet") or a participle ("…, meeting with")."""
        if "no" in self.ground.lows[verb.last : group.first]:
            return MeetingStatus.DENIED
        tensed = self.of_tense(verb)
        if group.infinitive:
            return MeetingStatus.PLANNED if tensed is MeetingStatus.HELD and not self.past else tensed
        return tensed

    def of_tense(self, group: VerbGroup) -> MeetingStatus:
        """The status that tense, mood and negation of a finite verb give."""
        if group.negated or self.ground.lows[group.first - 1 : group.first] == ("never",):
            return self._negated(group)
        if group.modal in OPEN_MODALS:
            return MeetingStatus.PROPOSED
        if group.modal in PLANNED_MODALS or group.tense == "future":
            return MeetingStatus.PLANNED
        if group.tense == "present" and not group.perfect:
            if self.coming:
                return MeetingStatus.PLANNED
            if (
                group.last < len(self.ground.lows)
                and NOW & set(self.ground.lows[group.last :])
                and self.ground.lemmas[group.head] == "be"
            ):
                return MeetingStatus.UNDER_WAY
            if self.past:
                return MeetingStatus.HELD
            return MeetingStatus.UNDER_WAY if group.progressive or not self.dated else MeetingStatus.PLANNED
        return MeetingStatus.HELD

    def _negated(self, group: VerbGroup) -> MeetingStatus:
        """What will not be as planned is postponed, what will not be on a day is cancelled, the rest is denied."""
        planned = any(low in ("planned", "scheduled", "expected") for low in self.ground.lows[group.last :])
        ahead = group.tense == "future" or self.coming
        if ahead and planned:
            return MeetingStatus.POSTPONED
        return MeetingStatus.CANCELLED if ahead and self.dated else MeetingStatus.DENIED

    def of_noun(self) -> MeetingStatus | None:
        """The status of a noun of contact: its adjectives, its verb, the preposition before it, then the day."""
        noun, ground = self.telling.noun, self.ground
        assert noun is not None
        words = ground.lows[noun.first : noun.core[1]]
        if ("no", "date") in zip(ground.lows, ground.lows[1:], strict=False):
            return MeetingStatus.PROPOSED
        if words[:1] == ("no",) or (
            "no" in ground.lows[max(0, noun.first - 3) : noun.first] and noun.preposition in ("in", "of", "for")
        ):
            return MeetingStatus.DENIED
        adjective = next((status_of(states("adjective")[low]) for low in words if low in states("adjective")), None)
        if adjective in (MeetingStatus.PROPOSED, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED):
            return adjective
        carried = self._of_carrier()
        if carried is not None:
            return carried
        return self._by_place(noun.first) or adjective or self._by_day()

    def _of_carrier(self) -> MeetingStatus | None:
        """The status from the verb that a noun of contact is the subject or the object of."""
        verb = self.telling.carrier
        if verb is None:
            return None
        said = said_by(self.ground, verb)
        status = status_of(said)
        if self.telling.subject:
            return self._as_subject(verb, said)
        if status is None:
            return self.of_verb(verb) if said in ("stages", "occurs") else None
        if verb.negated and status is MeetingStatus.PLANNED:
            return MeetingStatus.DENIED
        return status

    def _as_subject(self, verb: VerbGroup, said: str | None) -> MeetingStatus | None:
        """The status of a meeting that is the subject of a verb."""
        status = status_of(said)
        fallen = self._fallen_after(verb)
        if fallen is not None:
            return fallen
        if said == "occurs" or said == "stages" or (status is not None and not verb.passive and verb.tense != "past"):
            return status if status in _FALLEN else self.of_tense(verb)
        if status is not None:
            return status
        ahead = self.ground.lows[verb.last : verb.last + 5]
        if self.ground.lemmas[verb.head] in ("be", "remain", "seem", "look"):
            if any(low in OPEN_WORDS for low in ahead):
                return MeetingStatus.DENIED if verb.negated or "off" in ahead else MeetingStatus.PROPOSED
            if ahead[:1] == ("off",):
                return MeetingStatus.CANCELLED
            if ahead[:1] in (("ongoing",), ("underway",)) or ahead[:2] == ("under", "way"):
                return MeetingStatus.UNDER_WAY if verb.tense == "present" else MeetingStatus.HELD
        if verb.modal == "would" and not self.dated:
            return None
        if (
            verb.modal is not None
            or verb.tense == "future"
            or (self.dated and (self.coming or self.past or verb.tense == "past"))
        ):
            return self.of_tense(verb)
        return MeetingStatus.HELD if verb.tense == "past" and not verb.negated else None

    def _fallen_after(self, verb: VerbGroup) -> MeetingStatus | None:
        """What a second verb of the same subject takes back: "was to be held on Sunday but was called off"."""
        for other in self.ground.line.verbs:
            joined = other.first > verb.last and self.ground.lows[other.first - 1] in ("but", "and", "then", "then,")
            if joined and other.finite:
                status = status_of(said_by(self.ground, other))
                return status if status in _FALLEN and not other.negated and other.passive else None
        return None

    def _by_place(self, first: int) -> MeetingStatus | None:
        """ "After the meeting" is held and "before" it planned, unless the sentence itself looks ahead."""
        lows, table = self.ground.lows, states("place")
        for at in range(first - 1, max(-1, first - 4), -1):
            pair = " ".join(lows[at : at + 2])
            said = table.get(lows[at]) or table.get(pair)
            if (said is None and lows[at] not in ("in", "at", "during")) or lows[at] in MARKS:
                continue
            status = status_of(said) if said is not None else MeetingStatus.HELD
            return status if status is not MeetingStatus.HELD or self._looks_back(at, said is None) else None
        return None

    def _looks_back(self, at: int, strictly: bool) -> bool:
        """True when the sentence around word `at` tells of what was."""
        verbs = [verb for verb in self.ground.line.verbs if verb.first > at or verb.last <= at]
        before = next((verb for verb in reversed(verbs) if verb.last <= at), None)
        nearest = before or next((verb for verb in verbs if verb.first > at), None)
        if nearest is None:
            return not strictly
        if strictly:
            return (nearest.tense == "past" and nearest.modal is None) or nearest.perfect or nearest.passive
        return nearest.tense != "future" and nearest.modal not in PLANNED_MODALS

    def _by_day(self) -> MeetingStatus | None:
        """What the day alone tells: ahead of publication it is planned, before it was held; the day itself, nothing."""
        if self.coming:
            return MeetingStatus.PLANNED
        return MeetingStatus.HELD if self.past else None


def _is_denied(telling: Telling) -> bool:
    """True when the clause of a telling is what somebody denies: "denied that any meeting had taken place"."""
    before = [verb for verb in telling.ground.line.verbs if verb.last <= telling.first and verb.finite]
    if not before or telling.first - before[-1].last > 2:
        return False
    return telling.ground.lemmas[before[-1].head] in ("deny", "refute", "dismiss") and not before[-1].negated


_FALLEN = (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED, MeetingStatus.DENIED)


def hangs(telling: Telling) -> bool:
    """True when a condition hangs on the meeting: "but only if …", "should a deal come, …", "pending …"."""
    ground, lows = telling.ground, telling.ground.lows
    if lows[0] == "should" or (lows[0] in ("“", '"') and lows[1:2] == ("should",)):
        return True
    for at, low in enumerate(lows):
        if low in ("after", "when", "once") and at and lows[at - 1] == "only" and at >= telling.last:
            return True
        if low not in IFS or (at and lows[at - 1] in NO_CONDITION):
            continue
        if at >= telling.last:
            return not any(telling.last < c.first < at and c.kind == "main" and is_finite(c) for c in ground.clauses)
        if at < telling.first and low != "pending":
            return sum(at <= c.first < telling.first and is_finite(c) for c in ground.clauses) <= 1
    return False
