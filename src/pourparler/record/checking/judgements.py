"""What every judgement keeps to: it is about something, says what its verdict needs, and its anchors hold."""

from collections.abc import Iterator

from pourparler.core.errors import InputError
from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.report import Report
from pourparler.record.carrying import carry
from pourparler.record.checking.problem import Problem
from pourparler.record.corrections import read_value
from pourparler.record.store import Holdings

OF_ACTORS = frozenset({Verdict.NAMED, Verdict.JOINED, Verdict.PARTED})
"""Verdicts on actors, which are known by their names; all others are on accounts."""

SEVERAL = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.JOINED})
"""Verdicts that put together or part, and so need two things."""


def check_judgements(holdings: Holdings) -> Iterator[Problem]:
    """What is wrong with judgements that stand: in themselves, in their anchors, and with what they correct.

    A judgement that no newer reading gives a hold is no fault: `pourparler log --lost` lists it for a person.
    """
    reports = {report.id: report for report in holdings.reports}
    for judgement in holdings.judgements:
        for what in (*_faults(judgement), *_loose(judgement, reports)):
            yield Problem(what, f"judgement {judgement.id}")
    kinds = {account.id: account.kind for account in holdings.accounts}
    carried = carry(holdings)
    for lost in carried.lost:
        if lost.judgement.accounts and not lost.judgement.anchors:
            yield Problem("none of its accounts is in the record", f"judgement {lost.judgement.id}")
    for judgement in carried.judgements:
        if judgement.verdict is Verdict.CORRECTED:
            try:
                read_value(kinds[judgement.accounts[0]], judgement.field or "", judgement.value or "")
            except InputError as error:
                yield Problem(error.what, f"judgement {judgement.id}")


def _faults(judgement: Judgement) -> Iterator[str]:
    verdict = judgement.verdict
    about = judgement.names if verdict in OF_ACTORS else judgement.accounts
    noun = "actor" if verdict in OF_ACTORS else "account"
    if not about:
        yield f"it is {verdict} and about no {noun}"
    elif verdict in SEVERAL and len(set(about)) < 2:
        yield f"it is {verdict} and about one {noun} alone"
    if verdict is Verdict.CORRECTED and not judgement.field:
        yield "it is corrected and says no field"
    if verdict is Verdict.NAMED and not judgement.value:
        yield "it is named and gives no name"


def _loose(judgement: Judgement, reports: dict[str, Report]) -> Iterator[str]:
    """Anchors of other accounts than those judged, of reports that are not there, or of words that do not stand."""
    if not judgement.anchors:
        return
    if tuple(anchor.account for anchor in judgement.anchors) != judgement.accounts:
        yield "its anchors are not those of its accounts"
    for anchor in judgement.anchors:
        if anchor.report not in reports:
            yield f"the anchor of {anchor.account} names the report {anchor.report}, which is not in the record"
        elif not _stands(anchor, reports[anchor.report].text):
            yield f"the words of the anchor of {anchor.account} do not stand at {anchor.start}–{anchor.end}"


def _stands(anchor: Anchor, text: str) -> bool:
    return 0 <= anchor.start < anchor.end and text[anchor.start : anchor.end] == anchor.text
