"""Which way the clause of a time expression looks, from its own verbs, prepositions and nouns."""

from enum import Enum
from typing import Final

from pourparler.text.dates import verbs
from pourparler.text.dates.lexicon import CODE
from pourparler.text.dates.scan import Scan


class Tense(Enum):
    """What the governing verb group, preposition or noun says of the time of its event."""

    PAST = "past"
    COMING = "coming"
    PRESENT = "present"
    PLANNED = "planned in the past"
    NONE = "none"


_BOUNDS: Final = frozenset(CODE[name] for name in ("QUOTE", "BREAK", "STOP"))
_JOINS: Final = frozenset("that which who whom whose when while but because although though if whether as and or after "
                          "before until since so unless where saying adding said".split())  # fmt: skip
_ADVERBS: Final = frozenset("also not never already still again later only just now soon probably likely only even both all "
                            "finally reportedly formally officially ultimately eventually initially jointly".split())  # fmt: skip
_PREPOSITIONS: Final = frozenset("on in at for this the early late later earlier a an of and late mid as no later than with".split())


def tense(scanned: Scan, first: int, last: int) -> Tense:
    """The tense of the clause that the tokens `[first, last)` belong to."""
    begin, end = scanned.sentence(first)
    nearby = _near(scanned, begin, first, last, end)
    if nearby is not None:
        return nearby
    low = _left_bound(scanned, begin, first)
    high = _right_bound(scanned, last, end)
    subject = _follows(scanned, last, high)
    if subject is not None:
        return subject
    leftward = _leftward(scanned, low, first)
    if leftward is not None:
        return leftward
    rightward = _rightward(scanned, last, high)
    if rightward is not None:
        return rightward
    if low > begin:
        wider = _leftward(scanned, _bound(scanned, begin, low), low)
        if wider is not None:
            return wider
    return _rightward(scanned, last, _hard_right(scanned, last, end)) or Tense.NONE


def _words(scanned: Scan, low: int, high: int) -> list[str]:
    return [token.low for token in scanned.tokens[max(low, 0) : high]]


def _near(scanned: Scan, begin: int, first: int, last: int, end: int) -> Tense | None:
    """What the words right before the expression settle by themselves: "until", "ahead of", "by", "due"."""
    before = _words(scanned, max(begin, first - 6), first)
    while before and before[-1] in ("the", "a", "an", "this", "early", "late", "on", "its", "his", "their", "mid"):
        before.pop()
    if not before:
        return None
    owns = _owns(scanned, last, end)
    tail = before[-1]
    if tail in ("until", "till", "by") or before[-2:] in (["as", "of"], ["effective", "from"]):
        return _deadline(scanned, begin, first)
    if tail in ("than",) and before[-2:-1] == ["later"]:
        return Tense.COMING
    if tail == "as" and before[-2:-1] and before[-2] in ("early", "soon"):
        return _leftward(scanned, begin, first) or Tense.COMING
    if tail == "since":
        return Tense.PAST
    if owns or tail in ("before", "to"):
        ahead = before[-2:] in (["ahead", "of"], ["advance", "of"], ["prior", "to"]) or tail in ("before", "pending")
        if ahead:
            return Tense.COMING
    return None


def _owns(scanned: Scan, last: int, end: int) -> bool:
    """True when the expression stands before a noun: "Friday's meeting", "the Friday talks"."""
    if last >= end:
        return False
    code, token = scanned.classes[last], scanned.tokens[last]
    return code == CODE["POSSESS"] or (code == CODE["X"] and not verbs.is_past(token.low) and token.shape == "WORD")


def _deadline(scanned: Scan, begin: int, first: int) -> Tense:
    found = _leftward(scanned, begin, first)
    return Tense.PAST if found is Tense.PAST and _passed(scanned, begin, first) else Tense.COMING


def _passed(scanned: Scan, begin: int, first: int) -> bool:
    words = set(_words(scanned, begin, first))
    return bool(words & {"had", "was", "were", "killed", "fell", "rose", "died"}) and not (words & verbs.ASKED)


def _bound(scanned: Scan, begin: int, index: int) -> int:
    """The first token after the nearest hard bound to the left of `index`."""
    for k in range(index - 1, begin - 1, -1):
        if scanned.classes[k] in _BOUNDS or scanned.tokens[k].low in (";", ":", "—"):
            return k + 1
    return begin


def _left_bound(scanned: Scan, begin: int, index: int) -> int:
    for k in range(index - 1, begin - 1, -1):
        if scanned.classes[k] in _BOUNDS or scanned.tokens[k].low in (";", ":", "—", "–", ",", "that", "which", "who", "but"):
            return k + 1
    return begin


def _right_bound(scanned: Scan, index: int, end: int) -> int:
    start = index + 1 if index < end and scanned.classes[index] == CODE["COMMA"] else index
    for k in range(start, end):
        if scanned.classes[k] in _BOUNDS or scanned.tokens[k].low in (";", ":", "—", ",", "but", "which", "who"):
            return k
    return end


def _hard_right(scanned: Scan, index: int, end: int) -> int:
    for k in range(index, end):
        if scanned.classes[k] in _BOUNDS or scanned.tokens[k].low in (";", ":", "—"):
            return k
    return end


def _follows(scanned: Scan, last: int, high: int) -> Tense | None:
    """The verb right after the expression, when the expression closes its subject: "the talks on Friday were"."""
    k = last
    while k < high and scanned.tokens[k].low in _ADVERBS:
        k += 1
    if k >= high:
        return None
    word = scanned.tokens[k].low
    if word in verbs.WILL | verbs.MAY | verbs.IS | verbs.WAS | verbs.HAS | verbs.DID:
        return _group(scanned, k, high)
    if word in verbs.PAST_FORMS and last > 0:
        return Tense.PAST
    return None


def _leftward(scanned: Scan, low: int, first: int) -> Tense | None:
    """The tense of the nearest verb group between `low` and `first`, looking left from `first`."""
    for k in range(first - 1, low - 1, -1):
        found = _verb_at(scanned, low, k, first)
        if found is not None:
            return found
    return None


def _rightward(scanned: Scan, last: int, high: int) -> Tense | None:
    for k in range(last, high):
        word = scanned.tokens[k].low
        if word in verbs.WILL | verbs.MAY | verbs.IS | verbs.WAS | verbs.HAS | verbs.DID | verbs.DO:
            return _group(scanned, k, high)
        if verbs.is_past(word):
            return Tense.PAST
        if verbs.is_present(word) and k > last and not scanned.tokens[k].capital:
            return Tense.PRESENT if word not in verbs.INTENDS else Tense.COMING
    return None


def _group(scanned: Scan, k: int, high: int) -> Tense:
    """The tense of the verb group that begins with the auxiliary at `k`."""
    word = scanned.tokens[k].low
    rest = [w for w in _words(scanned, k + 1, min(high, k + 6)) if w not in _ADVERBS]
    head = rest[0] if rest else ""
    if word in verbs.WILL | verbs.MAY:
        return Tense.PAST if head in ("have", "'ve", "’ve") and word not in ("will", "shall") else Tense.COMING
    if word in verbs.IS:
        if head == "to" or head in verbs.PLANNED or head in ("about", "being"):
            return Tense.COMING
        return Tense.PRESENT
    if word in verbs.WAS:
        if head == "to":
            return Tense.PAST if rest[1:2] == ["have"] else Tense.PLANNED
        return Tense.PLANNED if head in verbs.PLANNED and "to" in rest[1:3] + rest[1:2] else Tense.PAST
    if word in verbs.DO:
        return Tense.PRESENT
    return Tense.PAST


def _verb_at(scanned: Scan, low: int, k: int, first: int) -> Tense | None:
    token = scanned.tokens[k]
    word = token.low
    if token.shape not in ("WORD", "PUNCT"):
        return None
    if word in verbs.WILL | verbs.MAY | verbs.IS | verbs.WAS | verbs.HAS | verbs.DID | verbs.DO:
        return _group(scanned, k, first)
    chain = _words(scanned, max(low, k - 6), k)
    while chain and chain[-1] in _ADVERBS:
        chain.pop()
    if chain and chain[-1] == "to" and word not in verbs.PLANNED and not word.endswith("ing"):
        return _infinitive(chain[:-1])
    after = _words(scanned, k + 1, k + 3)
    if word in verbs.PLANNED | verbs.MOVED and after and after[0] in ("for", "to", "until", "till", "on", "in", "off", "back", "from"):
        return _planned(chain)
    if verbs.is_past(word):
        return _past(chain, word)
    if word.endswith("ing") and word in verbs.PLANNED:
        return Tense.COMING if not set(chain) & verbs.WAS else Tense.PLANNED
    if word.endswith("ing") and chain and chain[-1] in verbs.IS | verbs.WAS:
        return Tense.PRESENT if chain[-1] in verbs.IS else Tense.PAST
    if verbs.is_present(word) and not token.capital:
        return _present(chain, word)
    return None


def _infinitive(chain: list[str]) -> Tense | None:
    for word in reversed(chain):
        if word in verbs.IS | verbs.INTENDS or word in ("going", "plans", "plan"):
            return Tense.COMING
        if word in verbs.WAS:
            return Tense.PLANNED
        if word in verbs.REALISED:
            return Tense.PAST
        if word in verbs.PLANNED:
            return _planned(chain[: chain.index(word)])
        if word in verbs.ASKED:
            return Tense.COMING
        if verbs.is_past(word):
            return Tense.NONE
    return Tense.COMING


def _planned(chain: list[str]) -> Tense:
    if set(chain[-3:]) & verbs.WAS or "had" in chain[-3:]:
        return Tense.PLANNED
    return Tense.COMING


def _past(chain: list[str], word: str) -> Tense:
    near = set(chain[-3:])
    if near & (verbs.WILL | verbs.MAY) and "have" not in near:
        return Tense.COMING
    if near & verbs.IS and "being" not in near:
        return Tense.COMING if word in verbs.PLANNED else Tense.PRESENT
    if "to" in chain[-2:] and "be" in chain[-1:]:
        found = _infinitive(chain[: len(chain) - 2])
        return found or Tense.COMING
    return Tense.PAST


def _present(chain: list[str], word: str) -> Tense | None:
    near = set(chain[-2:])
    if near & (verbs.WILL | verbs.MAY):
        return Tense.COMING
    if near & verbs.DID:
        return Tense.PAST
    if chain and chain[-1] in ("the", "a", "an", "of", "his", "its", "their", "this", "that", "first", "in", "for", "no"):
        return None
    return Tense.COMING if word in verbs.INTENDS else Tense.PRESENT
