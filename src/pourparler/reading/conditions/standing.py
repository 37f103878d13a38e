"""Standing conditions: texts that must be approved first, and what one side ties to another thing."""

from collections.abc import Iterator

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions.folding import fold_noun
from pourparler.reading.conditions.halves import clause_end, place_of
from pourparler.reading.conditions.holders import Voices, holder_of, speaker
from pourparler.reading.conditions.phrases import span_of
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import subject_of

TYING = frozenset(("tie", "link", "peg", "condition"))


def may_bind(line: Line) -> bool:
    return any(word.lemma in word_list("approving") or word.lemma in TYING for word in line.words)


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


def linked(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "has tied the release of the funds to progress on migration"."""
    whole, words = line.parse, line.words
    for verb in whole.groups:
        if words[verb.head].lemma not in TYING or verb.passive or verb.negated or not verb.finite:
            continue
        at = next((n for n in range(verb.last, len(words)) if words[n].text.lower() in ("to", "on")), None)
        subject = subject_of(whole, verb)
        if at is None or subject is None:
            continue
        blocked, needed = fold_noun(line, whole, (verb.last, at)), fold_noun(line, whole, (at + 1, len(words)))
        if blocked is None or needed is None:
            continue
        told = voices.at(words[verb.first].start, words[at].end)
        holder = speaker(told) or holder_of(scene, line, (subject.first, subject.last), voices)
        if holder is None or holder.party is None:
            continue
        yield ConditionFrame(
            evidence=span_of(line, min(subject.first, verb.first), needed.last),
            operator=Operator.HINGES_ON,
            blocks=blocked.phrase,
            requires=needed.phrase,
            party=holder.party,
            voiced_by=holder.voice,
        )
