"""What one voice answers to another right after it: "X says …. Y disputes this: …", "It had been, Y insists"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pourparler.core.entry import Statement
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Mode
from pourparler.record.contradictions.passages import Passage, Passages, denies
from pourparler.record.contradictions.sides import Told
from pourparler.record.merging.wording import VAGUE, content_words, stems

_DISPUTED = re.compile(
    r"(?<!not )(?<!never )(?<!n['’]t )"
    r"\b(?:disput(?:es|ed)|den(?:ies|ied)|contradict(?:s|ed)|contest(?:s|ed)|rebut(?:s|ted))"
    r" (?:this(?! (?:week|month|morning|evening|year|day)\b)|it|(?P<clause>that))(?! \w+(?:ed|s)\b)(?!\w)|"
    r"\b(?:reject|dismiss|disput|contest)(?:s|es|ed) (?:this|that|the) "
    r"(?:claim|account|version|report|accusation|allegation)s?\b|"
    r"(?:^|(?<=[.!?\n] )|(?<=\n))not so\b(?: ?[.,:;]|$| say)|"
    r"\bthat (?:is|was) (?:false|untrue|a lie|not true|not so|not the case)\b"
)
_BARE = re.compile(
    r"[“\"]?(?:it|they|he|she|we|there|nobody|no one|that) "
    r"(?:had|has|have|was|were|did|does|is|are|would|will|wasn[’']t|didn[’']t|hadn[’']t|isn[’']t)"
    r"(?: not| never)?(?: been)?[.,]?[”\"]?",
    re.IGNORECASE,
)
"""An answer that leaves out what it is about."""

_NEGATED = re.compile(r"\b(?:not|never|no|nothing|nobody|none|without)\b|n[’']t\b", re.IGNORECASE)
_NEXT = 160
"""Characters between what is said and the answer to it."""

_SOON = 400
"""The same where the answer says what it denies."""

_FIELDS = (
    ("excluded", re.compile(r"\b(?:invited|excluded|shut out|kept out|left out)\b", re.IGNORECASE)),
    ("proposed by", re.compile(r"\b(?:asked for|requested|at the request)\b", re.IGNORECASE)),
    ("terms", re.compile(r"\d|\b(?:terms?|clause|covers?|includes?)\b", re.IGNORECASE)),
)


def answered(passages: Passages, statements: Sequence[Statement]) -> Iterator[tuple[Statement, Passage, str, Told]]:
    """Both sides of each answer in a report: the statement it answers, the passage, the field, and a side."""
    these = sorted((one for one in statements if one.content and one.report == passages.report.name), key=_extent)
    for passage, match in passages.found(_DISPUTED):
        before = _before(these, min(passage.start, match.start()))
        if before is None or not _is_about(before, passage, match):
            continue
        mine = passages.told("answered", passage)
        after = next((one for one in these if 0 <= _extent(one)[0] - match.end() <= _NEXT), None)
        if after is not None and _apart(before, after) and _is_answer(after, passage, match, passages):
            mine = Told("answered", (*after.content, passage.evidence), passages.said(after).teller, denies=True)
        yield from _sides(before, passage, mine, passages)
    yield from _denied(these, passages)
    for before, answer in pairwise(these):
        [said, *rest] = answer.content
        near = 0 <= _extent(answer)[0] - _extent(before)[1] <= _NEXT and _apart(before, answer)
        bare = passages.passage(said) if near and not rest and _BARE.fullmatch(said.text) else None
        if bare and _negated(before) is not _negated(answer):
            yield from _sides(before, bare, passages.said(answer), passages)


def _denied(these: Sequence[Statement], passages: Passages) -> Iterator[tuple[Statement, Passage, str, Told]]:
    """Denials of what another side said just before them, in words that share what it is about."""
    for answer in these:
        if not denies(answer):
            continue
        words = _topics(answer)
        start = _extent(answer)[0]
        near = [
            one
            for one in these
            if 0 <= start - _extent(one)[1] <= _SOON
            and _apart(one, answer)
            and not denies(one)
            and len(words & _topics(one)) >= (1 if answer.mode is Mode.INDIRECT else 2)
        ]
        place = passages.passage(answer.content[0])
        if near and place:
            closest = max(near, key=lambda one: (len(words & _topics(one)), _extent(one)[1]))
            yield from _sides(closest, place, passages.said(answer), passages)


def _topics(statement: Statement) -> frozenset[str]:
    """The stems of the telling words of a statement, without the names of those who speak."""
    words = frozenset[str]().union(*(content_words(evidence.text) for evidence in statement.content))
    return stems(words - VAGUE - content_words(f"{statement.speaker or ''} {statement.party or ''}"))


def _is_about(before: Statement, passage: Passage, match: re.Match[str]) -> bool:
    """True unless the words tell what is denied, and that is something else."""
    clause = match.groupdict().get("clause") and passage.report.text[match.end() : passage.end].strip(" .,;:")
    return not clause or bool(_topics(before) & stems(content_words(clause) - VAGUE))


def _is_answer(after: Statement, passage: Passage, match: re.Match[str], passages: Passages) -> bool:
    """True when the next statement is that of the one who disputes: a colon leads to it, or it is of the same side."""
    if _goes_on(passage, match) or "so" in match[0].split():
        return True
    who = passages.subject(passage, match.start())
    return who is not None and who in (after.party, after.speaker)


def _goes_on(passage: Passage, match: re.Match[str]) -> bool:
    """True when a colon leads on to what the answer is."""
    return passage.report.text[match.end() : match.end() + 2].lstrip().startswith(":")


def _sides(
    before: Statement, passage: Passage, mine: Told, passages: Passages
) -> Iterator[tuple[Statement, Passage, str, Told]]:
    said = " ".join(evidence.text for evidence in (*before.content, *mine.evidence))
    field = next((name for name, pattern in _FIELDS if pattern.search(said)), "status")
    value = " ".join(mine.evidence[0].text.split())
    yield before, passage, field, Told(before.content[0].text, before.content, passages.said(before).teller)
    yield before, passage, field, Told(value, mine.evidence, mine.teller, denies=True)


def _before(these: Sequence[Statement], place: int) -> Statement | None:
    """The statement that ends last before a place, and not far from it."""
    near = [one for one in these if 0 <= place - _extent(one)[1] <= _NEXT]
    return max(near, key=lambda one: _extent(one)[1], default=None)


def _extent(statement: Statement) -> tuple[int, int]:
    """From the first to the last of its words, with source and cue."""
    words: list[Evidence] = [*statement.content, *(each for each in (statement.source, statement.cue) if each)]
    return min(each.start for each in words), max(each.end for each in words)


def _apart(one: Statement, other: Statement) -> bool:
    """True for two statements that are not of one side."""
    mine, theirs = one.party or one.speaker, other.party or other.speaker
    return mine != theirs or mine is None


def _negated(statement: Statement) -> bool:
    return any(_NEGATED.search(evidence.text) for evidence in statement.content)
