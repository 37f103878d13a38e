"""What can safely be told of a topic: how its issues stand, who has a stance within it, and who rejects what another
asks for. Nothing is agreed, met or blocked as a topic: that is told of issues alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.case.issues.anchors import takes_away
from pourparler.case.issues.matrix import Held, Matrix
from pourparler.case.issues.states import ASKING, Standing, State
from pourparler.case.issues.topics import Topic, Topics
from pourparler.core.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Said:
    """A stance in force of a party on one issue, by its id, of a topic."""

    party: str
    issue: str
    held: Held


@dataclass(frozen=True, slots=True)
class Odds:
    """What parties reject within a topic, and what others ask for within it; each has one of another party opposite.

    They need not be about the same measure: their own words, which stand with each, tell how far apart they are.
    """

    rejected: tuple[Said, ...]
    asked: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Topical:
    """A topic with what is told within it. `states` are how many of its issues are in each state, in the order of
    precedence, `parties` those with a stance, a condition or an instrument in it, `accounts` how many tell of it, and
    `last` the day of the last report that does."""

    topic: Topic
    standings: tuple[Standing, ...]
    states: tuple[tuple[State, int], ...]
    parties: tuple[str, ...]
    accounts: int
    last: date | None

    @property
    def told_once(self) -> bool:
        """True where one account tells all there is of it."""
        return self.accounts <= 1


def topicals(topics: Topics, standings: Sequence[Standing]) -> tuple[Topical, ...]:
    """The topics with what is told within each: those of most parties first, then those that most accounts tell."""
    by_issue = {one.issue.id: one for one in standings}
    found = [_topical(topic, tuple(by_issue[one] for one in topic.issues)) for topic in topics.topics]
    found.sort(key=lambda one: (-len(one.parties), -one.accounts, one.topic.name.casefold(), one.topic.id))
    return tuple(found)


def _topical(topic: Topic, standings: tuple[Standing, ...]) -> Topical:
    counted = Counter(one.state for one in standings)
    return Topical(
        topic,
        standings,
        tuple((state, counted[state]) for state in State if counted[state]),
        tuple(dict.fromkeys(party for one in standings for party in one.concerned)),
        sum(one.issue.accounts for one in standings),
        max((one.last for one in standings if one.last), default=None),
    )


def stances(topic: Topic, matrix: Matrix) -> Iterator[Said]:
    """Every stance within a topic that counts as its party's, issue by issue."""
    for issue in topic.issues:
        for cell in matrix.of(issue):
            yield from (Said(cell.party, issue, held) for held in cell.stances)


def odds_in(topic: Topic, matrix: Matrix) -> Odds | None:
    """What is rejected within a topic and what another party asks for; None where not both are told.

    Who rejects a thing and who asks that it be taken away, made less or altered are not at odds (`anchors.takes_away`).
    """
    said = tuple(stances(topic, matrix))
    rejected = [one for one in said if one.held.stance is Stance.REJECTS]
    asked = [one for one in said if one.held.stance in ASKING]
    opposed = tuple(one for one in rejected if any(_is_opposed(one, other) for other in asked))
    wanted = tuple(one for one in asked if any(_is_opposed(other, one) for other in rejected))
    return Odds(opposed, wanted) if opposed else None


def _is_opposed(rejecting: Said, asking: Said) -> bool:
    same = takes_away(rejecting.held.phrase) is takes_away(asking.held.phrase)
    return same and rejecting.party != asking.party
