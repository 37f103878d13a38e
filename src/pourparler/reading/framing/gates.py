"""What the text must bear for a frame that only the heads see to be kept: unsure stays out.

The thresholds were set on the development negotiations of the corpus and the development cases of the bench, where the
share of right frames among those that the rules do not find was counted (docs/frames.md).
"""

from pourparler.encoder.attribution import Words
from pourparler.encoder.frames import Framed
from pourparler.reading.conditions.gates import is_idle, tells_a_day, would_have
from pourparler.reading.framing.laid import Laid
from pourparler.reading.instruments.nouns import word_list
from pourparler.reading.meetings.words import meeting_nouns
from pourparler.reading.scene import Line

SURE_TIE, SURE_STAND, SURE_VALUE, SURE_NAME = 0.7, 0.55, 0.75, 0.7
"""Least probability of a trigger, of the words of a position, of its stance, and of the naming of a meeting or an
instrument."""

FEWEST = 3
"""Words that a position has at least."""


TIES = frozenset(
    """if provided providing long condition conditions conditional should only when whenever after once unless until
    till before prior first ahead prerequisite precondition without absence subject approval depends depend depending
    pending awaiting awaits hinges hinge rests stand stands exchange return against for otherwise failing must requires
    needs needed contingent lest barring minute moment""".split()
)
"""Words of triggers that tie what is wanted to what must come first (corpus/guideline/conditions.md)."""

TIMES = frozenset({"before", "ahead", "of", "prior", "to"})
"""Words of triggers that tell a time too."""

ASIDES = frozenset("anything any ever so possible necessary need needed not only".split())
"""Words after "if" that make it no condition."""

PARTS = frozenset("copy part page version half series".split())
"""Nouns of which an instrument is only part, or a copy."""


NOES = frozenset("no not n't n’t never without neither nor".split())
"""Words that turn a state round."""

PLURAL = frozenset("talks negotiations discussions consultations deliberations contacts proceedings".split())
"""Plurals that name one meeting."""


def passes(laid: Laid, one: Framed) -> bool:
    """True when a frame that the rules do not find is borne by its words."""
    return GATES[one.kind](laid, one)


def _meeting(laid: Laid, one: Framed) -> bool:
    """A day, the words that tell whether it was held, or two of those who meet."""
    told = one.of("time", "wording") or len(one.of("party", "person")) > 1
    return one.sure >= SURE_NAME and bool(told) and not _is_habit(laid, one)


def _is_habit(laid: Laid, one: Framed) -> bool:
    """True for contacts in the plural, "their visits", where no day makes them one."""
    line, _, last = laid.line(one.words)
    head = line.words[last - 1]
    several = head.tag == "NOUN" and head.text.lower() == f"{head.lemma.lower()}s" and head.text.lower() not in PLURAL
    return several and all(laid.day(words) is None for words in one.of("time"))


def _position(laid: Laid, one: Framed) -> bool:
    """A clause of a stance that is not in doubt; who declines to tell something takes none."""
    long = one.words[1] - one.words[0] >= FEWEST and one.sure >= SURE_STAND
    told = one.of("issue") and max(share for *_, share in one.values) >= SURE_VALUE
    if not long or not told or not _has_verb(laid, one):
        return False
    line, first, last = laid.line(one.words)
    return not any(word.lemma.lower() == "decline" for word in line.words[max(0, first - 2) : last])


def _condition(laid: Laid, one: Framed) -> bool:
    """A trigger with a word that ties, and none that makes it an aside ("if anything", "if possible")."""
    line, first, last = laid.line(one.words)
    lows = [word.text.lower() for word in line.words]
    aside = lows[last - 1] == "if" and last < len(lows) and lows[last] in ASIDES
    if (
        aside
        or tells_a_day(line, first)
        or is_idle(line, first, last)
        or (set(lows[first:last]) <= TIMES and _is_meeting_after(line, last))
    ):
        return False
    if any(_might_have_been(laid, words) for words in one.of("blocks")):
        return False
    return one.sure >= SURE_TIE and any(low in TIES for low in lows[first:last])


def _might_have_been(laid: Laid, words: Words) -> bool:
    """True for "would have collapsed": what did not come about."""
    line, first, last = laid.line(words)
    return any(would_have(group) for group in line.verbs if first <= group.head < last)


def _is_meeting_after(line: Line, at: int) -> bool:
    """True for one certain meeting, by which a time is told: "before the Oslo summit"; not for "before any summit"."""
    chunk = next((chunk for chunk in line.chunks if chunk.first == at), None)
    if chunk is None or line.words[at].text.lower() in ("any", "a", "an", "another"):
        return False
    closes = chunk.last >= len(line.words) or line.words[chunk.last].tag not in ("VERB", "AUX")
    return closes and line.words[chunk.head].lemma.lower() in meeting_nouns()


def _instrument(laid: Laid, one: Framed) -> bool:
    """A noun of which a state is told; no meeting, for who agrees to meet has agreed on nothing else."""
    line, first, last = laid.line(laid.named(one.words))
    named = any(word.tag in ("NOUN", "PROPN") for word in line.words[first:last])
    named = named and line.words[last - 1].lemma.lower() not in PARTS
    noun = next((at for at in range(first + 1, last) if line.words[at].tag == "ADP"), last) - 1
    named = named and line.words[noun].lemma.lower() not in word_list("talks")
    return named and one.sure >= SURE_NAME and bool(one.states)


def denies(laid: Laid, *places: Words) -> bool:
    """True when some words, or the one right before them, say no: "no ceasefire", "was never signed"."""
    for words in places:
        line, first, last = laid.line(laid.named(words))
        if any(word.text.lower() in NOES for word in line.words[max(0, first - 1) : last]):
            return True
    return False


def _has_verb(laid: Laid, one: Framed) -> bool:
    line, first, last = laid.line(one.words)
    return any(word.tag in ("VERB", "AUX") for word in line.words[first:last])


GATES = {"meeting": _meeting, "position": _position, "condition": _condition, "instrument": _instrument}
