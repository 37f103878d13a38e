"""Networks over windows of time, whatever their kind: what is chosen, and what each window shows of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from pourparler.case.networks.affiliations import Affiliation, Share, Weighing, affiliate
from pourparler.case.networks.behind import Floor
from pourparler.case.networks.contacts import Contact, Gathered, Gathering, met_in
from pourparler.case.networks.duplicates import Duplicates, once
from pourparler.case.networks.normalising import Normalisation
from pourparler.case.networks.referrals import By, Coding, Gaps, Referral, Referrals
from pourparler.case.networks.ties import Behind, Edge, Rules, Tie, tie
from pourparler.case.networks.windows import Span, within
from pourparler.case.voices import SPEAKING_FOR_ITSELF, Hearing
from pourparler.core.entry import Counts
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.edges import gathered_of, referrals_of


class Kind(StrEnum):
    """Which network: three of what actors say of the same issues, who met whom, and actors with issues."""

    DIFFERENCE = "difference"
    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"
    CONTACTS = "contacts"
    ISSUES = "issues"


TIES: Mapping[Kind, Tie] = {
    Kind.DIFFERENCE: Tie.SUBTRACT,
    Kind.AGREEMENT: Tie.CONGRUENCE,
    Kind.DISAGREEMENT: Tie.CONFLICT,
}


class Sense(StrEnum):
    """What an edge says: more of the same, more of the opposite, as much of both, conditions only; or that they met."""

    AGREE = "agree"
    DISAGREE = "disagree"
    BOTH = "both"
    CONDITIONAL = "conditional"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of a network. `normalisation` is of edges between actors, `share` of those to issues."""

    kind: Kind = Kind.DIFFERENCE
    by: By = By.PARTIES
    normalisation: Normalisation = Normalisation.NONE
    share: Share = Share.NONE
    duplicates: Duplicates = Duplicates.DOCUMENT
    floor: Floor = field(default_factory=Floor)
    voices: frozenset[Hearing] = SPEAKING_FOR_ITSELF
    conditional: bool = False
    mediators: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """An edge of any kind with all that stands behind it. `times` counts statements or meetings; `agreeing` and
    `differing` are pairs of statements between two actors, statements to an issue, None of a contact."""

    one: str
    other: str
    sense: Sense
    weight: float
    agreeing: float | None
    differing: float | None
    conditional: int
    concepts: tuple[str, ...]
    times: int
    behind: Behind | Contact

    @property
    def counts(self) -> Counts:
        """Accounts, reports and independent sources; of statements counted when asked for."""
        return self.behind.counts

    @property
    def first(self) -> date | None:
        """The first day of what stands behind it."""
        return self.behind.first

    @property
    def last(self) -> date | None:
        """The last day."""
        return self.behind.last

    @property
    def voices(self) -> tuple[tuple[Hearing, int], ...]:
        """How many statements are in whose voice."""
        return self.behind.voices if isinstance(self.behind, Behind) else ()

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """The statements that count."""
        return self.behind.referrals if isinstance(self.behind, Behind) else ()

    @property
    def meetings(self) -> tuple[str, ...]:
        """The ids of the meetings."""
        return self.behind.meetings if isinstance(self.behind, Contact) else ()

    @property
    def disputed(self) -> int:
        """How many of the meetings are disputed as to who met, or whether."""
        return self.behind.disputed if isinstance(self.behind, Contact) else 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A network in one window (None: all of time), the heaviest strands first. `actors` and `concepts` have their
    statements (or meetings), also where nothing ties them; `times` counts all of these once."""

    span: Span | None
    strands: tuple[Strand, ...]
    actors: Mapping[str, int]
    concepts: Mapping[str, int]
    times: int
    below: int
    left_out: Gaps

    @property
    def tied(self) -> frozenset[str]:
        """Who and what has an edge."""
        return frozenset(name for one in self.strands for name in (one.one, one.other))

    @property
    def isolates(self) -> tuple[str, ...]:
        """The actors of this window without an edge, by letters."""
        return tuple(sorted(set(self.actors) - self.tied))


class Telling(Protocol):
    """What a network is made of, ready to be seen in any window."""

    @property
    def days(self) -> tuple[date, ...]:
        """The days of all that counts, in their order."""

    def scene(self, span: Span | None = None) -> Scene:
        """The network of the days of a window; of all that is told, also without a day, for none."""


def telling_of(asking: Asking, choice: Choice, ends: tuple[str, str] | None = None) -> Telling:
    """What the network that is chosen is made of; with `ends` only as much as the edge between these two needs, which
    is the same as in the whole network."""
    if choice.kind is Kind.CONTACTS:
        gathered = gathered_of(asking, Gathering(choice.by, mediators=choice.mediators))
        if ends:
            met = {ends, ends[::-1]}
            gathered = replace(gathered, told=tuple(one for one in gathered.told if met.intersection(one.pairs)))
        return Meetings(gathered, choice.floor)
    said = referrals_of(asking, Coding(choice.by, {}, choice.voices, choice.conditional))
    if ends:
        concept = ends[1] if choice.kind is Kind.ISSUES else None
        said = replace(said, kept=tuple(one for one in said.kept if one.actor in ends or one.concept == concept))
    return Sayings(once(said, choice.duplicates), choice)


@dataclass(frozen=True, slots=True)
class Sayings:
    """Statements that agree or disagree with issues."""

    said: Referrals
    choice: Choice

    @property
    def days(self) -> tuple[date, ...]:
        """The days of publication of the statements that count."""
        return tuple(one.day for one in self.said.kept if one.day is not None)

    def scene(self, span: Span | None = None) -> Scene:
        """See `Telling`."""
        said, choice = within(self.said, span) if span else self.said, self.choice
        if choice.kind is Kind.ISSUES:
            mode = affiliate(said, Weighing(share=choice.share, at_least=choice.floor))
            strands, below = [_affiliated(one) for one in mode.edges], mode.below
        else:
            found = tie(said, TIES[choice.kind], Rules(choice.normalisation, choice.floor))
            strands, below = [_tied(one, choice.kind) for one in found.edges], found.below
        actors, concepts = (
            Counter(one.actor for one in said.kept),
            Counter(one.concept for one in said.kept),
        )
        return Scene(span, _ordered(strands), actors, concepts, len(said.kept), below, said.left_out)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings with who met there."""

    gathered: Gathered
    floor: Floor

    @property
    def days(self) -> tuple[date, ...]:
        """The first and last days of the meetings at which somebody met."""
        return self.gathered.days

    def scene(self, span: Span | None = None) -> Scene:
        """See `Telling`."""
        found = met_in(self.gathered, span, self.floor)
        met = [one for one in self.gathered.told if one.pairs and one.is_on(span)]
        actors = Counter(name for one in met for name in {name for pair in one.pairs for name in pair})
        strands = [_met(one) for one in found.edges]
        return Scene(span, _ordered(strands), actors, {}, len(met), found.below, found.left_out)


def _ordered(strands: list[Strand]) -> tuple[Strand, ...]:
    """The heaviest first, whichever way."""
    return tuple(sorted(strands, key=lambda one: (-abs(one.weight), -one.times, one.one, one.other)))


def _tied(edge: Edge, kind: Kind) -> Strand:
    sense = {Kind.AGREEMENT: Sense.AGREE, Kind.DISAGREEMENT: Sense.DISAGREE}.get(kind) or (
        Sense.AGREE if edge.weight > 0 else Sense.DISAGREE if edge.weight < 0 else Sense.BOTH
    )
    return _said(
        edge.behind, (edge.one, edge.other, sense, edge.weight, edge.agreeing, edge.differing, 0, edge.concepts)
    )


def _affiliated(edge: Affiliation) -> Strand:
    if edge.agree and edge.disagree:
        sense = Sense.BOTH
    else:
        sense = Sense.AGREE if edge.agree else Sense.DISAGREE if edge.disagree else Sense.CONDITIONAL
    said = (edge.actor, edge.concept, sense, edge.weight, edge.agree, edge.disagree, edge.conditional, (edge.concept,))
    return _said(edge.behind, said)


def _said(
    seen: Behind, said: tuple[str, str, Sense, float, float | None, float | None, int, tuple[str, ...]]
) -> Strand:
    return Strand(*said, seen.statements, seen)


def _met(edge: Contact) -> Strand:
    number = len(edge.meetings)
    return Strand(edge.one, edge.other, Sense.MET, float(number), None, None, 0, (), number, edge)
