"""Conditions: one entry for what one holder requires before one thing, however often it is told."""

from collections.abc import Iterable

from pourparler.core.account import Account
from pourparler.core.entry import Condition
from pourparler.core.ids import content_id
from pourparler.core.reading import ConditionFrame
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest, last
from pourparler.record.merging.gathering import Rule
from pourparler.record.merging.saying import Saying, condition_traits, marks, saying
from pourparler.record.merging.weights import load_weights


def rule() -> Rule[Saying]:
    """What makes accounts one condition: one holder, and what is told speaks for one thing; nobody's only of one
    text."""
    return Rule(marks, condition_traits, load_weights()[EntryKind.CONDITION.value])


def parts_of(accounts: Iterable[Account], background: Background) -> list[Saying]:
    """What each account tells, in the order of the reports."""
    found = []
    for account in background.sorted(accounts):
        frame = fields_of(account)
        halves = (frame.requires, frame.blocks)
        found.append(saying(account, holder_of(frame, background), frame.operator.value, halves, background))
    return found


def holder_of(frame: ConditionFrame, background: Background) -> str | None:
    """The party that sets a condition; the person who voices it where no party is known."""
    if frame.party:
        return background.actors.name_of(frame.party)
    if frame.voiced_by:
        voice = background.actors.name_of(frame.voiced_by)
        return background.actors.party_of(voice) or voice
    return None


def make_condition(accounts: list[Account], background: Background) -> Condition:
    """The condition of one group of accounts, in the words most accounts use."""
    frames = [fields_of(account) for account in accounts]
    first = frames[0]
    voices = (background.actors.name_of(frame.voiced_by) for frame in frames if frame.voiced_by)
    voice = commonest(voices)
    parties = (background.actors.name_of(frame.party) for frame in frames if frame.party)
    return Condition(
        id=content_id("c", accounts[0].id),
        party=commonest(parties) or background.actors.party_of(voice),
        voiced_by=voice,
        operator=commonest(frame.operator for frame in frames) or first.operator,
        blocks=commonest(frame.blocks for frame in frames) or first.blocks,
        requires=commonest(frame.requires for frame in frames) or first.requires,
        evidence=background.evidence(accounts),
        counts=background.counts(accounts),
        accounts=tuple(accounts),
        trigger=background.support(accounts, "trigger"),
        deadline=last(frame.deadline for frame in frames),
        hedge=background.support(accounts, "hedge"),
    )


def fields_of(account: Account) -> ConditionFrame:
    """The fields of an account of a condition."""
    assert isinstance(account.fields, ConditionFrame)
    return account.fields
