"""Finds the conditions of a report: a trigger, the two halves it joins, and whose condition it is."""

from collections.abc import Iterator

from pourparler.core.reading import Attribution, ConditionFrame, Operator
from pourparler.reading.conditions.alternatives import THREAT, otherwise
from pourparler.reading.conditions.asides import by_place, plain
from pourparler.reading.conditions.bindings import bound
from pourparler.reading.conditions.folding import Half, ended, refused, told_whole
from pourparler.reading.conditions.gates import concerns, is_goal, is_price, passes, says_nothing
from pourparler.reading.conditions.halves import Place, halves_of, place_of
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, named_parties, speaker
from pourparler.reading.conditions.phrases import span_of
from pourparler.reading.conditions.sequences import WORDS, in_order
from pourparler.reading.conditions.standing import linked, may_bind, preceding, to_be_approved
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, triggers, word_list
from pourparler.reading.scene import Scene


def find_conditions(scene: Scene, said: tuple[Attribution, ...]) -> tuple[ConditionFrame, ...]:
    """The conditions that a report tells, in the order of the text."""
    voices = Voices(said)
    frames: list[ConditionFrame] = []
    places = by_place(said)
    for line in (plain(line, places) for line in scene.lines):
        frames += otherwise(scene, line, voices)
        found = list(triggers(line.words))
        if not found and not any(word.text.lower() in WORDS or word.lemma in may_bind() for word in line.words):
            continue
        whole = line.parse
        for trigger in found:
            place = place_of(line, whole, voices, trigger)
            pair = halves_of(place, trigger)
            if trigger.gate is Gate.TURN and place.told is None:
                continue
            if pair is None or says_nothing(pair[1].phrase) or not passes(line, whole, trigger, *pair):
                continue
            holder = _holder(scene, place, *pair, voices)
            if holder is None and place.told is None and not concerns(line, pair):
                continue
            if not _is_forecast(scene, place, *pair, voices):
                frames.append(_frame(place, trigger, pair, holder))
        frames += to_be_approved(scene, line, voices)
        frames += linked(scene, line, voices)
        frames += preceding(line, voices)
        frames += in_order(scene, line, voices)
        frames += bound(scene, line, voices)
    return tuple(_unlike(frames))


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
    if operator is Operator.IN_EXCHANGE_FOR and _is_claimed(place, main):
        return other.phrase, main.phrase
    if operator is Operator.BEFORE and not main.negated:
        return other.phrase, main.phrase
    aim = is_goal(place.line, other.verb) or is_price(place.line, main, other)
    if operator in (Operator.IF, Operator.ONLY_IF) and aim:
        return other.phrase, main.phrase
    if operator is Operator.WITHOUT and not main.negated:
        return f"{THREAT} {main.phrase}", other.phrase
    if operator is Operator.UNTIL and not main.negated:
        return _end_to(place, main, "an end to"), other.phrase
    keeping = place.line.words[trigger.first].text.lower() in ("while", "as", "so")
    if operator is Operator.ONLY_IF and keeping and main.negated:
        return main.phrase, _end_to(place, other, "an end to")
    if operator is Operator.ONLY_IF and other.negated and not main.negated:
        return main.phrase, told_whole(place.line, other)
    if trigger.shape is Shape.NOUN and operator is Operator.UNLESS:
        return f"{THREAT} {other.phrase}", main.phrase
    turned = operator is Operator.UNLESS or (operator is Operator.IF and other.negated)
    if turned and not main.negated:
        return _end_to(place, main, THREAT), other.phrase
    if operator is Operator.IF and main.negated and not other.negated:
        return main.phrase, refused(place.line, place.whole, other)
    return main.phrase, other.phrase


def _end_to(place: Place, main: Half, deed: str) -> str:
    """What ends a state, or keeps a `deed` from being done."""
    state = ended(place.line, place.whole, main)
    if state is None:
        return f"{deed} {main.phrase}"
    return state if " no longer " in state else f"an end to {state}"


def _is_claimed(place: Place, main: Half) -> bool:
    """True for what is demanded in return for something, and not given for it."""
    if main.verb is None or main.verb.modal is not None or main.negated:
        return False
    return place.line.words[main.verb.head].lemma in word_list("claiming")


def _holder(scene: Scene, place: Place, main: Half, other: Half, voices: Voices) -> Holder | None:
    """Whose condition it is: the speaker's, else of the party that the main clause is about, else of the other side
    of those it is about when one of them must act first."""
    told = place.told or voices.at(place.line.words[main.first].start, place.line.words[main.last - 1].end)
    if speaker(told) is not None:
        return speaker(told)
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
    if main.verb is not None and main.verb.modal in ("must", "should", "have to", "need"):
        return False
    if told is None or main.subject is None or other.subject is None or other.verb is None:
        return False
    acting = holder_of(scene, place.line, (other.subject.first, other.subject.last), voices)
    if acting is None or acting.is_one_with(told):
        return False
    pronoun = place.line.words[main.subject.head].text.lower() in ("it", "they", "he", "she")
    if pronoun and other.first < main.first:
        return True
    doing = holder_of(scene, place.line, (main.subject.first, main.subject.last), voices)
    return acting.is_one_with(doing) or (doing is None and pronoun)


def _unlike(frames: list[ConditionFrame]) -> Iterator[ConditionFrame]:
    """Frames without those that lie inside another of the same sentence and say the same."""
    for number, frame in enumerate(frames):
        inside = (other.evidence.holds(frame.evidence) for n, other in enumerate(frames) if n < number)
        if not any(inside):
            yield frame
