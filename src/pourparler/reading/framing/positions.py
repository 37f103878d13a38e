"""Positions that the heads see: the words of each, its stance and issue, and whose it is."""

from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.encoder.frames import Framed
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.framing.actors import holder_in
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.gates import passes
from pourparler.reading.framing.laid import Laid


def heard_positions(laid: Laid, cast: Cast) -> list[PositionFrame]:
    """The positions that the heads see, in the order of the text."""
    return [_frame(laid, cast, one) for one in laid.analysis.frames if one.kind == "position" and passes(laid, one)]


def _frame(laid: Laid, cast: Cast, one: Framed) -> PositionFrame:
    issue = one.of("issue")
    holder = holder_in(laid, cast, one.words, one.of("holder"))
    return PositionFrame(
        evidence=laid.span(one.words),
        stance=Stance(one.value("position stance")),
        issue=bare(laid.phrase(issue[0] if issue else one.words)),
        party=holder.party if holder else None,
        voiced_by=holder.voice if holder else None,
    )
