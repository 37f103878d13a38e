"""What standing judgements have settled, so that nobody is asked twice."""

from collections import defaultdict
from collections.abc import Iterable

from pourparler.core.judgement import OF_BOARDS, Judgement, Verdict
from pourparler.record.contradictions.judged import covers
from pourparler.record.reviewing.question import Asked, Question


class Settled:
    """Knows of any question whether the judgements that stand have answered it.

    An entry is settled when one of its accounts is confirmed, rejected or corrected; a pair when `same`, or a chain of
    `same` with one `different`, names accounts of both sides; a join likewise, or when what was confirmed holds
    accounts of both; a dispute when it was judged with all its readings, or its field corrected; every question when
    all accounts of one of its sides are rejected.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """What `judgements` settle; those withdrawn count for nothing."""
        self._looked_at: set[str] = set()
        self._rejected: set[str] = set()
        self._confirmed: dict[str, set[str]] = defaultdict(set)
        self._fields: dict[tuple[str, str | None], list[Judgement]] = defaultdict(list)
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[tuple[str, int]]] = defaultdict(set)
        standing = [
            one for one in judgements if one.withdrawn is None and one.accounts and one.verdict not in OF_BOARDS
        ]
        for one in standing:
            if one.verdict is Verdict.SAME:
                for account in one.accounts[1:]:
                    self._parent[self._root(account)] = self._root(one.accounts[0])
            elif one.field:
                self._note_field(one)
            elif one.verdict is not Verdict.DIFFERENT:
                self._note_whole(one)
        for one in standing:
            if one.verdict is Verdict.DIFFERENT:
                for side, accounts in enumerate(one.sides):
                    for account in accounts:
                        self._apart[self._root(account)].add((one.id, side))

    def holds(self, question: Question) -> bool:
        """True when the question is settled."""
        whole = (question.accounts, *(side.accounts for side in question.sides if side.accounts))
        if any(self._rejected.issuperset(accounts) for accounts in whole):
            return True
        match question.asked:
            case Asked.ENTRY:
                return not self._looked_at.isdisjoint(question.accounts)
            case Asked.DISPUTE:
                return any(
                    one.verdict is Verdict.CORRECTED or covers(one.value, question.judged or "")
                    for account in question.accounts
                    for one in self._fields.get((account, question.field), ())
                )
        one, other = (side.accounts for side in question.sides)
        return (question.asked is Asked.JOIN and self._confirmed_together(one, other)) or self._compared(one, other)

    def _confirmed_together(self, one: Iterable[str], other: Iterable[str]) -> bool:
        mine, theirs = (
            {found for account in side for found in self._confirmed.get(account, ())} for side in (one, other)
        )
        return not mine.isdisjoint(theirs)

    def _compared(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """True when accounts of both sides are known to be of one entry, or of two."""
        mine, theirs = ({self._root(account) for account in side} for side in (one, other))
        if not mine.isdisjoint(theirs):
            return True
        apart, parted = ({found for root in side for found in self._apart.get(root, ())} for side in (mine, theirs))
        return any(judged == other and place != beside for judged, place in apart for other, beside in parted)

    def _note_field(self, judgement: Judgement) -> None:
        """A judgement on one field: a correction, or what was found of a dispute."""
        for account in judgement.accounts:
            self._fields[account, judgement.field].append(judgement)
        if judgement.verdict is Verdict.CORRECTED:
            self._looked_at.update(judgement.accounts)

    def _note_whole(self, judgement: Judgement) -> None:
        """A judgement on an entry as a whole: confirmed or rejected."""
        self._looked_at.update(judgement.accounts)
        if judgement.verdict is Verdict.REJECTED:
            self._rejected.update(judgement.accounts)
        for account in judgement.accounts if judgement.verdict is Verdict.CONFIRMED else ():
            self._confirmed[account].add(judgement.id)

    def _root(self, account: str) -> str:
        """The account that stands for all that `same` ties to this one."""
        while (parent := self._parent.get(account, account)) != account:
            account = parent
        return account
