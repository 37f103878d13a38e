"""How the negotiation as a system moved between two states of a record: issues, conditions, goals, and what people
decided; each by public statements, with the words it rests on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pourparler.case.conditions.requirement import GoalKind, Requirement, Value
from pourparler.case.issues.states import Standing, State
from pourparler.core.evidence import Evidence
from pourparler.core.judgement import Judgement
from pourparler.faces.rows.judged import act_words, signature_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import (
    VALUES,
    basis_words,
    condition_words,
    goal_words,
    value_words,
)
from pourparler.faces.system.standing import sign_places, sign_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import upper_first, visible
from pourparler.record.changes import Changes

MET, UNMET, TOLD, UNTOLD = "newly met", "newly not met", "newly told", "no longer told"
UNDECIDED = "not told any more whether met"
"""What becomes of a condition."""

WAITS, FREE = "newly waiting", "newly free"
"""What becomes of a goal."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that stands otherwise than before: what it is and how, in words, and the places that these rest on.
    `change` says what became of it, `key` is the id of the issue, condition or goal, `name` the issue's or goal's name,
    of a condition what it blocks; `was` and `now` are its states or values, `conditions` the ids of those before it."""

    change: str
    key: str
    name: str
    text: str
    places: tuple[Evidence, ...] = ()
    was: str | None = None
    now: str | None = None
    conditions: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Decided:
    """An act of people that came between the two states, or (`undone`) no longer stands."""

    act: tuple[Judgement, ...]
    text: str
    undone: bool


@dataclass(frozen=True)
class Movement:
    """Two states laid out for asking, and what differs between their entries; what moved is computed when asked for."""

    changes: Changes
    then: Asking
    now: Asking

    @cached_property
    def issues(self) -> tuple[Turn, ...]:
        """Issues whose state is another."""
        pairs = ((one, self._stood.get(one.issue.id)) for one in self.now.standings)
        return tuple(self._state(was, one) for one, was in pairs if was is not None and was.state is not one.state)

    @cached_property
    def new_issues(self) -> tuple[Standing, ...]:
        """Issues that the state before has not."""
        return tuple(one for one in self.now.standings if one.issue.id not in self._stood)

    @cached_property
    def gone_issues(self) -> tuple[Standing, ...]:
        """Issues that the state after has no more, not even in another."""
        return tuple(one for one in self.then.standings if self.now.issues.get(one.issue.id) is None)

    @cached_property
    def conditions(self) -> tuple[Turn, ...]:
        """Conditions that are told for the first time or no more, or of which something else is told."""
        known = {self._ids.get(one.id, one.id): one for one in self.then.graph.requirements}
        now = self.now.graph.requirements
        gone = [one for name, one in known.items() if name not in self.now.requirements]
        return (
            *(turn for one in now if (turn := self._condition(known.get(one.id), one)) is not None),
            *(Turn(UNTOLD, one.id, one.blocks, condition_words(self.then.lookup, one), one.evidence, one.value.value)
              for one in gone),
        )  # fmt: skip

    @cached_property
    def goals(self) -> tuple[Turn, ...]:
        """Goals that wait now and did not, and those that waited and do not any more, though they are told of."""
        waited = {self._after(one) for one in self.then.waiting}
        waits = set(self.now.waiting)
        return (
            *(self._waits(one) for one in self.now.waiting if one not in waited and self._has_name(one)),
            *(self._is_free(one) for one in self.now.graph.goals if one in waited - waits and self._has_name(one)),
        )

    @cached_property
    def decisions(self) -> tuple[Decided, ...]:
        """Acts of people that only one of the states has, those that came first."""
        records = (self.changes.before, self.changes.after)
        before, after = ({one.id: one for one in record.judgements} for record in records)
        came = [one for name, one in after.items() if name not in before]
        went = [one for name, one in before.items() if name not in after]
        return (*_acts(self.now.lookup, came, False), *_acts(self.then.lookup, went, True))

    def __bool__(self) -> bool:
        """True when anything stands otherwise, or was decided."""
        return bool(
            self.decisions or self.issues or self.new_issues or self.gone_issues or self.conditions or self.goals
        )

    @cached_property
    def _stood(self) -> Mapping[str, Standing]:
        """How issues stood, by the id they have now."""
        found: dict[str, Standing] = {}
        for one in self.then.standings:
            issue = self.now.issues.get(one.issue.id)
            if issue is not None:
                found.setdefault(issue.id, one)
        return found

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        """By the id of an entry before the one it has now, where that is another."""
        pairs = ((one.before, one.after) for one in self.changes.entries)
        return {before.id: after.id for before, after in pairs if before and after and before.id != after.id}

    def _after(self, goal: str) -> str:
        issue = self.now.issues.get(goal)
        return issue.id if issue is not None else self._ids.get(goal, goal)

    def _has_name(self, goal: str) -> bool:
        return self.now.graph.goals[goal].kind is not GoalKind.UNTOLD

    def _state(self, was: Standing, one: Standing) -> Turn:
        why = sign_words(self.now, one, one.sign) if one.sign else "less than any other state asks for is told"
        if one.state is State.BLOCKED and one.sign:
            why = f"{some(len(one.sign.entries), 'condition')} not told as met: {why.partition(': ')[2]}"
        text = f"“{visible(one.issue.name)}”: {was.state.value} → {one.state.value}: {why}"
        places = sign_places(self.now, one.sign) if one.sign else ()
        return Turn("another state", one.issue.id, one.issue.name, text, places, was.state.value, one.state.value)

    def _condition(self, was: Requirement | None, one: Requirement) -> Turn | None:
        if was is not None and was.value is one.value:
            return None
        change = {Value.MET: MET, Value.UNMET: UNMET, Value.UNKNOWN: UNDECIDED}[one.value]
        if was is None and one.value is Value.UNKNOWN:
            change = TOLD
        bases = [basis for part in one.parts for basis in (*part.truth.met_by, *part.truth.unmet_by)]
        told = "; ".join(basis_words(self.now.lookup, basis) for basis in bases[:2])
        before = "told for the first time" if was is None else VALUES[was.value]
        how = f"{before} → {value_words(one)}" if change != TOLD else value_words(one)
        text = f"{upper_first(condition_words(self.now.lookup, one))}; {how}{f': {told}' if told else ''}"
        places = tuple(place for basis in bases for place in basis.evidence) or one.evidence
        return Turn(change, one.id, one.blocks, text, places, was.value.value if was else None, one.value.value)

    def _waits(self, goal: str) -> Turn:
        thing, before = self.now.graph.goals[goal], self._before(goal)
        names = ", ".join(self.now.lookup.short(one.id) for one in before)
        text = f"{upper_first(goal_words(self.now.lookup, thing))} waits for {names}"
        places = tuple(place for one in before for place in one.evidence)
        return Turn(WAITS, goal, thing.name, text, places, conditions=tuple(one.id for one in before))

    def _is_free(self, goal: str) -> Turn:
        thing, before = self.now.graph.goals[goal], self.now.graph.before(goal)
        name = upper_first(goal_words(self.now.lookup, thing))
        if thing.reached:
            told = "; ".join(basis_words(self.now.lookup, one) for one in thing.reached[:2])
            places = tuple(place for one in thing.reached for place in one.evidence)
            return Turn(FREE, goal, thing.name, f"{name} is told to have come about: {told}", places)
        met = [basis for one in before for part in one.parts for basis in part.truth.met_by]
        why = "every condition on it is told as met" if before else "no report tells of a condition on it any more"
        places = tuple(place for basis in met for place in basis.evidence)
        return Turn(FREE, goal, thing.name, f"{name}: {why}", places, conditions=tuple(one.id for one in before))

    def _before(self, goal: str) -> tuple[Requirement, ...]:
        """The conditions on a goal or on an instrument of it that are not told as met."""
        heads = (goal, *self.now.graph.below.get(goal, ()))
        found = (one for head in heads for one in self.now.graph.before(head) if one.value is not Value.MET)
        return tuple({one.id: one for one in found}.values())


def _acts(lookup: Lookup, judgements: Sequence[Judgement], undone: bool) -> Iterator[Decided]:
    """Judgements act by act, in words: who decided what, when and why."""
    acts: dict[str, list[Judgement]] = {}
    for one in judgements:
        acts.setdefault(one.act, []).append(one)
    for act in acts.values():
        signed = signature_words(act[0].by, act[0].at, act[0].because)
        text = f"{'taken back: ' if undone else ''}{act_words(lookup, act)} ({signed})"
        yield Decided(tuple(act), upper_first(text), undone)


def counted_states(standings: Sequence[Standing]) -> str:
    """Issues by their state: 12 issues (2 agreed, 3 blocked, 7 unknown)."""
    counts = Counter(one.state for one in standings)
    told = ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])
    return f"{some(len(standings), 'issue')} ({told})"
