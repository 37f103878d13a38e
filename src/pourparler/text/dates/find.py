"""All time expressions of a text: scanned, parsed, looked at in their clause, resolved."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, Direction, Origin, Precision, TimeExpression, When
from pourparler.text.dates import verbs
from pourparler.text.dates.centre import Centre, Earlier, Resolved
from pourparler.text.dates.clause import Tense, tense
from pourparler.text.dates.grammar import phrases
from pourparler.text.dates.lead import bounded
from pourparler.text.dates.parse import wording
from pourparler.text.dates.quotes import find_quotes, quote_at
from pourparler.text.dates.resolve import resolve
from pourparler.text.dates.scan import Scan, scan
from pourparler.text.dates.wording import Base, Kind, Wording


@dataclass(slots=True)
class _Phrase:
    """One phrase on its way to an expression: token range, wording, tense, the quotation it stands in."""

    first: int
    last: int
    said: Wording
    looks: Tense
    quote: Span | None
    found: TimeExpression | None = None
    precision: Precision = Precision.DAY


def find_times(text: str, anchor: Anchor, quotes: Sequence[Span] = ()) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` in order, none overlapping; relative ones counted from `anchor`.

    Inside a quotation (`quotes`, or those found here when empty) they are counted from the day on which its own
    sentence says it was spoken. Offsets are code points; a day that cannot be known leaves `when` without ends.
    """
    scanned = scan(text)
    spans = tuple(sorted(quotes)) if quotes else find_quotes(text)
    made = [_Phrase(first, last, said, tense(scanned, first, last), quote_at(spans, scanned.tokens[first].start))
            for name, first, last in phrases(scanned.classes)
            if (said := wording(scanned, name, first, last)) is not None]  # fmt: skip
    walk = _Walk(scanned, anchor, made)
    for index, phrase in enumerate(made):
        if phrase.quote is None:
            walk.settle(index)
    walk.earlier = None
    for index, phrase in enumerate(made):
        if phrase.quote is not None:
            walk.settle(index)
    return tuple(phrase.found for phrase in made if phrase.found is not None)


@dataclass(slots=True)
class _Walk:
    """The walk through the phrases of one text, remembering the day last named."""

    scanned: Scan
    anchor: Anchor
    made: list[_Phrase]
    earlier: Earlier | None = None
    spoken: dict[Span, Anchor] = field(default_factory=dict)

    def settle(self, index: int) -> None:
        """Resolve the phrase at `index` and keep it as the day last named where it names one."""
        phrase = self.made[index]
        anchor = self._anchor(phrase)
        looks = _seen_from(phrase, anchor, self.anchor)
        centre = Centre(anchor.day, looks, None if phrase.quote else self.earlier)
        resolved = self._linked(index, resolve(phrase.said, centre))
        phrase.found = _expression(self.scanned, phrase, bounded(self.scanned, phrase.first, resolved, centre), anchor)
        phrase.precision = resolved.precision
        dated = phrase.said.type in ("DATE", "TIME") and resolved.precision is not Precision.SPAN
        if dated and not phrase.quote and resolved.start and resolved.end:
            self.earlier = Earlier(resolved.start, resolved.end, resolved.precision)

    def _linked(self, index: int, resolved: Resolved) -> Resolved:
        """ "three days after Friday's talks", "on the eve of the summit on June 3": counted from the next day named."""
        return resolved

    def _anchor(self, phrase: _Phrase) -> Anchor:
        if phrase.quote is None:
            return self.anchor
        if phrase.quote not in self.spoken:
            self.spoken[phrase.quote] = self._spoken(phrase.quote)
        return self.spoken[phrase.quote]

    def _spoken(self, quote: Span) -> Anchor:
        """The day on which `quote` was said, where a time beside a verb of speech in its sentence gives one."""
        inside = [k for k, token in enumerate(self.scanned.tokens) if quote.start <= token.start < quote.end]
        if not inside:
            return self.anchor
        begin = self.scanned.sentence(inside[0])[0]
        end = self.scanned.sentence(inside[-1])[1]
        for other in self.made:
            if other.quote is None and begin <= other.first < end and other.found and self._of_speech(other, begin, end):
                when = other.found.when
                if when and when.start and when.start == when.end and other.looks is not Tense.COMING:
                    return Anchor(when.start, Origin.SPEAKER, self.anchor.published_from)
        return self.anchor

    def _of_speech(self, other: _Phrase, begin: int, end: int) -> bool:
        near = self.scanned.tokens[max(begin, other.first - 8) : min(end, other.last + 10)]
        return any(token.low in verbs.SPEECH for token in near)


def _seen_from(phrase: _Phrase, anchor: Anchor, published: Anchor) -> Tense:
    return phrase.looks


def _expression(scanned: Scan, phrase: _Phrase, resolved: Resolved, anchor: Anchor) -> TimeExpression:
    start, end = scanned.tokens[phrase.first].start, scanned.tokens[phrase.last - 1].end
    when = None
    if resolved.names_days:
        when = When(resolved.start, resolved.end, resolved.precision, scanned.text[start:end])
    counted = anchor
    if resolved.origin is Origin.ABSOLUTE:
        counted = Anchor(None, Origin.ABSOLUTE, anchor.published_from)
    elif resolved.origin is Origin.TEXT:
        counted = replace(anchor, origin=Origin.TEXT)
    clock = f"{phrase.said.clock[0]:02d}:{phrase.said.clock[1]:02d}:00" if phrase.said.clock else None
    facing = _direction(phrase.looks, when, anchor)
    return TimeExpression(start, end, phrase.said.type, resolved.value, when, facing, counted, clock)


def _direction(looks: Tense, when: When | None, anchor: Anchor) -> Direction:
    today = anchor.day
    if looks is Tense.COMING:
        return Direction.COMING
    if looks is Tense.PAST and not (when and when.start and today and when.start > today):
        return Direction.PAST
    if when and today:
        if when.end and when.end < today:
            return Direction.PAST
        if when.start and when.start > today:
            return Direction.COMING
    return Direction.OPEN
