"""What a person has confirmed or set right, told within the sentence that it is about."""

from collections.abc import Iterable
from datetime import UTC

from pourparler.core.entry import Dispute, Entry
from pourparler.core.judgement import Verdict
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import series
from pourparler.faces.wording.quoting import clip, visible

MOST_CORRECTED = 3
"""Most corrections of one entry that a sentence tells; `pourparler explain` has the rest."""


def vouched(entry: Entry) -> str:
    """Who confirmed an entry and when, and what was corrected and what the reports gave, in brackets with a blank
    before; empty where nobody did."""
    told = [
        f"{one.field.replace('_', ' ')} corrected by {visible(one.by)} on {day_words(one.at.astimezone(UTC).date())};"
        f" {_given(one.given)}"
        for one in entry.corrected[-MOST_CORRECTED:]
    ]
    if entry.confirmed:
        last = entry.confirmed[-1]
        others = len({one.by for one in entry.confirmed} - {last.by})
        by = visible(last.by) + (f" and {others} more" if others else "")
        since = f", before {last.since} further {'account' if last.since == 1 else 'accounts'}" if last.since else ""
        told.append(f"confirmed by {by} on {day_words(last.at.astimezone(UTC).date())}{since}")
    return f" ({'; '.join(told)})" if told else ""


def _given(given: str) -> str:
    return f"reports gave {clip(given, 80)}" if given.strip() else "reports gave nothing"


def found_contrary(lookup: Lookup, dispute: Dispute) -> str:
    """Who found that a dispute is one, in brackets with a blank before; empty where nobody did."""
    about = lookup.things.get(dispute.about)
    mine = {account.id for account in about.accounts} if isinstance(about, Entry) else set()
    signed: Iterable[str] = (
        f"{visible(one.by)} on {day_words(one.at.astimezone(UTC).date())}"
        for one in lookup.record.judgements
        if one.is_of_dispute and one.verdict is Verdict.CONFIRMED and one.field == dispute.field
        if mine & set(one.accounts)
    )
    names = list(dict.fromkeys(signed))
    return f" (found to be a contradiction by {series(names)})" if names else ""
