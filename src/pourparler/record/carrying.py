"""Judgements carried over to newer readings: what a person decided holds where another reader saw the same words.

A judgement names accounts, and another reading of a report has other accounts. An anchor tells what each account was:
the account of the new reading that has its kind, its actor and most of its words takes its place. Texts are frozen,
so offsets of two readings can be compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pourparler.core.account import Account
from pourparler.core.ids import content_id
from pourparler.core.judgement import OF_ACTORS, OF_ISSUES, TOGETHER, Anchor, Judgement, Verdict
from pourparler.core.reading import Attribution, ConditionFrame, MeetingFrame, PositionFrame
from pourparler.core.vocabulary import EntryKind
from pourparler.record.phrasing import Phrases
from pourparler.record.store import Holdings
from pourparler.text.gazetteer import fold

MOVED = 5
"""How many characters both ends of a span may move and still be the same words: a blank, a quotation mark, an article.
Set by hand."""

SHARED = 0.5
"""Least part of the shorter of two spans that lies in the other. Set by hand: a clause within its sentence is the same
words, two sentences that share a name are not."""

PARTED_BY = "; "
"""What stands between several actors of one account."""

Likeness = tuple[float, int]
"""How well two spans agree: the part of their union that both have, and how far their ends moved (negative)."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A judgement that the readings of today give no hold, or part of it (`whole` False), with what was judged."""

    judgement: Judgement
    anchors: tuple[Anchor, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """Judgements on the accounts of today in their order, and what a person must look at again."""

    judgements: tuple[Judgement, ...]
    lost: tuple[Lost, ...]


def carry(holdings: Holdings) -> Carried:
    """The judgements that stand, in terms of the current accounts, and those which find nothing to hold on to.

    A judgement holds as long as every side of it has an account left; one on actors as long as their names are given;
    one on issues as long as one of its phrases is; a hypothesis as long as one of its accounts is there, or where it
    rests on none. It keeps its place in the order. Nothing is forgotten: the stored judgement stays as it was made, and
    holds again when a reading gives it a hold.
    """
    named, index = _Named(holdings), _Accounts(holdings.accounts)
    kept: list[Judgement] = []
    lost: list[Lost] = []
    for judgement in holdings.judgements:
        if judgement.names and not judgement.accounts:
            if named.holds(judgement):
                kept.append(judgement)
            else:
                lost.append(Lost(judgement, (), whole=True))
            continue
        found = index.places(judgement)
        missing = tuple(one for one in judgement.anchors if one.account not in found)
        carried = _with(judgement, found)
        if carried is not None:
            kept.append(carried)
        if missing or carried is None:
            lost.append(Lost(judgement, missing, whole=carried is None))
    return Carried(tuple(kept), tuple(lost))


def _with(judgement: Judgement, found: Mapping[str, str]) -> Judgement | None:
    """A judgement on the accounts found for its own; None when a side of it has none, or all are gone."""
    if all(found.get(account) == account for account in judgement.accounts):
        return judgement if judgement.accounts else None
    sides = [[found[account] for account in side if account in found] for side in judgement.sides]
    together = judgement.verdict in TOGETHER
    if not any(sides) or (together and sum(map(bool, sides)) < 2):
        return None
    sides = [side for side in sides if side]
    accounts = tuple(account for side in sides for account in side)
    value = " ".join(str(len(side)) for side in sides) if together else judgement.value
    if judgement.verdict is Verdict.CORRECTED and judgement.field == "condition":
        # its value is the id that an account would give the condition
        value = next((content_id("c", new) for old, new in found.items() if content_id("c", old) == value), value)
    return replace(judgement, accounts=accounts, value=value)


class _Named:
    """The names and phrases that the readings of today give, gathered where a judgement asks for them."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def holds(self, judgement: Judgement) -> bool:
        """True where what a judgement without accounts is about is still there; a board always is."""
        if judgement.verdict in OF_ACTORS:
            return all(any(fold(name).casefold() in self._names for name in side) for side in judgement.sides)
        return judgement.verdict not in OF_ISSUES or any(map(self._phrases.gives, judgement.names))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(fold(wording.name).casefold() for wording in self._holdings.wordings)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._holdings.accounts, self._holdings.judgements)


class _Accounts:
    """The accounts of today, by id and by where they may stand for those of another reading."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._by_id = {account.id: account for account in accounts}
        self._told: dict[tuple[str, EntryKind], list[Account]] = {}

    def places(self, judgement: Judgement) -> dict[str, str]:
        """For each account of a judgement the account that is it today, as far as there is one."""
        anchors = {anchor.account: anchor for anchor in judgement.anchors}
        found = {}
        for name in judgement.accounts:
            account = self._by_id.get(name)
            if account is not None and (name not in anchors or _likeness(anchors[name], account) is not None):
                found[name] = name
        missing = [anchors[name] for name in judgement.accounts if name in anchors and name not in found]
        return found | self._matched(missing, frozenset(found)) if missing else found

    def _matched(self, anchors: Sequence[Anchor], taken: frozenset[str]) -> dict[str, str]:
        """The best pairs of anchors and accounts, each used once; what is equally good goes by place and id."""
        pairs = []
        for anchor in anchors:
            for account in self._near(anchor):
                likeness = None if account.id in taken else _likeness(anchor, account)
                if likeness is not None:
                    part, moved = likeness
                    pairs.append((-part, -moved, anchor.start, anchor.account, account.id))
        found: dict[str, str] = {}
        for *_, old, new in sorted(pairs):
            if old not in found and new not in found.values():
                found[old] = new
        return found

    def _near(self, anchor: Anchor) -> Sequence[Account]:
        if not self._told:
            told: dict[tuple[str, EntryKind], list[Account]] = defaultdict(list)
            for account in self._by_id.values():
                told[account.report, account.kind].append(account)
            self._told = dict(told)
        return self._told.get((anchor.report, anchor.kind), ())


def _likeness(anchor: Anchor, account: Account) -> Likeness | None:
    """How well an account agrees with what was judged; None when it is another's or has other words.

    Where only one of the two has an actor, the words must be nearly the same.
    """
    actor = actor_of(account)
    unsure = (anchor.actor is None) != (actor is None)
    if not unsure and not _agree(anchor.actor, actor):
        return None
    best: Likeness | None = None
    for place in account.evidence:
        common = max(0, min(place.end, anchor.end) - max(place.start, anchor.start))
        moved = max(abs(place.start - anchor.start), abs(place.end - anchor.end))
        shorter = min(place.end - place.start, anchor.end - anchor.start)
        part = common / (max(place.end, anchor.end) - min(place.start, anchor.start))
        alike = moved <= MOVED or (part if unsure else common / shorter) >= SHARED
        if alike and (best is None or (part, -moved) > best):
            best = (part, -moved)
    return best


def actor_of(account: Account) -> str | None:
    """Whose account it is: the speaker or party, or the sides of a meeting or an instrument; None where untold."""
    fields = account.fields
    if isinstance(fields, Attribution):
        return fields.speaker or fields.party
    if isinstance(fields, PositionFrame | ConditionFrame):
        return fields.party or fields.voiced_by
    people = fields.people if isinstance(fields, MeetingFrame) else ()
    return PARTED_BY.join(fields.parties or people) or None


def _agree(one: str | None, other: str | None) -> bool:
    """True when two actors, or one of each side's several, may be one: the words of one name are all in the other."""
    if one is None or other is None:
        return one is other
    return any(a <= b or b <= a for a in _worded(one) for b in _worded(other))


def _worded(actor: str) -> list[frozenset[str]]:
    return [frozenset(fold(name).casefold().split()) for name in actor.split(PARTED_BY)]
