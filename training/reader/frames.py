"""Windows with frames from the annotated corpus: namings, words of positions, triggers, cues, and what is around."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pourparler.core.evidence import Span
from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, SEEN, STATES
from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.windows import LENGTH, Window, windows
from pourparler.text.sentences import cut
from training.corpus.days import VALUE
from training.corpus.joins import actors
from training.corpus.kinds import RECORD, RESERVED
from training.corpus.model import Actor, Document, Record, Tag
from training.corpus.negotiation import Negotiation, negotiations, split
from training.reader.texts import Text, prepare

Words = tuple[int, int]
"""Words `[first, last)`."""

LETTERS = {"m": "meeting", "i": "instrument", "p": "position", "c": "condition", "s": "statement"}


OPENED = {
    "p": ("stand", "position", "evidence"),
    "c": ("tie", "condition", "trigger"),
    "s": ("say", "statement", "cue"),
}
"""The chain, the label and the field of the records that words other than namings open."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is looked from: its kind, its words, labels of all words seen from it, its closed values by task, and its
    words of state with their number."""

    kind: int
    first: int
    last: int
    labels: tuple[int, ...]
    values: tuple[tuple[str, int], ...]
    states: tuple[tuple[Words, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming that may be linked: its kind in `LINKED`, its words, what it names, and of an actor the number in
    `CALLED` of what it is (-1 for others)."""

    kind: int
    first: int
    last: int
    group: str
    called: int = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A window by word: the sentence of each, labels of every chain, and its anchors and namings."""

    window: Window
    sentences: tuple[int, ...]
    chains: Mapping[str, tuple[int, ...]]
    anchors: tuple[Anchor, ...]
    namings: tuple[Naming, ...]
    forms: tuple[str, ...]


def reports(corpus: Path, side: str) -> list[tuple[Document, dict[str, Actor]]]:
    """Every report on one side of the split with its cast."""
    sides = split(corpus)
    found: list[tuple[Document, dict[str, Actor]]] = []
    for negotiation in negotiations(corpus):
        if sides.get(negotiation.name) == side:
            found += [(document, _cast(negotiation, stem)) for stem, document in negotiation.reports]
    return found


def _cast(negotiation: Negotiation, stem: str) -> dict[str, Actor]:
    return actors(negotiation, stem)


def examples(
    document: Document, cast: Mapping[str, Actor], pieces: WordPieces, length: int = LENGTH
) -> Iterator[Example]:
    """The windows (at most `length` pieces) of one annotated report."""
    banners = [tag.span for tag in document.tags if tag.ids[0] == "not-news"]
    text = prepare(document.text, pieces, list(cut(document.text, banners)))
    laid = _Laid(document, cast, text)
    for window in windows(text.document, length):
        yield laid.example(window)


class _Laid:
    """An annotated report laid over the words that the encoder sees."""

    def __init__(self, document: Document, cast: Mapping[str, Actor], text: Text) -> None:
        self.document, self.cast, self.text = document, cast, text
        self.ends = [word[1] for word in text.words]
        self.namings = list(self._namings())
        self.anchors = list(self._anchors())
        self.chains = {name: [0] * len(text.words) for name in CHAINS}
        for kind, first, last, _ in self.namings:
            self._mark("actor" if kind == 2 else "named", ("meeting", "instrument", "actor")[kind], (first, last))
        for record in document.records:
            if record.id[0] in OPENED:
                chain, name, field = OPENED[record.id[0]]
                for span in record.spans(field):
                    self._mark(chain, name, self.words(span))

    def words(self, span: Span) -> Words:
        """The words that a span touches."""
        first = bisect_right(self.ends, span.start)
        last = first
        while last < len(self.text.words) and self.text.words[last][0] < span.end:
            last += 1
        return first, last

    def _mark(self, chain: str, name: str, words: Words) -> None:
        """Label words that bear no label of the chain yet."""
        labels, begin = self.chains[chain], CHAINS[chain].index(f"B-{name}")
        if words[0] < words[1] and not any(labels[words[0] : words[1]]):
            labels[words[0]] = begin
            for at in range(words[0] + 1, words[1]):
                labels[at] = begin + 1

    def _namings(self) -> Iterator[tuple[int, int, int, str]]:
        """Namings of meetings and instruments, then of actors, the longer before the shorter."""
        for tag in sorted(self.document.tags, key=lambda tag: tag.span.start - tag.span.end):
            first, last = self.words(tag.span)
            if first == last or VALUE.fullmatch(tag.ids[0]) or tag.ids[0] in ("office", "not-news"):
                continue
            if RECORD.fullmatch(tag.ids[0]):
                if tag.ids[0][0] in "mi":
                    yield "mi".index(tag.ids[0][0]), first, last, self._followed(tag.ids[0])
            else:
                yield 2, first, last, " ".join(tag.ids) if tag.ids[0] != "unnamed" else f"unnamed {first}"

    def _called(self, group: str) -> int:
        """What a naming of an actor is of, by the ids it names."""
        ids = group.split()
        if ids[0] == "unnamed":
            return CALLED.index("unnamed")
        if len(ids) > 1:
            return CALLED.index("several")
        return CALLED.index(self.cast[ids[0]].kind) if ids[0] in self.cast else -1

    def _followed(self, id_: str) -> str:
        """The record that a record follows by `same`, else itself."""
        record = next((one for one in self.document.records if one.id == id_), None)
        return record.words("same")[0] if record and record.words("same") else id_

    def _anchors(self) -> Iterator[tuple[str, Record, Words]]:
        """Kind, record and words of each anchor."""
        for record in self.document.records:
            kind = LETTERS[record.id[0]]
            if record.id[0] in "mi":
                for tag in self.document.tags:
                    if record.id in tag.ids:
                        yield kind, record, self.words(tag.span)
            else:
                for span in record.spans(OPENED[record.id[0]][2])[:1]:
                    yield kind, record, self.words(span)

    def example(self, window: Window) -> Example:
        """What one window holds."""
        first, last = window.first, window.last
        here = [one for one in self.anchors if first <= one[2][0] < one[2][1] <= last]
        return Example(
            window,
            tuple(self.text.document.sentences[first:last]),
            {name: tuple(labels[first:last]) for name, labels in self.chains.items()},
            tuple(self._anchor(one, window) for one in here),
            tuple(
                Naming(kind, a - first, b - first, group, self._called(group) if kind == 2 else -1)
                for kind, a, b, group in sorted(self.namings, key=lambda one: (one[1], one[2]))
                if first <= a < b <= last
            ),
            tuple(form.lower() for _, _, form in self.text.words[first:last]),
        )

    def _anchor(self, one: tuple[str, Record, Words], window: Window) -> Anchor:
        kind, record, words = one
        first, last = window.first, window.last
        places = [(role, place) for role, place in self._roles(kind, record, words) if first <= place[0] < last]
        row = [0] * (last - first)
        for role, (a, b) in places:
            begin = SEEN.index(f"B-{role}")
            inside = range(a - first, min(b, last) - first)
            if not any(row[at] for at in inside):
                for at in inside:
                    row[at] = begin + (at > a - first)
        states = tuple(
            ((a - first, min(b, last) - first), STATES.index(name))
            for name, (a, b) in self._states(record, words)
            if first <= a < last
        )
        values = tuple(_values(kind, record))
        if kind == "meeting" and not self._tells(record, words):
            values = tuple((task, number) for task, number in values if task != "meeting status")
        return Anchor(ANCHORS.index(kind), words[0] - first, words[1] - first, tuple(row), values, states)

    def _tells(self, record: Record, words: Words) -> bool:
        """True when a naming stands in a sentence that is cited as evidence of its record."""
        sentences = self.text.document.sentences
        cited = [self.words(span) for span in record.spans("evidence")]
        return any(sentences[a] <= sentences[words[0]] <= sentences[max(a, b - 1)] for a, b in cited if a < b)

    def _roles(self, kind: str, record: Record, words: Words) -> Iterator[tuple[str, Words]]:
        """What stands around an anchor, the surer first."""
        plain = {
            "meeting": ("wording", "time=when", "agenda", "outcome", "out=excluded", "out=absent"),
            "condition": ("requires", "blocks"),
            "position": ("issue",),
            "instrument": ("term=terms",),
            "statement": ("source", "content"),
        }[kind]
        for name in plain:
            role, _, field = name.partition("=")
            for span in record.spans(field or role):
                if self._nearest(kind, record, words, self.words(span)):
                    yield role, self.words(span)
        for _, place in self._states(record, words):
            yield "state", place
        actors = {
            "meeting": ("person=people", "party=parties", "mediator=mediators", "host=hosts", "place=place"),
            "condition": ("holder=holder voice",),
            "position": ("holder=party voice",),
            "instrument": ("party=parties",),
            "statement": (),
        }[kind]
        yield from self._actors(kind, record, words, actors)

    def _states(self, record: Record, words: Words) -> Iterator[tuple[str, Words]]:
        if record.id[0] == "i":
            for field in record.fields:
                if field.name in STATES:
                    for span in field.spans:
                        if self._nearest("instrument", record, words, self.words(span)):
                            yield field.name, self.words(span)

    def _nearest(self, kind: str, record: Record, words: Words, place: Words) -> bool:
        """True when of all namings of a record these words are the one that a place is seen from: in its sentence, or
        where none is, the nearest."""
        if kind not in ("meeting", "instrument"):
            return True
        all_of = [self.words(tag.span) for tag in self.document.tags if record.id in tag.ids]
        sentences = self.text.document.sentences
        same = [one for one in all_of if sentences[one[0]] == sentences[place[0]]]
        return words in same if same else words == min(all_of, key=lambda one: abs(one[0] - place[0]))

    def _actors(self, kind: str, record: Record, words: Words, roles: Sequence[str]) -> Iterator[tuple[str, Words]]:
        """Namings of the actors of a record in the anchor's sentence or in its evidence of that sentence; of a position
        or a condition the nearest naming before or in it."""
        sentences = self.text.document.sentences
        near = sentences[words[0]]
        for one in roles:
            role, _, fields = one.partition("=")
            told = [word for field in fields.split() for word in record.words(field)]
            places = [self.words(tag.span) for tag in self.document.tags if self._names(tag, set(told))]
            places = [place for place in places if place[0] < place[1]]
            same = [place for place in places if sentences[place[0]] == near]
            if kind in ("meeting", "instrument"):
                yield from ((role, place) for place in same)
            elif close := same or [place for place in places if abs(sentences[place[0]] - near) == 1]:
                yield role, min(close, key=lambda place: abs(place[0] - words[0]))

    def _names(self, tag: Tag, ids: set[str]) -> bool:
        first = tag.ids[0]
        if first in RESERVED or RECORD.fullmatch(first) or VALUE.fullmatch(first):
            return False
        return bool(ids) and set(tag.ids) <= ids


def _values(kind: str, record: Record) -> Iterator[tuple[str, int]]:
    """The closed values of a record by task."""
    heads = {
        "meeting": ("meeting kind", "meeting status"),
        "instrument": ("instrument kind",),
        "position": ("position stance",),
        "condition": ("condition operator",),
        "statement": (None, "statement act"),
    }[kind]
    for task, value in zip(heads, record.head, strict=True):
        if task:
            yield task, CLASSES[task].index(value)
