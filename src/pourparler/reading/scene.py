"""A page with everybody on it: each sentence with its names, roles, people, noun chunks and verb groups."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.reading import Mention
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.appositions import introduced
from pourparler.reading.bodies import SPEAKING, name_of_body, own_bodies, party_before
from pourparler.reading.datelines import at_home
from pourparler.reading.domestic import settle_after_states, settle_at_home, settle_under_headings
from pourparler.reading.houses import housed
from pourparler.reading.namings import Naming, NamingKind, namings
from pourparler.reading.owners import owned
from pourparler.reading.page import Page
from pourparler.reading.people import PersonNaming, people
from pourparler.reading.retagging import retagged
from pourparler.reading.roles import Role, roles, side_of
from pourparler.text.chunks import NounChunk
from pourparler.text.clauses import Parse, parse
from pourparler.text.verbs import VerbGroup
from pourparler.text.words import Sentence, Word
from pourparler.text.world import Institution, Organisation

PLACE_PREPOSITIONS = frozenset("in at to from near outside inside around into via leaving reach visit".split())


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence laid out; indices are into `sentence.words`, half-open. `quoted` tells which words are quoted."""

    number: int
    sentence: Sentence
    namings: tuple[Naming, ...]
    roles: tuple[Role, ...]
    people: tuple[PersonNaming, ...]
    parse: Parse
    quoted: tuple[bool, ...]

    @property
    def chunks(self) -> tuple[NounChunk, ...]:
        """The noun chunks of the sentence."""
        return self.parse.chunks

    @property
    def verbs(self) -> tuple[VerbGroup, ...]:
        """The verb groups of the sentence."""
        return self.parse.groups

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    def span(self, first: int, last: int) -> Span:
        """The span of words `first` to `last`."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def verb_follows(self, last: int, over: frozenset[str] = frozenset()) -> bool:
        """True when a verb group begins at word `last`; adverbs, marks and the words `over` are skipped."""
        at = last
        while at < len(self.words) and (self.words[at].tag in ("ADV", "PUNCT") or self.words[at].text.lower() in over):
            at += 1
        return any(group.first == at for group in self.verbs)

    def index_at(self, offset: int) -> int:
        """The index of the first word that ends after `offset`; the count of words when there is none."""
        return next((i for i, word in enumerate(self.words) if word.end > offset), len(self.words))


@dataclass(frozen=True, slots=True)
class Scene:
    """A page and its lines, with the actors of the whole report."""

    page: Page
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.page.text


def set_scene(page: Page) -> Scene:
    """Find names, roles and people on a page."""
    named = [tuple(namings(page.text, sentence)) for sentence in page.sentences]
    named = housed(page.text, named)
    named = at_home(page.text, page.sentences, named)
    named = [own_bodies(sentence, known) for sentence, known in zip(page.sentences, named, strict=True)]
    named = introduced(page.sentences, named)
    held = [tuple(roles(sentence, known)) for sentence, known in zip(page.sentences, named, strict=True)]
    held = owned(page.sentences, named, held)
    found = people(page.sentences, named, held)
    settle_at_home(page.text, found, named)
    settle_under_headings(page.sentences, found, named)
    settle_after_states(page.sentences, found, named)
    by_line: dict[int, list[PersonNaming]] = {}
    for person in found:
        by_line.setdefault(person.sentence, []).append(person)
    tagged = [
        retagged(sentence, named[number], by_line.get(number, [])) for number, sentence in enumerate(page.sentences)
    ]
    lines = tuple(
        Line(
            number,
            sentence,
            _namings(named[number], by_line.get(number, [])),
            held[number],
            tuple(by_line.get(number, [])),
            parse(sentence),
            tuple(any(q.inner.start <= w.start and w.end <= q.inner.end for q in page.quotes) for w in sentence.words),
        )
        for number, sentence in enumerate(tagged)
    )
    return Scene(page, lines)


def _namings(known: tuple[Naming, ...], people: list[PersonNaming]) -> tuple[Naming, ...]:
    """The namings outside people's names."""
    return tuple(naming for naming in known if not _inside(naming, people))


def _inside(naming: Naming, people: list[PersonNaming]) -> bool:
    """True when a naming is part of a person's name."""
    return any(person.first <= naming.first < person.last for person in people)


def mentions(scene: Scene) -> Iterator[Mention]:
    """Every naming of an actor in the order of the text; capitals that are places here are left out."""
    for line in scene.lines:
        found = [
            Mention(n.phrase, ActorKind.PERSON, n.person.name, n.person.party, n.person.office) for n in line.people
        ]
        found += [mention for naming in line.namings if (mention := _mention(line, naming)) is not None]
        yield from sorted(found, key=lambda mention: mention.span)


def _mention(line: Line, naming: Naming) -> Mention | None:
    """The mention of a state or body, None for places and offices."""
    if naming.kind in (NamingKind.PLACE, NamingKind.OFFICE) or is_place(line, naming):
        return None
    side = side_of(naming)
    if naming.kind in (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.SEAT, NamingKind.CAPITAL):
        kind = naming.known.kind if isinstance(naming.known, Organisation) else ActorKind.STATE
        return Mention(naming.span, kind, side.party or "")
    kind = naming.known.kind if isinstance(naming.known, Organisation) else ActorKind.ORGANISATION
    party = side.party if side.party != side.institution else None
    if isinstance(naming.known, Institution):
        state = party_before(line.namings, naming)
        if state is None or naming.known.kind not in SPEAKING:
            return None
        before = [n for n in line.namings if n.last <= naming.first and naming.first - n.last <= 1]
        span = Span(before[-1].span.start, naming.span.end) if before else naming.span
        return Mention(span, kind, name_of_body(naming.known, state), state)
    return Mention(naming.span, kind, side.institution or "", party)


def is_place(line: Line, naming: Naming) -> bool:
    """True when a capital, seat or place is where something happens rather than who acts."""
    if naming.kind is NamingKind.PLACE:
        return True
    if naming.kind not in (NamingKind.CAPITAL, NamingKind.SEAT, NamingKind.STATE) or naming.first == 0:
        return False
    before = line.words[naming.first - 1]
    if before.text.lower() == "the" and naming.first > 1:
        before = line.words[naming.first - 2]
    return before.text.lower() in PLACE_PREPOSITIONS
