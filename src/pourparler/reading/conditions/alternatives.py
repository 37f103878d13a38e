"""Alternatives: what must be done, and what comes otherwise: "Clear the docks, or else we leave the talks"."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions.folding import Half, ended, fold_clause
from pourparler.reading.conditions.halves import Place, clause_end, place_of
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, speaker
from pourparler.reading.conditions.phrases import span_of
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import VerbGroup, subject_of

THREAT = "holding off"
"""What begins the phrase of a threat: it is the threat's being held off that waits."""

_MARKS = frozenset((",", ";", "–", "—", "-", ":", ".", '"', "“", "”"))
_MUST = ("must", "have to", "need", "should", "ought")


@dataclass(frozen=True, slots=True)
class _Step:
    """What must be done: the line it is told in, and its half."""

    line: Line
    half: Half


def otherwise(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """The conditions of a sentence that "otherwise", "or else", "failing which", or "or" after a demand makes."""
    for at, size in _turns(line):
        place = place_of(line, line.parse, voices, Trigger(at, at + size, Operator.UNLESS, Shape.CLAUSE, Gate.NONE))
        plain = line.words[at].text.lower() == "or" and size == 1
        first = _step(scene, place, at, plain)
        then = _consequence(place, at + size, plain)
        if first is None or then is None:
            continue
        holder = speaker(place.told) or _who(scene, line, then, voices)
        blocks = then.phrase if then.negated else _held_off(place, then)
        across = first.line is not line
        evidence = span_of(line, then.first if across else first.half.first, then.last)
        yield ConditionFrame(
            evidence=Span(first.line.words[first.half.first].start, evidence.end) if across else evidence,
            operator=Operator.UNLESS,
            blocks=blocks,
            requires=f"no {first.half.phrase}" if first.half.negated else first.half.phrase,
            party=holder.party if holder else None,
            voiced_by=holder.voice if holder else None,
        )


def _turns(line: Line) -> Iterator[tuple[int, int]]:
    """Where such words stand, and how many they are; they follow a mark or open the sentence."""
    words = [word.text.lower() for word in line.words]
    for at, low in enumerate(words[:-2]):
        before = at - (at > 0 and words[at - 1] in ("and", "or", "for", "because"))
        opens = at == 0 or words[before - 1] in _MARKS or before == 0
        if low == "otherwise" and opens:
            yield at, 1
        elif (low, words[at + 1]) in (("or", "else"), ("failing", "which"), ("failing", "that"), ("if", "not")):
            follows = low != "if" or words[at + 2] == ","
            if follows and (at == 0 or words[at - 1] in _MARKS):
                yield at, 2
        elif low == "or" and at and words[at - 1] in _MARKS and words[at + 1] != "not":
            yield at, 1


def _step(scene: Scene, place: Place, at: int, plain: bool) -> _Step | None:
    """What must be done first: of the clause before, or where the sentence opens with the word, of the one before."""
    line, last, low = place.line, at, 0
    opened = all(word.tag in ("CCONJ", "PUNCT", "SCONJ") for word in line.words[place.low : at])
    if opened:
        if not line.number or plain:
            return None
        line = scene.lines[line.number - 1]
        last = len(line.words)
    verb = next((g for g in reversed(line.parse.groups) if low <= g.first and g.last <= last and _binds(line, g)), None)
    if verb is None:
        return None
    subject = subject_of(line.parse, verb)
    start = verb.first if subject is None else min(subject.first, verb.first)
    half = fold_clause(line, line.parse, (max(low, start), last), verb)
    return _Step(line, half) if half is not None else None


def _binds(line: Line, verb: VerbGroup) -> bool:
    """True for what must be done: "must", "has to", "we want", "clear the docks"."""
    if verb.modal in _MUST:
        return True
    head = line.words[verb.head]
    if verb.finite and not verb.passive and head.lemma in word_list("wanting"):
        return True
    before = line.words[verb.first - 1] if verb.first else None
    imperative = before is None or before.tag == "PUNCT"
    return imperative and head.text.lower() == head.lemma and subject_of(line.parse, verb) is None


def _consequence(place: Place, first: int, plain: bool) -> Half | None:
    """What comes otherwise: a clause that looks ahead, or "no talks"; after a mere "or" with a subject of its own."""
    words = place.line.words
    while first < place.high and words[first].tag == "PUNCT":
        first += 1
    end = clause_end(place, first) if first < place.high else first
    half = fold_clause(place.line, place.whole, (first, end)) if first < end else None
    if half is None:
        return None
    if half.verb is None or not half.verb.finite:
        return half if half.negated and not plain else None
    if half.verb.perfect or (half.verb.tense == "past" and half.verb.modal is None):
        return None
    own = half.subject is not None and half.subject.first <= first + 1
    return half if own or (half.negated and words[first].text.lower() == "there") else None


def _held_off(place: Place, half: Half) -> str:
    state = ended(place.line, place.whole, half)
    return f"{THREAT} {half.phrase}" if state is None else state


def _who(scene: Scene, line: Line, half: Half, voices: Voices) -> Holder | None:
    """Who would do it, where that is a known party."""
    if half.subject is None:
        return None
    return holder_of(scene, line, (half.subject.first, half.subject.last), voices)
