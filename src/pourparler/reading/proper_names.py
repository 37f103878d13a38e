"""Sources whose proper name no list knows: the heads tell that it is one, and whether a person or a body bears it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, Mention
from pourparler.core.vocabulary import ActorKind
from pourparler.encoder.analysis import Analysis
from pourparler.reading.scene import Scene

BORNE = {"organization": ActorKind.ORGANISATION, "person": ActorKind.PERSON}
"""Kinds of mention that can speak, with the kind of actor they are."""

LINKS = frozenset(("of", "for", "and", "&", "the", "de", "du", "des", "der", "van", "von", "al"))
"""Words inside names that are written small."""

OUTLETS = frozenset(
    """news times post journal herald tribune gazette chronicle telegraph guardian observer courier mirror mail press
    media radio television tv magazine weekly review today online wire""".split()
)
"""Last words of names of outlets, which pass words on and are nobody's side."""

LEAST_ACRONYM = 3
"""Letters of a name all in capitals from which it is a body's when it speaks, whatever kind the heads give it."""


class ProperNames:
    """The words of a report with their tags, heads and mentions, asked for the names that stand in source phrases."""

    def __init__(self, scene: Scene, analysis: Analysis) -> None:
        self._scene = scene
        self._analysis = analysis
        self._kinds: dict[str, Counter[str]] = {}
        for (_, _, form), kind in zip(analysis.words, analysis.kinds, strict=True):
            if kind != "none":
                self._kinds.setdefault(form, Counter())[kind] += 1

    def named(self, said: Attribution) -> tuple[Attribution, Mention | None]:
        """`said` with the name that its source bears, and the mention of it; unchanged where rules know the speaker
        or the source bears no name. A body speaks for itself, a person or an outlet for nobody known."""
        if said.speaker is not None or said.source is None:
            return said, None
        run = self._run(said.source)
        kind = BORNE.get(self._kind(run[1] - 1)) if run is not None else None
        if run is None or kind is None:
            return said, None
        words = self._analysis.words
        span = Span(words[run[0]][0], words[run[1] - 1][1])
        name = " ".join(span.of(self._scene.text).split())
        party = said.party if kind is ActorKind.PERSON or name.split()[-1].lower() in OUTLETS else name
        found = replace(said, speaker=name, party=party, anonymous=False, office=None)
        return found, Mention(span, kind, name, party)

    def _kind(self, head: int) -> str:
        """The kind of mention that the word at `head` heads most often in this report."""
        word = self._analysis.words[head][2]
        told = self._kinds.get(word)
        if told and len(word) >= LEAST_ACRONYM and word.isupper():
            return "organization"
        return told.most_common(1)[0][0] if told else "none"

    def _run(self, source: Span) -> tuple[int, int] | None:
        """Words `[first, last)` of the name that heads a source phrase; None where its head is no name, or is one
        that the lists know."""
        words, tags = self._analysis.words, self._analysis.tags
        inside = [n for n in range(*self._bounds(source)) if words[n][0] < source.end]
        heads = self._heads(inside)
        tops = [n for n in inside if heads[n] not in inside or heads[n] == n]
        if len(tops) != 1 or tags[tops[0]] != "PROPN" or not words[tops[0]][2][0].isupper():
            return None
        first = last = tops[0]
        while last + 1 in inside and tags[last + 1] == "PROPN":
            last += 1
        while first - 1 in inside and self._goes_on(first - 1, inside):
            first -= 1
        while words[first][2].lower() in LINKS:
            first += 1
        head = Span(words[tops[0]][0], words[tops[0]][1])
        return None if self._is_known(head) else (first, last + 1)

    def _heads(self, inside: Sequence[int]) -> dict[int, int]:
        """The head of each of some words of one sentence, or of two."""
        found: dict[int, int] = {}
        for number in {self._sentence(at) for at in inside}:
            first = self._analysis.sentences[number][0]
            found |= {first + place: int(head) for place, head in enumerate(self._analysis.tree(number))}
        return found

    def _sentence(self, at: int) -> int:
        """The number of the sentence of a word."""
        return bisect_right(self._analysis.sentences, at, key=lambda bounds: bounds[0]) - 1

    def _goes_on(self, at: int, inside: Sequence[int]) -> bool:
        """True for a word of a name, or a small word between two of them."""
        words, tags = self._analysis.words, self._analysis.tags
        if tags[at] == "PROPN" or (words[at][2][:1].isupper() and tags[at] in ("NOUN", "ADJ")):
            return True
        return words[at][2].lower() in LINKS and at - 1 in inside and words[at - 1][2][:1].isupper()

    def _bounds(self, source: Span) -> tuple[int, int]:
        """The words that lie in a span, `[first, last)`."""
        words = self._analysis.words
        first = next((n for n, word in enumerate(words) if word[1] > source.start), len(words))
        last = next((n for n in range(first, len(words)) if words[n][0] >= source.end), len(words))
        return first, last

    def _is_known(self, span: Span) -> bool:
        """True when the rules know what the head of a name is: a person, state, body, place; or when it is a day."""
        line = self._scene.lines[self._scene.page.sentence_at(span.start)]
        known = [*(n.span for n in line.namings), *(p.phrase for p in line.people)]
        known += [role.span(line.sentence) for role in line.roles]
        known += [Span(time.start, time.end) for time in self._scene.page.times_in(line.sentence.span)]
        return any(span.overlaps(other) for other in known)
