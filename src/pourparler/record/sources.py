"""How many independent sources stand behind an entry: near copies and what one agency told count once."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pourparler.core.account import Account
from pourparler.core.entry import Counts
from pourparler.core.report import Report

WORDS_ALIKE = 8
"""Words in a row that two reports must share in the passage cited, for the one to have it from the other."""

_WORD = re.compile(r"\w+")


def count(accounts: Sequence[Account], reports: Mapping[str, Report], texts: Mapping[str, str]) -> Counts:
    """The three counts of an entry; `texts` maps a report's id to the first report of its chain of near copies."""
    told_by = {account.report for account in accounts}
    if len(told_by) == 1:
        return Counts(len(accounts), 1, 1)
    marks: dict[str, set[str]] = {report: {f"text {texts[report]}"} for report in sorted(told_by)}
    for report in marks:
        mine = [account for account in accounts if account.report == report]
        marks[report] |= {f"words {wording}" for account in mine for wording in _wordings(account)}
        agency = {_fold(account.voice.via[-1]) if account.voice.via else "" for account in mine}
        if len(agency) == 1 and agency != {""}:
            marks[report].add(f"agency {agency.pop()}")
        outlet = reports[report].outlet
        if outlet:
            marks[report].add(f"agency {_fold(outlet)}" if _is_agency(outlet, accounts) else "")
        marks[report].discard("")
    return Counts(len(accounts), len(told_by), _groups(marks.values()))


def _is_agency(outlet: str, accounts: Iterable[Account]) -> bool:
    """True when some other report of this entry has it through this outlet."""
    return any(account.voice.via and _fold(account.voice.via[-1]) == _fold(outlet) for account in accounts)


def _wordings(account: Account) -> list[str]:
    """The passages cited, where they are long enough that equal words mean one hand."""
    passages = (_fold(evidence.text) for evidence in account.evidence)
    return [passage for passage in passages if passage.count(" ") >= WORDS_ALIKE - 1]


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _groups(marks: Iterable[set[str]]) -> int:
    """How many groups remain when all that share a mark are put together."""
    groups: list[set[str]] = []
    for mark in marks:
        touching = [group for group in groups if group & mark]
        groups = [group for group in groups if not group & mark]
        groups.append(mark.union(*touching))
    return len(groups)
