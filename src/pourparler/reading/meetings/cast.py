"""The cast of a report: whom "the union", "the company", "it", "we" and "the two presidents" mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, MeetingFrame
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.meetings.ground import Ground
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import Person
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import Speaker
from pourparler.text.world import OfficeRank, Organisation

UNION_WORDS = frozenset("union workers guild federation brotherhood teachers nurses miners teamsters".split())
NO_LABOUR = frozenset("european african eurasian arab soviet customs monetary economic interparliamentary".split())
"""Words that make a union one of states."""

MEMBERS = frozenset("members locals stewards bargainers delegates strikers".split())
OFFICERS = frozenset("leaders presidents officials officers representatives chiefs".split())
UNION_NOUNS = frozenset(("union", "guild"))
COMPANY_NOUNS = frozenset(
    "company carmaker automaker firm employer airline carrier railway retailer manufacturer operator studio".split()
)


@dataclass(frozen=True)
class Cast:
    """Who plays a part in one report; `said` are its attributions."""

    scene: Scene
    said: Sequence[Attribution]

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people of the report by name."""
        return {p.person.name: p.person for line in self.scene.lines for p in line.people}

    @cached_property
    def union(self) -> str | None:
        """The organisation that "the union" means: the one named most often, else the one with a union's officer."""
        named = Counter(n.known.name for line in self.scene.lines for n in line.namings if _is_union(n))
        led = Counter(
            role.side.party
            for line in self.scene.lines
            for role in line.roles
            if role.side.party and role.office.rank is OfficeRank.UNION and role.side.institution
        )
        counts = named or led
        return counts.most_common(1)[0][0] if counts else None

    def company_before(self, line: Line, at: int) -> str | None:
        """The organisation last named before word `at` of a line that is no union, bloc or medium."""
        for number in range(line.number, max(-1, line.number - 4), -1):
            named = [n for n in self.scene.lines[number].namings if _is_company(n)]
            before = [n for n in named if number < line.number or n.last <= at]
            if before:
                return before[-1].known.name
        return None

    def speakers_before(self, line: Line) -> list[Speaker]:
        """Those who spoke before a sentence, the last three."""
        before = [a for a in self.said if a.content[0].start < line.sentence.span.start and a.speaker]
        return [Speaker(a.speaker, a.party, person=a.speaker in self.people) for a in before[-3:]]

    def voice_over(self, span: Span) -> Attribution | None:
        """The attribution whose content holds the words of `span`."""
        return next((a for a in self.said if any(part.overlaps(span) for part in a.content)), None)

    def negotiates(self, party: str, frames: Sequence[MeetingFrame]) -> bool:
        """True when a party is a side of this report's talks: the union, or one that met before in it."""
        return party == self.union or any(party in frame.parties for frame in frames)

    def rank_and_file(self, ground: Ground, first: int, last: int) -> str | None:
        """The union where words `first` to `last` name its members or local leaders, also those at one company."""
        for at in range(first, last):
            low, before = ground.lows[at], ground.lows[at - 1] if at else ""
            if low in MEMBERS or (low in OFFICERS and before in ("local", "union")):
                return self.union
        return None

    def noun_party(self, ground: Ground, at: int) -> str | None:
        """The party that the noun at `at` means: "the union", "the company"; None for any other word."""
        if at == 0 or ground.lows[at - 1] not in ("the", "this", "that"):
            return None
        if ground.lows[at] in UNION_NOUNS:
            return self.union
        return self.company_before(ground.line, at) if ground.lows[at] in COMPANY_NOUNS else None

    def holders(self, office: str, before: MeetingFrame | None) -> list[Person]:
        """The people with an office, of the parties of the meeting before where there is one."""
        chosen = [person for person in self.people.values() if person.office == office]
        if before is None:
            return chosen
        return [
            person
            for person in chosen
            if person.party in before.parties or person.name in before.people or person.party is None
        ]


def _is_union(naming: Naming) -> bool:
    if naming.kind is not NamingKind.ORGANISATION or not isinstance(naming.known, Organisation):
        return False
    known = naming.known
    words = {word.lower() for form in (known.name, *known.aliases) for word in form.split()}
    return bool(words & UNION_WORDS) and not (words & UNION_WORDS == {"union"} and words & NO_LABOUR)


def _is_company(naming: Naming) -> bool:
    if naming.kind is not NamingKind.ORGANISATION or not isinstance(naming.known, Organisation):
        return False
    return naming.known.kind is ActorKind.ORGANISATION and not _is_union(naming)
