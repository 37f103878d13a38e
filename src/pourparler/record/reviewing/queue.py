"""The queue of the review: every open question about a record, the hardest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pourparler.core.account import Account
from pourparler.core.entry import Ask, CaseRecord, Dispute, Entry
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.report import Report
from pourparler.record.contradictions.judged import readings_judged
from pourparler.record.reviewing import hardness
from pourparler.record.reviewing.doubts import doubts
from pourparler.record.reviewing.question import Asked, Passage, Question, Reason, Side, Why
from pourparler.record.reviewing.settled import Settled


def queue(record: CaseRecord) -> tuple[Question, ...]:
    """What a person should look at in `record`, hardest first; nothing that a judgement laid over it has settled.

    The same record gives the same questions in the same order.
    """
    settled = Settled(record.judgements)
    asking = _Asking(record)
    found = (*asking.merges(), *asking.disputes(), *asking.entries())
    questions = {question.id: question for question in found if not settled.holds(question)}
    return tuple(sorted(questions.values(), key=lambda question: (question.hardness, question.id)))


@dataclass(frozen=True)
class _Asking:
    """Puts the questions of one record."""

    record: CaseRecord

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by id."""
        record = self.record
        every = chain[Entry](
            record.meetings, record.statements, record.positions, record.conditions, record.instruments
        )
        return {entry.id: entry for entry in every}

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Reports by name, which is what evidence cites."""
        return {view.report.name: view.report for view in self.record.reports}

    def merges(self) -> Iterator[Question]:
        """What the merge itself would ask: pairs of entries, and joins inside one."""
        for ask in self.record.asks:
            asked = Asked.JOIN if ask.one == ask.other else Asked.PAIR
            sides = tuple(self._compared(ask, number, asked) for number in (0, 1))
            accounts = tuple(dict.fromkeys(account for side in sides for account in side.accounts))
            yield Question(
                id=content_id("q", asked, *sorted(accounts)),
                asked=asked,
                kind=ask.kind,
                entries=(ask.one,) if asked is Asked.JOIN else (ask.one, ask.other),
                accounts=accounts,
                sides=sides,
                reasons=(Reason(Why.JOIN if asked is Asked.JOIN else Why.MERGE, "", ask.score, ask.traits),),
                hardness=hardness.of_merge(abs(ask.score), len(accounts)),
            )

    def _compared(self, ask: Ask, number: int, asked: Asked) -> Side:
        """One side of what the merge would ask, the account that it was in doubt about first.

        Of a pair, the whole entry; of a join, that account with those its own reading holds to be of the same entry.
        """
        entry = self.by_id[(ask.one, ask.other)[number]]
        doubtful = next(account for account in entry.accounts if account.id == ask.accounts[number])
        others = [account for account in entry.accounts if account.id not in ask.accounts]
        if asked is Asked.JOIN:
            others = [
                account
                for account in others
                if doubtful.group and (account.report, account.group) == (doubtful.report, doubtful.group)
            ]
        return self._side(entry.id, (doubtful, *others))

    def disputes(self) -> Iterator[Question]:
        """Whether each dispute is one."""
        for dispute in self.record.disputes:
            entry = self.by_id[dispute.about]
            judged = readings_judged(dispute)
            accounts = _ids(entry.accounts)
            yield Question(
                id=content_id("q", Asked.DISPUTE, dispute.field, judged, *sorted(accounts)),
                asked=Asked.DISPUTE,
                kind=dispute.kind,
                entries=(entry.id,),
                accounts=accounts,
                sides=tuple(self._readings(dispute, entry)),
                reasons=(Reason(Why.DISPUTED, dispute.field), *doubts(entry)),
                hardness=hardness.of_dispute(dispute),
                field=dispute.field,
                dispute=dispute.id,
                judged=judged,
            )

    def entries(self) -> Iterator[Question]:
        """Whether each entry is right that something by itself leaves in doubt."""
        leaning = hardness.Leaning(self.record)
        disputed: dict[str, list[str]] = {}
        for dispute in self.record.disputes:
            disputed.setdefault(dispute.about, []).append(dispute.field)
        for entry in self.by_id.values():
            found = doubts(entry)
            if not found:
                continue
            reasons = (*(Reason(Why.DISPUTED, field) for field in disputed.get(entry.id, ())), *found)
            accounts = _ids(entry.accounts)
            yield Question(
                id=content_id("q", Asked.ENTRY, *sorted(accounts)),
                asked=Asked.ENTRY,
                kind=entry.accounts[0].kind,
                entries=(entry.id,),
                accounts=accounts,
                sides=(self._side(entry.id, entry.accounts),),
                reasons=reasons,
                hardness=leaning.of(entry, len(reasons)),
            )

    def _side(self, entry: str, accounts: Iterable[Account]) -> Side:
        """Accounts with all their words."""
        told = tuple(accounts)
        words = {evidence: account.id for account in reversed(told) for evidence in account.evidence}
        ordered = dict.fromkeys(evidence for account in told for evidence in account.evidence)
        return Side(entry, _ids(told), tuple(self._passage(evidence, words[evidence]) for evidence in ordered))

    def _readings(self, dispute: Dispute, entry: Entry) -> Iterator[Side]:
        """The readings of a dispute, each with its words and the accounts of the entry that stand on them."""
        for reading in dispute.readings:
            resting = {place: _account_at(place, entry) for place in reading.evidence}
            passages = tuple(self._passage(place, account) for place, account in resting.items())
            accounts = tuple(dict.fromkeys(account for account in resting.values() if account))
            yield Side(entry.id, accounts, passages, reading.value)

    def _passage(self, words: Evidence, account: str | None) -> Passage:
        report = self.reports[words.report]
        return Passage(words, report.outlet, report.published, account)


def _ids(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(account.id for account in accounts)


def _account_at(place: Evidence, entry: Entry) -> str | None:
    """The first account of an entry whose words, or words of a field, meet these."""
    for account in entry.accounts:
        cited = (*account.evidence, *(support.evidence for support in account.support))
        if any(one.report == place.report and one.start < place.end and place.start < one.end for one in cited):
            return account.id
    return None
