"""Who is who in a report by its namings: those that the heads hold to be of one actor share the name that one of them
bears, or the description by which the report calls it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pourparler.core.evidence import Span
from pourparler.core.reading import Mention
from pourparler.core.vocabulary import ActorKind
from pourparler.encoder.attribution import Words
from pourparler.encoder.callings import Called
from pourparler.reading.collectives import meant_body
from pourparler.reading.conditions.holders import named_parties
from pourparler.reading.framing.laid import Laid
from pourparler.reading.proper_names import OUTLETS
from pourparler.reading.roles import side_of
from pourparler.reading.shortening import is_part
from pourparler.text.gazetteer import fold, load_gazetteer

SIDES = {
    "state": ActorKind.STATE,
    "organisation": ActorKind.ORGANISATION,
    "bloc": ActorKind.BLOC,
    "group": ActorKind.GROUP,
}
"""Kinds of naming that are a side themselves."""

DETERMINERS = frozenset("the a an this that these those its their his her our both all".split())


ROLES = frozenset(
    """side sides party parties negotiator negotiators mediator mediators delegate delegates delegation delegations
    participant participants counterpart counterparts opponent opponents rival rivals partner partners leader leaders
    team teams theirs ours yours other own opposite opposing negotiating warring two three four five six""".split()
)
"""Words of a description that only tells what part somebody plays in talks, whoever it is."""

OWNERS = frozenset("its their our his her my".split())
PRONOUNS = frozenset("it they them we us he she him her i you one itself themselves who which both".split())
NO_NAMES = PRONOUNS | DETERMINERS


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a report: the name it goes by, its kind, and its namings."""

    name: str
    kind: ActorKind
    spans: tuple[Span, ...]
    known: bool


class Cast:
    """The actors of a report."""

    def __init__(self, laid: Laid) -> None:
        """Joins the namings of the report; who it is is worked out when asked."""
        self._laid = laid
        self._called = laid.analysis.called
        self._group = self._groups()

    def _groups(self) -> list[int]:
        """The first naming of the same actor for each naming: by the heads, or by the very words."""
        first: dict[str, int] = {}
        group: list[int] = []
        for number, one in enumerate(self._called):
            words = self._bare(one.words).lower()
            at = group[one.before] if one.before is not None else first.get(words, number)
            if words not in PRONOUNS:
                first.setdefault(words, at)
            group.append(at)
        return group

    def _bare(self, words: Words) -> str:
        """A naming without the article before it."""
        line, first, last = self._laid.line(words)
        while first < last - 1 and line.words[first].text.lower() in DETERMINERS:
            first += 1
        return " ".join(line.span(first, last).of(self._laid.scene.text).split()) if first < last else ""

    def sides(self, words: Words) -> Iterator[Actor]:
        """The sides that namings among some words are of, or speak for."""
        for number, one in enumerate(self._called):
            if one.words[0] < words[1] and words[0] < one.words[1]:
                actor = self._side(number)
                if actor is not None:
                    yield actor

    def side_at(self, span: Span) -> Actor | None:
        """The side of the first naming in a span, or for which the one named there speaks."""
        for number in range(len(self._called)):
            if self._spans[number].overlaps(span):
                return self._side(number)
            if self._spans[number].start >= span.end:
                break
        return None

    def body_at(self, span: Span) -> Actor | None:
        """The side that the first naming in a span is of itself."""
        at = next((n for n, place in enumerate(self._spans) if place.overlaps(span)), None)
        return self._actors.get(self._group[at]) if at is not None else None

    def side_before(self, span: Span) -> Actor | None:
        """The side named last before a span in its sentence."""
        start = self._laid.scene.page.sentences[self._laid.scene.page.sentence_at(span.start)].span.start
        for number in range(len(self._called) - 1, -1, -1):
            if start <= self._spans[number].start and self._spans[number].end <= span.start:
                return self._side(number)
        return None

    @cached_property
    def _spans(self) -> list[Span]:
        return [self._laid.span(one.words) for one in self._called]

    @cached_property
    def _members(self) -> dict[int, list[int]]:
        """The numbers of the namings of each group."""
        members: dict[int, list[int]] = {}
        for number, group in enumerate(self._group):
            members.setdefault(group, []).append(number)
        return members

    def _side(self, number: int) -> Actor | None:
        """The side that a naming is of, or that the person named there speaks for."""
        group = self._group[number]
        if group in self._actors:
            return self._actors[group]
        return self._served(number) if self._kind(group) in ("person", "unnamed") else None

    def _kind(self, group: int) -> str:
        return Counter(self._called[at].kind for at in self._members[group]).most_common(1)[0][0]

    def _served(self, number: int) -> Actor | None:
        """The side named in the words for a person: "the union's negotiator", "an army spokesman", "its chair"."""
        line, first, last = self._laid.line(self._called[number].words)
        if first < last and line.words[first].text.lower() in OWNERS:
            before = (at for at in range(number - 1, -1, -1) if self._group[at] in self._actors)
            return next((self._actors[self._group[at]] for at in before), None)
        words = f" {self._bare(self._called[number].words).lower()} "
        best: tuple[int, Actor] | None = None
        for group, actor in self._actors.items():
            for at in self._members[group]:
                name = self._bare(self._called[at].words).lower()
                inside = any(f" {name}{end}" in words for end in (" ", "'s ", "’s ", "' ", "’ "))
                if inside and (best is None or len(name) > best[0]):
                    best = (len(name), actor)
        return best[1] if best else None

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        """The side behind each group of namings; none behind people, places, several and the unnamed."""
        found: dict[int, Actor] = {}
        for group, members in self._members.items():
            kind = SIDES.get(self._kind(group))
            ones = [self._called[at] for at in members]
            name = known = self._known(ones) if kind else None
            if kind and name is None:
                name = self._name(ones)
                if name and (_is_outlet(name) or not (_is_name(name) or len(members) > 1)):
                    name = None
            if kind and name:
                found[group] = Actor(name, kind, tuple(self._spans[at] for at in members), known is not None)
        return found

    def _known(self, ones: list[Called]) -> str | None:
        """The party that the rules know behind one of some namings, else the state whose name or capital one is."""
        for one in ones:
            parties = named_parties(*self._laid.line(one.words))
            if len(parties) == 1:
                return parties[0]
        world = load_gazetteer()
        named = [fold(self._bare(one.words)) for one in ones if one.kind == "state"]
        tables = (world.states, world.seats, world.capitals)
        state = next((table[name] for name in named for table in tables if name in table), None)
        return state.name if state else self._meant(ones)

    def _meant(self, ones: list[Called]) -> str | None:
        """The party of the body that namings stand for which are no more than "the union" from the first, and "it"."""
        bare = {self._bare(one.words).lower() for one in ones} - NO_NAMES
        if len(bare) != 1 or " " in next(iter(bare)):
            return None
        line, first, last = self._laid.line(ones[0].words)
        plain = line.words[first].text.lower() == "the" and last - first == 2
        meant = meant_body(self._laid.scene, line, last - 1) if plain else None
        return (meant[1] or side_of(meant[0]).party) if meant else None

    def _name(self, ones: list[Called]) -> str | None:
        """The fullest name that one of some namings bears, else the words of the first description without its article;
        none where that only tells a part played in the matter ("the other side")."""
        texts = [text for one in ones if (text := self._bare(one.words)) and text.lower() not in NO_NAMES]
        proper = [text for text in texts if _is_name(text) and not self._opens(text)]
        if proper:
            return fullest(proper)
        return next((text for text in texts if not _is_role(text)), None)

    def _opens(self, text: str) -> bool:
        """True for one plain word that has its capital from the beginning of a sentence."""
        return " " not in text and text.lower() in {self._bare(one.words) for one in self._called}

    def mentions(self, known: Sequence[Mention]) -> Iterator[Mention]:
        """The namings of sides that the rules do not know, where no mention of theirs (`known`) stands."""
        taken = [mention.span for mention in known]
        for actor in self._actors.values():
            if not actor.known:
                for span in actor.spans:
                    if any(span.overlaps(other) for other in taken):
                        continue
                    yield Mention(span, actor.kind, actor.name, actor.name)


def _is_role(text: str) -> bool:
    """True for a description that tells no more than a part in talks: "the other side", "our own negotiators"."""
    words = text.lower().split()
    return words[0] == "own" or set(words) <= ROLES


def fullest(names: Sequence[str]) -> str:
    """The first of some names of one actor, or the longest of which it is part: "Skerrow Steel" for "Skerrow"."""
    return max((names[0], *(name for name in names if is_part(names[0], name))), key=lambda name: len(name.split()))


def _is_name(text: str) -> bool:
    """True for words that are all written with capitals but for the small ones between."""
    words = [word for word in text.split() if len(word) > 3 or word[0].isupper()]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_outlet(text: str) -> bool:
    return text.split()[-1].lower() in OUTLETS
