"""Judgements in the making: what a person decides, as one act with what was judged."""

from collections.abc import Iterable, Sequence
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


def name_issue(phrases: Sequence[str], name: str, signed: Signature) -> tuple[Judgement, ...]:
    """The act that gives an issue, known by all of its phrases, the name under which it is shown."""
    return as_one_act([_on_names(Verdict.ISSUE_NAMED, tuple(phrases), signed, name)])


def join_issues(issues: Sequence[Sequence[str]], signed: Signature) -> tuple[Judgement, ...]:
    """The act that makes several issues one, each known by all of its phrases; the first gives id and name."""
    phrases = tuple(phrase for issue in issues for phrase in issue)
    return as_one_act([_on_names(Verdict.ISSUES_JOINED, phrases, signed, sizes(issues))])


def part_issue(phrases: Sequence[str], signed: Signature) -> tuple[Judgement, ...]:
    """The act that takes phrases out of their issue; together they are an issue of their own."""
    return as_one_act([_on_names(Verdict.ISSUE_PARTED, tuple(phrases), signed, None)])


def model_board(board: str, model: str, signed: Signature) -> tuple[Judgement, ...]:
    """The act that keeps a board of options under a name; `model` is JSON text, written one way only."""
    return as_one_act([_on_names(Verdict.MODELLED, (board,), signed, model)])


def suppose(
    about: tuple[str, str, str],
    statements: str,
    rests_on: Sequence[Account],
    signed: Signature,
    variant: str | None = None,
) -> tuple[Judgement, ...]:
    """The act that keeps a hypothesis: `about` are board, name of the hypothesis, and party.

    `statements` are what it says, as typed; the reason is the signature's. It rests on accounts, or is assumed.
    """
    accounts = tuple(dict.fromkeys(account.id for account in rests_on))
    by_id = {account.id: account for account in rests_on}
    name = _name(Verdict.SUPPOSED, (*about, *accounts), signed, variant, statements)
    made = Judgement(
        name, Verdict.SUPPOSED, accounts, signed.by, signed.at, signed.because, variant, statements, names=about,
        anchors=tuple(anchor(by_id[one]) for one in accounts),
    )  # fmt: skip
    return as_one_act([made])


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
