"""What a record would hold of a negotiation that a perfect reader has read."""

from collections import Counter
from collections.abc import Sequence

from pourparler.accounts import write
from pourparler.core.account import Account
from pourparler.core.vocabulary import ActorKind
from pourparler.record.store import Holdings, Wording
from training.corpus.negotiation import Negotiation
from training.corpus.readings import Annotated

Member = tuple[str, str]
"""A report and a record in it: `("02", "m1")`."""


def hold(name: str, read: Sequence[Annotated]) -> tuple[Holdings, dict[str, Member]]:
    """What is stored of perfect readings, and the record of the corpus that each account was made of, by its id."""
    accounts: list[Account] = []
    members: dict[str, Member] = {}
    wordings: Counter[tuple[str, str, ActorKind, str, str | None, str | None]] = Counter()
    for one in read:
        written = write(one.report, one.reading)
        accounts += written.accounts
        records = {id(frame): record for frame, record in one.told()}
        for account in written.accounts:
            if id(account.fields) in records:
                members[account.id] = (one.report.name.removesuffix(".txt"), records[id(account.fields)])
        for said in one.reading.mentions:
            text = said.span.of(one.report.text)
            wordings[one.report.id, text, said.kind, said.name, said.party, said.office] += 1
    told = tuple(Wording(*key, count) for key, count in sorted(wordings.items(), key=str))
    return Holdings(name, 1, tuple(one.report for one in read), tuple(accounts), told, ()), members


def clusters(found: Negotiation, letter: str) -> dict[Member, str]:
    """The entry of every record of one kind; what is linked nowhere is an entry by itself.

    Records that a reader itself joins to another (`same`) are left out: they tell nothing about merging.
    """
    linked = {member: entry.id for entry in found.links.entries for member in entry.members}
    return {
        (name, one.id): linked.get((name, one.id), f"{name}.{one.id}")
        for name, document in found.reports
        for one in document.records
        if one.id[0] == letter.lower() and not one.words("same")
    }
