"""Clauses that a reader folded: the subject kept, the auxiliaries left out, the verb in its base form."""

from pourparler.reading.phrasing.cutting import Cutting
from pourparler.reading.phrasing.placing import Placed
from pourparler.reading.phrasing.tree import Tree, Words
from pourparler.text.clauses import VerbGroup

RESTORED = frozenset[int]
"""Words that a phrase left out and has again."""


def without_doer(asked: Cutting, found: Placed) -> tuple[Words, RESTORED]:
    """The words of a folded clause, and which of those left out it has again.

    Of what somebody named will or will not do, the deed alone: "Oslo will not cut its fees" folded to "Oslo cut its
    fees" is "cut its fees". Else the auxiliaries come back, so that it can be read: "the guns will fall silent"; but
    for a participle ("the guns silenced") and where the clause is denied.
    """
    tree, (first, last) = asked.tree, found.words
    verb = _folded(tree, found)
    if verb is None or verb.passive:
        return found.words, frozenset()
    if asked.thing and _is_doer(tree, first, verb):
        return (verb.head, last), frozenset()
    if verb.negated:
        return found.words, frozenset()
    return found.words, frozenset(at for at in found.left_out if verb.first <= at < verb.head)


def _folded(tree: Tree, found: Placed) -> VerbGroup | None:
    """The verb whose auxiliaries were left out between its subject and itself."""
    first, last = found.words
    for verb in tree.line.verbs:
        if verb.finite and first < verb.first < verb.head < last and verb.head in found.forms:
            return verb if verb.first not in found.forms else None
    return None


def _is_doer(tree: Tree, first: int, verb: VerbGroup) -> bool:
    """True for somebody named, or what is theirs, before a verb: "Oslo", "his country", "the union's chair"."""
    line = tree.line
    starts = (
        {one.first for one in line.people} | {one.first for one in line.namings} | {one.first for one in line.roles}
    )
    named = any(first <= start < verb.first for start in starts)
    return named or tree.words[first].tag == "PROPN" or tree.low(first) in ("its", "his", "her", "their", "our")
