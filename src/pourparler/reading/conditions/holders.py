"""Holders: the parties that words stand for, and the voice that a passage is in."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import PersonNaming
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene, is_place
from pourparler.reading.speakers import HE, SHE, Speaker, speaker_of
from pourparler.text.world import Organisation

WE = frozenset("we our us ours i my me ourselves".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they their them both".split())
PAIRS = frozenset("sides parties countries nations leaders presidents governments delegations capitals teams".split())
"""Nouns that, with "both" or "two", stand for the two parties named before."""

UNIONS = frozenset("union unions".split())
UNION_WORDS = frozenset("union unions workers guild brotherhood teamsters federation association unison".split())
"""Words in the names of trade unions."""

COMPANIES = frozenset(
    "company firm carmaker automaker manufacturer employer airline operator studio retailer maker group bank "
    "corporation railway carrier management".split()
)
"""Nouns that stand for the company named before."""

SELVES = frozenset("country government nation side party team administration people delegation office ministry".split())
"""Nouns that, with a possessive, stand for the party of its owner: "his country"."""

STATES = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT, NamingKind.CAPITAL)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose something is: the party, and the person or institution that is named for it, if not the party itself."""

    party: str | None
    voice: str | None = None


class Voices:
    """The attributions of a report, asked for by place."""

    def __init__(self, said: Sequence[Attribution]) -> None:
        """`said` in the order of the text."""
        self._spans = sorted(
            ((span.start, span.end, number) for number, one in enumerate(said) for span in one.content),
            key=lambda place: (place[1] - place[0], place),
        )
        self._said = said
        self.speakers = [
            (one.content[0].start, Speaker(one.speaker, one.party, one.anonymous, person=True)) for one in said
        ]

    def at(self, start: int, end: int) -> tuple[Attribution, Span] | None:
        """The attribution whose content most narrowly holds most of `[start, end)`, and that content."""
        for first, last, number in self._spans:
            if 2 * (min(last, end) - max(first, start)) > end - start:
                return self._said[number], Span(first, last)
        return None

    def before(self, offset: int) -> list[Speaker]:
        """The speakers of what was said before `offset`, in order."""
        return [speaker for start, speaker in self.speakers if start < offset]


def named_parties(line: Line, first: int, last: int) -> tuple[str, ...]:
    """The parties that are named in words `first` to `last`, in order, each once; places are none."""
    found: list[tuple[int, str]] = [
        (p.first, p.person.party) for p in line.people if first <= p.first < last and p.person.party
    ]
    for naming in line.namings:
        party = party_of(line, naming) if first <= naming.first and naming.last <= last else None
        if party is not None:
            found.append((naming.first, party))
    return tuple(dict.fromkeys(party for _, party in sorted(found)))


def party_of(line: Line, naming: Naming) -> str | None:
    """The party that a naming stands for; None for places, offices and media."""
    if naming.kind in (NamingKind.OFFICE, NamingKind.MEDIA) or is_place(line, naming):
        return None
    return side_of(naming).party


def holder_of(scene: Scene, line: Line, words: tuple[int, int], voices: Voices) -> Holder | None:
    """Who the phrase of words `[first, last)` of a line is; None where nobody known."""
    first, last = words
    text = [word.text.lower() for word in line.words[first:last]]
    told = voices.at(line.words[first].start, line.words[last - 1].end)
    if text[0] in WE and (len(text) == 1 or text[-1] in SELVES or not named_parties(line, first, last)):
        return Holder(told[0].party, _voice(told[0])) if told and told[0].party else None
    if text[0] in ("his", "her", "their", "its") and text[-1] in SELVES:
        return Holder(told[0].party, None) if told and told[0].party else None
    if text[0] in IT and len(text) == 1:
        return _antecedent(scene, line, first, told)
    if len(text) == 1 and text[0] in (*HE, *SHE):
        if told and told[0].party:
            return Holder(told[0].party, _voice(told[0]))
        speaker = speaker_of(scene, line, first, last, voices.before(line.words[first].start))
        return Holder(speaker.party, speaker.name) if speaker.party else None
    if text[-1] in UNIONS | COMPANIES and not named_parties(line, first, last):
        return _body(scene, line, first, text[-1] in UNIONS)
    return _named(scene, line, first, last, voices)


def _named(scene: Scene, line: Line, first: int, last: int, voices: Voices) -> Holder | None:
    """The holder that a phrase names or describes."""
    speaker = speaker_of(scene, line, first, last, voices.before(line.words[first].start))
    if speaker.media:
        return None
    if speaker.party:
        voice = speaker.name if speaker.name != speaker.party else None
        return Holder(speaker.party, voice)
    return None


def _voice(said: Attribution) -> str | None:
    """The name behind an attribution, None where the party itself speaks."""
    return said.speaker if said.speaker != said.party else None


def voiced_by(told: tuple[Attribution, Span] | None) -> str | None:
    """The named speaker of an attribution; None for the outlet's own voice, the unnamed, and a party as such."""
    return _voice(told[0]) if told else None


def _antecedent(scene: Scene, line: Line, first: int, told: tuple[Attribution, Span] | None) -> Holder | None:
    """Whom "it" means: the first state or body named as a subject before it in the sentence, else the speaker's side."""
    before = [n for n in line.namings if n.last <= first and party_of(line, n) and n.kind is not NamingKind.DEMONYM]
    inside = [n for n in before if told and n.span.start >= told[1].start]
    subject = next((n for n in inside if _is_subject(line, n)), None)
    if subject is not None:
        return Holder(party_of(line, subject))
    if told and told[0].party and told[0].speaker == told[0].party:
        return Holder(told[0].party)
    subject = next((n for n in reversed(before) if _is_subject(line, n)), None)
    if subject is not None:
        return Holder(party_of(line, subject))
    if not before and line.number > 0 and not told:
        earlier = scene.lines[line.number - 1]
        subject = next((n for n in earlier.namings if party_of(earlier, n) and _is_subject(earlier, n)), None)
        if subject is not None and subject.kind is not NamingKind.DEMONYM:
            return Holder(party_of(earlier, subject))
    if told and told[0].party:
        return Holder(told[0].party)
    return None


def _is_subject(line: Line, naming: Naming | PersonNaming) -> bool:
    """True when a verb group follows a naming at once, adverbs and commas aside."""
    at = naming.last
    while at < len(line.words) and line.words[at].tag in ("ADV", "PUNCT"):
        at += 1
    return any(group.first == at for group in line.verbs)


def _body(scene: Scene, line: Line, first: int, union: bool) -> Holder | None:
    """The union or company last named before word `first`: in its sentence, else in those before, nearest first."""
    for number in range(line.number, -1, -1):
        other = scene.lines[number]
        before = [
            n
            for n in other.namings
            if n.kind is NamingKind.ORGANISATION and (number < line.number or n.last <= first)
        ]
        fitting = [n for n in before if is_union(n) is union and _is_body(n)]
        if fitting:
            return Holder(party_of(other, fitting[-1]))
    return None


def _is_body(naming: Naming) -> bool:
    known = naming.known
    return isinstance(known, Organisation) and known.kind is ActorKind.ORGANISATION


def is_union(naming: Naming) -> bool:
    """True when the name of an organisation says that it is a trade union."""
    known = naming.known
    if not isinstance(known, Organisation):
        return False
    forms = (known.name, *known.aliases)
    return any(word in UNION_WORDS for form in forms for word in form.lower().split())


def parties_of(scene: Scene, line: Line, words: tuple[int, int], voices: Voices) -> tuple[str, ...]:
    """The parties of a phrase: those it names, or the two that "both sides" means, or the one it stands for."""
    first, last = words
    found = named_parties(line, first, last)
    if found:
        return found
    text = [word.text.lower() for word in line.words[first:last]]
    if text[-1] in PAIRS | THEY and (text[0] in ("both", "two", "they") or "two" in text or text[0] == "the"):
        return _pair(scene, line, first)
    holder = holder_of(scene, line, words, voices)
    return (holder.party,) if holder and holder.party else ()


def _pair(scene: Scene, line: Line, first: int) -> tuple[str, ...]:
    """The two parties named last before word `first`, looking back over the sentences before; fewer is none."""
    for number in range(line.number, max(-1, line.number - 4), -1):
        other = scene.lines[number]
        found = named_parties(other, 0, first if number == line.number else len(other.words))
        if len(found) >= 2:
            return found[:2]
    return ()
