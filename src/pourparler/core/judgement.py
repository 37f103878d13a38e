"""What a person decided about the record, withdrawn by undo and never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pourparler.core.vocabulary import EntryKind


class Verdict(StrEnum):
    """The sorts of decisions a person can take: on accounts, on actors, on issues, and on boards of options."""

    SAME = "same"
    DIFFERENT = "different"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    NAMED = "named"
    JOINED = "joined"
    PARTED = "parted"
    ISSUE_NAMED = "issue named"
    ISSUES_JOINED = "issues joined"
    ISSUE_PARTED = "issue parted"
    MODELLED = "modelled"
    SUPPOSED = "supposed"


TOGETHER = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.JOINED, Verdict.ISSUES_JOINED})
"""Verdicts on several things at once, each a side of the judgement."""

OF_ACTORS = frozenset({Verdict.NAMED, Verdict.JOINED, Verdict.PARTED})
"""Verdicts on actors: `names` are those that reports give them."""

OF_ISSUES = frozenset({Verdict.ISSUE_NAMED, Verdict.ISSUES_JOINED, Verdict.ISSUE_PARTED})
"""Verdicts on issues: `names` are phrases that entries have for them."""

OF_BOARDS = frozenset({Verdict.MODELLED, Verdict.SUPPOSED})
"""Verdicts on boards of options: the first of `names` is the board's."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an account was when it was judged, so that the judgement can be carried over to a newer reading.

    `account` and `report` are ids; `actor` is whose account it was (a speaker, a party) where it had one; `text` are
    the words at the half-open code-point offsets `[start, end)` of the report.
    """

    account: str
    report: str
    kind: EntryKind
    actor: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on accounts (by id), or on actors, issues or boards (by `names`): by whom, when and why.

    `field` and `value` belong to a correction. A confirmation or rejection with a `field` is of a dispute over it, its
    `value` the readings judged. Of a naming, `value` is the name given. All judgements of one `act` are
    withdrawn together; left empty, the judgement is an act of its own. `anchors` tells of each of `accounts`, in
    their order, what it was when judged.

    `names` of a verdict on issues are phrases of entries. Of a board that was MODELLED they are its name alone, and
    `value` is the board as JSON text, written one way only (keys sorted). Of what was SUPPOSED they are board,
    hypothesis and party; `value` are its statements as typed, `field` the variant of the hypothesis where there is
    one, and `accounts` those of the entries it rests on: none where it is assumed.
    """

    id: str
    verdict: Verdict
    accounts: tuple[str, ...]
    by: str
    at: datetime
    because: str
    field: str | None = None
    value: str | None = None
    withdrawn: datetime | None = None
    act: str = ""
    names: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def __post_init__(self) -> None:
        """A judgement without an act is an act of its own."""
        if not self.act:
            object.__setattr__(self, "act", self.id)

    @property
    def is_of_dispute(self) -> bool:
        """True where it says of a dispute that it is one (confirmed) or none (rejected), and nothing of the entry."""
        return self.field is not None and self.verdict in (Verdict.CONFIRMED, Verdict.REJECTED)

    @property
    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The accounts (or names) judged, by what was told apart or put together; one side for every other verdict.

        Of `same`, `different` and `joined` the `value` counts the members of each side, as in "2 1"; None: one each.
        """
        members = self.accounts or self.names
        if self.verdict not in TOGETHER:
            return (members,)
        sizes = [int(size) for size in (self.value or "").split() if size.isdecimal()]
        if sum(sizes) != len(members):
            sizes = [1] * len(members)
        ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
        return tuple(members[end - size : end] for size, end in zip(sizes, ends, strict=True))
