"""Where a person stands in the queue: what was decided, what was skipped, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pourparler.core.judgement import Judgement
from pourparler.record.reviewing.question import Question
from pourparler.record.reviewing.settled import Settled


class Desk(Protocol):
    """What keeps decisions, each at once; raises RecordError when it cannot."""

    def decide(self, question: Question, yes: bool, because: str) -> tuple[Judgement, ...]:
        """Keep the answer to a question as one act, and give its judgements."""
        ...

    def take_back(self, act: Sequence[Judgement]) -> None:
        """Withdraw an act."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """A question that was left, with the act that answered it; empty where it was skipped."""

    index: int
    act: tuple[Judgement, ...]


class Session:
    """One go through the questions. Nothing is kept here that the record has not: a session may end at any moment."""

    def __init__(self, questions: Sequence[Question], judgements: Sequence[Judgement], desk: Desk) -> None:
        """A session at the first of `questions`; `judgements` are those that stand, `desk` keeps new ones."""
        self.questions = questions
        self.index = 0
        self._standing = tuple(judgements)
        self._desk = desk
        self._steps: list[Step] = []

    @property
    def question(self) -> Question | None:
        """The question to answer now; None after the last."""
        return self.questions[self.index] if self.index < len(self.questions) else None

    @property
    def decided(self) -> int:
        """How many answers of this session stand."""
        return sum(1 for step in self._steps if step.act)

    @property
    def skipped(self) -> int:
        """How many questions were skipped."""
        return sum(1 for step in self._steps if not step.act)

    def answer(self, yes: bool, because: str) -> int:
        """Keep an answer and go on; gives how many questions after it are settled by it and passed over."""
        question = self.question
        if question is None:
            return 0
        return self._go_on(self._desk.decide(question, yes, because))

    def skip(self) -> int:
        """Go on without an answer; gives how many settled questions were passed over."""
        return 0 if self.question is None else self._go_on(())

    def back(self) -> Step | None:
        """Go to the question left last and take back what was decided there; None when there is none before."""
        if not self._steps:
            return None
        return self._return_to(len(self._steps) - 1)

    def undo(self) -> Step | None:
        """Take back the last answer and go to its question; None when no answer of this session stands."""
        last = next((place for place in reversed(range(len(self._steps))) if self._steps[place].act), None)
        return None if last is None else self._return_to(last)

    def _return_to(self, place: int) -> Step:
        step = self._steps[place]
        if step.act:
            self._desk.take_back(step.act)
        del self._steps[place:]
        self.index = step.index
        return step

    def _go_on(self, act: tuple[Judgement, ...]) -> int:
        self._steps.append(Step(self.index, act))
        settled = Settled((*self._standing, *(one for step in self._steps for one in step.act)))
        self.index += 1
        passed = 0
        while self.index < len(self.questions) and settled.holds(self.questions[self.index]):
            self.index += 1
            passed += 1
        return passed
