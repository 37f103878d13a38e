"""Whether the words that the heads take for a state tell that it was reached: not denied, waited for, foreseen or only
thought of. What is planned is not held."""

from itertools import pairwise

from pourparler.core.vocabulary import InstrumentStatus
from pourparler.encoder.attribution import Words
from pourparler.reading.framing.gates import denies
from pourparler.reading.framing.laid import Laid
from pourparler.reading.instruments.states import is_awaited
from pourparler.text.clauses import VerbGroup, subject_of

REACHED = frozenset(
    {
        InstrumentStatus.FRAMEWORK_AGREED,
        InstrumentStatus.AGREED,
        InstrumentStatus.SIGNED,
        InstrumentStatus.RATIFIED,
        InstrumentStatus.IN_FORCE,
        InstrumentStatus.HANDED_OVER,
    }
)
"""States that something has to have happened for."""

FORESEEN = frozenset({InstrumentStatus.TO_BE_SIGNED})
"""States that tell what is foreseen: words of denial say that it is not."""

_SHADOW = frozenset("could would might may can should must will shall".split())


def is_reached(laid: Laid, status: InstrumentStatus, naming: Words, words: Words) -> bool:
    """True where nothing in the words says that the state was not reached; states that ask for no event always are."""
    if status in REACHED | FORESEEN and denies(laid, naming, words):
        return False
    if status not in REACHED:
        return True
    line, first, last = laid.line(words)
    verb = next((group for group in line.parse.groups if group.first < last and group.last > first), None)
    if verb is None:
        following = _verb_of(laid, naming)
        return following is None or not following.negated
    lows = [word.text.lower() for word in line.words[max(0, first - 2) : max(last, verb.last)]]
    yet = ("yet", "to") in pairwise(lows) or ("still", "to") in pairwise(lows)
    return not (verb.negated or yet or _is_foreseen(verb) or is_awaited(line, verb))


def _verb_of(laid: Laid, naming: Words) -> VerbGroup | None:
    """The verb whose subject is the naming."""
    line, first, last = laid.line(laid.named(naming))
    for group in line.parse.groups:
        subject = subject_of(line.parse, group) if group.finite and group.first >= last else None
        if subject is not None and first <= subject.head < last:
            return group
    return None


def _is_foreseen(verb: VerbGroup) -> bool:
    """True for "will take hold", "may be adopted"; not for "may have been agreed"."""
    return (verb.modal in _SHADOW or verb.tense == "future") and not (verb.perfect and verb.tense != "future")
