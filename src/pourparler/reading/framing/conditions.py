"""Conditions that the heads see: a trigger with what it requires and what it blocks, and whose condition it is."""

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.encoder.attribution import Words
from pourparler.encoder.frames import Framed
from pourparler.reading.conditions.alternatives import THREAT
from pourparler.reading.conditions.folding import NO, Half, ended, fold_clause, refused
from pourparler.reading.conditions.gates import says_nothing
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.conditions.triggers import word_list
from pourparler.reading.framing.actors import holder_in
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.gates import NOES, passes
from pourparler.reading.framing.laid import Laid

NEEDED_AFTER = frozenset(
    """if unless until till once provided providing without pending when after long absence subject depends depend
    depending hinges hinge condition""".split()
)
"""Words of triggers behind which stands what is required."""

BLOCKED_AFTER = frozenset("before prior ahead otherwise else failing prerequisite precondition then".split())
"""Words of triggers behind which stands what waits."""

THREATS = (Operator.UNLESS, Operator.WITHOUT)
"""Operators with which a half that says no "no" is a threat."""


LASTING = frozenset(("long", "while"))
"""Words of triggers that tell how long something is refused: what is required is an end of that."""


def heard_conditions(laid: Laid, cast: Cast) -> list[ConditionFrame]:
    """The conditions that the heads see with both halves, in the order of the text."""
    found = (_frame(laid, cast, one) for one in laid.analysis.frames if one.kind == "condition" and passes(laid, one))
    return [frame for frame in found if frame is not None]


def _frame(laid: Laid, cast: Cast, one: Framed) -> ConditionFrame | None:
    requires, blocks = (_half(laid, one, role) for role in ("requires", "blocks"))
    if requires is None or blocks is None:
        return None
    if _is_turned(laid, one.words, requires, blocks):
        requires, blocks = blocks, requires
    holder = holder_in(laid, cast, one.words, one.of("holder"))
    if says_nothing(laid.phrase(requires)):
        return None
    operator = Operator(one.value("condition operator"))
    lows = {word.lower() for word in laid.phrase(one.words).split()}
    needed = bare(laid.phrase(requires))
    if _refuses(laid, blocks) and (lows == {"if"} or lows & LASTING):
        needed = _absent(laid, requires) or needed
        operator = operator if lows == {"if"} else Operator.UNTIL
    return ConditionFrame(
        evidence=laid.hull(one.words, requires, blocks),
        operator=operator,
        blocks=_waiting(laid, operator, blocks),
        requires=needed,
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


def _is_turned(laid: Laid, trigger: Words, requires: Words, blocks: Words) -> bool:
    """True where the half right behind a trigger is what it cannot be: behind "if" what waits, behind "before" what is
    required. A sentence that refuses something may have either behind "before" ("not before the crew is home")."""
    line, first, last = laid.line(trigger)
    lows = {word.text.lower() for word in line.words[first:last]}
    after = min((half for half in (requires, blocks) if half[0] >= trigger[1]), default=None)
    if after is None or after[0] - trigger[1] + last >= len(line.words):
        return False
    between = line.words[last : after[0] - trigger[1] + last]
    if any(word.tag not in ("DET", "PUNCT") for word in between):
        return False
    if lows & BLOCKED_AFTER:
        return after == requires and not any(
            word.text.lower() in NO or word.text.lower() in NOES or word.lemma in word_list("refusing") | {"against"}
            for word in line.words
        )
    return after == blocks and bool(lows & NEEDED_AFTER) and not lows & {"for", "which", "whom"}


def _refuses(laid: Laid, words: Words) -> bool:
    """True for a half that says "no"."""
    line, first, last = laid.line(words)
    half = fold_clause(line, line.parse, (first, last))
    negated = any(group.negated and first <= group.head < last for group in line.verbs)
    return negated or (half is not None and half.negated)


def _absent(laid: Laid, words: Words) -> str | None:
    """What is required of a clause as long as which something is refused; None where that is a refusal itself."""
    line, first, last = laid.line(words)
    half = fold_clause(line, line.parse, (first, last))
    return refused(line, line.parse, half) if half is not None and not half.negated else None


def _waiting(laid: Laid, operator: Operator, blocks: Words) -> str:
    """What waits, in words that do not say "no": of "there will be no deal" the deal, of a threat its holding off."""
    plain = bare(laid.phrase(blocks))
    line, first, last = laid.line(blocks)
    half = fold_clause(line, line.parse, (first, last))
    if half is None or half.phrase.lower() in {*NO, *NO.values()}:
        return plain
    if half.negated:
        return bare(half.phrase)
    if operator is Operator.UNTIL and _is_deed(half):
        state = ended(line, line.parse, half)
        if state is not None:
            return state if " no longer " in state else f"an end to {state}"
        return plain
    if operator in THREATS and _is_deed(half):
        return ended(line, line.parse, half) or f"{THREAT} {plain}"
    return plain


def _is_deed(half: Half) -> bool:
    """True for a clause that tells what will be done: "the cranes will stop", no mere name of a thing."""
    return half.verb is not None and half.verb.finite and half.verb.tense != "past"
