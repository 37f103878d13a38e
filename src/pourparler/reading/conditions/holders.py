"""Holders: the parties that words stand for, and the voice that a passage is in."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.reading.collectives import meant_by_it
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene, is_place
from pourparler.reading.speakers import HE, SHE, Speaker, speaker_of

WE = frozenset("we our us ours i my me ourselves".split())
OWNERS = frozenset("his her their its".split())
PAIRS = frozenset(
    "sides parties countries nations leaders presidents governments delegations capitals teams foes they them".split()
)
"""Nouns that, with "both" or "two", stand for the two parties named before."""

HEADS = frozenset("leaders presidents".split())
"""Those of them that are two people."""

NEAR = 7
"""Sentences back to which "the two leaders" may look for the two people they are."""

SELVES = frozenset("country government nation side party team administration people delegation office ministry".split())
"""Nouns that, with a possessive, stand for the party of its owner: "his country"."""

OWN_SIDE = frozenset("bloc country nation alliance kingdom republic island".split())
"""Nouns that, with "the" and in somebody's words, stand for the speaker's side."""

BODIES_OF_STATE = frozenset("government parliament cabinet army authorities leadership leaders ministry".split())

STATES = (NamingKind.STATE, NamingKind.SEAT, NamingKind.CAPITAL)
Told = tuple[Attribution, Span] | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose something is: the party, and the person or institution named for it, if not the party itself.

    One of the two is known; the party of a person may be told by other reports only.
    """

    party: str | None
    voice: str | None = None

    def is_one_with(self, other: "Holder | None") -> bool:
        """True when both are of one party, or the same person."""
        if other is None:
            return False
        if self.party and other.party:
            return self.party == other.party
        return self.voice is not None and self.voice == other.voice


class Voices:
    """The attributions of a report, asked for by place."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        """`said` in the order of the text."""
        self._spans = sorted((span.start, span.end, number) for number, one in enumerate(said) for span in one.content)
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))
        self._said = said
        self._speakers = [
            (one.content[0].start, Speaker(one.speaker, one.party, one.anonymous, person=True)) for one in said
        ]

    def at(self, start: int, end: int) -> Told:
        """The attribution whose content most narrowly holds most of `[start, end)`, and that content.

        A content that holds more than half of it holds its middle, so only those around the middle are looked at.
        """
        middle = start + end
        at = bisect_left(self._spans, middle, key=lambda place: 2 * place[0])
        narrowest: tuple[int, int, int] | None = None
        while at and 2 * self._reach[at - 1] > middle:
            at -= 1
            first, last, _ = self._spans[at]
            if 2 * (min(last, end) - max(first, start)) <= end - start:
                continue
            if narrowest is None or last - first <= narrowest[1] - narrowest[0]:
                narrowest = self._spans[at]
        return (self._said[narrowest[2]], Span(*narrowest[:2])) if narrowest is not None else None

    def before(self, offset: int) -> list[Speaker]:
        """The speakers of what was said before `offset`, in order."""
        return [speaker for start, speaker in self._speakers if start < offset]


def speaker(told: Told) -> Holder | None:
    """Who stands behind an attribution; None for the outlet's own voice and for the unnamed without a party."""
    if told is None or not (told[0].party or told[0].speaker):
        return None
    return Holder(told[0].party, voiced_by(told))


def voiced_by(told: Told) -> str | None:
    """The named speaker of an attribution; None for the outlet's own voice, the unnamed, and a party as such."""
    if told is None or told[0].speaker == told[0].party:
        return None
    return told[0].speaker


def named_parties(line: Line, first: int, last: int, places: bool = False) -> tuple[str, ...]:
    """The parties that are named in words `first` to `last`, in order, each once; states as `places` only if asked."""
    found: list[tuple[int, str]] = [
        (p.first, p.person.party) for p in line.people if first <= p.first < last and p.person.party
    ]
    for naming in line.namings:
        inside = first <= naming.first and naming.last <= last
        party = party_of(line, naming, places) if inside else None
        if party is not None:
            found.append((naming.first, party))
    return tuple(dict.fromkeys(party for _, party in sorted(found)))


def names_in(line: Line) -> tuple[tuple[int, int], ...]:
    """Where anybody is named in a sentence: word indices, half-open, states and bodies first, then people."""
    return (*((n.first, n.last) for n in line.namings), *((p.first, p.last) for p in line.people))


def party_of(line: Line, naming: Naming, places: bool = False) -> str | None:
    """The party that a naming stands for; None for places, offices and media."""
    if naming.kind in (NamingKind.OFFICE, NamingKind.MEDIA, NamingKind.PLACE):
        return None
    if is_place(line, naming) and not (places and naming.kind in STATES):
        return None
    return side_of(naming).party


def holder_of(scene: Scene, line: Line, words: tuple[int, int], voices: Voices) -> Holder | None:
    """Who the phrase of words `[first, last)` of a line is; None where nobody known."""
    first, last = words
    text = [word.text.lower() for word in line.words[first:last]]
    told = voices.at(line.words[first].start, line.words[last - 1].end)
    if not text:
        return None
    if text[0] in WE and (len(text) == 1 or text[-1] in SELVES):
        return speaker(told)
    if text[0] in OWNERS and text[-1] in SELVES and told is not None:
        owner = speaker(told)
        return Holder(owner.party, owner.voice) if owner else None
    if len(text) == 1 and text[0] in HE | SHE and told is not None and told[0].speaker:
        return speaker(told)
    if text in (["its"], ["their"]):
        meant = meant_by_it(scene, line, first)
        party = side_of(meant[0]).party if meant is not None else None
        return Holder(party) if party else _body_speaking(scene, told)
    if text[0] in ("that", "which", "this", "there", "what"):
        return None
    if text[-1] in PAIRS and ("two" in text or "both" in text):
        return None
    if len(text) == 2 and text[0] == "the" and text[1] in OWN_SIDE and told is not None and told[0].party:
        return speaker(told)
    if _is_folk(line, first, last):
        return None
    found = speaker_of(scene, line, first, last, voices.before(line.words[first].start))
    if found.media or not (found.party or found.person):
        state = _of_state(line, first, last)
        if state is not None:
            return Holder(state)
        return _body_speaking(scene, told) if text in (["it"], ["they"]) else None
    return Holder(found.party, found.name if found.name != found.party else None)


def _of_state(line: Line, first: int, last: int) -> str | None:
    """The state of "the government of Norway": a body of state with its state behind it."""
    words = line.words
    at = next((n for n in range(first + 1, min(last + 1, len(words))) if words[n].text.lower() == "of"), None)
    if at is None or words[at - 1].text.lower() not in BODIES_OF_STATE:
        return None
    naming = next((n for n in line.namings if at < n.first <= at + 2), None)
    return party_of(line, naming) if naming is not None else None


def _body_speaking(scene: Scene, told: Told) -> Holder | None:
    """The speaker of a passage where that is a body of no known party: it calls itself "it"."""
    if told is None or told[0].party or told[0].anonymous:
        return None
    people = {naming.person.name for line in scene.lines for naming in line.people}
    return speaker(told) if told[0].speaker not in people else None


def _is_folk(line: Line, first: int, last: int) -> bool:
    """True for people of a nation who are not its side: "ethnic Serbs", "300 Iraqi Kurds", "the Kurds of Syria"."""
    folk = next((n for n in line.namings if n.kind is NamingKind.DEMONYM and n.last == last and n.first >= first), None)
    if folk is None or not line.words[folk.last - 1].text.endswith("s"):
        return False
    more = any(word.tag != "DET" for word in line.words[first : folk.first])
    return more or (last < len(line.words) and line.words[last].text.lower() in ("of", "in", "from"))


def parties_of(scene: Scene, line: Line, words: tuple[int, int], voices: Voices) -> tuple[str, ...]:
    """The parties of a phrase: those it names, or the two that "both sides" means, or the one it stands for."""
    first, last = words
    found = named_parties(line, first, last)
    if found:
        return found
    text = [word.text.lower() for word in line.words[first:last]]
    if text and text[-1] in PAIRS and (text[0] in ("both", "they", "the") or "two" in text):
        met = _two_people(scene, line, first) if text[-1] in HEADS and "two" in text else None
        return _pair(scene, line, first) if met is None else met
    holder = holder_of(scene, line, words, voices)
    return (holder.party,) if holder and holder.party else ()


def _pair(scene: Scene, line: Line, first: int) -> tuple[str, ...]:
    """The two parties named last before word `first`, else the two that the whole report names most."""
    for number in range(line.number, max(-1, line.number - 4), -1):
        other = scene.lines[number]
        found = named_parties(other, 0, first if number == line.number else len(other.words))
        if len(found) >= 2:
            return found[:2]
    return main_sides(scene)


def _two_people(scene: Scene, line: Line, first: int) -> tuple[str, ...] | None:
    """The parties of the two people whom a sentence before word `first` names together last, as far as the report gives
    them one; None where no sentence near names just two."""
    for number in range(line.number, max(-1, line.number - NEAR), -1):
        people = {p.person.name: p.person.party for p in scene.lines[number].people
                  if number < line.number or p.first < first}  # fmt: skip
        if len(people) == 2:
            parties = tuple(dict.fromkeys(party for party in people.values() if party))
            return parties if len(parties) == 2 else ()
    return None


def main_sides(scene: Scene) -> tuple[str, ...]:
    """The two parties that a report names most; none where it names fewer."""
    counts = Counter(party for other in scene.lines for party in named_parties(other, 0, len(other.words)))
    return tuple(party for party, _ in counts.most_common(2)) if len(counts) > 1 else ()
