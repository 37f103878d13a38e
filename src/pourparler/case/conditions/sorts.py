"""In what way a condition ties its halves, by its operator and its words."""

from functools import cache

from pourparler.case.conditions.requirement import Sort
from pourparler.case.issues.phrases import lemmas_of
from pourparler.case.issues.words import word_list
from pourparler.core.entry import Condition
from pourparler.core.reading import Operator

_BY_OPERATOR = {
    Operator.BEFORE: Sort.SEQUENCE,
    Operator.IN_EXCHANGE_FOR: Sort.SIMULTANEOUS,
}


def sort_of(condition: Condition) -> Sort:
    """The sort of a condition: what its words name goes before a deadline, and that before what its operator says."""
    required = frozenset(lemmas_of(condition.requires))
    trigger = " ".join(place.text.lower() for place in condition.trigger)
    passage = " ".join(place.text.lower() for place in condition.evidence)
    swap = condition.operator is Operator.IN_EXCHANGE_FOR
    if required & word_list("ratifying") and not swap:
        return Sort.RATIFICATION
    if required & word_list("vetoing") or trigger.startswith(("veto", "block")):
        return Sort.VETO
    if any(f" {words} " in f" {passage} " for words in _together()):
        return Sort.SIMULTANEOUS
    if condition.deadline is not None:
        return Sort.DEADLINE
    if any(f" {words} " in f" {trigger} " for words in word_list("sequence")):
        return Sort.SEQUENCE
    return _BY_OPERATOR.get(condition.operator, Sort.PRECONDITION)


@cache
def _together() -> frozenset[str]:
    """Words that say that two things come at one time."""
    return word_list("together")
