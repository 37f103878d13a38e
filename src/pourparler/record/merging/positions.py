"""Positions: one entry for one stance of one party on one issue; a new stance is a new position."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import Condition, Position, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest
from pourparler.record.merging.gathering import Rule
from pourparler.record.merging.links import by_group, condition_of
from pourparler.record.merging.saying import Saying, marks, saying, stance_traits
from pourparler.record.merging.weights import load_weights

Places = dict[str, list[tuple[int, int, int]]]


def rule() -> Rule[Saying]:
    """What makes accounts one position: one party, one stance, and what is told of them speaks for one issue; nobody's
    only of one text."""
    return Rule(marks, stance_traits, load_weights()[EntryKind.POSITION.value])


def parts_of(accounts: Iterable[Account], background: Background) -> list[Saying]:
    """What each account tells, in the order of the reports."""
    found = []
    for account in background.sorted(accounts):
        frame = fields_of(account)
        found.append(saying(account, holder_of(frame, background), frame.stance.value, (frame.issue,), background))
    return found


def holder_of(frame: PositionFrame, background: Background) -> str | None:
    """The party that takes a position; the person who voices it where no party is known."""
    if frame.party:
        return background.actors.name_of(frame.party)
    if frame.voiced_by:
        voice = background.actors.name_of(frame.voiced_by)
        return background.actors.party_of(voice) or voice
    return None


class PositionMaker:
    """Makes positions, linked to the conditions they depend on and dated by the statements they stand in."""

    def __init__(
        self, background: Background, conditions: Sequence[Condition], statements: Sequence[Statement]
    ) -> None:
        """`conditions` and `statements` are all those of the record."""
        self._background = background
        self._conditions = conditions
        self._statements = statements
        self._condition_places = _places(condition.evidence for condition in conditions)
        self._by_group = by_group(conditions)
        self._statement_places = _places(statement.content for statement in statements)

    def make(self, accounts: list[Account]) -> Position:
        """The position of one group of accounts, its issue in the words most accounts use."""
        background = self._background
        frames = [fields_of(account) for account in accounts]
        voice = commonest(background.actors.name_of(frame.voiced_by) for frame in frames if frame.voiced_by)
        parties = (background.actors.name_of(frame.party) for frame in frames if frame.party)
        party = commonest(parties) or background.actors.party_of(voice)
        evidence = background.evidence(accounts)
        return Position(
            id=content_id("p", accounts[0].id),
            party=party,
            voiced_by=voice,
            issue=commonest(frame.issue for frame in frames) or frames[0].issue,
            stance=frames[0].stance,
            condition=condition_of(accounts, self._by_group) or self._condition(evidence, party),
            since=min((frame.since for frame in frames if frame.since), default=None) or self._since(evidence),
            evidence=evidence,
            counts=background.counts(accounts),
            accounts=tuple(accounts),
            hedge=background.support(accounts, "hedge"),
        )

    def _condition(self, evidence: Sequence[Evidence], party: str | None) -> str | None:
        """The condition of the same holder whose words share most with the position's; None when none do."""
        shared = _overlaps(evidence, self._condition_places)
        fitting = [
            (-amount, self._conditions[index].id)
            for index, amount in shared.items()
            if self._conditions[index].party in (party, None)
        ]
        return min(fitting)[1] if fitting else None

    def _since(self, evidence: Sequence[Evidence]) -> date | None:
        """The first day on which it was said, of the statements it stands in; None when none has a day."""
        days = (self._statements[index].said_on for index in _overlaps(evidence, self._statement_places))
        return min((day for day in days if day), default=None)


def _places(evidence: Iterable[Iterable[Evidence]]) -> Places:
    """For every report, where each item's evidence stands: start, end, index of the item."""
    places: Places = defaultdict(list)
    for index, these in enumerate(evidence):
        for place in these:
            places[place.report].append((place.start, place.end, index))
    return places


def _overlaps(evidence: Sequence[Evidence], places: Places) -> dict[int, int]:
    """How many characters each item of `places` shares with the evidence; only items that share some."""
    shared: dict[int, int] = defaultdict(int)
    for mine in evidence:
        for start, end, index in places.get(mine.report, ()):
            common = min(mine.end, end) - max(mine.start, start)
            if common > 0:
                shared[index] += common
    return shared


def fields_of(account: Account) -> PositionFrame:
    """The fields of an account of a position."""
    assert isinstance(account.fields, PositionFrame)
    return account.fields
