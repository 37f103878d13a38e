"""Where reported content ends: the clause or phrase after "said (that)", "wants to", "praised", within its sentence.

Content runs to the end of its sentence unless something to its right belongs to the sentence's main clause again: a
closing attribution, a participle that goes on with the speaker, a new clause after a comma and a conjunction, the
main clause after a fronted one. Each kind of border is one small function, tried at every word from left to right. A
content that is a clause is left less readily than one that is a phrase. The counts beside the rules are of PolNeAR's
training part: how often a border of that kind was the end of the content, of how many.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pourparler.text.clauses import Parse, subject_of
from pourparler.text.lexicon import saying
from pourparler.text.verbs import VerbGroup

_DASHES = frozenset(("-", "–", "—", "--", "―"))
_MARKS = frozenset((",", *_DASHES))
_CONTRASTS = frozenset(("but", "while", "although", "though", "whereas", "yet"))
_QUESTION_WORDS = frozenset(("that", "whether", "how", "why", "what", "if", "who", "when", "where"))
_FRONTS = frozenset(
    (
        "if",
        "when",
        "while",
        "as",
        "after",
        "before",
        "because",
        "since",
        "although",
        "though",
        "despite",
        "by",
        "in",
        "once",
        "until",
        "even",
        "just",
        "shortly",
        "whenever",
        "unless",
        "rather",
        "besides",
        "without",
        "instead",
        "having",
    )
)
_LIKE_PREPOSITIONS = frozenset(
    ("including", "according", "following", "regarding", "concerning", "involving", "pending", "excluding")
)


@dataclass(frozen=True)
class Content:
    """Reported content that begins at word `first`, and what the rules ask about it."""

    whole: Parse
    first: int

    def low(self, at: int) -> str:
        """The word at `at` in lower case, empty past the end."""
        return self.whole.words[at].text.lower() if at < len(self.whole.words) else ""

    @cached_property
    def clausal(self) -> bool:
        """True when the content is a clause with a subject and a finite verb, or opens with a complementiser."""
        if self.low(self.first) in _QUESTION_WORDS:
            return True
        if self.infinitive:
            return False
        for group in self.whole.groups:
            if group.first >= self.first and group.finite and not _relative_before(self, group):
                subject = subject_of(self.whole, group)
                if subject is None or not self.first <= subject.first <= self.first + 4:
                    return False
                comma = any(word.text == "," for word in self.whole.words[self.first : subject.first])
                return not comma or self.whole.words[self.first].tag in ("ADP", "SCONJ", "ADV")
        return False

    @cached_property
    def infinitive(self) -> bool:
        """True when the content opens with `to`."""
        return self.low(self.first) == "to"

    @cached_property
    def cue(self) -> VerbGroup | None:
        """The verb group just before the content."""
        before = [group for group in self.whole.groups if group.last <= self.first]
        return before[-1] if before else None

    @cached_property
    def fronted(self) -> bool:
        """True when the cue stands in a clause that comes before the main clause: "Saying that ...", "If he says
        ..."."""
        words = self.whole.words
        start = self._opening
        word, low = words[start], self.low(start)
        opens = word.tag == "SCONJ" or low in _FRONTS or (word.tag == "VERB" and low.endswith(("ing", "ed")))
        timed = any(self.low(at) in ("after", "before") for at in range(start + 1, min(start + 4, self.first)))
        before = range(start + 1, self.first)
        return (opens or timed) and not any(_new_clause(self, at) for at in before if words[at].text == ",")

    @property
    def _opening(self) -> int:
        """The first word of the sentence proper: past marks, conjunctions, a dateline and its dash."""
        words = self.whole.words
        dash = next((at for at in range(min(7, self.first)) if words[at].text in _DASHES), None)
        dated = dash is not None and all(word.tag in ("PROPN", "PUNCT", "NUM") for word in words[:dash])
        at = dash + 1 if dated and dash is not None else 0
        while at < self.first and (
            words[at].tag in ("PUNCT", "CCONJ") or (words[at].tag == "ADV" and self.low(at) not in _FRONTS)
        ):
            at += 1
        return at

    @cached_property
    def in_relative(self) -> bool:
        """True when the cue is the verb of a relative clause: "the minister, who said ..."."""
        at = self.cue.first - 1 if self.cue is not None else -1
        while at >= 0 and self.whole.words[at].tag == "ADV":
            at -= 1
        return at >= 0 and self.low(at) in ("who", "which", "that")

    def complete(self, at: int) -> bool:
        """True when the content up to `at` can stand: a phrase always can, a clause once it has its verb."""
        if not self.clausal:
            return True
        inside = [group for group in self.whole.groups if self.first <= group.first < at]
        if any(group.finite and not _relative_before(self, group) for group in inside):
            return True
        return not any(group.finite and group.first > at for group in self.whole.groups)


def complement_end(whole: Parse, first: int) -> int:
    """Index after the last word of the content that begins at word `first`; closing punctuation is left out."""
    words = whole.words
    content = Content(whole, first)
    last = len(words)
    depth = 0
    for at in range(first + 1, len(words)):
        text = words[at].text
        depth += (text in ("(", "[")) - (text in (")", "]"))
        if depth < 0 or (depth == 0 and any(rule(content, at) for rule in RULES)):
            last = at
            break
    while last > first + 1 and words[last - 1].tag == "PUNCT" and words[last - 1].text not in (")", "]"):
        last -= 1
    return last


def _relative_before(content: Content, group: VerbGroup) -> bool:
    """True for the verb of a relative clause inside the content."""
    at = group.first - 1
    while at > content.first and content.whole.words[at].tag in ("ADV", "PART"):
        at -= 1
    return at > content.first and content.low(at) in ("who", "which", "that", "whom")


def _next_finite(content: Content, at: int) -> VerbGroup | None:
    """The next finite verb group after `at`."""
    return next((group for group in content.whole.groups if group.first > at and group.finite), None)


def _new_clause(content: Content, at: int) -> bool:
    """True when right after `at` a subject begins whose finite verb follows."""
    group = _next_finite(content, at)
    subject = subject_of(content.whole, group) if group is not None else None
    return subject is not None and subject.first == at + 1


def _finite_at(content: Content, at: int) -> VerbGroup | None:
    """The finite verb group that begins at `at`, past adverbs."""
    words = content.whole.words
    while at < len(words) and words[at].tag == "ADV":
        at += 1
    group = content.whole.group_at(at)
    return group if group is not None and group.finite else None


def _speaks(content: Content, at: int) -> bool:
    """True when after `at` a subject and, close to it, a finite verb of saying stand: ", he added"."""
    group = _next_finite(content, at)
    if group is None or group.first > at + 12 or content.whole.words[group.head].lemma not in saying():
        return False
    return group.head - group.first <= 2 and _new_clause(content, at)


def _semicolon(content: Content, at: int) -> bool:
    """A semicolon before a new clause, 49 of 76."""
    return content.low(at) == ";" and (_new_clause(content, at) or not content.clausal)


def _closing(content: Content, at: int) -> bool:
    """ ", he added" (42 of 47), ", said the minister", ", according to the ministry"."""
    if content.low(at) not in _MARKS:
        return False
    if content.low(at + 1) == "according" or _speaks(content, at):
        return content.complete(at)
    group = _finite_at(content, at + 1)
    return (
        group is not None and content.whole.words[group.head].lemma in ("say", "add", "tell") and content.complete(at)
    )


def _main_clause(content: Content, at: int) -> bool:
    """The comma after a fronted clause, or after a phrase, and the subject and verb that follow it (156 of 179)."""
    if content.low(at) != "," or not _new_clause(content, at):
        return False
    return content.complete(at) if content.fronted else not content.clausal


def _going_on(content: Content, at: int) -> bool:
    """ ", adding that ...": a participle after a comma that goes on with the speaker (77 of 160; phrases 173 of
    204)."""
    words = content.whole.words
    if content.low(at) not in _MARKS:
        return False
    here = at + 1
    while here < len(words) and words[here].tag == "ADV":
        here += 1
    if here >= len(words) or words[here].tag != "VERB" or content.low(here) in _LIKE_PREPOSITIONS:
        return False
    group = content.whole.group_at(here)
    if group is None or group.finite:
        return False
    reporting = words[group.head].lemma in saying() or words[group.head].lemma in (
        "call",
        "cite",
        "accuse",
        "urge",
        "describe",
    )
    return content.complete(at) and (reporting if content.clausal else True)


def _joined_clause(content: Content, at: int) -> bool:
    """ ", and he left", ", but the union refused" (19 of 28, 18 of 34; phrases 49 of 52)."""
    joint = content.low(at + 1)
    if content.low(at) not in _MARKS or joint not in _CONTRASTS | {"and", "so"} or not content.complete(at):
        return False
    if content.clausal and joint not in ("and", "but"):
        return _speaks(content, at + 1)
    if content.low(at + 2) == "that":
        return False
    if _new_clause(content, at + 1):
        return True
    return not content.clausal and (joint != "and" or _finite_at(content, at + 2) is not None)


def _joined_verb(content: Content, at: int) -> bool:
    """ " and has rejected ..." after a phrase (107 of 161), " and said ..." after a clause (6 of 8)."""
    here = at + 1 if content.low(at) == "," else at
    if content.low(here) not in ("and", "but") or (content.infinitive and content.low(at) != ","):
        return False
    group = _finite_at(content, here + 1)
    if group is None or not content.complete(at):
        return False
    return not content.clausal or content.whole.words[group.head].lemma in ("say", "add", "tell")


def _verb_of_speaker(content: Content, at: int) -> bool:
    """The main verb after a relative clause with the cue in it: "Lind, who said it was late, left" (66 of 83)."""
    if content.low(at) != "," or not content.complete(at):
        return False
    return _finite_at(content, at + 1) is not None and (content.in_relative or not content.clausal)


def _remark(content: Content, at: int) -> bool:
    """ ", which ..." at the end of the sentence: the reporter's remark (28 of 44; phrases 58 of 68)."""
    if content.low(at) not in _MARKS or not content.complete(at):
        return False
    return content.low(at + 1) == "which" or (
        not content.clausal and content.low(at + 1) in ("who", "where", "even", "there")
    )


RULES: tuple[Callable[[Content, int], bool], ...] = (
    *(_semicolon, _closing, _main_clause, _going_on, _joined_clause, _joined_verb, _verb_of_speaker, _remark),
)
