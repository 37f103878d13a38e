"""Full dates as header lines, bylines and datelines write them."""

from dataclasses import dataclass
from datetime import date

from pourparler.text.dates.centre import Centre
from pourparler.text.dates.grammar import phrases
from pourparler.text.dates.parse import wording
from pourparler.text.dates.resolve import resolve
from pourparler.text.dates.scan import scan
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Kind


@dataclass(frozen=True, slots=True)
class Stamp:
    """A calendar day written out: half-open offsets, the day, and whether a time of day stands with it."""

    start: int
    end: int
    day: date
    timed: bool


def find_stamps(words: str, known: date | None = None) -> tuple[Stamp, ...]:
    """The full dates of `words`; those without a year only when `known` gives the year that lies nearest."""
    scanned = scan(words)
    found: list[Stamp] = []
    for name, first, last in phrases(scanned.classes):
        said = wording(scanned, name, first, last)
        if said is None or said.kind is Kind.CLOCK:
            if said is not None and found and scanned.tokens[first].start - found[-1].end <= 3:
                kept = found.pop()
                found.append(Stamp(kept.start, scanned.tokens[last - 1].end, kept.day, timed=True))
            continue
        if said.kind is not Kind.DATE or said.day is None or said.month is None or (said.year is None and not known):
            continue
        resolved = resolve(said, Centre(known, Tense.NONE))
        if resolved.start:
            start, end = scanned.tokens[first].start, scanned.tokens[last - 1].end
            found.append(Stamp(start, end, resolved.start, said.clock is not None))
    return tuple(found)
