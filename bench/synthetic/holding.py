"""A synthetic record as a store would hand it out, with the truth beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.synthetic.assembling import Told
from bench.synthetic.truth import Wrong
from pourparler.record.store import Holdings, Wording

NAME = "A synthetic record"


@dataclass(frozen=True, slots=True)
class Synthetic:
    """What the record is computed from, the truth by account id, and the true disputes."""

    holdings: Holdings
    truth: dict[str, str]
    wrong: tuple[Wrong, ...]


def hold(reports: Iterable[Told]) -> Synthetic:
    """Holdings of these reports; wordings are counted as a store counts them."""
    every = list(reports)
    return Synthetic(
        Holdings(
            name=NAME,
            version=2 * len(every),
            reports=tuple(told.report for told in every),
            accounts=tuple(account for told in every for account in told.accounts.accounts),
            wordings=tuple(wording for told in every for wording in wordings(told)),
            judgements=(),
        ),
        {account: truth for told in every for account, truth in told.truth.items()},
        tuple(wrong for told in every for wrong in told.wrong),
    )


def wordings(told: Told) -> list[Wording]:
    """How a report words its actors, each wording with how often it stands."""
    counts: dict[Wording, int] = {}
    for mention in told.reading.mentions:
        words = mention.span.of(told.report.text)
        one = Wording(told.report.id, words, mention.kind, mention.name, mention.party, mention.office, 0)
        counts[one] = counts.get(one, 0) + 1
    return [Wording(w.report, w.text, w.kind, w.name, w.party, w.office, count) for w, count in counts.items()]
