"""Standing conditions: texts that must be approved first, and what one side ties to another thing."""

from collections.abc import Iterator
from functools import cache

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions.folding import Half, fold_noun
from pourparler.reading.conditions.halves import clause_end, place_of
from pourparler.reading.conditions.holders import Voices, holder_of, speaker
from pourparler.reading.conditions.phrases import span_of, subject_phrase
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import subject_of

TYING = frozenset(("tie", "link", "peg", "condition"))
PRECEDING = frozenset(("precede", "come"))


@cache
def may_bind() -> frozenset[str]:
    """Lemmas without which a sentence holds no condition of this kind."""
    return word_list("approving") | TYING | PRECEDING


def to_be_approved(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "it still has to be ratified": a text that must be approved first."""
    whole = line.parse
    for verb in whole.groups:
        head = line.words[verb.head]
        if head.lemma not in word_list("approving") or not verb.passive or verb.negated:
            continue
        if verb.modal not in ("must", "have to", "need"):
            continue
        subject = subject_of(whole, verb)
        blocked = fold_noun(line, whole, (subject.first, verb.first)) if subject is not None else None
        if blocked is None:
            continue
        place = place_of(
            line, whole, voices, Trigger(verb.first, verb.last, Operator.SUBJECT_TO, Shape.PREDICATE, Gate.NONE)
        )
        told = speaker(place.told)
        end = clause_end(place, verb.last)
        rest = line.span(verb.last, end).of(scene.text) if verb.last < end else ""
        yield ConditionFrame(
            evidence=span_of(line, blocked.first, end),
            operator=Operator.SUBJECT_TO,
            blocks=blocked.phrase,
            requires=f"being {head.text} {rest}".strip(),
            party=told.party if told else None,
            voiced_by=told.voice if told else None,
        )


def preceding(line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "a truce must precede any vote", "disarmament has to come before talks"."""
    words = line.words
    for verb in line.verbs:
        must = verb.modal in ("must", "have to", "should", "need") and not verb.negated
        if words[verb.head].lemma not in PRECEDING or not must or verb.last + 1 >= len(words):
            continue
        first = verb.last
        if words[verb.head].lemma == "come":
            if words[first].text.lower() != "before":
                continue
            first += 1
        subject = subject_of(line.parse, verb)
        needed = fold_noun(line, line.parse, (subject.first, verb.first)) if subject is not None else None
        blocked = fold_noun(line, line.parse, (first, len(words)))
        if needed is None or blocked is None or words[needed.first].tag == "PRON":
            continue
        told = speaker(voices.at(words[verb.first].start, words[verb.last - 1].end))
        if told is None and not is_matter(line, (blocked, needed)):
            continue
        yield ConditionFrame(
            evidence=span_of(line, needed.first, blocked.last),
            operator=Operator.BEFORE,
            blocks=blocked.phrase,
            requires=needed.phrase,
            party=told.party if told else None,
            voiced_by=told.voice if told else None,
        )


def linked(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "has tied the release of the funds to progress on migration" and "is linked to reforms"."""
    whole, words = line.parse, line.words
    for verb in whole.groups:
        if words[verb.head].lemma not in TYING or verb.negated or not (verb.finite or verb.passive):
            continue
        at = next((n for n in range(verb.last, len(words)) if words[n].text.lower() in ("to", "on")), None)
        subject = subject_of(whole, verb)
        if at is None or subject is None or (verb.passive and at != verb.last):
            continue
        if verb.passive and any(word.text.lower().endswith("ly") for word in words[verb.first : verb.head]):
            continue
        tied = (subject.first, verb.first) if verb.passive else (verb.last, at)
        blocked, needed = fold_noun(line, whole, tied), fold_noun(line, whole, (at + 1, len(words)))
        if blocked is None or needed is None:
            continue
        told = voices.at(words[verb.first].start, words[at].end)
        holder = speaker(told)
        if holder is None and not verb.passive:
            holder = holder_of(scene, line, subject_phrase(whole, subject, verb.first), voices)
        if (holder is None or holder.party is None) and not (verb.passive and is_matter(line, (blocked, needed))):
            continue
        yield ConditionFrame(
            evidence=span_of(line, min(subject.first, verb.first), needed.last),
            operator=Operator.HINGES_ON,
            blocks=blocked.phrase,
            requires=needed.phrase,
            party=holder.party if holder else None,
            voiced_by=holder.voice if holder else None,
        )


def is_matter(line: Line, pair: tuple[Half, Half]) -> bool:
    """True when one of two halves is about something that is negotiated."""
    return any(
        word.lemma.lower() in word_list("matters") for half in pair for word in line.words[half.first : half.last]
    )
