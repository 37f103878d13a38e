"""What people decided about disputes: a real contradiction, or none.

Such a judgement is `confirmed` or `rejected` with the dispute's field and, as its value, the readings that were judged.
A reading that comes later is not covered by it, so the dispute then stands, and is asked about, once more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pourparler.core.entry import Dispute, Entry
from pourparler.core.judgement import Judgement, Verdict

AGAINST = " ≠ "
"""Parts the readings in the value of a judgement."""


def readings_judged(dispute: Dispute) -> str:
    """The readings of a dispute as the value of a judgement about it, in the order of their words."""
    return AGAINST.join(sorted(value_text(reading.value) for reading in dispute.readings))


def value_text(value: str | tuple[str, ...]) -> str:
    """One value of a dispute as text."""
    return value if isinstance(value, str) else "; ".join(value)


def covers(judged: str | None, asked: str) -> bool:
    """True when every reading of `asked` was among those that a judgement's value, `judged`, names."""
    return set(asked.split(AGAINST)) <= set((judged or "").split(AGAINST))


def standing(
    disputes: Iterable[Dispute], entries: Iterable[Entry], judgements: Sequence[Judgement]
) -> tuple[Dispute, ...]:
    """The disputes that nobody has found to be none, in their order."""
    rejected: dict[tuple[str, str | None], list[str | None]] = defaultdict(list)
    for judgement in judgements:
        if judgement.is_of_dispute and judgement.verdict is Verdict.REJECTED:
            for account in judgement.accounts:
                rejected[account, judgement.field].append(judgement.value)
    if not rejected:
        return tuple(disputes)
    accounts: Mapping[str, tuple[str, ...]] = {
        entry.id: tuple(account.id for account in entry.accounts) for entry in entries
    }
    return tuple(
        dispute
        for dispute in disputes
        if not any(
            covers(judged, readings_judged(dispute))
            for account in accounts[dispute.about]
            for judged in rejected[account, dispute.field]
        )
    )
