"""Judgements in the making: what a person decides about entries and actors, as one act with what was judged."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.ids import content_id
from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.record.carrying import actor_of

Parts = Sequence[Sequence[Account]]
"""What is judged: the accounts of each entry, or of each side of one."""

TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when and why."""

    by: str
    at: datetime
    because: str = ""


def sign(by: str, because: str, earlier: Iterable[Judgement]) -> Signature:
    """A signature of this moment, after all `earlier` judgements: what is decided last must count last.

    So a colleague's clock that runs fast, in judgements brought over, cannot make a new decision older than theirs.
    """
    now = datetime.now(UTC)
    return Signature(by, max([now, *(judgement.at + TICK for judgement in earlier)]), because)


def make_act(
    verdict: Verdict, parts: Parts, signed: Signature, field: str | None = None, value: str | None = None
) -> tuple[Judgement, ...]:
    """One act on accounts: a judgement that holds all `parts` for `same` and `different`, else one for each part.

    All judgements of it have one `act`, one moment and anchors; `field` and `value` are those of a correction.
    """
    if verdict in (Verdict.SAME, Verdict.DIFFERENT):
        parts, value = [[account for part in parts for account in part]], sizes(parts)
    made = []
    for part in parts:
        accounts = tuple(account.id for account in part)
        name = _name(verdict, accounts, signed, field, value)
        judgement = Judgement(name, verdict, accounts, signed.by, signed.at, signed.because, field, value)
        made.append(replace(judgement, anchors=tuple(anchor(account) for account in part)))
    return as_one_act(made)


def name_actor(actor: Actor, name: str, signed: Signature) -> tuple[Judgement, ...]:
    """The act that gives an actor the name under which the record shows it."""
    return as_one_act([_on_names(Verdict.NAMED, names_of(actor), signed, name)])


def join_actors(actors: Sequence[Actor], signed: Signature) -> tuple[Judgement, ...]:
    """The act that makes several actors one, under the name of the first."""
    told = [names_of(actor) for actor in actors]
    return as_one_act([_on_names(Verdict.JOINED, tuple(name for names in told for name in names), signed, sizes(told))])


def part_actor(names: Sequence[str], signed: Signature) -> tuple[Judgement, ...]:
    """The act that takes names out of their actor; together they are an actor of their own."""
    return as_one_act([_on_names(Verdict.PARTED, tuple(names), signed, None)])


def names_of(actor: Actor) -> tuple[str, ...]:
    """The names that reports give an actor: what a judgement on it holds on to."""
    return actor.names or (actor.name,)


def sizes(parts: Sequence[Sequence[object]]) -> str | None:
    """How many members each side has, as `Judgement.sides` reads it; None when each has one."""
    return " ".join(str(len(part)) for part in parts) if any(len(part) != 1 for part in parts) else None


def anchor(account: Account) -> Anchor:
    """What an account is as it is judged: whose, and its first words."""
    first = account.evidence[0]
    return Anchor(account.id, account.report, account.kind, actor_of(account), first.start, first.end, first.text)


def _on_names(verdict: Verdict, names: tuple[str, ...], signed: Signature, value: str | None) -> Judgement:
    name = _name(verdict, names, signed, None, value)
    return Judgement(name, verdict, (), signed.by, signed.at, signed.because, value=value, names=names)


def _name(verdict: Verdict, members: Sequence[str], signed: Signature, field: str | None, value: str | None) -> str:
    """The id of a judgement: of what is decided, by whom and when, so that it is the same wherever it is carried."""
    return content_id("j", verdict, *members, signed.by, signed.at.isoformat(), field, value)


def as_one_act(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements as one act, which one undo takes back, by order of their ids."""
    ordered = sorted(judgements, key=lambda judgement: judgement.id)
    act = content_id("k", *(judgement.id for judgement in ordered))
    return tuple(replace(judgement, act=act) for judgement in ordered)


class Near:
    """Judgements by what they are about, so that each is compared with those alone that share an account or a name."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """These judgements, in the order of their application."""
        self._all = tuple(judgements)
        self._at: dict[str, list[int]] = defaultdict(list)
        for number, judgement in enumerate(self._all):
            for member in {*judgement.accounts, *judgement.names}:
                self._at[member].append(number)

    def to(self, judgement: Judgement) -> tuple[Judgement, ...]:
        """Those that share an account or a name with a judgement, in their order."""
        found = {number for member in (*judgement.accounts, *judgement.names) for number in self._at.get(member, ())}
        return tuple(self._all[number] for number in sorted(found))


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


_SAYS: dict[Verdict, Callable[[Judgement, Judgement], bool | None]] = {
    Verdict.CONFIRMED: _accepts,
    Verdict.REJECTED: _accepts,
    Verdict.CORRECTED: _corrects,
    Verdict.SAME: _joins,
    Verdict.JOINED: _joins,
    Verdict.DIFFERENT: _parts,
    Verdict.NAMED: _names,
    Verdict.PARTED: _takes_out,
}
"""Whether an earlier judgement says what a new one says (True), says otherwise (False), or is of something else."""
