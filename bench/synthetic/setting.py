"""What a synthetic negotiation is set in: its sides with their people, its places, its issues."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.synthetic.names import Names
from bench.synthetic.truth import Body, Issue, Person
from pourparler.core.vocabulary import ActorKind

VENUES = (
    ("Geneva", "Switzerland"), ("Oslo", "Norway"), ("Vienna", "Austria"), ("Doha", "Qatar"), ("Lisbon", "Portugal"),
    ("Helsinki", "Finland"), ("Istanbul", "Turkey"), ("Muscat", "Oman"), ("Dublin", "Ireland"), ("Nairobi", "Kenya"),
    ("Singapore", "Singapore"), ("Montevideo", "Uruguay"), ("Reykjavik", "Iceland"), ("Valletta", "Malta"),
)  # fmt: skip
"""Real cities with their states, since place containment is knowledge about the world; no real state is a side."""


class Cast:
    """The sides of a record and their people; a state may be a side of several negotiations."""

    def __init__(self, seed: int) -> None:
        """The same cast for the same seed."""
        self.random = Random(f"{seed} cast")
        self.names = Names(self.random)
        self.people: dict[Body, tuple[Person, ...]] = {}
        self.pairs: set[frozenset[Body]] = set()
        self.raised: dict[Body, set[str]] = {}

    def sides(self, labour: bool, start: date, days: int) -> tuple[Body, ...]:
        """Two sides, now and then three, that do not negotiate with each other anywhere else."""
        if labour:
            found = [self.names.union(), self.names.firm()]
        else:
            known = [body for body in self.people if body.kind is ActorKind.STATE]
            found = [self.random.choice(known) if known and self.random.random() < 0.3 else self.names.state()]
            found += [self.names.state() for _ in range(2 if self.random.random() < 0.25 else 1)]
        for body in found:
            self.admit(body, start, days)
        return tuple(found)

    def admit(self, body: Body, start: date, days: int) -> None:
        """Give a side its people, where it has none yet."""
        if body not in self.people:
            self.people[body] = self.names.cast(body, start - timedelta(days=60), days)

    def holders(self, body: Body, on: date) -> list[Person]:
        """Who speaks for a side on a day, the highest office first."""
        return [person for person in self.people[body] if person.holds(on)]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a negotiation is set in."""

    number: int
    random: Random
    cast: Cast
    sides: tuple[Body, ...]
    mediators: tuple[Body, ...]
    venues: tuple[tuple[str, str], ...]
    towns: tuple[str, ...]
    issues: tuple[Issue, ...]
    start: date
    end: date

    def day(self, least: int, most: int) -> timedelta:
        """Some days."""
        return timedelta(days=self.random.randint(least, most))
