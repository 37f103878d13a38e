"""Finds the conditions of a report: a trigger, the two halves it joins, and whose condition it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparler.core.reading import Attribution, ConditionFrame, Operator
from pourparler.reading.conditions.folding import Half, fold_clause, fold_noun
from pourparler.reading.conditions.gates import is_goal, passes
from pourparler.reading.conditions.holders import Holder, Told, Voices, holder_of, named_parties, speaker
from pourparler.reading.conditions.phrases import span_of, text_of, trimmed
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, triggers, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import Parse, VerbGroup, subject_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trigger stands: its sentence laid out, and the bounds of the content it is said in."""

    line: Line
    whole: Parse
    low: int
    high: int
    told: Told


def find_conditions(scene: Scene, said: tuple[Attribution, ...]) -> tuple[ConditionFrame, ...]:
    """The conditions that a report tells, in the order of the text."""
    voices = Voices(said)
    frames: list[ConditionFrame] = []
    for line in scene.lines:
        found = list(triggers(line.words))
        if not found and not _may_bind(line):
            continue
        whole = line.parse
        for trigger in found:
            place = _place(line, whole, voices, trigger)
            pair = _halves(place, trigger)
            if trigger.gate is Gate.TURN and place.told is None:
                continue
            if pair is None or not passes(line, whole, trigger, *pair):
                continue
            holder = _holder(scene, place, *pair, voices)
            if not _is_forecast(scene, place, *pair, voices):
                frames.append(_frame(place, trigger, pair, holder))
        frames += _to_be_approved(scene, line, whole, voices)
        frames += _linked(scene, line, voices)
    return tuple(_unlike(frames))


def _place(line: Line, whole: Parse, voices: Voices, trigger: Trigger) -> Place:
    """The bounds of a trigger: the content it is said in, else its sentence without the closing mark."""
    words = line.words
    told = voices.at(words[trigger.first].start, words[trigger.last - 1].end)
    low, high = 0, len(words)
    if told is not None:
        inside = [i for i, w in enumerate(words) if w.start < told[1].end and told[1].start < w.end]
        low, high = (inside[0], inside[-1] + 1) if inside else (low, high)
    while high > low and words[high - 1].tag == "PUNCT":
        high -= 1
    return Place(line, whole, low, high, told)


def _halves(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The main half and the one after the trigger; None when one of the two is not there."""
    if trigger.shape is Shape.PREDICATE:
        return _of_predicate(place, trigger)
    if trigger.shape is Shape.GROUND:
        return _of_ground(place, trigger)
    ahead = _fronted(place, trigger)
    if ahead is not None:
        main = fold_clause(place.line, place.whole, (ahead + 1, _clause_end(place, ahead + 1)))
        other = _other(place, trigger, ahead)
        return (main, other) if main and other else None
    if trigger.shape is Shape.INVERTED:
        return None
    verb = _verb_before(place, trigger.first)
    other = _other(place, trigger, _clause_end(place, trigger.last))
    low = place.low
    if verb is None and place.told is not None:
        low, verb = 0, _verb_before(replace(place, low=0), trigger.first)
    if verb is None:
        main = fold_noun(place.line, place.whole, (place.low, trigger.first))
        return (main, other) if main and other and main.negated else None
    subject = subject_of(place.whole, verb)
    start = max(low, min(verb.first, subject.first if subject is not None else verb.first))
    main = fold_clause(place.line, place.whole, (start, trigger.first), verb)
    return (main, other) if main and other else None


def _verb_before(place: Place, at: int) -> VerbGroup | None:
    """The nearest verb before word `at` that carries a clause: finite, or a subjunctive ("that it be given time")."""
    words = place.line.words
    for verb in reversed(place.whole.groups):
        if verb.first < place.low or verb.last > at:
            continue
        if verb.first > place.low and words[verb.first - 1].text.lower() in ("that", "which", "who") and verb.first > 1:
            if words[verb.first - 2].tag in ("NOUN", "PROPN") or words[verb.first - 2].text == ",":
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


def _other(place: Place, trigger: Trigger, end: int) -> Half | None:
    """The half after a trigger, a clause or a noun phrase as its shape wants."""
    words = (trigger.last, end)
    if trigger.last >= end:
        return None
    half = fold_clause(place.line, place.whole, words)
    if trigger.shape is Shape.CLAUSE:
        if half is not None and half.verb is not None:
            return half
        first, last = trimmed(place.line, *words)
        return Half(first, last, text_of(place.line, first, last), False) if last - first > 2 else None
    if trigger.shape in (Shape.NOUN, Shape.INVERTED) or half is None or half.verb is None or not half.verb.finite:
        return fold_noun(place.line, place.whole, words)
    return half


def _fronted(place: Place, trigger: Trigger) -> int | None:
    """The comma between a trigger's half that comes first and the main clause; None when the main clause came before."""
    words = place.line.words
    for at in range(place.low, trigger.first):
        if words[at].tag not in ("CCONJ", "PUNCT", "ADV", "SCONJ", "INTJ") and not _opens_clause(place, trigger):
            return None
    for at in range(trigger.last, place.high):
        if words[at].text == "," and any(g.finite and g.first > at and g.first < place.high for g in place.whole.groups):
            inside = any(trigger.last <= g.first < at for g in place.whole.groups)
            if inside or trigger.shape is not Shape.CLAUSE:
                return at
    return None


def _opens_clause(place: Place, trigger: Trigger) -> bool:
    """True when a trigger stands right after a comma, a conjunction or "that", so that a new clause may open with it."""
    if trigger.first == 0:
        return True
    before = place.line.words[trigger.first - 1]
    return before.text.lower() == "that" or (before.tag == "CCONJ" and before.text.lower() != "but") or before.text in (":", ";", "“", '"', "—", "–")


def _clause_end(place: Place, first: int) -> int:
    """Where the clause that begins at `first` ends: at the first comma, dash or semicolon after a verb or noun in it."""
    words = place.line.words
    for at in range(first + 1, place.high):
        if words[at].text in (",", ";", "–", "—", "-", ":") and words[at].tag == "PUNCT":
            if any(first <= g.first < at for g in place.whole.groups) or words[at].text != ",":
                return at
    return place.high


def _of_predicate(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The halves of "X hinges on Y", "X is subject to Y": the subject is blocked; a noun may carry it directly."""
    line, whole = place.line, place.whole
    groups = [g for g in whole.groups if place.low <= g.first <= trigger.first]
    verb = next((g for g in reversed(groups) if subject_of(whole, g) is not None), None)
    subject = subject_of(whole, verb) if verb is not None else None
    end = _clause_end(place, trigger.last)
    beside = trigger.first - (line.words[trigger.first - 1].text == ",")
    noun = whole.chunk_ending(beside - 1) if beside else None
    if trigger.operator is Operator.SUBJECT_TO and noun is not None and line.words[trigger.first].tag != "VERB":
        blocked, needed = fold_noun(line, whole, (whole.chunks[noun].first, beside)), fold_noun(line, whole, (trigger.last, end))
        return (blocked, needed) if blocked and needed else None
    if verb is None or subject is None or subject.first < place.low:
        return None
    blocked = fold_noun(line, whole, (subject.first, verb.first))
    made = whole.chunk_from(verb.last) if verb.last < trigger.first else None
    if made is not None and line.words[verb.head].lemma in ("make", "keep", "leave", "render"):
        blocked = fold_noun(line, whole, (verb.last, trigger.first))
    needed = fold_noun(line, whole, (trigger.last, end)) or fold_clause(line, whole, (trigger.last, end))
    if blocked is None or needed is None:
        return None
    return Half(blocked.first, trigger.first, blocked.phrase, verb.negated, verb, subject), needed


def _of_ground(place: Place, trigger: Trigger) -> tuple[Half, Half] | None:
    """The halves of "X is a precondition for Y" and "demanded X as a condition for Y"; X is what is required."""
    line, whole = place.line, place.whole
    verb = next((g for g in reversed(whole.groups) if g.last <= trigger.first), None)
    blocked = fold_noun(line, whole, (trigger.last, _clause_end(place, trigger.last)))
    if verb is None or blocked is None:
        return None
    subject = subject_of(whole, verb)
    if line.words[verb.head].lemma in ("be", "remain", "become") and subject is not None:
        needed = fold_noun(line, whole, (subject.first, verb.first))
        return (Half(blocked.first, blocked.last, blocked.phrase, verb.negated), needed) if needed else None
    linked = next((n for n in range(verb.last, trigger.first) if line.words[n].text.lower() == "as"), None)
    needed = fold_noun(line, whole, (verb.last, linked)) if linked is not None else None
    return (Half(blocked.first, blocked.last, blocked.phrase, False, verb, subject), needed) if needed else None


def _frame(place: Place, trigger: Trigger, pair: tuple[Half, Half], holder: Holder | None) -> ConditionFrame:
    """The condition that two halves make; which of them is blocked depends on the trigger and on what is negated."""
    main, other = pair
    blocks, requires = _roles(place, trigger, main, other)
    first, last = min(main.first, other.first, trigger.first), max(main.last, other.last)
    only = any(word.text.lower() == "only" for word in place.line.words[main.first : main.last])
    operator = Operator.ONLY_IF if trigger.operator is Operator.IF and only and not main.negated else trigger.operator
    return ConditionFrame(
        evidence=span_of(place.line, first, last),
        operator=operator,
        blocks=blocks,
        requires=requires,
        party=holder.party if holder else None,
        voiced_by=holder.voice if holder else None,
    )


def _roles(place: Place, trigger: Trigger, main: Half, other: Half) -> tuple[str, str]:
    """What is blocked and what is required."""
    operator = trigger.operator
    if operator is Operator.BEFORE and not main.negated:
        return other.phrase, main.phrase
    if operator in (Operator.IF, Operator.ONLY_IF) and is_goal(place.line, other.verb):
        return other.phrase, main.phrase
    if operator is Operator.UNTIL and not main.negated:
        return f"an end to {main.phrase}", other.phrase
    keeping = place.line.words[trigger.first].text.lower() in ("while", "as", "so")
    if operator is Operator.ONLY_IF and keeping and main.negated:
        return main.phrase, f"an end to {other.phrase}"
    if trigger.shape is Shape.NOUN and operator is Operator.UNLESS:
        return f"holding off {other.phrase}", main.phrase
    turned = operator is Operator.UNLESS or (operator is Operator.IF and other.negated)
    if turned and not main.negated:
        return f"holding off {main.phrase}", other.phrase
    if operator is Operator.IF and main.negated and not other.negated:
        return main.phrase, f"no {other.phrase}"
    return main.phrase, other.phrase


def _holder(scene: Scene, place: Place, main: Half, other: Half, voices: Voices) -> Holder | None:
    """Whose condition it is: the speaker's, else of the party that the main clause is about, else of the other side
    of those it is about when one of them must act first."""
    if speaker(place.told) is not None:
        return speaker(place.told)
    if main.subject is None or main.verb is None:
        return None
    parties = named_parties(place.line, main.subject.first, main.verb.first)
    if len(parties) > 1:
        acting = named_parties(place.line, other.first, other.verb.first) if other.verb else ()
        left = [party for party in parties if party not in acting]
        return Holder(left[0]) if len(left) == 1 else None
    return holder_of(scene, place.line, (main.subject.first, main.subject.last), voices)


def _is_forecast(scene: Scene, place: Place, main: Half, other: Half, voices: Voices) -> bool:
    """True for what a speaker foretells of somebody else: "if they do not stop, they will take more"."""
    told = speaker(place.told)
    if told is None or main.subject is None or other.subject is None or other.verb is None:
        return False
    acting = holder_of(scene, place.line, (other.subject.first, other.subject.last), voices)
    if acting is None or acting.is_one_with(told):
        return False
    doing = holder_of(scene, place.line, (main.subject.first, main.subject.last), voices)
    pronoun = place.line.words[main.subject.head].text.lower() in ("it", "they", "he", "she")
    return acting.is_one_with(doing) or (doing is None and pronoun)


def _may_bind(line: Line) -> bool:
    return any(word.lemma in word_list("approving") or word.lemma in ("tie", "link", "peg") for word in line.words)


def _to_be_approved(scene: Scene, line: Line, whole: Parse, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "it still has to be ratified": a text that must be approved first."""
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
        place = _place(line, whole, voices, Trigger(verb.first, verb.last, Operator.SUBJECT_TO, Shape.PREDICATE, Gate.NONE))
        told = speaker(place.told)
        end = _clause_end(place, verb.last)
        rest = line.span(verb.last, end).of(scene.text) if verb.last < end else ""
        yield ConditionFrame(
            evidence=span_of(line, blocked.first, end),
            operator=Operator.SUBJECT_TO,
            blocks=blocked.phrase,
            requires=f"being {head.text} {rest}".strip(),
            party=told.party if told else None,
            voiced_by=told.voice if told else None,
        )


def _linked(scene: Scene, line: Line, voices: Voices) -> Iterator[ConditionFrame]:
    """Conditions such as "has tied the release of the funds to progress on migration"."""
    whole, words = line.parse, line.words
    for verb in whole.groups:
        if words[verb.head].lemma not in ("tie", "link", "peg") or verb.passive or verb.negated or not verb.finite:
            continue
        at = next((n for n in range(verb.last, len(words)) if words[n].text.lower() == "to"), None)
        subject = subject_of(whole, verb)
        if at is None or subject is None:
            continue
        blocked, needed = fold_noun(line, whole, (verb.last, at)), fold_noun(line, whole, (at + 1, len(words)))
        if blocked is None or needed is None:
            continue
        told = voices.at(words[verb.first].start, words[at].end)
        holder = speaker(told) or holder_of(scene, line, (subject.first, subject.last), voices)
        yield ConditionFrame(
            evidence=span_of(line, min(subject.first, verb.first), needed.last),
            operator=Operator.HINGES_ON,
            blocks=blocked.phrase,
            requires=needed.phrase,
            party=holder.party if holder else None,
            voiced_by=holder.voice if holder else None,
        )


def _unlike(frames: list[ConditionFrame]) -> Iterator[ConditionFrame]:
    """Frames without those that lie inside another of the same sentence and say the same."""
    for number, frame in enumerate(frames):
        inside = (other.evidence.holds(frame.evidence) for n, other in enumerate(frames) if n < number)
        if not any(inside):
            yield frame
