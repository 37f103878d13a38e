"""Where reported content ends: the clause or phrase after "said (that)", "wants", "denied" within its sentence.

Content runs to the end of its sentence unless something to the right belongs to the sentence's main clause again: a closing
attribution, a participle that goes on with the speaker, a new clause after a comma and a conjunction, a remark of the
reporter's. Each kind of border is one small function; figures for them stand in docs/text.md.
"""

from collections.abc import Callable

from pourparler.text.chunks import RELATIVES
from pourparler.text.clauses import Parse, subject_of
from pourparler.text.lexicon import saying
from pourparler.text.verbs import VerbGroup

_DASHES = frozenset(("-", "–", "—", "--"))
_MARKS = frozenset((",", *_DASHES))
_CLOSERS = frozenset((")", "]", '"', "”", "»", "’", "'"))
_CONTRASTS = frozenset(("but", "while", "although", "though", "whereas", "yet"))
_SETTINGS = frozenset(
    ("interview", "statement", "briefing", "conference", "speech", "tweet", "post", "remarks", "address", "letter", "call")
    + ("television", "interviews", "statements", "tweets", "message", "video", "debate", "rally", "hearing", "appearance")
)


def complement_end(whole: Parse, first: int) -> int:
    """Index after the last word of the content that begins at word `first`; closing punctuation is left out."""
    words = whole.words
    last = len(words)
    depth = 0
    for at in range(first + 1, len(words)):
        text = words[at].text
        if text in ("(", "["):
            depth += 1
        elif text in (")", "]"):
            depth -= 1
            if depth < 0:
                last = at
                break
        if depth == 0 and any(rule(whole, first, at) for rule in RULES):
            last = at
            break
    while last > first + 1 and (words[last - 1].tag == "PUNCT" or words[last - 1].text in _CLOSERS) and words[last - 1].text not in (")", "]"):
        last -= 1
    return last


def _complete(whole: Parse, first: int, at: int) -> bool:
    """True when the content from `first` to `at` already has its verb, or began as a phrase without one."""
    if whole.words[first].text.lower() in ("to",):
        return True
    inside = [group for group in whole.groups if first <= group.first < at]
    if any(group.finite and not _subordinate(whole, first, group) for group in inside):
        return True
    following = next((group for group in whole.groups if group.first > at and group.finite), None)
    return following is None


def _subordinate(whole: Parse, first: int, group: VerbGroup) -> bool:
    """True for the verb of a relative clause inside the content."""
    at = group.first - 1
    while at > first and whole.words[at].tag in ("ADV", "PART"):
        at -= 1
    return at > first and whole.words[at].text.lower() in ("who", "which", "that", "whom")


def _word(whole: Parse, at: int) -> str:
    return whole.words[at].text.lower() if at < len(whole.words) else ""


def _semicolon(whole: Parse, first: int, at: int) -> bool:
    return whole.words[at].text == ";"


def _closing_attribution(whole: Parse, first: int, at: int) -> bool:
    """", he added", ", said the minister", ", according to the ministry"."""
    if whole.words[at].text not in _MARKS:
        return False
    if _word(whole, at + 1) == "according":
        return True
    group = whole.group_at(at + 1)
    if group is not None and group.finite and whole.words[group.head].lemma in saying():
        return True
    return _speaks(whole, at + 1, at + 12)


def _speaks(whole: Parse, start: int, stop: int) -> bool:
    """True when from `start` on a subject and right after it a finite verb of saying stand."""
    for group in whole.groups:
        if start < group.first < stop and group.finite:
            if whole.words[group.head].lemma not in saying() or group.head - group.first > 2:
                return False
            subject = subject_of(whole, group)
            return subject is not None and subject.first == start
    return False


def _participle(whole: Parse, first: int, at: int) -> bool:
    """", adding that ...", ", calling it ...": a participle after a comma that goes on with the speaker."""
    if whole.words[at].text not in _MARKS:
        return False
    here = at + 1
    while here < len(whole.words) and whole.words[here].tag == "ADV":
        here += 1
    low = _word(whole, here)
    if here >= len(whole.words) or whole.words[here].tag != "VERB" or not low.endswith("ing") or low in ("including", "according", "following", "regarding"):
        return False
    return _complete(whole, first, at)


def _contrast(whole: Parse, first: int, at: int) -> bool:
    """", but the union refused": a new clause that the reporter sets against the content."""
    words = whole.words
    if words[at].text not in _MARKS or _word(whole, at + 1) not in _CONTRASTS or _word(whole, at + 2) in ("that", "also", "rather"):
        return False
    return any(group.finite and at < group.first < at + 14 for group in whole.groups) and _complete(whole, first, at)


def _addition(whole: Parse, first: int, at: int) -> bool:
    """", and he said ...", " and said ...": a second verb of the sentence's own."""
    words = whole.words
    here = at
    if words[here].text in _MARKS:
        here += 1
    if _word(whole, here) not in ("and", "but") or _word(whole, here + 1) in ("that",):
        return False
    group = whole.group_at(here + 1)
    if group is not None and group.first == here + 1 and group.finite:
        return words[group.head].lemma in saying() and _complete(whole, first, at)
    return _speaks(whole, here + 1, here + 10) and _complete(whole, first, at)


def _relative(whole: Parse, first: int, at: int) -> bool:
    """", which ..." and the like at the end of the sentence: the reporter's remark."""
    if whole.words[at].text not in _MARKS or _word(whole, at + 1) not in ("which", "who", "where", "whose"):
        return False
    return _complete(whole, first, at)


def _setting(whole: Parse, first: int, at: int) -> bool:
    """" in an interview", " at a news conference": where it was said, not what."""
    if _word(whole, at) not in ("in", "at", "during", "on", "to") or not _complete(whole, first, at):
        return False
    number = whole.chunk_from(at + 1)
    return number is not None and _word(whole, whole.chunks[number].head) in _SETTINGS and at > first + 3


RULES: tuple[Callable[[Parse, int, int], bool], ...] = (
    _semicolon,
    _closing_attribution,
    _participle,
    _contrast,
    _addition,
    _relative,
    _setting,
)
