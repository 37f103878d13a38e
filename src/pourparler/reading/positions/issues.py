"""Issues: what a stance is about, as short noun phrases; what is joined by "and" are issues of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.phrases import (
    LIGHT,
    MOST_WORDS,
    bare,
    noun_phrase,
    object_of,
    subject_phrase,
    text_of,
)
from pourparler.reading.positions.stances import StanceVerb, word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import Parse, VerbGroup, subject_of

GIVING = (Stance.OFFERS, Stance.PROPOSES)
"""Stances whose verb may have the one who is offered something before what is offered."""

REQUIRING = frozenset(("must", "should", "shall", "will", "have to", "need"))


@dataclass(frozen=True, slots=True)
class Issue:
    """What a stance is about: its words (indices, half-open) and the phrase; `deed` where that begins with a verb."""

    first: int
    last: int
    text: str
    deed: bool = False


def issues_of(line: Line, whole: Parse, verb: StanceVerb, at: int, limit: int) -> tuple[Issue, ...]:
    """The issues after a stance verb that ends before word `at`, of a kind that it takes; none where none fits."""
    while at < limit and (line.words[at].tag == "ADV" or line.words[at].text in ('"', "“", "‘")):
        at += 1
    if at >= limit:
        return ()
    low = line.words[at].text.lower()
    if line.words[at].tag == "VERB" and low.endswith("ed") and at + 1 < limit and whole.chunk_from(at + 1) is not None:
        at += 1
    number = whole.chunk_from(at)
    inner = next((g for g in whole.groups if g.last > at and g.first < limit), None)
    clause = number is not None and inner is not None and inner.finite and inner.first == whole.chunks[number].last
    if low == "that" or clause:
        return _required(line, whole, verb, at, limit)
    if inner is not None and inner.infinitive and inner.first <= at:
        fits = "t" in verb.takes and (verb.stance is not Stance.REJECTS or refusable(line, inner))
        return tuple(_infinitives(line, whole, inner, limit)) if fits else ()
    if inner is not None and inner.first == at and low.endswith("ing"):
        return (done(line, whole, inner, limit),) if "g" in verb.takes else ()
    if number is None or (line.words[whole.chunks[number].head].tag == "PRON" and "v" not in verb.takes):
        return ()
    return _nouns(line, whole, verb, number, limit)


def object_before(line: Line, whole: Parse, verb: VerbGroup) -> tuple[Issue, ...]:
    """The noun that a verb without an object of its own is said of: "the raise (that) the company has offered"."""
    subject = subject_of(whole, verb)
    if subject is None or subject.first < 2:
        return ()
    at = subject.first - 1
    cleft = _cleft(line, whole, verb, at) if line.words[at].text.lower() == "what" else ()
    if cleft:
        return cleft
    if line.words[at].text.lower() in ("that", "which", "what"):
        at -= 1
    number = whole.chunk_ending(at)
    while number and line.words[whole.chunks[number].first - 1].text.lower() == "of":
        number -= 1
    if number is None or line.words[whole.chunks[number].head].tag == "PRON":
        return ()
    first, last = whole.chunks[number].first, verb.last
    return (Issue(first, last, bare(text_of(line, first, at + 1))),)


def _cleft(line: Line, whole: Parse, verb: VerbGroup, at: int) -> tuple[Issue, ...]:
    """What is meant by "what" at word `at`: "a freeze is what Oslo demands", "what Oslo wants is a freeze"."""
    before = next((g for g in whole.groups if g.last == at and line.words[g.head].lemma == "be"), None)
    if before is not None and not before.negated:
        return tuple(Issue(i.first, verb.last, i.text) for i in about(line, whole, before, verb.last))
    after = next((g for g in whole.groups if g.first == verb.last and line.words[g.head].lemma == "be"), None)
    number = whole.chunk_from(after.last) if after is not None and after.last < len(whole.words) else None
    return tuple(joined(line, whole, number, len(whole.words))) if number is not None else ()


def _nouns(line: Line, whole: Parse, verb: StanceVerb, number: int, limit: int) -> tuple[Issue, ...]:
    """A noun phrase and those joined to it, or what somebody is asked to do ("urged both sides to return")."""
    _, last = noun_phrase(whole, number, limit)
    inner = _relayed(line, whole, number, limit)
    if inner:
        return inner
    chunk = whole.chunks[number]
    given = number + 1 < len(whole.chunks) and whole.chunks[number + 1].first == chunk.last < limit
    if given and line.words[chunk.head].tag == "PROPN" and verb.stance in GIVING:
        number, last = number + 1, whole.chunks[number + 1].last
    asked = next((g for g in whole.groups if g.infinitive and g.first == last), None)
    if asked is not None and "v" in verb.takes:
        return tuple(_infinitives(line, whole, asked, limit))
    if "n" not in verb.takes or line.words[whole.chunks[number].head].tag == "PRON":
        return ()
    wanted = next((g for g in whole.groups if g.first == last and g.last <= limit and not g.finite and g.passive), None)
    if wanted is not None and "v" in verb.takes:
        first, _ = noun_phrase(whole, number, limit)
        return (Issue(first, wanted.last, bare(text_of(line, first, wanted.last))),)
    return tuple(joined(line, whole, number, limit))


def _relayed(line: Line, whole: Parse, number: int, limit: int) -> tuple[Issue, ...]:
    """What is called for in "resisted calls to open the market", "bowed to demands for an audit"."""
    chunk = whole.chunks[number]
    at = chunk.last
    if line.words[chunk.head].lemma.lower() not in word_list("relayed") or at + 1 >= limit:
        return ()
    deed = next((g for g in whole.groups if g.infinitive and g.first == at), None)
    if deed is not None:
        return (done(line, whole, deed, limit),)
    inner = whole.chunk_from(at + 1) if line.words[at].text.lower() == "for" else None
    return tuple(joined(line, whole, inner, limit)) if inner is not None else ()


def joined(line: Line, whole: Parse, number: int, limit: int) -> Iterator[Issue]:
    """The noun phrase of chunk `number`, and those joined to it that have an article or number of their own."""
    first, last = noun_phrase(whole, number, limit)
    last = _with_infinitive(whole, last, limit)
    yield Issue(first, last, bare(text_of(line, first, last)))
    while last + 1 < limit and line.words[last].text.lower() in (",", "and", "or"):
        at = last + 2 if line.words[last + 1].text.lower() in ("and", "or") else last + 1
        following = whole.chunk_from(at) if at < limit else None
        if following is None or line.words[at].tag not in ("DET", "NUM"):
            return
        first, last = noun_phrase(whole, following, limit)
        if any(group.finite and group.first == last for group in whole.groups):
            return
        yield Issue(first, last, bare(text_of(line, first, last)))


def _infinitives(line: Line, whole: Parse, verb: VerbGroup, limit: int) -> Iterator[Issue]:
    """What an infinitive does, and those joined to it by "and to …"."""
    groups = [g for g in whole.groups if g.infinitive and g.first >= verb.first and g.last <= limit]
    chosen = [verb] + [g for g in groups if g.first > verb.first and line.words[g.first - 1].text.lower() == "and"]
    for number, group in enumerate(chosen):
        end = chosen[number + 1].first - 1 if number + 1 < len(chosen) else limit
        yield done(line, whole, group, end)


def refusable(line: Line, verb: VerbGroup) -> bool:
    """False for verbs of knowing, saying, moving and the like, of which "will not" or "declined to" is no stance."""
    return line.words[verb.head].lemma not in word_list("not_refused")


def _with_infinitive(whole: Parse, last: int, limit: int) -> int:
    """The end of a noun phrase that ends before `last` with the infinitive that tells its matter: "right to build"."""
    verb = next((g for g in whole.groups if g.infinitive and g.first == last and g.last <= limit), None)
    if verb is None or last < 1 or whole.words[last - 1].tag not in ("NOUN", "PROPN"):
        return last
    object_ = object_of(whole, verb, limit)
    return min(object_[1] if object_ is not None else verb.last, limit)


def done(line: Line, whole: Parse, verb: VerbGroup, limit: int) -> Issue:
    """What is done or not done: the object of a verb that says no more than that it comes about or is agreed to,
    else the verb with what follows it."""
    object_ = object_of(whole, verb, limit)
    end = clause_end(line, verb, limit)
    head = line.words[verb.head].lemma
    if object_ is not None and line.words[object_[0]].tag != "PRON":
        last = _with_infinitive(whole, object_[1], end)
        if head in ("let", "help"):
            last = min(end, verb.head + MOST_WORDS)
        only = head in LIGHT or head in word_list("agreeing")
        link = line.words[verb.last].text.lower() if object_[0] == verb.last + 1 else ""
        first = object_[0] if only and (object_[0] == verb.last or link in ("to", "on", "for")) else verb.head
        text = text_of(line, first, last)
        plain = first == object_[0]
        return Issue(verb.first, end, bare(text) if plain else text, deed=not plain)
    last = _whole(line, verb.head, min(end, verb.head + MOST_WORDS))
    return Issue(verb.first, end, text_of(line, verb.head, last), deed=True)


def _whole(line: Line, first: int, last: int) -> int:
    """The end of words `[first, last)` without an article, preposition or conjunction left over at it."""
    while last > first + 1 and line.words[last - 1].tag in ("DET", "ADP", "CCONJ", "SCONJ", "PUNCT"):
        if line.words[last - 1].tag == "ADP" and last == first + 2:
            return last
        last -= 1
    return last


def clause_end(line: Line, verb: VerbGroup, limit: int) -> int:
    """Where the words of a clause end: at the first comma, dash or semicolon after its verb, or at `limit`."""
    for at in range(verb.last + 1, limit):
        if line.words[at].text in (",", ";", "–", "—", "-", ":"):
            return at
    return max(limit, verb.last)


def _required(line: Line, whole: Parse, verb: StanceVerb, at: int, limit: int) -> tuple[Issue, ...]:
    """The issue of a that-clause: its object, or its subject where it has none.

    After a verb that also only asserts ("insist", marked m) the clause must ask for something.
    """
    if not verb.takes & {"c", "m"}:
        return ()
    inner = next((g for g in whole.groups if g.first >= at and g.first < limit), None)
    if inner is None or inner.infinitive:
        first = at + 1 if line.words[at].text.lower() == "that" else at
        text = text_of(line, first, min(limit, first + MOST_WORDS))
        return (Issue(at, limit, text),) if "c" in verb.takes else ()
    if "m" in verb.takes and inner.modal not in REQUIRING and not _is_subjunctive(line, whole, inner):
        return ()
    return asked_for(line, whole, inner, at, limit)


def _is_subjunctive(line: Line, whole: Parse, verb: VerbGroup) -> bool:
    """True for "that the duty be cut" and "that Oslo pay": a base form after a subject of one."""
    word, subject = line.words[verb.first], subject_of(whole, verb)
    if word.text.lower() == "be":
        return True
    if subject is None or verb.head != verb.first or verb.tense != "present" or subject.first >= verb.first:
        return False
    head = line.words[subject.head]
    single = head.tag == "PROPN" or (head.tag == "NOUN" and head.text.lower() == head.lemma.lower())
    return single and word.text.lower() == word.lemma.lower()


def asked_for(line: Line, whole: Parse, verb: VerbGroup, first: int, limit: int) -> tuple[Issue, ...]:
    """What a clause from word `first` on asks for: its deed where it has an object, else its subject and what of it."""
    end = clause_end(line, verb, limit)
    object_ = object_of(whole, verb, end)
    plain = object_ is None or any(w.tag == "ADP" for w in line.words[verb.last : object_[0]])
    subjects = about(line, whole, verb, end, first) if plain else ()
    if not subjects:
        issue = done(line, whole, verb, end)
        return (Issue(first, issue.last, issue.text),) if issue.text else ()
    light = line.words[verb.head].lemma in LIGHT
    last = _whole(line, verb.head, min(end, verb.head + MOST_WORDS))
    rest = "" if light and (verb.passive or verb.last >= end) else text_of(line, verb.head, last)
    if verb.passive and not light:
        rest = line.words[verb.head].text
    return (Issue(first, end, f"{subjects[0].text} {rest}".strip()),)


def about(line: Line, whole: Parse, verb: VerbGroup, end: int, low: int = 0) -> tuple[Issue, ...]:
    """The issue that the subject of a verb is, or else the first noun from word `low` on; none for pronouns."""
    deed = _deed_before(whole, verb, low)
    if deed is not None:
        return (Issue(deed, end, bare(text_of(line, deed, verb.first))),)
    subject = subject_of(whole, verb)
    if subject is None:
        subject = next((chunk for chunk in whole.chunks if chunk.first >= low and chunk.last <= verb.first), None)
    if subject is None or line.words[subject.head].tag == "PRON" or line.words[subject.head].text.lower() == "that":
        return ()
    return (Issue(subject.first, end, bare(text_of(line, *subject_phrase(whole, subject, verb.first)))),)


def _deed_before(whole: Parse, verb: VerbGroup, low: int) -> int | None:
    """Where a subject begins that is a deed or a noun with its infinitive: "Ceding land is", "a right to build is"."""
    before = [g for g in whole.groups if low <= g.first and g.last <= verb.first and not g.finite]
    group = before[-1] if before else None
    if group is None or any(word.text == "," for word in whole.words[group.last : verb.first]):
        return None
    opens = group.first == low or whole.words[group.first - 1].text.lower() in ("that", "and", "but", "“", '"')
    if whole.words[group.head].text.lower().endswith("ing") and opens and not group.infinitive:
        return group.first
    number = whole.chunk_ending(group.first - 1) if group.infinitive and group.first else None
    if number is None or whole.chunks[number].first < low or group.last == verb.first:
        return None
    return whole.chunks[number].first
