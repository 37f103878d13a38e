"""What earlier judgements say of what a new one says: the same, otherwise, or nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from pourparler.core.judgement import Judgement, Verdict


class Near:
    """Judgements by what they are about, so that each is compared with those alone that share an account or a name."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """These judgements, in the order of their application."""
        self._all = tuple(judgements)
        self._at: dict[str, list[int]] = defaultdict(list)
        for number, judgement in enumerate(self._all):
            for member in _members(judgement):
                self._at[member].append(number)

    def to(self, judgement: Judgement) -> tuple[Judgement, ...]:
        """Those that share an account or a name with a judgement, in their order."""
        found = {number for member in _members(judgement) for number in self._at.get(member, ())}
        return tuple(self._all[number] for number in sorted(found))


def _members(judgement: Judgement) -> set[str]:
    return {*judgement.accounts, *_folded(judgement.names)}


def new_only(made: Iterable[Judgement], standing: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that say what none that stands says already; `standing` in the order of their application."""
    near = Near(standing)
    return tuple(judgement for judgement in made if said_already(judgement, near.to(judgement)) is None)


def said_already(judgement: Judgement, standing: Sequence[Judgement]) -> Judgement | None:
    """The judgement that stands and says the same of as much or more, unless a later one says otherwise.

    Another person may confirm what one has confirmed; every other verdict is said once, whoever says it.
    """
    judge = _SAYS[judgement.verdict]
    for one in reversed(standing):
        said = judge(one, judgement)
        if said is not None:
            return one if said else None
    return None


def opposes(one: Judgement, other: Judgement) -> bool:
    """True when two judgements, in whichever order, say otherwise of the same accounts or names."""
    return _SAYS[other.verdict](one, other) is False or _SAYS[one.verdict](other, one) is False


def _accepts(one: Judgement, new: Judgement) -> bool | None:
    """Confirmed by the same person, or rejected: of every account; one of the two, and the other of any. Of a dispute
    (it has a field), with the same readings."""
    if (one.field, one.value) != (new.field, new.value):
        return None
    if {one.verdict, new.verdict} == {Verdict.CONFIRMED, Verdict.REJECTED}:
        return False if set(one.accounts) & set(new.accounts) else None
    mine = one.verdict is Verdict.REJECTED or one.by == new.by
    return True if one.verdict is new.verdict and mine and set(new.accounts) <= set(one.accounts) else None


def _corrects(one: Judgement, new: Judgement) -> bool | None:
    """A correction of the same field of the same entry."""
    if one.verdict is not Verdict.CORRECTED or one.field != new.field or not set(one.accounts) & set(new.accounts):
        return None
    return one.value == new.value


def _joins(one: Judgement, new: Judgement) -> bool | None:
    """Whether all of it was made one, or two of its sides were parted."""
    wanted, members = set(new.accounts or new.names), set(one.accounts or one.names)
    if one.verdict is new.verdict:
        return True if wanted <= members else None
    if one.verdict is Verdict.PARTED and new.verdict is Verdict.JOINED:
        return False if wanted & members and wanted - members else None
    if one.verdict is Verdict.DIFFERENT and new.verdict is Verdict.SAME:
        return False if sum(bool(wanted & set(side)) for side in one.sides) > 1 else None
    return None


def _parts(one: Judgement, new: Judgement) -> bool | None:
    """Whether every side of it was parted from every other, or two of them were made one."""
    if one.verdict is Verdict.SAME:
        return False if sum(bool(set(side) & set(one.accounts)) for side in new.sides) > 1 else None
    if one.verdict is not Verdict.DIFFERENT or not set(new.accounts) <= set(one.accounts):
        return None
    at = {account: number for number, side in enumerate(one.sides) for account in side}
    where = [{at[account] for account in side} for side in new.sides]
    return True if len(set().union(*where)) == sum(map(len, where)) else None


def _names(one: Judgement, new: Judgement) -> bool | None:
    """A name given to the same actor."""
    return one.value == new.value if one.verdict is Verdict.NAMED and set(one.names) & set(new.names) else None


def _takes_out(one: Judgement, new: Judgement) -> bool | None:
    """Whether these names were taken out together, or put together with others."""
    if one.verdict is Verdict.JOINED:
        return False if set(one.names) & set(new.names) else None
    return True if one.verdict is Verdict.PARTED and set(one.names) == set(new.names) else None


def _names_issue(one: Judgement, new: Judgement) -> bool | None:
    """A name given to an issue with some of these phrases: the same one to all of them, or another."""
    if one.verdict is not Verdict.ISSUE_NAMED or not set(one.names) & set(new.names):
        return None
    if one.value != new.value:
        return False
    return True if set(new.names) <= set(one.names) else None


def _joins_issues(one: Judgement, new: Judgement) -> bool | None:
    """Whether all these phrases were made one issue, or some of them parted from others."""
    wanted, members = set(new.names), set(one.names)
    if one.verdict is Verdict.ISSUES_JOINED:
        return True if wanted <= members else None
    return False if one.verdict is Verdict.ISSUE_PARTED and wanted & members and wanted - members else None


def _parts_issue(one: Judgement, new: Judgement) -> bool | None:
    """Whether these phrases were taken out together, or some put together with others."""
    wanted, members = set(new.names), set(one.names)
    if one.verdict is Verdict.ISSUES_JOINED:
        return False if wanted & members and members - wanted else None
    return True if one.verdict is Verdict.ISSUE_PARTED and wanted == members else None


def _models(one: Judgement, new: Judgement) -> bool | None:
    """The board of that name, the same or another."""
    if one.verdict is not Verdict.MODELLED or _folded(one.names) != _folded(new.names):
        return None
    return one.value == new.value


def _supposes(one: Judgement, new: Judgement) -> bool | None:
    """The hypothesis of that name on that board: of the same party, saying and resting on the same, or not; another
    reason is no contradiction, but is said again."""
    if one.verdict is not Verdict.SUPPOSED or _folded(one.names[:2]) != _folded(new.names[:2]):
        return None
    mine, theirs = ((each.names[2:], each.field, each.value, set(each.accounts)) for each in (one, new))
    if mine != theirs:
        return False
    return True if one.because == new.because else None


def _folded(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names)


_SAYS: dict[Verdict, Callable[[Judgement, Judgement], bool | None]] = {
    Verdict.CONFIRMED: _accepts,
    Verdict.REJECTED: _accepts,
    Verdict.CORRECTED: _corrects,
    Verdict.SAME: _joins,
    Verdict.JOINED: _joins,
    Verdict.DIFFERENT: _parts,
    Verdict.NAMED: _names,
    Verdict.PARTED: _takes_out,
    Verdict.ISSUE_NAMED: _names_issue,
    Verdict.ISSUES_JOINED: _joins_issues,
    Verdict.ISSUE_PARTED: _parts_issue,
    Verdict.MODELLED: _models,
    Verdict.SUPPOSED: _supposes,
}
"""Whether an earlier judgement says what a new one says (True), says otherwise (False), or is of something else."""
