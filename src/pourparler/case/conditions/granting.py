"""Who can bring about what a condition requires: whom its words name, else the other parties with a word on it."""

from pourparler.case.conditions.case import Case
from pourparler.case.conditions.requirement import Whose
from pourparler.case.issues.phrases import lemmas_of
from pourparler.core.entry import Condition

_FOR = frozenset("for to against in at from toward towards on".split())
"""After these a name is whom or where it is for, and not who does it."""


MOST_OTHERS = 6
"""Parties beyond which it is not told who could grant something; set by hand."""


def grantors(case: Case, condition: Condition, phrase: str, about: tuple[str, ...]) -> tuple[tuple[str, ...], Whose]:
    """The parties that can grant `phrase`, and how that is known.

    `about` are the parties with a word on what waits or on what is required; where there is none, the other parties are
    those that the holder shares most instruments and meetings with. The holder itself counts only where the
    phrase names nobody else ("ratification by our parliament").
    """
    holder = case.holder_of(condition)
    named = case.parties.named_in(phrase, _FOR)
    told = tuple(party for party in named if party != holder) or named
    told = told or tuple(party for party in _doing(case, condition) if party != holder)
    if told:
        return told, Whose.TOLD
    others = tuple(party for party in about if party != holder) or case.parties.partners(holder)
    if not 0 < len(others) <= MOST_OTHERS:
        return (), Whose.NOT_TOLD
    return others, Whose.ONLY if len(others) == 1 and holder else Whose.OTHERS


def _doing(case: Case, condition: Condition) -> tuple[str, ...]:
    """The parties named in the clause of what is required, before it."""
    triggers = [one.text for one in condition.trigger] or [condition.operator.value]
    passages = dict.fromkeys(place.text for place in condition.evidence)
    clauses = dict.fromkeys(_clause(passage, condition.requires, triggers) for passage in passages)
    return tuple(dict.fromkeys(party for clause in clauses for party in case.parties.named_in(clause, _FOR)))


def _clause(passage: str, required: str, triggers: list[str]) -> str:
    """What stands before the required words in their half of a passage; where the words are put otherwise, the half
    that has most of them."""
    at = passage.find(required)
    if at < 0:
        wanted = set(lemmas_of(required))
        halves = [half for trigger in triggers for half in passage.split(trigger, 1)]
        return max(halves, key=lambda half: len(wanted & set(lemmas_of(half))), default="")
    before = passage[:at]
    for trigger in triggers:
        place = before.rfind(trigger)
        if place >= 0:
            return before[place + len(trigger) :]
    return before.rpartition(",")[2]
