"""Affiliations: which actors refer to which concepts, agreeing or not (the two-mode network).

By the definitions of the Discourse Network Analyzer (Manual, 2018, sections 2.5 and 2.6): all statements counted, those
that agree less those that do not, or a code for what there is; agreeing and disagreeing alone are its levels by
themselves. Edges may be divided by all statements of the actor (activity) or all on the concept (prominence).
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from pourparler.case.networks.behind import Floor
from pourparler.case.networks.referrals import Agreement, Gaps, Referral, Referrals
from pourparler.case.networks.ties import Behind, Isolates, Node, behind
from pourparler.core.errors import InputError


class Count(StrEnum):
    """What the weight of an edge between an actor and a concept says."""

    ALL = "all statements"
    AGREE = "agreeing"
    DISAGREE = "disagreeing"
    SUBTRACT = "agreeing less disagreeing"
    COMBINE = "combined"
    """1 agreement, 2 disagreement, 3 both. Conditional statements alone have no code, and no edge."""


class Share(StrEnum):
    """What the weight of an edge between an actor and a concept is divided by."""

    NONE = "none"
    ACTIVITY = "activity"
    PROMINENCE = "prominence"


@dataclass(frozen=True, slots=True)
class Weighing:
    """How edges between actors and concepts are weighed and which are drawn."""

    count: Count = Count.ALL
    share: Share = Share.NONE
    at_least: Floor = field(default_factory=Floor)
    isolates: Isolates = Isolates.LEFT_OUT


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An edge from an actor to a concept, with how often it agrees, disagrees and sets conditions."""

    actor: str
    concept: str
    weight: float
    agree: int
    disagree: int
    conditional: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class Affiliations:
    """A network of actors and concepts; `below` counts edges that the floor keeps undrawn."""

    actors: tuple[Node, ...]
    concepts: tuple[Node, ...]
    edges: tuple[Affiliation, ...]
    below: int
    left_out: Gaps


def affiliate(referrals: Referrals, weighing: Weighing | None = None) -> Affiliations:
    """The network of actors and concepts, edges by actor and concept in the order of letters. Concepts are nodes where
    somebody refers to them in this span, or, without isolates, has an edge to them.

    InputError for a combined code that is to be divided: it is no number.
    """
    asked = weighing or Weighing()
    if asked.count is Count.COMBINE and asked.share is not Share.NONE:
        raise InputError("A combined code of agreement cannot be divided.", "Leave the normalisation out.")
    said, spoken_of = Counter(one.actor for one in referrals.kept), Counter(one.concept for one in referrals.kept)
    cells: dict[tuple[str, str], list[Referral]] = {}
    for one in referrals.kept:
        cells.setdefault((one.actor, one.concept), []).append(one)
    edges: list[Affiliation] = []
    below = 0
    for (actor, concept), told in sorted(cells.items()):
        by = Counter(one.agreement for one in told)
        counted = [one for one in told if _counts(one.agreement, asked.count)]
        if not counted:
            continue
        seen = behind([counted], referrals.sources, asked.at_least)
        if seen is None:
            below += 1
            continue
        divided_by = {Share.NONE: 1, Share.ACTIVITY: said[actor], Share.PROMINENCE: spoken_of[concept]}[asked.share]
        agree, disagree, conditional = (by[each] for each in Agreement)
        weight = _weight(by, asked.count) / divided_by
        edges.append(Affiliation(actor, concept, weight, agree, disagree, conditional, seen))
    tied = {edge.actor for edge in edges}, {edge.concept for edge in edges}
    actors = {Isolates.LEFT_OUT: tied[0], Isolates.ACTIVE: set(said), Isolates.ALL: {*said, *referrals.actors}}
    concepts = tied[1] if asked.isolates is Isolates.LEFT_OUT else set(spoken_of)
    return Affiliations(
        tuple(Node(name, said[name]) for name in sorted(actors[asked.isolates])),
        tuple(Node(name, spoken_of[name]) for name in sorted(concepts)),
        tuple(edges),
        below,
        referrals.left_out,
    )


def _counts(agreement: Agreement, count: Count) -> bool:
    match count:
        case Count.AGREE:
            return agreement is Agreement.AGREE
        case Count.DISAGREE:
            return agreement is Agreement.DISAGREE
        case Count.ALL:
            return True
        case _:
            return agreement is not Agreement.CONDITIONAL


def _weight(by: Counter[Agreement], count: Count) -> int:
    agree, disagree = by[Agreement.AGREE], by[Agreement.DISAGREE]
    match count:
        case Count.ALL:
            return by.total()
        case Count.AGREE:
            return agree
        case Count.DISAGREE:
            return disagree
        case Count.SUBTRACT:
            return agree - disagree
        case Count.COMBINE:
            return (agree > 0) + 2 * (disagree > 0)
