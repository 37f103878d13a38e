"""Whether something required has come about, by what the record tells of instruments, meetings and stances."""

from collections.abc import Iterable, Iterator
from datetime import date

from pourparler.case.conditions.case import Case
from pourparler.case.conditions.hypotheses import Passages, says_no, undoes
from pourparler.case.conditions.requirement import Basis, GoalKind, Sort, Truth, Value, Whose
from pourparler.case.issues.words import word_list
from pourparler.case.voices import BINDING, Hearing
from pourparler.core.entry import Condition, Instrument, Meeting, Position
from pourparler.core.vocabulary import InstrumentKind, MeetingStatus, Stance
from pourparler.core.vocabulary import InstrumentStatus as State

AGREED = frozenset(
    {
        State.AGREED,
        State.TO_BE_SIGNED,
        State.SIGNED,
        State.SUBJECT_TO_RATIFICATION,
        State.RATIFIED,
        State.IN_FORCE,
        State.HANDED_OVER,
    }
)
"""States of an instrument in which what it settles is settled between its sides."""
RATIFIED = frozenset({State.RATIFIED, State.IN_FORCE})
REFUSED = frozenset({State.REJECTED, State.COLLAPSED, State.SUSPENDED})
REMEMBERED = 60
"""Days for which a party's refusal still counts against what is required of it later; as long as an issue takes to be
dormant."""
_NOT_HELD = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED, MeetingStatus.POSTPONED})
_HEARD = BINDING | {Hearing.OUTLET}
"""Voices in which a party's stance counts as its own."""


By = tuple[tuple[str, ...], Whose]
"""Who can grant something, and how that is known."""


class Truths:
    """Weighs what is told of what a condition requires."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._supposed = Passages(case.record.conditions)

    def of(self, condition: Condition, sort: Sort, about: tuple[GoalKind, str] | None, by: By) -> Truth:
        """The truth of one thing that a condition requires, `about` being what it is in the graph.

        Met: an instrument of that issue is agreed (of a ratification: ratified), a meeting held, or every party that
        could grant it and has a stance accepts. Unmet: it was rejected, has collapsed, was called off, or a party that
        could grant it rejects it and none accepts. Of something that must go, a paper that has collapsed is met. What
        was told before the condition decides nothing, but a party that refused it shortly before still does; nor do its
        own words, nor anything where it asks that something be not. Of both, what was told last counts; told on one
        day, neither does. Else unknown.
        """
        if about is None:
            return Truth(Value.UNKNOWN)
        kind, thing = about
        if kind is GoalKind.MEETING:
            found = _of_meeting(self._case, self._case.meetings[thing])
        elif kind is GoalKind.INSTRUMENT:
            found = list(self._of_instrument(self._case.instruments[thing], sort, self._case.holder_of(condition)))
        else:
            found = [*self._of_instruments(thing, condition, sort, by), *self._of_stances(thing, condition, by)]
        since, never = self._case.days.first(condition), says_no(condition.requires)
        kept = [(Value.UNKNOWN if never or _is_old(value, basis, since) else value, basis) for value, basis in found]
        disputed = any(self._case.disputes_of(basis.entry) for _, basis in kept)
        return weighed(kept, disputed)

    def _of_instruments(self, issue: str, condition: Condition, sort: Sort, by: By) -> Iterator[tuple[Value, Basis]]:
        """What instruments of an issue tell; those between others do not count."""
        told = self._case.issues.get(issue)
        for entry_id in told.entries if told else ():
            instrument = self._case.instruments.get(entry_id)
            if instrument is not None and _between(self._case, instrument, condition, by):
                for value, basis in self._of_instrument(instrument, sort, self._case.holder_of(condition)):
                    yield (_gone(value) if _goes(instrument, condition) else value), basis

    def _of_instrument(self, instrument: Instrument, sort: Sort, holder: str | None) -> Iterator[tuple[Value, Basis]]:
        """What the state in force of an instrument tells, where one is told; agreed by the word of the other side alone
        it is not met."""
        line = instrument.in_force
        if line is None:
            return
        voice = self._case.speakers.nearest(line.voices, holder)
        basis = Basis(instrument.id, line.status.value, line.told, voice.value, line.evidence)
        if self._supposed.hold(line.evidence):
            yield Value.UNKNOWN, basis
            return
        if line.status in REFUSED:
            yield Value.UNMET, basis
            return
        reached = line.status in (RATIFIED if sort is Sort.RATIFICATION else AGREED)
        one_sided = bool(line.voices) and all(
            self._case.speakers.hear(voice, holder) is Hearing.OPPONENT for voice in line.voices
        )
        yield (Value.MET if reached and not one_sided else Value.UNKNOWN), basis

    def _of_stances(self, issue: str, condition: Condition, by: By) -> Iterator[tuple[Value, Basis]]:
        """What the stances in force of those that could grant it tell."""
        going = undoes(condition.requires)
        stands = [one for party in by[0] for one in self.stances(issue, party) if undoes(one.issue) or not going]
        accepting = [one for one in stands if one.stance is Stance.ACCEPTS]
        refusing = [one for one in stands if one.stance is Stance.REJECTS]
        all_accept = {one.party for one in accepting} == {one.party for one in stands}
        for one in stands:
            value = Value.UNKNOWN
            if one in accepting and (all_accept or by[1] is Whose.TOLD):
                value = Value.MET
            elif one in refusing and not accepting:
                value = Value.UNMET
            yield value, self.basis_of(one)

    def stances(self, issue: str, party: str) -> list[Position]:
        """What a party takes on an issue in its own voice or the outlet's, of what it said last."""
        told = self._case.issues.get(issue)
        mine = [
            position
            for entry_id in (told.entries if told else ())
            if (position := self._case.positions.get(entry_id)) is not None
            and position.party == party
            and any(self._case.speakers.hear(account.voice, party) in _HEARD for account in position.accounts)
        ]
        last = max((self.day_of(one) or date.min for one in mine), default=None)
        return [one for one in mine if (self.day_of(one) or date.min) == last]

    def day_of(self, position: Position) -> date | None:
        """The day a position was last told."""
        return self._case.days.latest(position)

    def basis_of(self, position: Position) -> Basis:
        """A position as what something rests on."""
        voice = self._case.speakers.nearest((account.voice for account in position.accounts), position.party)
        return Basis(position.id, position.stance.value, self.day_of(position), voice.value, position.evidence)

    def reached(self, kind: GoalKind, thing: str) -> tuple[Basis, ...]:
        """What tells that a goal has come about: a meeting held, or an instrument ratified or in force, told by more
        than one side's word alone."""
        if kind is GoalKind.MEETING:
            return tuple(basis for value, basis in _of_meeting(self._case, self._case.meetings[thing]) if _met(value))
        if kind is GoalKind.INSTRUMENT:
            told = [thing]
        else:
            issue = self._case.issues.get(thing)
            told = [one for one in (issue.entries if issue else ()) if one in self._case.instruments]
        found = []
        for one in told:
            instrument = self._case.instruments[one]
            for value, basis in self._of_instrument(instrument, Sort.RATIFICATION, None):
                line = instrument.in_force
                if _met(value) and line and not self._case.speakers.alone(instrument, line.voices):
                    found.append(basis)
        return tuple(found)


def weighed(found: Iterable[tuple[Value, Basis]], disputed: bool) -> Truth:
    """The truth by what tells for and against: what was told last; on one day, neither."""
    bases = list(found)
    met = tuple(basis for value, basis in bases if value is Value.MET)
    unmet = tuple(basis for value, basis in bases if value is Value.UNMET)
    beside = tuple(basis for value, basis in bases if value is Value.UNKNOWN)
    if not met or not unmet:
        value = Value.MET if met else Value.UNMET if unmet else Value.UNKNOWN
        return Truth(value, met, unmet, beside, disputed)
    yes, no = (max(basis.told or date.min for basis in bases) for bases in (met, unmet))
    value = Value.MET if yes > no else Value.UNMET if no > yes else Value.UNKNOWN
    return Truth(value, met, unmet, beside, disputed or yes == no)


def _of_meeting(case: Case, meeting: Meeting) -> list[tuple[Value, Basis]]:
    value = Value.UNKNOWN
    if meeting.status is MeetingStatus.HELD:
        value = Value.MET
    elif meeting.status in _NOT_HELD:
        value = Value.UNMET
    evidence = meeting.wording or meeting.evidence
    return [(value, Basis(meeting.id, meeting.status.value, case.days.latest(meeting), "", evidence))]


def _between(case: Case, instrument: Instrument, condition: Condition, by: By) -> bool:
    """True where an instrument can be what is required: of a party told to grant it, or with the holder among its
    sides; where its words do not say which one it is ("the deal"), nothing less will do."""
    vague = all(set(issue.words) <= word_list("carriers") for issue in case.issues.about(instrument.id))
    if not instrument.parties:
        return not vague
    if by[1] is Whose.TOLD:
        return bool(set(instrument.parties) & set(by[0]))
    holder = case.holder_of(condition)
    return holder in instrument.parties or (not vague and (holder is None or len(instrument.parties) == 1))


def _goes(instrument: Instrument, condition: Condition) -> bool:
    """True where a condition asks that a paper or sanctions be gone; an agreement may be what undoes something."""
    own = instrument.kind in (InstrumentKind.DOCUMENT, InstrumentKind.SANCTIONS)
    return own and undoes(condition.requires) and not undoes(f"{instrument.title} {instrument.subject or ''}")


def _gone(value: Value) -> Value:
    """The value of something that must go, by that of its being there."""
    return Value.MET if value is Value.UNMET else Value.UNKNOWN


def _met(value: Value) -> bool:
    return value is Value.MET


def _is_old(value: Value, basis: Basis, since: date | None) -> bool:
    """True for what was told before the condition, unless it is a refusal that is remembered."""
    if since is None or basis.told is None or basis.told >= since:
        return False
    return not (value is Value.UNMET and basis.says == Stance.REJECTS and (since - basis.told).days <= REMEMBERED)
