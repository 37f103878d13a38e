"""Sequences: steps that a sentence puts in order by other words: "not until", "in return", "first, then"."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions.folding import Half, fold_clause
from pourparler.reading.conditions.halves import Place, clause_end, place_of
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, speaker
from pourparler.reading.conditions.phrases import MOST_WORDS, span_of, text_of
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger
from pourparler.reading.scene import Line, Scene

TURNED = frozenset("will would can could may might shall should did does do is are".split())
"""Auxiliaries that stand before their subject after "not until"."""

WORDS = frozenset("until return exchange first then no that which condition conditions preconditions only".split())


@dataclass(frozen=True, slots=True)
class Steps:
    """Two steps of a sentence: what must come first and what waits for it, and the word indices of both (half-open)."""

    operator: Operator
    requires: str
    blocks: str
    first: int
    last: int
    whole: Span | None = None
    """The words of both where they stand in two sentences."""


def in_order(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """The conditions of a sentence that these words make."""
    if not any(word.text.lower() in WORDS for word in line.words):
        return
    for at, word in enumerate(line.words[:-2]):
        place = place_of(line, line.parse, voices, Trigger(at, at + 1, Operator.BEFORE, Shape.CLAUSE, Gate.NONE))
        low, after = word.text.lower(), line.words[at + 1].text.lower()
        steps = None
        opened = low == "only" and after in ("if", "when", "once", "after") and at <= place.low + 1
        if (low, after) == ("not", "until") or opened:
            steps = _not_until(place, at, Operator.ONLY_IF if opened else Operator.UNTIL)
        elif low == "only" and after == "then":
            steps = _only_then(scene, place, at)
        elif low == "in" and after in ("return", "exchange") and line.words[at + 2].text.lower() != "for":
            steps = _in_return(scene, place, at, voices)
        elif low == "first" and "then" in (after, line.words[at + 2].text.lower()):
            steps = _first_then(place, at)
        if steps is None:
            continue
        holder = speaker(place.told)
        yield ConditionFrame(
            evidence=steps.whole or span_of(line, steps.first, steps.last),
            operator=steps.operator,
            blocks=steps.blocks,
            requires=steps.requires,
            party=holder.party if holder else None,
            voiced_by=holder.voice if holder else None,
        )


def _not_until(place: Place, at: int, operator: Operator) -> Steps | None:
    """ "Not until the trains run will the port open", "only when they run will it": the auxiliary parts the two."""
    words = place.line.words
    turn = next((n for n in range(at + 3, place.high - 1) if _turns(place, n)), None)
    if turn is None:
        return None
    needed = fold_clause(place.line, place.whole, (at + 2, turn))
    end = min(clause_end(place, turn + 1), turn + 1 + MOST_WORDS)
    blocks = text_of(place.line, turn + 1, end)
    if needed is None or not blocks or words[turn].tag not in ("AUX", "VERB"):
        return None
    return Steps(operator, needed.phrase, blocks, at, end)


def _only_then(scene: Scene, place: Place, at: int) -> Steps | None:
    """ "The guns must fall silent, and only then can talks begin": in one sentence or two."""
    line, before = place.line, place.line
    first, last = place.low, at
    if at <= place.low + 1:
        if not line.number:
            return None
        before = scene.lines[line.number - 1]
        first, last = 0, len(before.words)
    turn = at + 2
    if turn >= place.high or line.words[turn].text.lower() not in TURNED:
        return None
    verb = next((g for g in reversed(before.parse.groups) if g.finite and first <= g.first and g.last <= last), None)
    given = fold_clause(before, before.parse, (first, last), verb) if verb is not None else None
    if given is None or given.subject is None:
        return None
    start = given.subject.first
    requires = text_of(before, start, min(last, start + MOST_WORDS))
    end = min(clause_end(place, turn + 1), turn + 1 + MOST_WORDS)
    blocks = text_of(line, turn + 1, end)
    if not requires or not blocks:
        return None
    whole = Span(before.words[start].start, line.words[end - 1].end) if before is not line else None
    return Steps(Operator.ONLY_IF, requires, blocks, start if before is line else at, end, whole)


def _turns(place: Place, at: int) -> bool:
    """True for an auxiliary with its subject right after it and a verb before it."""
    words = place.line.words
    verb_before = any(group.last <= at for group in place.whole.groups)
    return words[at].text.lower() in TURNED and place.whole.chunk_from(at + 1) is not None and verb_before


def _in_return(scene: Scene, place: Place, at: int, voices: Voices) -> Steps | None:
    """ "They will free the crew, and in return we will lift the ban": the speaker's own deed waits for the other's."""
    before = next((g for g in reversed(place.whole.groups) if g.finite and place.low <= g.first and g.last <= at), None)
    end = clause_end(place, at + 2)
    given = fold_clause(place.line, place.whole, (place.low, at), before) if before is not None else None
    got = fold_clause(place.line, place.whole, (at + 2, end))
    if given is None or got is None or got.verb is None or not got.verb.finite:
        return None
    ahead = any(half.verb and (half.verb.modal or half.verb.tense == "future") for half in (given, got))
    if not ahead:
        return None
    own = _is_own(_who(scene, place.line, given, voices), speaker(place.told))
    requires, blocks = (got.phrase, given.phrase) if own else (given.phrase, got.phrase)
    first = given.subject.first if given.subject is not None else before.first if before is not None else at
    return Steps(Operator.IN_EXCHANGE_FOR, requires, blocks, first, got.last)


def _who(scene: Scene, line: Line, half: Half, voices: Voices) -> Holder | None:
    if half.subject is None:
        return None
    return holder_of(scene, line, (half.subject.first, half.subject.last), voices)


def _is_own(holder: Holder | None, teller: Holder | None) -> bool:
    return holder is not None and (teller is None or holder.is_one_with(teller))


def _first_then(place: Place, at: int) -> Steps | None:
    """ "The prisoners first, then the talks": what is named before "first" is required."""
    words = place.line.words
    marks = [n for n in range(place.low, at) if words[n].text in (":", ";", "—", "–", ",")]
    start = marks[-1] + 1 if marks else place.low
    requires = text_of(place.line, start, at)
    then = at + 1 if words[at + 1].text.lower() == "then" else at + 2
    end = min(clause_end(place, then + 1), then + 1 + MOST_WORDS)
    after = fold_clause(place.line, place.whole, (then + 1, end))
    if not requires or after is None or len(requires.split()) > MOST_WORDS:
        return None
    if after.verb is not None and not (after.verb.modal or after.verb.tense == "future"):
        return None
    return Steps(Operator.BEFORE, requires, after.phrase, start, end)
