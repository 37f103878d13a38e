"""Conditions that the heads see: a trigger with what it requires and what it blocks, and whose condition it is."""

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.encoder.attribution import Words
from pourparler.encoder.frames import Framed
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.framing.actors import holder_in
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.gates import passes
from pourparler.reading.framing.laid import Laid


def heard_conditions(laid: Laid, cast: Cast) -> list[ConditionFrame]:
    """The conditions that the heads see with both halves, in the order of the text."""
    found = (_frame(laid, cast, one) for one in laid.analysis.frames if one.kind == "condition" and passes(laid, one))
    return [frame for frame in found if frame is not None]


def _frame(laid: Laid, cast: Cast, one: Framed) -> ConditionFrame | None:
    requires, blocks = (_half(laid, one, role) for role in ("requires", "blocks"))
    if requires is None or blocks is None:
        return None
    holder = holder_in(laid, cast, one.words, one.of("holder"))
    return ConditionFrame(
        evidence=laid.hull(one.words, requires, blocks),
        operator=Operator(one.value("condition operator")),
        blocks=bare(laid.phrase(blocks)),
        requires=bare(laid.phrase(requires)),
        party=holder.party if holder else None,
        voiced_by=holder.voice if holder else None,
        trigger=laid.span(one.words),
    )


def _half(laid: Laid, one: Framed, role: str) -> Words | None:
    """The words of a half up to the trigger where it stands in them; None where they hold no noun and no verb."""
    for first, last in one.of(role):
        if first < one.words[0] < last:
            last = one.words[0]
        line, a, b = laid.line((first, last))
        if any(word.tag in ("NOUN", "PROPN", "VERB") for word in line.words[a:b]):
            return first, last
    return None
