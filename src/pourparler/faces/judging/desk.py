"""Keeps the answers of a review in its record, each at once and by itself."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pourparler.core.account import Account
from pourparler.core.judgement import Judgement
from pourparler.record.judging import sign
from pourparler.record.opening import open_store
from pourparler.record.reviewing.answering import act_of
from pourparler.record.reviewing.question import Question


class RecordDesk:
    """A desk (see `session.Desk`) over a record file, which is opened for each answer and let go after it.

    So a review that stays open for an hour keeps nobody else from writing, and a killed one has lost nothing.
    """

    def __init__(self, path: Path, accounts: Mapping[str, Account], by: str) -> None:
        """Answers go to the record at `path`; `accounts` by id are those asked about, `by` is who decides."""
        self._path, self._accounts, self._by = path, accounts, by

    def decide(self, question: Question, yes: bool, because: str) -> tuple[Judgement, ...]:
        """See Desk."""
        with open_store(self._path) as store:
            act = act_of(question, yes, self._accounts, sign(self._by, because, store.judgements(withdrawn=True)))
            store.add_judgements(act)
        return act

    def take_back(self, act: Sequence[Judgement]) -> None:
        """See Desk."""
        with open_store(self._path) as store:
            store.withdraw([judgement.id for judgement in act], datetime.now(UTC))
