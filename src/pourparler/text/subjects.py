"""Who does what: subject, object and coordinated partners of a verb, and participles told from past forms."""

from dataclasses import dataclass, replace

from pourparler.text.chunks import RELATIVES, NounChunk, is_aside, noun_chunks
from pourparler.text.lexicon import saying
from pourparler.text.verbs import VerbGroup, participle, verb_groups
from pourparler.text.words import Sentence, Word

NOMINATIVES = frozenset(("he", "she", "they", "we", "i", "who"))
_PASSED = frozenset(("'", "”", '"', "’", "]", "[", "both", "all", "either", "neither"))
"""Words and marks between a subject and its verb that are passed over."""
DASHES = frozenset(("-", "–", "—", "--"))
BORDERS = frozenset((",", ";", ":", "(", ")", '"', "“", "”", "‘", "«", "»", "…", "...", *DASHES))
"""Marks that stand between clauses."""


@dataclass(frozen=True, slots=True)
class Parse:
    """The words of a sentence with its noun chunks and verb groups, participles told from finite verbs."""

    words: tuple[Word, ...]
    chunks: tuple[NounChunk, ...]
    groups: tuple[VerbGroup, ...]

    def chunk_ending(self, at: int) -> int | None:
        """Number of the noun chunk whose last word is at `at`."""
        return next((n for n, chunk in enumerate(self.chunks) if chunk.last == at + 1), None)

    def chunk_from(self, at: int) -> int | None:
        """Number of the noun chunk that begins at `at`."""
        return next((n for n, chunk in enumerate(self.chunks) if chunk.first == at), None)

    def group_at(self, at: int) -> VerbGroup | None:
        """The verb group that holds the word at `at`."""
        return next((group for group in self.groups if group.first <= at < group.last), None)


def parse(sentence: Sentence) -> Parse:
    """Noun chunks and verb groups of `sentence`; a past form that is only a participle ("talks held in May") has
    no tense."""
    chunks = noun_chunks(sentence.words)
    groups = verb_groups(sentence.words)
    for number in range(len(groups)):
        if _reduced(Parse(sentence.words, chunks, groups), number):
            told = replace(groups[number], tense="none", passive=True)
            groups = (*groups[:number], told, *groups[number + 1 :])
    return Parse(sentence.words, chunks, groups)


def _reduced(whole: Parse, number: int) -> bool:
    """True when verb group `number`, a lone past form, is a participle: "the deal signed in May", "backed by
    unions"."""
    words, group = whole.words, whole.groups[number]
    head = words[group.head]
    if group.tense != "past" or group.head > group.first or head.tag == "AUX" or not participle(head):
        return False
    at = group.first - 1
    while at >= 0 and words[at].tag == "ADV":
        at -= 1
    before = words[at].text.lower() if at >= 0 else ""
    if before in NOMINATIVES or before in RELATIVES:
        return False
    if group.last < len(words) and words[group.last].text.lower() == "by":
        return True
    if at >= 0 and words[at].tag == "CCONJ":
        return False
    subject = subject_of(whole, group)
    return subject is None or _is_object(whole, subject) or _verb_waits(whole, number)


def _is_object(whole: Parse, chunk: NounChunk) -> bool:
    """True when `chunk` stands right after a verb that takes it as its object, not a clause that it begins."""
    group = whole.group_at(chunk.first - 1) if chunk.first else None
    return group is not None and whole.words[group.head].lemma not in saying()


def _verb_waits(whole: Parse, number: int) -> bool:
    """True when the next finite verb stands without a subject, conjunction or comma of its own between."""
    group = whole.groups[number]
    for later in whole.groups[number + 1 :]:
        between = whole.words[group.last : later.first]
        if any(
            word.text in BORDERS or word.tag in ("CCONJ", "SCONJ") or word.text.lower() in RELATIVES for word in between
        ):
            return False
        if later.infinitive or not later.finite:
            continue
        chunk = whole.chunk_ending(later.first - 1)
        if chunk is None:
            return True
        first = whole.chunks[chunk].first
        return first > group.last and whole.words[first - 1].tag == "ADP"
    return False


def subject_of(whole: Parse, group: VerbGroup) -> NounChunk | None:
    """The noun chunk that is the subject of `group`: to its left, past adverbs, insertions and prepositional phrases.

    For a relative clause it is the noun that the relative refers to; None where no subject stands.
    """
    return near_subject(whole, group)[0]


def near_subject(whole: Parse, group: VerbGroup) -> tuple[NounChunk | None, int]:
    """The subject of `group`, and where what stands unbroken before the verb begins: the subject's first word, the
    relative
    word, or the verb itself when the subject is far."""
    at = group.first - 1
    words = whole.words
    near = True
    while at >= 0:
        low = words[at].text.lower()
        chunk = whole.chunk_ending(at)
        if chunk is not None:
            first = whole.chunks[chunk].first
            if first and words[first - 1].tag == "ADP" and low not in NOMINATIVES:
                at = first - 2
                continue
            if is_aside(words, whole.chunks[chunk]) and _leans(whole, first - 1):
                at = first - 1
                continue
            if low not in NOMINATIVES and (over := _over_coordinated_phrase(whole, chunk)) is not None:
                at = over
                continue
            held = whole.group_at(first - 1) if first else None
            over = _over_modifier(whole, held) if held is not None and _is_object(whole, whole.chunks[chunk]) else None
            if over is not None:
                at, near = over, near and held is not None and not held.finite
                continue
            found = _leftmost(whole, chunk)
            return found, found.first if near else group.first
        if low in RELATIVES:
            return _antecedent(whole, at), at if near else group.first
        held = whole.group_at(at)
        if held is not None:
            past = _over_modifier(whole, held)
        elif low == "," or low in DASHES or low == ")":
            past = _over_insertion(whole, at)
        elif low == "there" and words[at].tag == "PRON":
            return object_after(whole, group), at
        elif words[at].tag in ("ADV", "PART", "ADJ", "INTJ") or low in _PASSED:
            at -= 1
            continue
        else:
            return None, group.first
        if past is None:
            return None, group.first
        near = near and not any(held.finite for held in whole.groups if past < held.first <= at)
        at = past
    return None, group.first


def _leans(whole: Parse, at: int) -> bool:
    """True when a noun chunk or a participle ends at `at`, so that the subject may stand further left."""
    held = whole.group_at(at) if at >= 0 else None
    return whole.chunk_ending(at) is not None or (held is not None and not held.finite)


def _leftmost(whole: Parse, chunk: int) -> NounChunk:
    """The first of the coordinated chunks that end with number `chunk`: "Oslo" in "Oslo and Bern met"."""
    return whole.chunks[coordinated(whole, chunk)[0]]


def coordinated(whole: Parse, chunk: int) -> tuple[int, ...]:
    """Numbers of the noun chunks coordinated with chunk `chunk` up to it: "Oslo, Bern and Rome", in order.

    A comma before `and` joins only a list of three or more, and a pronoun such as `he` joins nothing after a comma.
    """
    words = whole.words
    found = [chunk]
    while True:
        at = whole.chunks[found[0]].first - 1
        if at < 1 or not (words[at].text.lower() in ("and", "or", "&") or (len(found) > 1 and words[at].text == ",")):
            break
        listed = words[at - 1].text == ","
        previous = whole.chunk_ending(at - 2 if listed else at - 1)
        if previous is None or words[whole.chunks[previous].head].tag not in ("NOUN", "PROPN", "PRON"):
            break
        first = whole.chunks[previous].first
        before = words[first - 1] if first else None
        if listed and (
            before is None or before.text != "," or words[whole.chunks[chunk].head].text.lower() in NOMINATIVES
        ):
            break
        if before is not None and before.tag in ("ADP", "VERB", "AUX") and not _opens(whole, first):
            break
        found.insert(0, previous)
    return tuple(found)


def _over_coordinated_phrase(whole: Parse, chunk: int) -> int | None:
    """Index before a preposition whose phrase ends with chunk `chunk` as its second part: "of Oslo and Bern"."""
    at = whole.chunks[chunk].first - 1
    previous = whole.chunk_ending(at - 1) if at > 0 and whole.words[at].text.lower() in ("and", "or", "&") else None
    if previous is None:
        return None
    first = whole.chunks[previous].first
    phrase = first > 1 and whole.words[first - 1].tag == "ADP" and whole.chunk_ending(first - 2) is not None
    return first - 2 if phrase else None


def _opens(whole: Parse, at: int) -> bool:
    """True when a verb of saying stands before `at`, so that a clause may begin there."""
    group = whole.group_at(at - 1)
    return group is not None and whole.words[group.head].lemma in saying()


def _antecedent(whole: Parse, at: int) -> NounChunk | None:
    """The noun chunk that the relative word at `at` refers to: just before it, past one comma or preposition; `who`
    refers past "of": the head of the union, who."""
    words = whole.words
    back = at - 1
    while back >= 0 and (words[back].text == "," or words[back].tag == "ADP"):
        back -= 1
    number = whole.chunk_ending(back)
    while number is not None and words[at].text.lower() == "who":
        first = whole.chunks[number].first
        owner = whole.chunk_ending(first - 2) if first > 1 and words[first - 1].text.lower() == "of" else None
        if owner is None:
            break
        number = owner
    return whole.chunks[number] if number is not None else None


def _over_modifier(whole: Parse, held: VerbGroup) -> int | None:
    """Index before a participle or relative clause whose verb is `held`, when it modifies a noun to its left."""
    if not held.finite:
        return held.first - 1 if not held.infinitive or whole.chunk_ending(held.first - 1) is not None else None
    if held.finite:
        at = held.first - 1
        while at >= 0 and whole.words[at].tag in ("ADV", "PART"):
            at -= 1
        if at >= 0 and whole.words[at].text.lower() in ("who", "which", "that"):
            return at - 1
    return None


def _over_insertion(whole: Parse, at: int) -> int | None:
    """Index before the insertion that the comma, dash or bracket at `at` closes, or None when it closes none."""
    words = whole.words
    mark = words[at].text
    opening = "(" if mark == ")" else mark
    for back in range(at - 1, 0, -1):
        if words[back].text == opening:
            break
        if words[back].text in (";", ":"):
            return None
    else:
        return None
    first = words[back + 1]
    inside = [group for group in whole.groups if back < group.first < at]
    if whole.chunk_ending(back - 1) is None:
        return None
    if (
        first.text.lower() in RELATIVES
        or first.tag in ("ADP", "VERB", "ADV", "SCONJ")
        or not any(g.finite for g in inside)
    ):
        return back - 1
    return back - 1 if any(words[group.head].lemma in saying() for group in inside) else None


def object_after(whole: Parse, group: VerbGroup) -> NounChunk | None:
    """The noun chunk right after `group` as its object, past an adverb; None where a preposition or a clause comes
    first."""
    at = group.last
    while at < len(whole.words) and whole.words[at].tag in ("ADV", "PART") and whole.chunk_from(at) is None:
        at += 1
    number = whole.chunk_from(at) if at < len(whole.words) else None
    if number is None:
        return None
    chunk = whole.chunks[number]
    following = whole.group_at(chunk.last) if chunk.last < len(whole.words) else None
    return None if following is not None and following.finite else chunk
