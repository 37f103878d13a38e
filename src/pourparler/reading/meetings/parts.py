"""Parts played in a meeting told elsewhere: who leads a delegation, and who was left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.reading.meetings.ground import Ground, left_of, right_of
from pourparler.reading.meetings.players import players
from pourparler.reading.people import Person

INVITING = frozenset("invite include represent consult ask".split())
LEAVING_OUT = frozenset("exclude sideline bar omit uninvite".split())
OUT = frozenset("leave shut freeze keep cut lock".split())
LEADING = frozenset(("lead", "head"))
TEAMS = frozenset("delegation team side negotiators talks group mission negotiations".split())
PRESENT = frozenset("table present room participating taking involvement participation".split())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Parties that a sentence says were left out, and the words that say so."""

    parties: tuple[str, ...]
    evidence: Span
    at: int


@dataclass(frozen=True, slots=True)
class Lead:
    """A person who leads a party's delegation, and the words that say so."""

    person: Person
    party: str | None
    evidence: Span
    at: int


def left_out(ground: Ground) -> Iterator[LeftOut]:
    """Who was not invited, excluded, left out, or not at the table."""
    for group in ground.line.verbs:
        lemma, ahead = ground.lemmas[group.head], ground.lows[group.last : group.last + 1]
        refused = lemma in INVITING and group.negated and group.passive
        excluded = (
            group.passive and not group.negated and (lemma in LEAVING_OUT or (lemma in OUT and ahead == ("out",)))
        )
        if not refused and not excluded:
            continue
        first = left_of(ground, group)
        parties = tuple(player.party for player in players(ground, first, group.first) if player.party)
        if parties:
            yield LeftOut(parties, ground.span(first, max(group.last, _end(ground, group.last))), group.head)
    for at, low in enumerate(ground.lows):
        if low == "without" and any(word in PRESENT for word in ground.lows[at + 1 : at + 7]):
            parties = tuple(
                player.party for player in players(ground, at + 1, min(at + 4, len(ground.lows))) if player.party
            )
            if parties:
                yield LeftOut(parties, ground.span(at, min(at + 5, len(ground.lows))), at)


def _end(ground: Ground, at: int) -> int:
    """Where the clause that goes on at `at` ends, an infinitive taken in."""
    last = ground.next_start(at)
    while last > at and ground.lows[last - 1] in (",", ".", "and", "but", "!", "?"):
        last -= 1
    return last


def leads(ground: Ground) -> Iterator[Lead]:
    """Who leads whose delegation: "the team, led by …", "she will head the union's negotiators"."""
    for group in ground.line.verbs:
        if ground.lemmas[group.head] not in LEADING:
            continue
        if ground.lows[group.last : group.last + 1] == ("by",):
            person = next((p for p in ground.line.people if group.last < p.first <= group.last + 8), None)
            if person is not None and any(low in TEAMS for low in ground.lows[max(0, group.first - 5) : group.first]):
                whose = [
                    player.party for player in players(ground, left_of(ground, group), group.first) if player.party
                ]
                yield Lead(
                    person.person,
                    person.person.party or (whose[0] if whose else None),
                    ground.span(group.first, person.last),
                    group.head,
                )
        elif any(low in TEAMS for low in ground.lows[group.last : group.last + 6]):
            first = left_of(ground, group)
            found = [p for p in ground.line.people if first <= p.first and p.last <= group.first]
            if found:
                last = max(group.last, right_of(ground, group.last))
                yield Lead(found[-1].person, found[-1].person.party, ground.span(first, last), group.head)
