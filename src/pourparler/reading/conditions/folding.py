"""Folding: a clause made a short phrase of what it wants to come about, its negation taken off and told apart."""

from dataclasses import dataclass, replace

from pourparler.reading.conditions.phrases import (
    LIGHT,
    MOST_WORDS,
    bare,
    noun_phrase,
    object_of,
    subject_phrase,
    text_of,
    trimmed,
)
from pourparler.reading.conditions.triggers import word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import NounChunk, Parse, VerbGroup, subject_of
from pourparler.text.words import Word

NO = {"no": "any", "nothing": "anything", "nobody": "anybody", "none": "any", "neither": "either", "never": "ever"}
POSSIBLE = frozenset("possible likely conceivable feasible on achievable impossible unthinkable unlikely".split())
UNDOING = frozenset("impossible unthinkable unlikely".split())


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a condition: word indices (half-open), its verb and subject, the phrase, whether it is negated."""

    first: int
    last: int
    phrase: str
    negated: bool
    verb: VerbGroup | None = None
    subject: NounChunk | None = None


def fold_clause(line: Line, parse: Parse, words: tuple[int, int], verb: VerbGroup | None = None) -> Half | None:
    """The half that words `[first, last)` make, around `verb` or their first finite verb; None when nothing is left."""
    first, last = trimmed(line, *words)
    if first >= last:
        return None
    verb = verb or _first_verb(parse, first, last)
    if verb is None:
        return fold_noun(line, parse, (first, last))
    carried = verb.finite or line.words[verb.first].text.lower() == "be"
    subject = subject_of(parse, verb) if carried else None
    if subject is not None and not first <= subject.first < verb.first:
        subject = None
    if subject is None and carried:
        subject = next((c for c in parse.chunks if c.first == first and c.last <= verb.first), None)
    verb, refused = _deed(line, parse, verb, last)
    negated = verb.negated or refused or _says_no(line, subject) or _undone(line, verb, last)
    phrase = _phrase(line, parse, verb, subject, last) if line.words[verb.head].tag != "AUX" or verb.last < last else ""
    object_ = object_of(parse, verb, last)
    if refused and not verb.infinitive and object_ is not None:
        phrase = text_of(line, *object_)
    elif refused and not verb.infinitive:
        phrase = _ruled_out(line, verb, last) or phrase
    if object_ is not None and _is_no(line, object_[0]) and not verb.negated:
        hindrance = any(word.lemma.lower() in word_list("hindrances") for word in line.words[object_[0] : object_[1]])
        negated, phrase = not hindrance, text_of(line, *object_) if hindrance else phrase
    return Half(first, last, phrase, negated, verb, subject) if phrase else None


def _ruled_out(line: Line, verb: VerbGroup, last: int) -> str:
    """What is refused where that is a doing: "sitting down with them" of "ruled out sitting down with them"."""
    at = verb.last + (verb.last < last and line.words[verb.last].text.lower() == "out")
    doing = at < last and line.words[at].tag == "VERB" and line.words[at].text.lower().endswith("ing")
    return text_of(line, at, min(last, at + MOST_WORDS)) if doing else ""


def with_doer(line: Line, parse: Parse, half: Half, wanted: bool = False) -> Half:
    """A half whose phrase also names who must act: "Oslo drops its claim" for "drop its claim".

    `wanted` is true where the clause itself must come about, so that "rules out a ban" is a deed and no refusal.
    """
    verb, subject = half.verb, half.subject
    if wanted and verb is not None and not verb.negated and line.words[verb.head].lemma in word_list("refusing"):
        half = replace(half, negated=False)
    if verb is None or subject is None or half.negated or verb.passive or not verb.finite or verb.modal is not None:
        return half
    words = line.words
    light = LIGHT - {"see"} | word_list("wanting")  # who sees a thing is part of it: "until inspectors saw the plant"
    if words[subject.head].tag == "PRON" or words[verb.head].lemma in light:
        return half
    object_ = object_of(parse, verb, half.last)
    last = object_[1] if object_ is not None else min(half.last, verb.head + MOST_WORDS)
    first = subject.first - (subject.first > half.first and words[subject.first - 1].tag == "DET")
    return replace(half, phrase=text_of(line, first, last))


def ended(line: Line, parse: Parse, half: Half) -> str | None:
    """What is there when a state ends: "the gates no longer shut" of "will stay shut", of "the strike will last" the
    strike itself; None for a clause that tells of a deed."""
    verb, subject = half.verb, half.subject
    if verb is None or subject is None or verb.negated or line.words[verb.head].lemma not in word_list("lasting"):
        return None
    about = text_of(line, *subject_phrase(parse, subject, verb.first))
    at, last = verb.head + 1, half.last
    if at < last and line.words[at].tag in ("ADJ", "VERB", "NOUN", "ADV", "ADP") and line.words[at].text != "on":
        return f"{about} no longer {text_of(line, at, last)}"
    return about


def told_whole(line: Line, half: Half) -> str:
    """The words of a half as they stand, its "no" with them: "nothing expires by itself"; cut short."""
    return text_of(line, half.first, min(half.last, half.first + MOST_WORDS))


def refused(line: Line, parse: Parse, half: Half) -> str:
    """What is there when a half does not come about: "no new tariff", "not raise it", "an end to the ban" of "the ban
    stays"."""
    state = ended(line, parse, half)
    if state is not None:
        return state if " no longer " in state else f"an end to {state}"
    if half.verb is None:
        return f"no {bare(half.phrase)}"
    told = half.subject is not None and half.phrase.split()[0].lower() == line.words[half.subject.first].text.lower()
    return f"not that {half.phrase}" if told else f"not {half.phrase}"


def fold_noun(line: Line, parse: Parse, words: tuple[int, int]) -> Half | None:
    """The half that a noun phrase makes."""
    first, last = trimmed(line, *words)
    number = next((n for n, chunk in enumerate(parse.chunks) if first <= chunk.first < last), None)
    if number is None:
        return None
    start = parse.chunks[number].first
    carried = start == first + 2 and line.words[first].tag in ("NOUN", "VERB") and line.words[first + 1].tag == "ADP"
    if start > first and (carried or line.words[first].text.lower().endswith("ing")):
        start = first
    _, end = noun_phrase(parse, number, last)
    phrase = text_of(line, start, end)
    return Half(first, max(end, first + 1), _positive(phrase), _is_no(line, start)) if phrase else None


def _deed(line: Line, parse: Parse, verb: VerbGroup, last: int) -> tuple[VerbGroup, bool]:
    """The verb of the deed: the infinitive after "threatened" or "refused"; True where it is refused."""
    lemma = line.words[verb.head].lemma
    refused = lemma in word_list("refusing") and not verb.negated and not verb.passive
    if lemma not in word_list("leading") or verb.passive:
        return verb, refused
    deed = next((g for g in parse.groups if g.infinitive and verb.last <= g.first < last), None)
    between = line.words[verb.last : deed.first] if deed is not None else ()
    if deed is None or any(word.tag in ("VERB", "AUX", "SCONJ") for word in between):
        return verb, refused
    return deed, refused or verb.negated


def _first_verb(parse: Parse, first: int, last: int) -> VerbGroup | None:
    inside = [group for group in parse.groups if first <= group.first and group.head < last]
    return next((group for group in inside if group.finite), inside[0] if inside else None)


def _is_no(line: Line, at: int) -> bool:
    return line.words[at].text.lower() in NO


def _says_no(line: Line, subject: NounChunk | None) -> bool:
    return subject is not None and _is_no(line, subject.first)


def _undone(line: Line, verb: VerbGroup, last: int) -> bool:
    """True for "is impossible" and the like."""
    return verb.last < last and line.words[verb.last].text.lower() in UNDOING


def _positive(phrase: str) -> str:
    """A phrase with its "no" made "any"."""
    head, _, rest = phrase.partition(" ")
    return f"{NO[head.lower()]} {rest}".strip() if head.lower() in NO else phrase


def _phrase(line: Line, parse: Parse, verb: VerbGroup, subject: NounChunk | None, last: int) -> str:
    """The phrase of a clause: its object where the verb is light, its subject in a passive, else verb and object."""
    words = line.words
    head = words[verb.head]
    object_ = object_of(parse, verb, last)
    about = text_of(line, *subject_phrase(parse, subject, verb.first)) if subject is not None else ""
    about = "" if about.lower() in ("there", "it", "we", "i", "you", "they", "he", "she") else _positive(about)
    direct = object_ is not None and not any(w.tag == "ADP" for w in words[verb.last : object_[0]])
    undoes = verb.last < last and words[verb.last].text.lower() == "off"  # "call off the strike" is no call for it
    wanted = head.lemma in word_list("wanting") and not verb.passive and not undoes
    direct = direct or undoes
    bare_no = object_ is not None and object_[1] - object_[0] == 1 and words[object_[0]].text.lower() in NO
    if object_ is not None and not bare_no and (wanted or (head.lemma in LIGHT and direct)):
        idle = about and text_of(line, *object_).lower() in word_list("comes_about")
        return about if idle else _positive(text_of(line, *object_))
    if verb.passive:
        return about if head.lemma in LIGHT and about else _joined(about, line, verb.head, last, head.text)
    possible = head.lemma == "be" and verb.last < last and words[verb.last].text.lower() in POSSIBLE
    if possible and about and (words[verb.last].text.lower() != "on" or object_ is None):
        return about
    if object_ is not None and direct:
        return f"{_base(head, verb)} {_positive(text_of(line, verb.last, object_[1]))}".strip()
    plain = bool(about) and verb.modal is None and not verb.negated and not verb.infinitive
    return _joined(about, line, verb.head, last, head.text if plain else _base(head, verb))


def _base(head: Word, verb: VerbGroup) -> str:
    """The base form of a verb: as it stands after a modal or "to", else its lemma."""
    return head.text if verb.infinitive or (verb.modal and not verb.perfect and not verb.progressive) else head.lemma


def _joined(about: str, line: Line, head: int, last: int, form: str) -> str:
    """Subject, verb and what follows, cut short."""
    last = min(last, head + MOST_WORDS)
    rest = text_of(line, head + 1, last) if head + 1 < last else ""
    if rest and line.words[head + 1].tag == "CCONJ" and len(rest.split()) > 1:
        rest = f"{line.words[head + 1].text} {rest}"
    return " ".join(part for part in (about, form, rest) if part)
