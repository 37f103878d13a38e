"""All time expressions of a text: scanned, parsed, looked at in their clause, resolved."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, Origin, Precision, TimeExpression, When
from pourparler.text.dates import almanac
from pourparler.text.dates.centre import Centre, Earlier, Resolved
from pourparler.text.dates.clause import looks_ahead, tense
from pourparler.text.dates.facing import direction
from pourparler.text.dates.grammar import phrases
from pourparler.text.dates.lead import bounded
from pourparler.text.dates.link import counted, link
from pourparler.text.dates.nth_day import nth_day
from pourparler.text.dates.parse import wording
from pourparler.text.dates.phrase import Phrase
from pourparler.text.dates.quotes import find_quotes, quote_at
from pourparler.text.dates.resolve import nearest_weekday, resolve
from pourparler.text.dates.scan import Scan, scan
from pourparler.text.dates.spoken import speaking_time
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Kind
from pourparler.text.dates.zones import clock_of


def find_times(text: str, anchor: Anchor, quotes: Sequence[Span] = ()) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` in order, none overlapping; relative ones counted from `anchor`.

    Inside a quotation (`quotes`, or those found here when empty) they are counted from the day on which its own
    sentence says it was spoken. Offsets are code points; a day that cannot be known leaves `when` without ends.
    """
    scanned = scan(text)
    spans = tuple(sorted(quotes)) if quotes else find_quotes(text)
    walk = _Walk(scanned, anchor, _phrases(scanned, spans))
    link(scanned, walk.made)
    for index, phrase in enumerate(walk.made):
        if phrase.quote is None:
            walk.settle(index)
    for index, phrase in enumerate(walk.made):
        if phrase.quote is not None:
            walk.settle(index)
    return tuple(phrase.found for phrase in walk.made if phrase.found is not None)


def _phrases(scanned: Scan, quotes: Sequence[Span]) -> list[Phrase]:
    made = []
    for name, first, last in phrases(scanned.classes):
        said = wording(scanned, name, first, last)
        if said is None:
            continue
        looks = tense(scanned, first, last)
        if said.kind is Kind.DURATION and looks is not Tense.COMING and looks_ahead(scanned, first):
            looks = Tense.COMING
        made.append(Phrase(first, last, said, looks, quote_at(quotes, scanned.tokens[first].start)))
    return made


@dataclass(slots=True)
class _Walk:
    """The walk through the phrases of one text, remembering the days last named."""

    scanned: Scan
    anchor: Anchor
    made: list[Phrase]
    earlier: Earlier | None = None
    day: Earlier | None = None
    spoken: dict[Span, Anchor] = field(default_factory=dict)

    def settle(self, index: int) -> None:
        """Resolve the phrase at `index`, keep the expression, and remember the day it names."""
        phrase = self.made[index]
        anchor = self._anchor(phrase)
        resolved = phrase.resolved or self._resolved(index, anchor)
        if phrase.said.kind is Kind.ANNIVERSARY and resolved.start is None:
            return
        centre = Centre(anchor.day, phrase.looks)
        resolved = bounded(self.scanned, phrase, resolved, centre)
        phrase.found = self._expression(phrase, resolved, anchor)
        if phrase.quote is None and phrase.said.type in ("DATE", "TIME") and resolved.start and resolved.end:
            self._remember(Earlier(resolved.start, resolved.end, resolved.precision))

    def _remember(self, named: Earlier) -> None:
        if named.precision is Precision.SPAN:
            return
        self.earlier = named
        if named.precision is Precision.DAY:
            self.day = named

    def _resolved(self, index: int, anchor: Anchor) -> Resolved:
        phrase = self.made[index]
        said, looks, day = phrase.said, phrase.looks, anchor.day
        if phrase.before is not None and day is not None and looks is Tense.PAST:
            day = almanac.add_days(day, phrase.before)
        fine = said.unit == "D" or (said.kind is Kind.OFFSET and said.unit in ("D", "W", "TH", "TM"))
        if phrase.follows is not None:
            return self._next_weekday(phrase, self.made[phrase.follows])
        named = None if phrase.quote else (self.day if fine else self.earlier)
        if said.kind is Kind.CLOCK:
            named = self._beside(phrase)
        centre = Centre(day, looks, named)
        found = nth_day(self.scanned, phrase, centre) if said.kind is Kind.NTH_DAY else resolve(said, centre)
        if phrase.link is not None:
            target = self.made[phrase.link]
            if target.resolved is None:
                target.resolved = self._resolved(phrase.link, self._anchor(target))
            of = self.scanned.tokens[phrase.last].low == "of"
            sign = 1 if self.scanned.tokens[phrase.last].low in ("after", "following", "from", "since") else -1
            found = counted(replace(said, shift=sign), found, target.resolved, of)
        return found

    def _next_weekday(self, phrase: Phrase, first: Phrase) -> Resolved:
        """ "Tuesday and Wednesday": the second day is the first of its name after the first."""
        when = first.found.when if first.found else None
        day = when.end if when and when.end else None
        weekday = phrase.said.weekday or 0
        after = almanac.add_days(day, 1) if day else None
        found = nearest_weekday(after, weekday, Tense.COMING) if after else None
        if found is None:
            return Resolved(f"XXXX-WXX-{weekday + 1}")
        return self._with_part(phrase, found)

    @staticmethod
    def _with_part(phrase: Phrase, found: date) -> Resolved:
        part = f"T{phrase.said.part}" if phrase.said.part else ""
        return Resolved(found.isoformat() + part, found, found)

    def _beside(self, phrase: Phrase) -> Earlier | None:
        """The day that the same sentence named before a time of day."""
        begin, end = self.scanned.sentence(phrase.first)
        for other in self.made:
            when = other.found.when if other.found and begin <= other.first < end else None
            if when and when.start and when.end and when.precision is Precision.DAY:
                return Earlier(when.start, when.end, when.precision)
        return None

    def _anchor(self, phrase: Phrase) -> Anchor:
        """What the phrase is counted from: the anchor of the text, or the day on which its quotation was said."""
        if phrase.quote is None:
            return self.anchor
        if phrase.quote not in self.spoken:
            self.spoken[phrase.quote] = self._spoken(phrase.quote, phrase.first)
        return self.spoken[phrase.quote]

    def _spoken(self, quote: Span, place: int) -> Anchor:
        last = place
        while last + 1 < len(self.scanned.tokens) and self.scanned.tokens[last + 1].start < quote.end:
            last += 1
        told = speaking_time(self.scanned, self.made, quote, (place, last + 1))
        when = told.found.when if told and told.found else None
        if when is None or when.start is None:
            return self.anchor
        return Anchor(when.start, Origin.SPEAKER, self.anchor.published_from)

    def _expression(self, phrase: Phrase, resolved: Resolved, anchor: Anchor) -> TimeExpression:
        start, end = self.scanned.tokens[phrase.first].start, self.scanned.tokens[phrase.last - 1].end
        when = None
        if resolved.names_days:
            when = When(resolved.start, resolved.end, resolved.precision, self.scanned.text[start:end])
        source = anchor
        if resolved.origin is Origin.ABSOLUTE:
            source = Anchor(None, Origin.ABSOLUTE, anchor.published_from)
        elif resolved.origin is Origin.TEXT:
            source = replace(anchor, origin=Origin.TEXT)
        facing = direction(phrase.looks, when, anchor.day, self.anchor.day)
        clock = clock_of(phrase.said, resolved.start)
        return TimeExpression(start, end, phrase.said.type, resolved.value, when, facing, source, clock)
