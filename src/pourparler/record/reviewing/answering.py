"""An answer to a question as the act that a record keeps."""

from collections.abc import Mapping

from pourparler.core.account import Account
from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.judging import Signature, make_act
from pourparler.record.reviewing.question import Asked, Question

COMPARED = frozenset({Asked.PAIR, Asked.JOIN})
"""Questions of two sides that are one or not."""


def act_of(question: Question, yes: bool, accounts: Mapping[str, Account], signed: Signature) -> tuple[Judgement, ...]:
    """The judgements that say yes or no to a question, all of one act; `accounts` by id hold those of the question.

    Yes and no are `same` and `different` of two sides, and `confirmed` and `rejected` of an entry or, with the field
    and the readings that were looked at, of a dispute.
    """
    if question.asked in COMPARED:
        sides = [[accounts[account] for account in side.accounts] for side in question.sides]
        return make_act(Verdict.SAME if yes else Verdict.DIFFERENT, sides, signed)
    verdict = Verdict.CONFIRMED if yes else Verdict.REJECTED
    told = [accounts[account] for account in question.accounts]
    return make_act(verdict, [told], signed, question.field, question.judged)
