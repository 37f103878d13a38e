"""Cutting: the whole phrase nearest to the words that a reader saw, a noun phrase, a deed or a clause."""

from dataclasses import dataclass
from enum import Enum, auto

from pourparler.core.moment import TimeExpression
from pourparler.reading.cues import reporting_verbs
from pourparler.reading.phrasing.edges import TIED, closed, is_border, opened, parts
from pourparler.reading.phrasing.tree import Tree, Words
from pourparler.text.dates.lexicon import MONTHS

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")

POINTING = frozenset("i you he she it we they this that these those there who which".split())
"""Subjects that say nothing of what is done."""

TELLING = frozenset(("NOUN", "PROPN", "VERB", "NUM", "ADJ", "INTJ", "X", "SYM"))
"""Tags of words that name something."""

LONGEST = 8
"""Words of what is added to a phrase at most."""

JOINED = 3
"""Words from "and" to the noun behind it, within which both are of one phrase."""


class Want(Enum):
    """What a phrase is to be."""

    THING = auto()
    """a thing or a deed: who speaks and who acts are left out, and a denial is."""
    STATE = auto()
    """what must be so: a thing, or a clause with who acts in it."""
    NAME = auto()
    """how a paper is called: nothing is added to it."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """A tree, what bounds a phrase in it (the time expressions of the sentence; the words that tie a condition, none
    for other phrases), and what the phrase is to be."""

    tree: Tree
    times: tuple[TimeExpression, ...]
    want: Want = Want.STATE
    trigger: Words | None = None

    @property
    def thing(self) -> bool:
        """True where the phrase is to be a thing or a deed."""
        return self.want is Want.THING

    def limit(self, words: Words) -> int:
        """Where a phrase that begins in these words ends at the latest: before its trigger and before a border."""
        end = len(self.tree.words)
        if self.trigger is not None and self.trigger[0] >= words[1]:
            end = self.trigger[0]
        return next((at for at in range(words[1], end) if is_border(self.tree, at)), end)


def cut(asked: Cutting, words: Words) -> Words:
    """The whole phrase nearest to `words`; the words themselves where they name nothing."""
    tree = asked.tree
    telling = [part for part in parts(tree, _untied(asked, words)) if tells(tree, part)]
    if not telling:
        return words
    found = _nearest(asked, telling)
    found = opened(tree, _said(asked, found))
    found = opened(tree, _done(asked, found))
    if asked.want is Want.NAME:
        return closed(tree, _without_preposition(tree, found), asked.limit(found))
    found = closed(tree, _completed(asked, found), asked.limit(found))
    found = _undated(asked, found)
    return found if tells(tree, found) else words


def _without_preposition(tree: Tree, words: Words) -> Words:
    """A name without a preposition left over at its end: "pact in"."""
    first, last = words
    return first, last - (last - first > 1 and tree.words[last - 1].tag == "ADP")


def tells(tree: Tree, words: Words) -> bool:
    """True for words that name something: a noun, a number, or a verb that is no auxiliary."""
    return any(tree.words[at].tag in TELLING for at in range(*words))


def _untied(asked: Cutting, words: Words) -> Words:
    """Words that do not end in the beginning of their trigger, like "a pact conditional" ("… on a vote")."""
    first, last = words
    if asked.trigger is None or not first < asked.trigger[0] < last <= asked.trigger[1]:
        return words
    return first, asked.trigger[0]


def _nearest(asked: Cutting, found: list[Words]) -> Words:
    """Of parts that a border parts the one beside the trigger; without a trigger the first."""
    if asked.trigger is None:
        return found[0]
    at = asked.trigger[0]
    return min(found, key=lambda one: min(abs(one[0] - at), abs(one[1] - at)))


def _said(asked: Cutting, words: Words) -> Words:
    """What is said, of "the minister confirmed that the fate …"."""
    tree, (first, last) = asked.tree, words
    for at in range(first + 1, last - 1) if asked.thing else ():
        if tree.words[at].lemma.lower() not in reporting_verbs() or not _is_finite(tree, at):
            continue
        subject, inner = tree.child(at, *SUBJECTS), tree.child(at, "ccomp")
        if subject is None or not first <= subject < at:
            continue
        if tree.low(at + 1) == "that":
            return at + 2, last
        if inner is not None and at < inner < last:
            return max(tree.whole(inner)[0], at + 1), last
    return words


def _done(asked: Cutting, words: Words) -> Words:
    """A clause without a subject that only points: the deed, or the thing that is said to be there. The whole clause
    where it tells nothing besides such a subject ("it lasts", "they are out"), or says that it is not so."""
    tree, (first, last) = asked.tree, words
    at = first + 1
    while at < last and tree.words[at].tag == "ADV":
        at += 1
    verb = next((group for group in tree.line.verbs if group.first == at < last), None)
    if verb is None or not verb.finite or tree.low(first) not in POINTING or (verb.negated and not asked.thing):
        return words
    if tree.low(first) == "there":
        start = verb.last + (asked.thing and verb.last + 1 < last and tree.low(verb.last) == "no")
        return (start, last) if start < last else words
    being = tree.words[verb.head].lemma == "be"
    start = verb.head + being
    led = verb.modal is not None and not verb.passive and not being
    return (start, last) if start < last and (led or _holds_thing(tree, (start, last))) else words


def _is_finite(tree: Tree, at: int) -> bool:
    return any(group.head == at and group.finite for group in tree.line.verbs)


def _holds_thing(tree: Tree, words: Words) -> bool:
    return any(tree.words[at].tag in ("NOUN", "PROPN", "NUM") for at in range(*words))


def _completed(asked: Cutting, words: Words) -> Words:
    """A range with what belongs to its last words: the rest of a name, what a noun is of, the object of a verb."""
    tree = asked.tree
    first, last = closed(tree, words, asked.limit(words))
    limit = asked.limit(words)
    days = [time for time in asked.times if time.type == "DATE"]
    dated = {at for time in days for at in range(last, limit) if time.start <= tree.words[at].start < time.end}
    while last < limit and last not in dated:
        end = _belonging(tree, (first, last))
        if end is None or end > limit:
            break
        last = end
    return first, last


def _belonging(tree: Tree, words: Words) -> int | None:
    """The end of what begins right behind a range where the range is not whole without it."""
    first, at = words
    if tree.relations[at] in TIED and first <= tree.heads[at] < at:
        return at + 1
    near = range(at, min(len(tree.words), at + LONGEST))
    top = next((one for one in near if first <= tree.heads[one] < at and tree.whole(one)[0] == at), None)
    if top is None:
        return None
    low, relation, head = tree.low(at), tree.relations[top], tree.heads[top]
    of = relation == "nmod" and low == "of"
    measure = relation in ("nmod", "nmod:unmarked") and low in ("a", "an", "per") and tree.child(top, "case") is None
    object_ = relation == "obj" and head == at - 1
    bare = tree.words[at + 1].tag not in ("DET", "PRON", "NUM") if at + 1 < len(tree.words) else False
    joined = relation == "conj" and low in ("and", "or") and top - at < JOINED and bare and _like(tree, top, head)
    end = top + 1 if measure else tree.whole(top)[1]
    return end if (of or measure or object_ or joined) and end - at <= LONGEST else None


def _like(tree: Tree, one: int, other: int) -> bool:
    return tree.words[one].tag == tree.words[other].tag == "NOUN"


def _undated(asked: Cutting, words: Words) -> Words:
    """A range without a day at its end that only the day of the report tells ("tomorrow", "by Friday"), where something
    is left of it; a day that something runs to or from belongs to it."""
    tree, (first, last) = asked.tree, words
    for time in reversed(asked.times):
        inside = [at for at in range(first, last) if time.start <= tree.words[at].start < time.end]
        if not inside or inside[-1] != last - 1 or not _is_beside(tree, time, (inside[0], last)):
            continue
        start = inside[0]
        while start > first and tree.words[start - 1].tag in ("ADP", "DET"):
            start -= 1
        led = {tree.low(at) for at in range(start, inside[0])}
        if start > first and not led & SPANNING and tells(tree, (first, start)):
            first, last = closed(tree, (first, start), start)
    return first, last


def _is_beside(tree: Tree, time: TimeExpression, words: Words) -> bool:
    """True for a day without a number and a month, that the day of the report tells, and that only tells when."""
    dated = any(char.isdigit() for at in range(*words) for char in tree.words[at].text)
    known = time.type == "DATE" and time.when is not None and time.when.start is not None
    top = tree.root(words)
    beside = top is not None and tree.relations[top] in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod")
    named = any(tree.low(at).removeprefix("mid-") in MONTHS for at in range(*words))
    return known and beside and not dated and not named


SPANNING = frozenset("of to from until till before after since between for".split())
"""Prepositions behind which a day is part of what is told."""
