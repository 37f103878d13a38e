"""What people decided about issues, as the judgements of a record tell it."""

from collections.abc import Iterable, Iterator

from pourparler.case.issues.pins import Join, Name, Part, Pin, Pins
from pourparler.core.judgement import Judgement, Verdict


def pins_of(judgements: Iterable[Judgement]) -> Pins:
    """The decisions on issues among judgements, in the order in which these are applied.

    `CaseRecord.judgements` are those that stand and hold, in that order; one that was withdrawn counts for nothing.
    """
    return Pins(tuple(_pins(judgements)))


def _pins(judgements: Iterable[Judgement]) -> Iterator[Pin]:
    for one in judgements:
        if one.withdrawn is not None or not one.names:
            continue
        if one.verdict is Verdict.ISSUE_NAMED and one.value:
            yield Name(one.names, one.value, one.by)
        elif one.verdict is Verdict.ISSUES_JOINED:
            yield Join(one.names)
        elif one.verdict is Verdict.ISSUE_PARTED:
            yield Part(one.names)
