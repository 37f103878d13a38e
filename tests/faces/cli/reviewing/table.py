"""A table to try the review at: keys that are fed, a screen that remembers, a desk that keeps acts in a list."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement
from pourparler.faces.cli.reviewing.conversation import Conversation
from pourparler.faces.cli.reviewing.session import Session
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.judging import sign
from pourparler.record.reviewing.answering import act_of
from pourparler.record.reviewing.question import Question
from pourparler.record.reviewing.queue import queue
from tests.record.reviewing.quay import quay_record

RECORD = quay_record()
LOOKUP = Lookup(RECORD)


class FedKeys:
    """Keys from a list; then no more."""

    def __init__(self, keys: Iterable[str | None]) -> None:
        self._keys = iter(keys)

    def read(self, wait: float) -> str | None:
        """See Keys."""
        try:
            return next(self._keys)
        except StopIteration:
            raise EOFError from None


class Pages:
    """A screen that keeps every page painted, as text."""

    def __init__(self, width: int = 80, height: int = 24) -> None:
        self.width, self.height = width, height
        self.pages: list[str] = []

    def size(self) -> tuple[int, int]:
        """See Screen."""
        return self.width, self.height

    def paint(self, lines: Sequence[Text]) -> None:
        """See Screen."""
        assert len(lines) <= self.height and all(line.cell_len <= self.width for line in lines)
        self.pages.append("\n".join(line.plain.rstrip() for line in lines))


class ListDesk:
    """A desk that keeps acts in `acts`; `is_busy` makes it refuse."""

    def __init__(self) -> None:
        self.acts: list[tuple[Judgement, ...]] = []
        self.taken_back: list[tuple[Judgement, ...]] = []
        self.is_busy = False

    def decide(self, question: Question, yes: bool, because: str) -> tuple[Judgement, ...]:
        """See Desk."""
        self._refuse()
        act = act_of(question, yes, LOOKUP.accounts, sign("ann", because, ()))
        self.acts.append(act)
        return act

    def take_back(self, act: Sequence[Judgement]) -> None:
        """See Desk."""
        self._refuse()
        self.acts.remove(tuple(act))
        self.taken_back.append(tuple(act))

    def _refuse(self) -> None:
        if self.is_busy:
            raise RecordError("The record is being written by another program.", "Try again.")


def talk(*keys: str | None, pages: Pages | None = None, desk: ListDesk | None = None) -> tuple[Pages, ListDesk]:
    """Hold a conversation with these keys; gives the pages shown and the desk."""
    pages, desk = pages or Pages(), desk or ListDesk()
    session = Session(queue(RECORD), RECORD.judgements, desk)
    Conversation(LOOKUP, session, pages, "as a rule").hold(FedKeys(keys))
    return pages, desk
