"""What people decided between two states of a record, in words: who, when, why, and what was taken back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.quoting import clip, visible

MOST_BECAUSE = 120
"""Most characters of a reason."""

ON_ENTRIES = {Verdict.SAME: "put together", Verdict.DIFFERENT: "kept apart", Verdict.REJECTED: "rejected"}
"""Verdicts that make, part or take away entries. What was confirmed or corrected stands in the entry itself."""

ON_DISPUTES = {Verdict.CONFIRMED: "confirmed", Verdict.REJECTED: "found to be no contradiction"}
"""Verdicts on disputes."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement that came, or (`undone`) one that no longer stands."""

    judgement: Judgement
    undone: bool

    @property
    def words(self) -> str:
        """Who decided what, when and why."""
        made = self.judgement
        verdict = (ON_DISPUTES if made.is_of_dispute else ON_ENTRIES)[made.verdict]
        because = f": {clip(made.because, MOST_BECAUSE)}" if made.because.strip() else ""
        told = f"{verdict} by {visible(made.by)} on {day_words(made.at.date())}{because}"
        return f"taken back: {told}" if self.undone else told


def decided(before: CaseRecord, after: CaseRecord) -> Mapping[str, tuple[Decision, ...]]:
    """By id of an account, the decisions about it that stand in one of two states only, those that came first."""
    stood, stand = ({one.id: one for one in record.judgements} for record in (before, after))
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in (
        *(Decision(one, undone=False) for name, one in stand.items() if name not in stood),
        *(Decision(one, undone=True) for name, one in stood.items() if name not in stand),
    ):
        made = decision.judgement
        if made.verdict in (ON_DISPUTES if made.is_of_dispute else ON_ENTRIES):
            for account in made.accounts:
                found[account].append(decision)
    return {account: tuple(decisions) for account, decisions in found.items()}


def about(decisions: Mapping[str, tuple[Decision, ...]], accounts: Iterable[str], field: str = "") -> Iterator[str]:
    """Decisions on an entry with these accounts, in words; with `field` those on its dispute over that field."""
    found = (one for account in accounts for one in decisions.get(account, ()))
    for decision in dict.fromkeys(found):
        of_field = decision.judgement.field if decision.judgement.is_of_dispute else ""
        if of_field == field:
            yield decision.words
