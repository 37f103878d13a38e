"""Bindings: conditions that are named as such, listed, or said of a deal that lacks something."""

from collections.abc import Iterator

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions.folding import fold_clause
from pourparler.reading.conditions.halves import Place, clause_end, place_of
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, speaker
from pourparler.reading.conditions.phrases import bare, noun_phrase, span_of, text_of
from pourparler.reading.conditions.sequences import Steps
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import NounChunk, VerbGroup, subject_of
from pourparler.text.lexicon import saying

_CONDITIONS = frozenset(("condition", "precondition", "prerequisite"))
_OWNERS = frozenset("its their his her our my".split())


def bound(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """The conditions of a sentence that are listed, said of a lacking deal, or put as "no …, no …"."""
    for number, chunk in enumerate(line.chunks):
        lemma = line.words[chunk.head].lemma.lower()
        opener = line.words[chunk.first].text.lower()
        if lemma not in _CONDITIONS and lemma not in word_list("matters") and opener != "no":
            continue
        place = place_of(line, line.parse, voices, Trigger(chunk.first, chunk.last, Operator.IF, Shape.NOUN, Gate.NONE))
        teller, steps = speaker(place.told), None
        if lemma in _CONDITIONS:
            steps = _listed(place, chunk)
            owner = _owner(scene, line, chunk, voices) if steps is not None else None
            if teller is None or (owner is not None and place.told is None):
                teller = owner
        elif opener == "no":
            steps = _no_no(place, number)
        if steps is None and opener not in ("the", "this", "that", *_OWNERS):
            steps = _lacking(place, number)
            teller = teller or (_owner(scene, line, chunk, voices) if steps is not None else None)
        if steps is not None and (teller is not None or place.told is not None):
            yield _frame(line, steps, teller)
        elif steps is not None and _is_said(line, min(steps.last, len(line.words) - 1)):
            yield _frame(line, steps, None)


def _frame(line: Line, steps: Steps, holder: Holder | None) -> ConditionFrame:
    return ConditionFrame(
        evidence=span_of(line, steps.first, steps.last),
        operator=steps.operator,
        blocks=steps.blocks,
        requires=steps.requires,
        party=holder.party if holder else None,
        voiced_by=holder.voice if holder else None,
    )


def _owner(scene: Scene, line: Line, chunk: NounChunk, voices: Voices) -> Holder | None:
    """Whose conditions they are: a genitive or pronoun before the noun, else the subject of the verb before it."""
    words = line.words
    mark = next((n for n in range(chunk.first + 1, chunk.head) if words[n].text in ("'s", "’s", "'", "’")), None)
    if mark is not None:
        return holder_of(scene, line, (chunk.first, mark), voices)
    if words[chunk.first].text.lower() in _OWNERS:
        return holder_of(scene, line, (chunk.first, chunk.first + 1), voices)
    verb = next((g for g in reversed(line.verbs) if g.last <= chunk.first), None)
    subject = subject_of(line.parse, verb) if verb is not None else None
    return holder_of(scene, line, (subject.first, subject.last), voices) if subject is not None else None


def _listed(place: Place, chunk: NounChunk) -> Steps | None:
    """ "set three conditions for talks: a truce and an amnesty", "its condition for talks is a truce"."""
    line, words = place.line, place.line.words
    at = chunk.last
    if at + 1 >= place.high or words[at].text.lower() not in ("for", "to", "of", "on"):
        return None
    number = place.whole.chunk_from(at + 1)
    doing = next((g for g in place.whole.groups if g.first == at + 1), None)
    mark = next((n for n in range(at + 1, place.high) if words[n].text in (":", "—", "–")), None)
    is_ = next((g for g in line.verbs if g.first > at and words[g.head].lemma in ("be", "include")), None)
    if mark is not None:
        aim, first = mark, mark + 1
    elif is_ is not None and not is_.negated and is_.finite:
        aim, first = is_.first, is_.last
    else:
        return None
    if number is not None and doing is None:
        blocks = text_of(line, *noun_phrase(place.whole, number, aim))
    else:
        blocks = text_of(line, at + 1, aim)
    requires = text_of(line, first, place.high)
    if requires.lower().startswith("that "):
        requires = requires[5:]
    return Steps(Operator.ONLY_IF, requires, blocks, chunk.first, place.high) if blocks and requires else None


def _no_no(place: Place, number: int) -> Steps | None:
    """ "No contract, no work"."""
    chunks, words = place.whole.chunks, place.line.words
    if number + 1 >= len(chunks) or chunks[number].first > place.low + 1:
        return None
    one, two = chunks[number], chunks[number + 1]
    if two.first != one.last + 1 or words[one.last].text not in (",", "-", "–", "—"):
        return None
    ends = two.last >= place.high or _is_said(place.line, two.last)
    if words[two.first].text.lower() != "no" or not ends:
        return None
    requires, blocks = text_of(place.line, one.first + 1, one.last), text_of(place.line, two.first + 1, two.last)
    return Steps(Operator.WITHOUT, requires, blocks, one.first, two.last) if requires and blocks else None


def _is_said(line: Line, at: int) -> bool:
    """True where a comma and who said it follow."""
    after = next((g for g in line.verbs if g.first > at), None)
    return line.words[at].text == "," and after is not None and line.words[after.head].lemma in saying()


def _lacking(place: Place, number: int) -> Steps | None:
    """ "A deal that does not include fish is no deal", "will not sign a deal that leaves out fish"."""
    line, whole, words = place.line, place.whole, place.line.words
    chunk = whole.chunks[number]
    if chunk.last + 1 >= place.high or words[chunk.last].text.lower() not in ("that", "which"):
        return None
    lack = next((g for g in whole.groups if g.first == chunk.last + 1 and g.finite), None)
    if lack is None or not lack.negated:
        return None
    after = next((g for g in whole.groups if g.first >= lack.last and g.finite and g.first < place.high), None)
    end = after.first if after is not None else clause_end(place, lack.last)
    before = next((g for g in reversed(whole.groups) if g.last <= chunk.first), None)
    barred = (after is not None and _is_barred(line, after, place.high)) or (before is not None and _bars(line, before))
    half = fold_clause(line, whole, (lack.first, end), lack)
    if not barred or half is None:
        return None
    last = place.high if after is not None else end
    first = before.first if before is not None and after is None else chunk.first
    return Steps(Operator.WITHOUT, half.phrase, bare(text_of(line, chunk.first, chunk.last)), first, last)


def _is_barred(line: Line, verb: VerbGroup, high: int) -> bool:
    """True for "is no deal", "will not stand", "is unacceptable", "will be rejected", "would fail"."""
    near = {word.text.lower() for word in line.words[verb.first : min(high, verb.last + 3)]}
    return verb.negated or "no" in near or bool(near & word_list("barring"))


def _bars(line: Line, verb: VerbGroup) -> bool:
    """True for "will not sign", "rejected", "would veto"."""
    return verb.negated or line.words[verb.head].lemma in word_list("refusing")
