"""Mentions of instruments: the noun phrase, what it is called and about, and how it points back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.conditions.gates import CALENDAR, SPANS
from pourparler.reading.conditions.holders import names_in
from pourparler.reading.conditions.phrases import noun_phrase, text_of
from pourparler.reading.instruments.nouns import InstrumentNoun, instrument_nouns, modifiers, word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import Parse

POINTING = frozenset("the this that these those its their his her our".split())
PREPOSITIONS = frozenset("on over regarding about of for".split())
ELSEWHERE = frozenset("at in inside near with within".split())
"""Prepositions of places and companions: what follows is no matter of the document, nor what that is of in turn."""

OWNERS = frozenset("its their his her our my your".split())


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A noun phrase that names an instrument: word indices, half-open; `end` closes the whole phrase.

    `words` are the words that say which one it is, `state` what its own modifiers tell, `head` its
    noun, `plural` true for "agreements", `apart` for "another agreement".
    """

    noun: InstrumentNoun
    first: int
    last: int
    end: int
    head: int
    title: str
    subject: str | None
    words: frozenset[str]
    definite: bool
    plural: bool
    state: InstrumentStatus | None = None
    framing: bool = False
    apart: bool = False


def mentions(line: Line, whole: Parse) -> Iterator[InstrumentMention]:
    """The instruments that the noun chunks of a sentence name, left to right."""
    skip = -1
    for number, chunk in enumerate(whole.chunks):
        if number <= skip:
            continue
        noun = _noun(line, chunk.head)
        if noun is None or chunk.head >= chunk.last:
            continue
        staged = _staged(line, whole, number)
        if staged is not None:
            skip = number + 1
            yield staged
            continue
        found = _mention(line, whole, number, noun)
        if found is not None:
            yield found


def _noun(line: Line, at: int) -> InstrumentNoun | None:
    word = line.words[at]
    nouns = instrument_nouns()
    before = line.words[at - 1].text.lower() if at else ""
    pair = nouns.get(f"{before} {word.lemma.lower()}")
    noun = pair or nouns.get(word.text.lower()) or nouns.get(word.lemma.lower())
    special = nouns.get(line.words[at - 1].lemma.lower()) if at and noun is not None and pair is None else None
    if noun is None or special is None or noun.noun not in word_list("general"):
        return noun
    told = special.kind in (InstrumentKind.CEASEFIRE, InstrumentKind.EXCHANGE)
    if special.kind is InstrumentKind.SANCTIONS and noun.noun == "package":
        return special
    return replace(noun, kind=special.kind) if told else noun


def _staged(line: Line, whole: Parse, number: int) -> InstrumentMention | None:
    """ "the outline of a fish deal", "a copy of a draft": the second noun with the state of the first."""
    if number + 1 >= len(whole.chunks):
        return None
    chunk, following = whole.chunks[number], whole.chunks[number + 1]
    stage = line.words[chunk.head].lemma.lower()
    link = line.words[chunk.last].text.lower() if chunk.last < len(line.words) else ""
    noun = _noun(line, following.head)
    fits = stage in word_list("stages") and link in ("of", "for") and following.first == chunk.last + 1
    if not fits or noun is None or noun.owned or line.words[chunk.first].text.lower() in OWNERS:
        return None
    inner = _mention(line, whole, number + 1, noun)
    if inner is None:
        return None
    state = InstrumentStatus.DRAFTED if stage in word_list("drafting") else inner.state
    return InstrumentMention(
        noun,
        chunk.first,
        chunk.last,
        inner.end,
        inner.head,
        inner.title,
        inner.subject,
        inner.words,
        inner.definite,
        False,
        state,
        stage in word_list("framing"),
    )


def _mention(line: Line, whole: Parse, number: int, noun: InstrumentNoun) -> InstrumentMention | None:
    """The mention that a chunk makes."""
    chunk = whole.chunks[number]
    words = line.words
    opener = words[chunk.first].text.lower()
    if opener in word_list("none") or (opener == "what"):
        return None
    meant = next((g for g in whole.groups if g.infinitive and g.first == chunk.last), None)
    if meant is not None and noun.noun == "plan" and words[chunk.head].text.lower() == "plans":
        return None
    _, end = noun_phrase(whole, number, len(words))
    before = [
        words[at]
        for at in range(chunk.first, chunk.head)
        if words[at].tag in ("NOUN", "PROPN") and at not in _named(line) and words[at].text.lower() not in modifiers()
    ]
    state = next(
        (modifiers()[w.text.lower()] for w in words[chunk.first : chunk.head] if w.text.lower() in modifiers()), None
    )
    owners = _owner_words(line, chunk.first, chunk.head)
    telling = [word for word in before if word.start not in owners]
    about = _about(line, whole, number, end)
    nouns = [word.text for word in telling]
    subject = about or (" ".join(nouns) if nouns else None)
    first = chunk.first + 1 if opener in ("the", "a", "an", "this", "that", "these", "those") else chunk.first
    return InstrumentMention(
        noun=noun,
        first=chunk.first,
        last=chunk.last,
        end=end,
        head=chunk.head,
        title=text_of(line, first, max(end if about else chunk.last, chunk.last)),
        subject=subject,
        words=frozenset(word.lemma.lower() for word in telling) | frozenset((about or "").lower().split()),
        definite=opener in POINTING or bool(owners),
        apart=any(word.text.lower() in word_list("apart") for word in words[chunk.first : chunk.head]),
        plural=words[chunk.head].text.lower() != words[chunk.head].lemma.lower() and noun.noun != "terms",
        state=state,
        framing=noun.noun == "framework",
    )


def _named(line: Line) -> frozenset[int]:
    """The indices of the words of a sentence that name somebody."""
    return frozenset(at for first, last in names_in(line) for at in range(first, last))


def _owner_words(line: Line, first: int, head: int) -> frozenset[int]:
    """Offsets of the words of a possessor before the noun: "Ukraine’s" in "Ukraine’s terms"."""
    marks = [at for at in range(first, head) if line.words[at].text in ("'s", "’s", "'", "’")]
    return frozenset(line.words[at].start for at in range(first, marks[-1] + 1)) if marks else frozenset()


def _about(line: Line, whole: Parse, number: int, end: int) -> str | None:
    """What it is about: the phrase after "on", "regarding", "of" and the like; parties after "between" are not it, nor
    is what a place, a time or a party is of: "a pact in the hall of the palace", "on the morning of Friday"."""
    chunk = whole.chunks[number]
    for at, following in enumerate(whole.chunks[number + 1 :], number + 1):
        if following.first >= end + 1:
            break
        before = line.words[following.first - 1].text.lower()
        if following.first > chunk.last and before in ELSEWHERE:
            break
        if following.first > chunk.last and before in PREPOSITIONS:
            inside = line.words[following.first : following.last]
            if any(word.text.strip(".") in CALENDAR for word in inside) or inside[0].tag == "NUM":
                continue
            if line.words[following.head].lemma.lower() in SPANS:
                break
            first, last = noun_phrase(whole, at, end)
            cut = next((n for n in range(first, last) if line.words[n].text.lower() in ("between", "with")), last)
            return text_of(line, first, cut) or None
    return None
