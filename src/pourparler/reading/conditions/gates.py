"""Gates: what must hold for "if", "before", "without" and the like to make a condition: no time, manner or question."""

from itertools import pairwise

from pourparler.core.reading import Operator
from pourparler.reading.conditions.folding import Half
from pourparler.reading.conditions.holders import names_in
from pourparler.reading.conditions.triggers import Gate, Shape, Trigger, word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import Parse, VerbGroup

LOOKING_AHEAD = frozenset("will shall would can could may might must should".split())
CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec""".split()
)
"""Days of the week and months, as English writes them whatever the machine's language."""
SPANS = frozenset("day week weekend month year today tomorrow tonight morning evening night".split())
READY = frozenset("ready willing open possible prepared able agreed necessary due likely expected set".split())


EMPTY = frozenset(
    "it they he she we you this that so do does did be is are was need needs like likes can not 's ’s".split()
)
"""Words of halves that say nothing."""


def passes(line: Line, parse: Parse, trigger: Trigger, blocked: Half, needed: Half) -> bool:
    """True when the gate of a trigger lets a pair of halves through; `blocked` is the main half, `needed` the other."""
    if tells_a_day(line, trigger.first) or is_idle(line, trigger.first, trigger.last):
        return False
    if trigger.gate is Gate.OPEN:
        return _is_open(line, parse, trigger, blocked, needed)
    if trigger.gate is Gate.HELD:
        return _is_held(line, blocked, needed)
    if trigger.gate is Gate.FIRST:
        return _comes_first(line, blocked, needed)
    if trigger.gate is Gate.NEGATED:
        fronted = needed.first < blocked.first and blocked.verb is not None and blocked.verb.modal in LOOKING_AHEAD
        been = blocked.verb is not None and would_have(blocked.verb)
        return (blocked.negated or fronted) and not been and not _is_manner(line, trigger)
    if trigger.gate is Gate.APPROVAL:
        doing = needed.verb is not None and not needed.verb.finite and trigger.operator is Operator.SUBJECT_TO
        return (doing and line.words[trigger.first].tag != "VERB") or any(
            word.lemma in word_list("approvals") for word in line.words[needed.first : needed.last]
        )
    if trigger.gate is Gate.ALONE:
        return any(word.text.lower() == "only" for word in line.words[blocked.first : blocked.last])
    if trigger.gate is Gate.AHEAD:
        return _looks_ahead(line, blocked.verb) and not _is_time(line, needed)
    if trigger.gate is Gate.TURN:
        return _in_turn(line, blocked, needed)
    if trigger.gate is Gate.LASTING:
        you = blocked.subject is not None and line.words[blocked.subject.head].text.lower() in ("you", "one")
        before = blocked.first < trigger.first and line.words[trigger.first - 1].text != ","
        return blocked.negated and before and not you
    if trigger.gate is Gate.MUST:
        return blocked.verb is not None and blocked.verb.modal in ("must", "have to", "should", "need")
    if trigger.gate is Gate.OFFERED:
        return _looks_ahead(line, blocked.verb) or _is_wanted(line, blocked.verb) or _is_granted(blocked)
    if trigger.gate is Gate.SOON:
        return _looks_ahead(line, blocked.verb) and not _is_time(line, needed)
    if trigger.gate is Gate.HOPED:
        if any(word.lemma.lower() in word_list("threads") for word in line.words[needed.first : needed.last]):
            return False
        if blocked.subject is not None and any(last == blocked.subject.last for _, last in names_in(line)):
            return False
        clause = line.words[trigger.last].text.lower() == "whether" if trigger.last < len(line.words) else False
        return clause or blocked.verb is None or blocked.verb.tense != "past" or blocked.verb.modal is not None
    if trigger.gate is Gate.UNNAMED:
        return not any(
            word.lemma == "anonymity" or word.text == "not" for word in line.words[needed.first : needed.last]
        )
    return True


def tells_a_day(line: Line, at: int) -> bool:
    """True for a "when" that only says what happens on a day just named: "on Friday, when the ministers meet"."""
    words = line.words
    if at < 2 or words[at].text.lower() != "when" or words[at - 1].text != ",":
        return False
    before = words[at - 2]
    return before.text in CALENDAR or before.text.isdigit() or before.lemma.lower() in SPANS


def is_idle(line: Line, first: int, last: int) -> bool:
    """True for words `[first, last)` that tie nothing: "once more", "without conditions", "does not depend on"."""
    lows = [word.text.lower() for word in line.words]
    if lows[last - 1] == "once":
        return last < len(lows) and lows[last] in ("more", "again", "upon")
    if lows[last - 1] == "pending":
        return first > 0 and line.words[first - 1].tag in ("DET", "NUM") and last == first + 1
    if lows[last - 1] == "without":
        return any(low in word_list("conditions") for low in lows[last : last + 2])
    hangs = {line.words[n].lemma.lower() for n in range(first, last)} & word_list("hanging")
    return bool(hangs) and any(
        low in ("not", "n't", "n’t", "never", "longer") for low in lows[max(0, first - 3) : first]
    )


def says_nothing(phrase: str) -> bool:
    """True for a phrase of words that only point or stand for others: "it does", "need be", "they like"."""
    return set(phrase.lower().split()) <= EMPTY


def concerns(line: Line, pair: tuple[Half, Half]) -> bool:
    """True when two halves of the outlet's own words are about somebody, or something that is negotiated; not "you"."""
    first, last = min(half.first for half in pair), max(half.last for half in pair)
    heads = {line.words[half.subject.head].text.lower() for half in pair if half.subject is not None}
    if heads & {"you", "one", "people", "i"}:
        return False
    return is_about(line, first, last)


def is_about(line: Line, first: int, last: int) -> bool:
    """True when words `[first, last)` name somebody, or something that is negotiated."""
    named = any(first <= start < last for start, _ in names_in(line))
    return named or any(word.lemma.lower() in word_list("matters") for word in line.words[first:last])


def _is_granted(half: Half) -> bool:
    """True for a passive: what was given, dropped or granted for something."""
    return half.verb is not None and half.verb.passive


def _looks_ahead(line: Line, verb: VerbGroup | None) -> bool:
    """True when a verb tells of what may or shall come."""
    if verb is None:
        return False
    if verb.tense == "future" or verb.modal is not None or verb.infinitive:
        return True
    after = [word.text.lower() for word in line.words[verb.head : verb.last + 2]]
    return any(word in READY for word in after)


def _is_wanted(line: Line, verb: VerbGroup | None) -> bool:
    return verb is not None and not verb.passive and line.words[verb.head].lemma in word_list("wanting")


def _is_demanded(line: Line, main: Half) -> bool:
    """True for a clause that somebody demands: "insists that the duty be cut"."""
    if main.verb is None:
        return False
    before = next((g for g in reversed(line.verbs) if g.last <= main.verb.first), None)
    between = line.words[before.last : main.verb.first] if before is not None else ()
    return _is_wanted(line, before) and any(word.text.lower() == "that" for word in between)


def _is_open(line: Line, parse: Parse, trigger: Trigger, blocked: Half, needed: Half) -> bool:
    """True for an "if" or "unless" of what may still come: no question, idiom, courtesy or might-have-been."""
    words, at = line.words, trigger.first
    before = words[at - 1].text.lower() if at else ""
    if trigger.shape is Shape.CLAUSE and before in word_list("not_if_after"):
        return False
    if _is_question(line, parse, trigger):
        return False
    after = words[trigger.last].text.lower() if trigger.last < len(words) else ""
    if after in word_list("idioms") or _is_courtesy(line, needed):
        return False
    if is_goal(line, needed.verb) or is_price(line, blocked, needed):
        return True
    if (
        blocked.verb is None
        or _is_judgement(line, blocked.verb)
        or would_have(blocked.verb)
        or (needed.verb and _had(line, needed.verb))
    ):
        return False
    if blocked.negated and not blocked.verb.negated and line.words[blocked.verb.head].lemma in word_list("refusing"):
        return True
    if _looks_ahead(line, blocked.verb) or _is_wanted(line, blocked.verb) or _is_imperative(line, blocked):
        return True
    if line.words[blocked.verb.head].lemma in word_list("threatening") and blocked.first >= blocked.verb.last:
        return True
    if trigger.operator is Operator.ONLY_IF and (blocked.negated or blocked.phrase.lower().startswith("no ")):
        return True
    if needed.subject is not None and line.words[needed.subject.head].text.lower() in ("this", "that", "it", "you"):
        return False
    spoken = line.quoted[blocked.verb.head] and blocked.verb.tense == "present"
    return spoken and after != "you" and blocked.verb.head + 1 < blocked.last


def is_goal(line: Line, verb: VerbGroup | None) -> bool:
    """True for "if a truce is to be reached": what the clause names is the aim, not the step before it."""
    if verb is None:
        return False
    if any(word.lemma in ("want", "wish") for word in line.words[verb.first : verb.last]):
        return line.words[verb.last].text.lower() == "to" if verb.last < len(line.words) else False
    texts = [word.text.lower() for word in line.words[verb.first : verb.last + 2]]
    return any(a in ("is", "are", "was", "were") and b == "to" for a, b in pairwise(texts))


def is_price(line: Line, main: Half, other: Half) -> bool:
    """True for "if they want more quota, they must open the ports": what the clause wants waits for what is done."""
    if other.verb is None or main.verb is None or line.words[other.verb.head].lemma not in ("want", "wish", "need"):
        return False
    if other.verb.negated or main.verb.negated:
        return False
    own = main.subject is not None and line.words[main.subject.head].text.lower() in ("it", "they", "he", "she", "you")
    return own and (main.verb.modal in ("must", "have to", "need", "should") or main.verb.tense == "present")


def _in_turn(line: Line, blocked: Half, needed: Half) -> bool:
    """True for "we will come back when they lift the ban": a future deed that waits for another's."""
    if needed.verb is None or needed.subject is None or blocked.subject is None or not _looks_ahead(line, blocked.verb):
        return False
    theirs, ours = line.words[needed.subject.head].text.lower(), line.words[blocked.subject.head].text.lower()
    return needed.verb.tense == "present" and theirs != ours and theirs not in ("he", "she", "it", "they", "you")


def _is_question(line: Line, parse: Parse, trigger: Trigger) -> bool:
    """True when "if" follows a verb of asking or deciding, perhaps with a hearer between."""
    at = trigger.first - 1
    number = parse.chunk_ending(at) if at >= 0 else None
    if number is not None and parse.chunks[number].last - parse.chunks[number].first <= 2:
        at = parse.chunks[number].first - 1
    return at >= 0 and (
        line.words[at].lemma in word_list("asking") or line.words[trigger.first - 1].lemma in word_list("asking")
    )


def _is_courtesy(line: Line, needed: Half) -> bool:
    """True for "if we can", "if you like": a pronoun and a bare verb, which asks for nothing."""
    return all(word.tag in ("PRON", "AUX", "PUNCT", "PART") for word in line.words[needed.first : needed.last])


def would_have(verb: VerbGroup) -> bool:
    """True for "would have collapsed": what might have been."""
    return verb.perfect and verb.modal in ("would", "could", "might", "should")


def _is_judgement(line: Line, verb: VerbGroup) -> bool:
    """True for "it would be better if"."""
    after = line.words[verb.last : verb.last + 3]
    return line.words[verb.head].lemma == "be" and any(word.text.lower() in word_list("judging") for word in after)


def _had(line: Line, verb: VerbGroup) -> bool:
    return verb.perfect and line.words[verb.first].text.lower() in ("had", "'d", "’d")


def _is_imperative(line: Line, blocked: Half) -> bool:
    return blocked.verb is not None and blocked.verb.first == blocked.first and blocked.verb.tense == "present"


def _is_held(line: Line, blocked: Half, needed: Half) -> bool:
    """True for an "until" that keeps something from happening, or that something is kept up for."""
    if _is_time(line, needed):
        return False
    return blocked.negated or (_looks_ahead(line, blocked.verb) and needed.verb is not None)


def _is_time(line: Line, half: Half) -> bool:
    """True when a half is only a day, a clock or a part of a year."""
    noun = next((w for w in line.words[half.first : half.last] if w.tag in ("NOUN", "PROPN")), None)
    if noun is not None and half.verb is None and noun.lemma.lower() in word_list("times"):
        return True
    return all(
        word.tag in ("NUM", "PUNCT", "DET", "ADJ", "ADP") or word.text[0].isupper() or word.text.isdigit()
        for word in line.words[half.first : half.last]
    )


def _comes_first(line: Line, main: Half, later: Half) -> bool:
    """True for a "before" that makes demands: something refused, wanted or needed first, or "before any …"."""
    if _is_time(line, later):
        return False
    if line.words[later.first].text.lower() == "any":
        return True
    if main.negated or _is_wanted(line, main.verb) or _is_demanded(line, main):
        return True
    return main.verb is not None and main.verb.modal in ("must", "need", "have to", "should")


def _is_manner(line: Line, trigger: Trigger) -> bool:
    after = [word.text.lower() for word in line.words[trigger.last : trigger.last + 2]]
    return after != ["an", "end"] and any(low in word_list("manners") for low in after)
