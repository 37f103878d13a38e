"""What the text must bear for a frame that only the heads see to be kept: unsure stays out.

The thresholds were set on the development negotiations of the corpus and the development cases of the bench, where the
share of right frames among those that the rules do not find was counted (docs/frames.md).
"""

from pourparler.encoder.frames import Framed
from pourparler.reading.framing.laid import Laid

SURE_TIE, SURE_STAND, SURE_VALUE, SURE_NAME = 0.75, 0.58, 0.6, 0.75
"""Least probability of a trigger, of the words of a position, of its stance, and of the naming of an instrument."""

FEWEST = 4
"""Words that a position has at least."""


def passes(laid: Laid, one: Framed) -> bool:
    """True when a frame that the rules do not find is borne by its words."""
    return GATES[one.kind](laid, one)


def _meeting(laid: Laid, one: Framed) -> bool:
    """A day, or two of those who meet, and the words that tell whether it was held."""
    told = [bool(one.of("time")), bool(one.of("party", "person")), bool(one.of("wording"))]
    return any(laid.day(words) is not None for words in one.of("time")) or sum(told) > 1


def _position(laid: Laid, one: Framed) -> bool:
    """A clause in somebody's voice, of a stance that is not in doubt."""
    sure = one.sure >= SURE_STAND and max(share for *_, share in one.values) >= SURE_VALUE
    if not sure or one.words[1] - one.words[0] < FEWEST:
        return False
    span = laid.span(one.words)
    return laid.voices.at(span.start, span.end) is not None and _has_verb(laid, one)


def _condition(laid: Laid, one: Framed) -> bool:
    return one.sure >= SURE_TIE


def _instrument(laid: Laid, one: Framed) -> bool:
    """A noun of which a state or terms are told."""
    line, first, last = laid.line(laid.named(one.words))
    named = any(word.tag in ("NOUN", "PROPN") for word in line.words[first:last])
    return named and one.sure >= SURE_NAME and bool(one.states or one.of("term"))


def _has_verb(laid: Laid, one: Framed) -> bool:
    line, first, last = laid.line(one.words)
    return any(word.tag in ("VERB", "AUX") for word in line.words[first:last])


GATES = {"meeting": _meeting, "position": _position, "condition": _condition, "instrument": _instrument}
