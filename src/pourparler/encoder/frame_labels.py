"""The labels of the frame heads: what names a frame, what a word is to it as seen from there, and its closed values."""

from itertools import chain

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Act, InstrumentKind, InstrumentStatus, MeetingKind, MeetingStatus, Stance


def _chain(*names: str) -> tuple[str, ...]:
    """Labels of a chain: outside, and for each name its beginning and its going on."""
    return ("O", *chain.from_iterable((f"B-{name}", f"I-{name}") for name in names))


CHAINS = {
    "named": _chain("meeting", "instrument"),
    "stand": _chain("position"),
    "tie": _chain("condition"),
    "actor": _chain("actor"),
    "say": _chain("statement"),
}
"""Chains over the words by themselves: namings of meetings and instruments, the words of positions, the triggers of
conditions, namings of actors, cues of statements."""

ROLES = (
    *("time", "place", "party", "person", "mediator", "host", "out", "agenda", "outcome", "wording"),
    *("requires", "blocks", "issue", "holder", "state", "term", "source", "content"),
)
"""What words may be to a frame."""

SEEN = _chain(*ROLES)
"""Labels of a word as seen from one anchor."""

ROLES_OF = {
    "meeting": ROLES[:10],
    "instrument": ("party", "state", "term"),
    "position": ("issue", "holder"),
    "condition": ("requires", "blocks", "holder"),
    "statement": ("source", "content"),
}
"""The roles that words may have to each kind of frame; no others are looked for from it."""

ANCHORS = ("meeting", "instrument", "position", "condition", "statement")
"""What is looked from: the naming, the words, the trigger, and for a statement its cue."""

CLASSES: dict[str, tuple[str, ...]] = {
    "meeting kind": tuple(MeetingKind),
    "meeting status": tuple(MeetingStatus),
    "instrument kind": tuple(InstrumentKind),
    "position stance": tuple(Stance),
    "condition operator": tuple(Operator),
    "statement act": tuple(Act),
}
"""The closed values that are told of an anchor; the first word names the kind of anchor."""

STATES = tuple(InstrumentStatus)
"""What words of state may say of an instrument."""

CALLED = ("person", "state", "organisation", "bloc", "group", "place", "several", "unnamed")
"""What a naming of an actor is of: one actor of a kind, a place, several at once, or somebody without a name."""

LINKED = ("meeting", "instrument", "actor")
"""What may be named again in one report."""
