"""What every account keeps to: words of its own report, none of them no news, one voice, times and spans that hold."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from pourparler.core.account import Account
from pourparler.core.evidence import Span
from pourparler.core.moment import When
from pourparler.core.report import Report
from pourparler.record.checking.problem import Problem, misplaced, outside, parts, wrong_time
from pourparler.record.store import Holdings


def check_accounts(holdings: Holdings) -> Iterator[Problem]:
    """What is wrong with accounts that count: ids that two have, reports that are not there, words, voice, fields."""
    reports = {report.id: report for report in holdings.reports}
    for name, count in Counter(account.id for account in holdings.accounts).items():
        if count > 1:
            yield Problem(f"{count} accounts have this id", f"account {name}")
    for account in holdings.accounts:
        if account.report in reports:
            yield from _of_report(account, reports[account.report])
        else:
            yield Problem(f"its report {account.report} is not in the record", f"account {account.id}")
    yield from _groups(holdings)
    for wording in holdings.wordings:
        if wording.report not in reports:
            yield Problem(f"its report {wording.report} is not in the record", f"mention of {wording.name}")


def _of_report(account: Account, report: Report) -> Iterator[Problem]:
    where = f"account {account.id}"
    if not account.evidence:
        yield Problem("it has no evidence", where)
    for evidence in chain(account.evidence, (support.evidence for support in account.support)):
        yield from misplaced(evidence, report, where)
        if any(part.start < evidence.end and evidence.start < part.end for part in report.not_news):
            yield Problem(f"{evidence.start}–{evidence.end} of {report.name} is marked as no news", where)
    voice = account.voice
    if voice.outlet and (voice.speaker or voice.party or voice.anonymous):
        yield Problem("it is in the outlet's own voice and in another's", where)
    if voice.speaker and voice.anonymous:
        yield Problem("its speaker is named and not named", where)
    for span in parts(account.fields, Span):
        if outside(span, report.text):
            yield Problem(f"a field lies at {span.start}–{span.end}, outside the text of {report.name}", where)
    for when in parts(account.fields, When):
        if what := wrong_time(when):
            yield Problem(what, where)


def _groups(holdings: Holdings) -> Iterator[Problem]:
    """Groups of accounts that a reading holds to be of one entry, and that are of two kinds or reports."""
    first: dict[str, Account] = {}
    for account in holdings.accounts:
        if account.group is None:
            continue
        other = first.setdefault(f"{account.report} {account.group}", account)
        if other.kind is not account.kind:
            yield Problem(f"its reading joins it with {other.id}, which is a {other.kind}", f"account {account.id}")
