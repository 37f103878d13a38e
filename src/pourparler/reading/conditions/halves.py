"""Halves: the clause before or after a trigger and what the trigger takes, within the words they are said in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, Operator
from pourparler.reading.conditions.folding import Half, fold_clause, fold_noun, with_doer
from pourparler.reading.conditions.holders import Told, Voices
from pourparler.reading.conditions.phrases import MOST_WORDS, text_of, trimmed
from pourparler.reading.conditions.triggers import Shape, Trigger, word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import Parse, VerbGroup, subject_of
from pourparler.text.words import Word


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trigger stands: its sentence laid out, and the bounds of the content it is said in."""

    line: Line
    whole: Parse
    low: int
    high: int
    told: Told


def place_of(line: Line, whole: Parse, voices: Voices, trigger: Trigger) -> Place:
    """The bounds of a trigger: the content it is said in, else its sentence without the closing mark."""
    words = line.words
    told = voices.at(words[trigger.first].start, words[trigger.last - 1].end)
    low, high = 0, len(words)
    if told is not None:
        pieces = _pieces(words, told)
        inside = [i for i, w in enumerate(words) if any(w.start < one.end and one.start < w.end for one in pieces)]
        low, high = (inside[0], inside[-1] + 1) if inside else (low, high)
    cut = low == trigger.first and not any(word.text == "," for word in words[low : high - 1])
    if cut and not line.quoted[trigger.first]:
        high = len(words)
    while high > low and words[high - 1].tag == "PUNCT":
        high -= 1
    return Place(line, whole, low, high, told)


def _pieces(words: Sequence[Word], told: tuple[Attribution, Span]) -> list[Span]:
    """The content that words are said in, with the other pieces of it that follow on it in a sentence."""
    pieces = [told[1]]
    for one in sorted(told[0].content):
        last = max(piece.end for piece in pieces)
        between = [word for word in words if last <= word.start and word.end <= one.start]
        if one.start >= last and one.start < words[-1].end and all(word.tag == "PUNCT" for word in between):
            pieces.append(one)
    for one in sorted(told[0].content, reverse=True):
        first = min(piece.start for piece in pieces)
        between = [word for word in words if one.end <= word.start and word.end <= first]
        if one.end <= first and one.end > words[0].start and all(word.tag == "PUNCT" for word in between):
            pieces.append(one)
    return pieces


def halves_of(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The main half and the one after the trigger; None when one of the two is not there."""
    if trigger.shape is Shape.PREDICATE:
        return _of_predicate(place, trigger)
    if trigger.shape is Shape.GROUND:
        return _of_ground(place, trigger)
    ahead = _fronted(place, trigger)
    if ahead is not None:
        end, first = ahead
        main = fold_clause(place.line, place.whole, (first, clause_end(place, first)))
        other = _other(place, trigger, end)
        return (main, other) if main and other else None
    if trigger.shape is Shape.INVERTED:
        return None
    verb = _verb_before(place, trigger.first)
    other = _other(place, trigger, clause_end(place, trigger.last))
    low = place.low
    if verb is None and place.told is not None:
        low, verb = 0, _verb_before(replace(place, low=0), trigger.first)
    if verb is None:
        main = fold_noun(place.line, place.whole, (place.low, trigger.first))
        return (main, other) if main and other and main.negated else None
    subject = subject_of(place.whole, verb)
    threat = _threatened(place, trigger, verb, other)
    if threat is not None:
        return threat
    start = max(low, min(verb.first, subject.first if subject is not None else verb.first))
    main = fold_clause(place.line, place.whole, (start, trigger.first), verb)
    return (main, other) if main and other else None


def _threatened(place: Place, trigger: Trigger, verb: VerbGroup, other: Half | None) -> tuple[Half, Half] | None:
    """The halves of "threatened Bern with tariffs unless": what the threat is of, with who makes it."""
    line = place.line
    if other is None or verb.passive or verb.negated or line.words[verb.head].lemma not in word_list("threatening"):
        return None
    at = next((n for n in range(verb.last, trigger.first) if line.words[n].text.lower() == "with"), None)
    main = fold_noun(line, place.whole, (at + 1, trigger.first)) if at is not None else None
    return (replace(main, verb=verb, subject=subject_of(place.whole, verb)), other) if main else None


def _verb_before(place: Place, at: int) -> VerbGroup | None:
    """The nearest verb before word `at` that carries a clause: finite, or a subjunctive ("that it be given time")."""
    words = place.line.words
    for verb in reversed(place.whole.groups):
        if verb.first < place.low or verb.last > at:
            continue
        if verb.first > max(place.low, 1) and _is_relative(words[verb.first - 2], words[verb.first - 1]):
            continue
        if verb.infinitive and verb.first == place.low and place.told is not None:
            return verb
        lemma = words[verb.head].lemma
        if not verb.infinitive and lemma in word_list("leading") | word_list("refusing"):
            return verb
        subjunctive = place.line.words[verb.first].text.lower() == "be" and subject_of(place.whole, verb) is not None
        if verb.finite or (subjunctive and not verb.infinitive):
            return verb
    return None


def _is_relative(before: Word, word: Word) -> bool:
    """True when a verb after these two words belongs to a relative clause."""
    after_noun = before.tag in ("NOUN", "PROPN") or before.text == ","
    return word.text.lower() in ("that", "which", "who") and after_noun


def _other(place: Place, trigger: Trigger, end: int) -> Half | None:
    """The half after a trigger, a clause or a noun phrase as its shape wants."""
    words = (trigger.last, end)
    if trigger.last >= end:
        return None
    half = fold_clause(place.line, place.whole, words)
    if half is not None and half.verb is not None:
        wanted = trigger.operator in (Operator.ONLY_IF, Operator.UNTIL, Operator.UNLESS)
        half = with_doer(place.line, place.whole, half, wanted)
    if trigger.shape is Shape.CLAUSE:
        if half is not None and half.verb is not None:
            return half
        first, last = trimmed(place.line, *words)
        return Half(first, last, text_of(place.line, first, last), False) if last - first > 2 else None
    if trigger.shape in (Shape.NOUN, Shape.INVERTED) or half is None or half.verb is None or not half.verb.finite:
        return fold_noun(place.line, place.whole, words)
    return half


def _fronted(place: Place, trigger: Trigger) -> tuple[int, int] | None:
    """Where a trigger's half that comes first ends and where the main clause begins, mostly at a comma; None when the
    main clause is before."""
    words = place.line.words
    for at in range(place.low, trigger.first):
        if words[at].tag not in ("CCONJ", "PUNCT", "ADV", "SCONJ", "INTJ") and not _opens_clause(place, trigger):
            return None
    for at in range(trigger.last, place.high):
        if words[at].text == "," and any(
            g.finite and g.first > at and g.first < place.high for g in place.whole.groups
        ):
            inside = any(trigger.last <= g.first < at for g in place.whole.groups)
            if inside or trigger.first == 0 or trigger.shape is not Shape.CLAUSE:
                return at, at + 1
    if trigger.shape is not Shape.NOUN or trigger.first > place.low + 1:
        return None
    verb = next((g for g in place.whole.groups if g.finite and trigger.last < g.first < place.high), None)
    if verb is not None and words[verb.first - 1].text.lower() == "there":
        return verb.first - 1, verb.first - 1
    return None


def _opens_clause(place: Place, trigger: Trigger) -> bool:
    """True when a trigger stands after a conjunction, a mark or "that", so that a new clause may open with it."""
    if trigger.first == 0:
        return True
    before = place.line.words[trigger.first - 1]
    return before.text.lower() == "that" or before.tag == "CCONJ" or before.text in (":", ";", "“", '"', "—", "–")


def clause_end(place: Place, first: int) -> int:
    """Where the clause that begins at `first` ends: at the first comma after a verb in it, or a dash or semicolon."""
    words = place.line.words
    for at in range(first + 1, place.high):
        mark = words[at].text in (",", ";", "–", "—", "-", ":") and words[at].tag == "PUNCT"
        if mark and (words[at].text != "," or any(first <= g.first < at for g in place.whole.groups)):
            return at
    return place.high


def _of_predicate(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The halves of "X hinges on Y", "X is subject to Y": the subject is blocked; a noun may carry it directly."""
    line, whole = place.line, place.whole
    groups = [g for g in whole.groups if place.low <= g.first <= trigger.first]
    verb = next((g for g in reversed(groups) if subject_of(whole, g) is not None), None)
    subject = subject_of(whole, verb) if verb is not None else None
    end = clause_end(place, trigger.last)
    beside = trigger.first - (line.words[trigger.first - 1].text == ",")
    noun = whole.chunk_ending(beside - 1) if beside else None
    if trigger.operator is Operator.SUBJECT_TO and noun is not None and line.words[trigger.first].tag != "VERB":
        blocked, needed = (
            fold_noun(line, whole, (whole.chunks[noun].first, beside)),
            fold_noun(line, whole, (trigger.last, end)),
        )
        return (blocked, needed) if blocked and needed else None
    if verb is None or subject is None or subject.first < place.low:
        return None
    blocked = fold_noun(line, whole, (subject.first, verb.first))
    made = whole.chunk_from(verb.last) if verb.last < trigger.first else None
    if made is not None and line.words[verb.head].lemma in ("make", "keep", "leave", "render"):
        blocked = fold_noun(line, whole, (verb.last, trigger.first))
    needed = _hung_on(place, trigger.last, end)
    if blocked is None or needed is None:
        return None
    return Half(blocked.first, trigger.first, blocked.phrase, verb.negated, verb, subject), needed


def _hung_on(place: Place, first: int, end: int) -> Half | None:
    """What something hangs on: a noun, what somebody does ("Oslo opening its ports"), or a clause after "whether"."""
    line, whole = place.line, place.whole
    if first < end and line.words[first].text.lower() in ("whether", "if", "how", "what"):
        half = fold_clause(line, whole, (first + 1, end))
        return with_doer(line, whole, half) if half is not None else None
    number = whole.chunk_from(first) if first < end else None
    if number is not None:
        doing = next((g for g in whole.groups if g.first == whole.chunks[number].last and g.last <= end), None)
        if doing is not None and not doing.finite and line.words[doing.head].text.lower().endswith("ing"):
            return Half(first, end, text_of(line, first, min(end, first + MOST_WORDS)), doing.negated, doing)
    return fold_noun(line, whole, (first, end)) or fold_clause(line, whole, (first, end))


def _of_ground(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The halves of "X is a precondition for Y" and "demanded X as a condition for Y"; X is what is required."""
    line, whole = place.line, place.whole
    verb = next((g for g in reversed(whole.groups) if g.last <= trigger.first), None)
    blocked = fold_noun(line, whole, (trigger.last, clause_end(place, trigger.last)))
    if verb is None or blocked is None:
        return None
    subject = subject_of(whole, verb)
    if line.words[verb.head].lemma in ("be", "remain", "become") and subject is not None:
        needed = fold_noun(line, whole, (subject.first, verb.first))
        return (Half(blocked.first, blocked.last, blocked.phrase, verb.negated), needed) if needed else None
    linked = next((n for n in range(verb.last, trigger.first) if line.words[n].text.lower() == "as"), None)
    made = next((chunk for chunk in whole.chunks if chunk.first >= verb.last and chunk.last < trigger.first), None)
    if linked is None and line.words[verb.head].lemma in ("make", "set", "call") and made is not None:
        linked = made.last
    needed = fold_noun(line, whole, (verb.last, linked)) if linked is not None else None
    return (Half(blocked.first, blocked.last, blocked.phrase, False, verb, subject), needed) if needed else None
