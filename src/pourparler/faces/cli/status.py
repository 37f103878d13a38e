"""`pourparler status`: what is in a record, what could not be read and why, what was set aside."""

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pourparler.core.account import Account
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.cli.messages import counted, give_json, plain, tell
from pourparler.faces.cli.opening import day_notes
from pourparler.faces.cli.options import AsOfOption, JsonOption, RecordOption
from pourparler.record.carrying import carry
from pourparler.record.opening import open_store
from pourparler.record.store import Failure, Store
from pourparler.settings import load_settings
from pourparler.text.language import ENGLISH

EXAMPLES = (
    "pourparler status --record talks.db",
    "pourparler status -r talks.db --as-of 2025-03-01   only reports published up to that day",
    "pourparler status -r talks.db --json               the same for a program",
)


@dataclass(frozen=True, slots=True)
class Status:
    """What a record holds as of a day (None: all); failures have no day and are always all there.

    `notes` say what the day leaves out; `judged` counts the judgements that stand and those of them without hold.
    """

    record: Path
    case: str
    as_of: date | None
    read: tuple[Report, ...]
    aside: tuple[Report, ...]
    accounts: tuple[tuple[EntryKind, int], ...]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...] = ()
    judged: tuple[int, int] = (0, 0)

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports, read and set aside."""
        return (*self.read, *self.aside)


def status(record: RecordOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Show what was read, what failed and why, and what was set aside.

    A report that failed is tried again whenever its file is read again.
    """
    settings = load_settings({"record": record})
    found = look(settings.record, as_of)
    for note in found.notes:
        tell(note)
    if as_json:
        give_json(as_values(found))
    else:
        sys.stdout.write(plain("\n".join(as_lines(found))) + "\n")


def look(record: Path, as_of: date | None) -> Status:
    """The status of a record; with `as_of` only the reports published up to that day count, undated ones do not."""
    with open_store(record, read_only=True) as store:
        everything = store.reports()
        reports = [one for one in everything if as_of is None or (one.published and one.published <= as_of)]
        ids = {report.id for report in reports}
        accounts: list[Account] = [account for account in store.accounts() if account.report in ids]
        return Status(
            record,
            store.case_name,
            as_of,
            tuple(report for report in reports if report.language == ENGLISH),
            tuple(report for report in reports if report.language != ENGLISH),
            tuple(sorted(Counter(account.kind for account in accounts).items())),
            store.failures(),
            day_notes(everything, as_of),
            count_judgements(store),
        )


def count_judgements(store: Store) -> tuple[int, int]:
    """How many judgements stand, and how many of them no reading of today gives a hold."""
    standing = len(store.judgements())
    return (standing, sum(lost.whole for lost in carry(store.holdings()).lost)) if standing else (0, 0)


def as_lines(found: Status) -> list[str]:
    """The status as lines for a person."""
    lines = [f"Record {found.record} · case {found.case or 'without a name'}"]
    lines += [f"As of {found.as_of.isoformat()}: reports published up to that day"] if found.as_of else []
    lines += ["", f"Read: {counted(len(found.read), 'report')}"]
    for origin, count in sorted(Counter(report.published_from for report in found.reports).items()):
        label = "without a day of publication" if origin == "unknown" else f"dated by {origin}"
        lines.append(f"  {count:>7,} {label}")
    lines += [f"  {count:>7,} {'account' if count == 1 else 'accounts'} of a {kind}" for kind, count in found.accounts]
    if found.aside:
        lines += ["", f"Set aside, recorded but not read: {counted(len(found.aside), 'report')}"]
        lines += [f"  {report.name}: {language_words(report)}" for report in found.aside]
    differing = [report for report in found.reports if report.day_conflicts]
    if differing:
        lines += ["", f"Days of publication that disagree: {counted(len(differing), 'report')}"]
        lines += [f"  {report.name}: {conflict_words(report)}" for report in differing]
    if found.judged[0]:
        lines += ["", f"Judged: {counted(found.judged[0], 'judgement')} (pourparler log)"]
        lost = f"{found.judged[1]:>7,} without hold in the readings of today: pourparler log --lost"
        lines += [f"  {lost}"] if found.judged[1] else []
    lines += ["", f"Could not be read: {counted(len(found.failures), 'input')}"]
    for failure in found.failures:
        lines.append(f"  {failure.path} [{failure.stage}]: {failure.reason} {failure.todo}".rstrip())
    return lines


def language_words(report: Report) -> str:
    """Why a report was set aside, in words."""
    return f"language {report.language}" if report.language else "language could not be told"


def conflict_words(report: Report) -> str:
    """The day taken and the others, each with its origin."""
    taken = f"{report.published} from {report.published_from}" if report.published else "no day taken"
    others = [
        one
        for one in report.day_conflicts
        if (one.day, one.published_from) != (report.published, report.published_from)
    ]
    return "; ".join([taken, *(f"{one.day} from {one.published_from}" for one in others)])


def as_values(found: Status) -> dict[str, object]:
    """The status as plain values for JSON."""
    return {
        "record": str(found.record),
        "case": found.case,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "read": len(found.read),
        "published_from": dict(sorted(Counter(report.published_from.value for report in found.reports).items())),
        "accounts": {kind.value: count for kind, count in found.accounts},
        "set_aside": [{"report": report.name, "language": report.language} for report in found.aside],
        "day_conflicts": [
            {"report": one.name, "days": conflict_words(one)} for one in found.reports if one.day_conflicts
        ],
        "judgements": {"standing": found.judged[0], "lost": found.judged[1]},
        "failures": [
            {"report": one.path, "stage": one.stage, "reason": one.reason, "todo": one.todo} for one in found.failures
        ],
    }
