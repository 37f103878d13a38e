"""Instruments that the heads see: each naming with its kind, its sides, its terms and the states told of it."""

from collections.abc import Iterator
from dataclasses import replace

from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.encoder.frames import Framed
from pourparler.reading.framing.actors import parties_in
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.gates import passes
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.laid import Laid
from pourparler.reading.framing.reached import is_reached
from pourparler.reading.instruments.terms import day_of


def heard_instruments(laid: Laid, cast: Cast) -> list[Heard[InstrumentFrame]]:
    """The instruments that the heads see, a frame for each state, in the order of the text."""
    found: list[Heard[InstrumentFrame]] = []
    numbers: dict[int, int] = {}
    for number, one in enumerate(laid.analysis.frames):
        if one.kind != "instrument":
            continue
        before = numbers.get(one.before) if one.before is not None else None
        first, name, kept = len(found), laid.span(one.words), passes(laid, one)
        for frame in _frames(laid, cast, one):
            found.append(Heard(replace(frame, same_as=before), name, kept))
            before = first if before is None else before
        if len(found) > first:
            numbers[number] = first
        elif before is not None:
            numbers[number] = before
    return found


def _frames(laid: Laid, cast: Cast, one: Framed) -> Iterator[InstrumentFrame]:
    """A frame for each state told beside one naming; one without a state where none is."""
    terms = tuple(laid.span(words) for words in one.of("term"))
    whole = InstrumentFrame(
        evidence=laid.hull(one.words, *one.of("state")),
        kind=InstrumentKind(one.value("instrument kind")),
        title=laid.phrase(laid.named(one.words)),
        parties=parties_in(laid, cast, one.of("party")),
        terms=terms,
    )
    if not one.states:
        yield whole
    for words, state, _ in one.states:
        evidence = laid.hull(one.words, words)
        line, _, _ = laid.line(words)
        status = InstrumentStatus(state)
        if not is_reached(laid, status, one.words, words):
            continue
        yield replace(whole, evidence=evidence, status=status, on=day_of(laid.scene, line, evidence))
