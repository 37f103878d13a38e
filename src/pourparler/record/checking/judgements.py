"""What every judgement keeps to: it is about something, says what its verdict needs, and its anchors hold."""

import json
from collections.abc import Iterator

from pourparler.core.errors import InputError
from pourparler.core.judgement import OF_ACTORS, OF_BOARDS, OF_ISSUES, TOGETHER, Anchor, Judgement, Verdict
from pourparler.core.report import Report
from pourparler.record.carrying import carry
from pourparler.record.checking.problem import Problem
from pourparler.record.corrections import read_value
from pourparler.record.store import Holdings

VALUED = {
    Verdict.NAMED: "gives no name",
    Verdict.ISSUE_NAMED: "gives no name",
    Verdict.MODELLED: "holds no board",
    Verdict.SUPPOSED: "states nothing",
}
"""Verdicts that say nothing without a value, and what is wrong then."""

NAMES_OF = {Verdict.MODELLED: 1, Verdict.SUPPOSED: 3}
"""How many names a verdict on a board has: its own; with the hypothesis and the party."""


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
    by_name = verdict in OF_ACTORS | OF_ISSUES | OF_BOARDS
    about = judgement.names if by_name else judgement.accounts
    noun = next((noun for noun, these in _NOUNS.items() if verdict in these), "account")
    if not about:
        yield f"it is {verdict} and about no {noun}"
    elif verdict in TOGETHER and len(set(about)) < 2:
        yield f"it is {verdict} and about one {noun} alone"
    if verdict is Verdict.CORRECTED and not judgement.field:
        yield "it is corrected and says no field"
    if verdict in VALUED and not judgement.value:
        yield f"it is {verdict} and {VALUED[verdict]}"
    if about and len(about) != NAMES_OF.get(verdict, len(about)):
        yield f"it is {verdict} and has {len(about)} names instead of {NAMES_OF[verdict]}"
    if verdict is Verdict.MODELLED and judgement.value and not _is_json(judgement.value):
        yield "it is modelled and its board is no JSON"


_NOUNS = {"actor": OF_ACTORS, "issue": OF_ISSUES, "board": OF_BOARDS}


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


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
