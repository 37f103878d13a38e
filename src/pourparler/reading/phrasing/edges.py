"""Edges of a phrase: marks that it does not cross, and words that it does not begin or end with."""

from pourparler.reading.phrasing.tree import Tree, Words

BORDERS = frozenset((":", ";", "–", "—", "--", "…", "...", "(", ")"))
"""Marks that no phrase crosses; a hyphen only where it stands alone."""

CLOSING = frozenset('”»"')
"""Marks that close a quotation."""

ARTICLES = frozenset("a an the this that these those its their his her our your my no any every each such".split())
"""Determiners that something must follow; "all" and "both" may end a phrase."""

NOMINAL = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "case"))
"""Relations of words that stand before the noun they hang from."""

LOOSE = frozenset(("DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "PRON", "PUNCT"))
"""Tags of words that a phrase is cut off from at its end; nouns, verbs and adjectives are never cut off."""

SAYING = frozenset(("obj", "iobj", "obl", "xcomp", "ccomp"))
"""Relations of what a verb says of somebody or something."""

REACH = 5
"""Words by which a phrase is lengthened at most to the noun that its last words lead to."""

KEEPING = frozenset(("not", "n't", "n’t", "never", "no", "only", "more", "less", "fewer", "at", "up", "as", "all"))
"""Words that stay at the beginning of a phrase though they hang from something behind them."""

TIED = frozenset(("flat", "fixed", "compound", "compound:prt", "goeswith"))
"""Relations of words that are one with the word before them."""


def is_border(tree: Tree, at: int) -> bool:
    """True for a mark that no phrase crosses."""
    word = tree.words[at]
    return word.text in BORDERS or (word.text == "-" and word.tag == "PUNCT")


def parts(tree: Tree, words: Words) -> list[Words]:
    """A range cut at the marks that it crosses: colons, dashes, brackets, and the closing mark of a quotation that
    began before it and is not one with what follows."""
    first, last = words
    cuts = [at for at in range(first, last) if is_border(tree, at)]
    if len(tree.roots(words)) > 1:
        cuts += [at for at in range(first + 1, last) if tree.words[at].text in CLOSING and _quoted(tree, first, at)]
    found, start = [], first
    for at in (*sorted(cuts), last):
        if at > start:
            found.append((start, at))
        start = at + 1
    return found


def _quoted(tree: Tree, first: int, last: int) -> bool:
    """True for quoted words that are a clause; a word or two in quotation marks are part of what stands around them."""
    return all(tree.line.quoted[first:last]) and any(tree.words[at].tag in ("VERB", "AUX") for at in range(first, last))


def opened(tree: Tree, words: Words) -> Words:
    """A range without marks, conjunctions, prepositions, auxiliaries and sentence adverbs at its beginning."""
    first, last = words
    while first < last - 1 and _is_lead(tree, first, words[0]):
        first += 1
    return first, last


def _is_lead(tree: Tree, at: int, start: int) -> bool:
    tag, relation, head = tree.words[at].tag, tree.relations[at], tree.heads[at]
    low = tree.low(at)
    if at > start and tree.words[at - 1].tag == "AUX":
        return low in ("not", "n't", "n’t", "to") or tag == "AUX"
    if low in KEEPING:
        return False
    if tag in ("PUNCT", "CCONJ", "SCONJ"):
        return low not in ("both", "either", "whether") and "-" not in low[1:]
    if low in ("'s", "’s"):
        return True
    if tag == "ADP":
        return relation in ("case", "mark", "cc") and head > at
    if tag in ("PART", "AUX"):
        return low == "to" or tag == "AUX"
    return tag == "ADV" and relation == "advmod" and tree.words[head].tag in ("VERB", "AUX") and head > at


def closed(tree: Tree, words: Words, limit: int) -> Words:
    """A range that ends where something ends: lengthened up to the noun its last words lead to, where that stands near
    and before word `limit`, else without them."""
    first, last = words
    while last > first:
        ends = last - 1
        target, clause = _target(tree, ends, last, limit), _cut_short(tree, ends, last)
        if clause is not None and clause > first:
            limit = last = clause
        elif target is not None:
            last = with_parts(tree, target, limit)
        elif _dangles(tree, ends, words):
            limit = last = ends
        else:
            break
    return first, last


def _target(tree: Tree, at: int, last: int, limit: int) -> int | None:
    """The noun that a word inside a noun phrase leads to, where it stands near behind a range that ends at `last`."""
    target = tree.heads[at]
    near = tree.relations[at] in NOMINAL and last <= target < min(limit, last + REACH)
    return target if near and tree.words[target].tag in ("NOUN", "PROPN", "NUM") and _free(tree, last, target) else None


def _cut_short(tree: Tree, at: int, last: int) -> int | None:
    """Where the clause of a noun begins, when its verb at `at` ends the range and what it says stands behind `last`:
    "a decision that lies", of "a decision that lies, in part, with the board"; None for a clause that is whole."""
    if tree.words[at].tag != "VERB" or tree.relations[at] not in ("acl", "acl:relcl"):
        return None
    said = any(child >= last and tree.relations[child] in SAYING for child in tree.children(at))
    who = tree.child(at, "nsubj", "nsubj:pass")
    return who if said and who is not None and tree.heads[at] < who < at and tree.words[who].tag == "PRON" else None


def _dangles(tree: Tree, at: int, words: Words) -> bool:
    """True for a mark and for a word of grammar that something must follow, which does not stand in the range."""
    tag, relation, beyond = tree.words[at].tag, tree.relations[at], tree.heads[at] >= words[1]
    if tag not in LOOSE:
        return False
    if tag == "DET":
        return tree.low(at) in ARTICLES
    if tag == "ADP":
        return relation == "mark" or (beyond and relation == "case")
    if tag == "AUX":
        return beyond and relation in ("aux", "aux:pass", "cop")
    if tag == "PRON":
        pointing = at > words[0] and relation in ("nsubj", "nsubj:pass", "expl", "nmod:poss")
        return pointing and beyond
    return tag != "PART" or beyond


def _free(tree: Tree, first: int, last: int) -> bool:
    """True when no border stands in words `[first, last)`."""
    return not any(is_border(tree, at) or tree.words[at].text == "," for at in range(first, last))


def with_parts(tree: Tree, at: int, limit: int) -> int:
    """The end of the word at `at` with what belongs to it and follows at once: the rest of a name, a particle."""
    end = at + 1
    while end < limit and at <= tree.heads[end] < end and tree.relations[end] in TIED:
        end += 1
    return end
