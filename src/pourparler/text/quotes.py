"""Quotations of a text: straight and curly marks, guillemets, low-high marks, single marks, quotations over several
paragraphs.

A mark is read as opening or closing from what stands next to it; then marks are paired from left to right within a
paragraph. What a paragraph leaves open is mended at its end, or runs on when the next paragraph opens again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.text.sentences import paragraphs


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, in one paragraph: `outer` with the marks, `inner` without; `closed` is False where
    no closing mark stands and the paragraph's end was taken; `depth` is 1 for a quotation inside another; `continues`
    is True when it carries on the quotation left open in the paragraph before."""

    outer: Span
    inner: Span
    closed: bool
    depth: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    opens: bool
    closes: bool


_KINDS = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "``", "''", "«", "»", "＂", "❝", "❞"), "double"),
    **dict.fromkeys(("'", "‘", "’", "‚", "‛", "‹", "›", "`", "´"), "single"),
}
_MARKS = re.compile(r"``|''|[\"“”„‟«»＂❝❞'‘’‚‛‹›`´]")
_OPEN_ONLY = frozenset(("„", "‚", "``", "❝"))
_BEFORE = frozenset(" \t\u00a0\u202f\u2009([{—–-/:,=…>")
_AFTER = frozenset(" \t\u00a0\u202f\u2009\r\n)]},.;:!?—–-/…<")
_ELISIONS = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
_SAID = re.compile(r",\s(?:said|says|added|told)\b")


def find_quotes(text: str, skip: Sequence[Span] = ()) -> tuple[Quotation, ...]:
    """The quotations of `text` by start, nested ones (`depth` 1) after the one that holds them; none overlaps
    `skip`."""
    found: list[Quotation] = []
    running = False
    for paragraph in paragraphs(text):
        marks = [
            mark
            for mark in _marks(text, paragraph)
            if not any(hole.start < mark.end and mark.start < hole.end for hole in skip)
        ]
        ours = list(_paired(text, paragraph, marks))
        if running and ours and ours[0].outer.start == _first(text, paragraph):
            first = ours[0]
            ours[0] = Quotation(first.outer, first.inner, first.closed, 0, True)
        found.extend(quote for quote in ours if not any(hole.overlaps(quote.outer) for hole in skip))
        top = [quote for quote in ours if quote.depth == 0]
        running = bool(top) and not top[-1].closed
    return tuple(sorted(found, key=lambda quote: (quote.outer.start, -quote.outer.end)))


def _first(text: str, paragraph: Span) -> int:
    """Offset of the first character of `paragraph` that is not white space."""
    words = text[paragraph.start : paragraph.end]
    return paragraph.start + len(words) - len(words.lstrip())


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The marks of `paragraph` that can open or close a quotation; apostrophes and signs for inches are left out."""
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        kind = _KINDS[sign]
        left = before in _BEFORE or before in _KINDS
        right = after in _AFTER or after in _KINDS
        opens, closes = _ways(sign, left, right)
        if before in ",.!?…" and not right and sign in '"”’':
            opens, closes = sign == '"', True
        if kind == "single":
            if (before.isalnum() and after.isalnum()) or (
                sign in "’'´`‘" and _ELISIONS.match(text, match.end()) and not before.isalnum()
            ):
                continue
            if sign in "’'´" and not opens and before.lower() == "s" and not right:
                continue
        elif sign == '"' and before.isdigit() and right and _inches(text, paragraph, match.start()):
            continue
        yield _Mark(match.start(), match.end(), kind, opens, closes)


def _ways(sign: str, left: bool, right: bool) -> tuple[bool, bool]:
    """Whether `sign` may open and may close, given a border to its left and to its right."""
    if sign in _OPEN_ONLY:
        return True, False
    if sign in "“‘«‹‟‛" and not (right and not left):
        return True, sign == "“" and right
    if sign in "”’»›❞" or sign == "''":
        return left and not right, not (left and not right)
    if left == right:
        return True, True
    return left, right


def _inches(text: str, paragraph: Span, at: int) -> bool:
    """True when the straight mark at `at` after a figure has no partner before it in its paragraph."""
    return text.count('"', paragraph.start, at) % 2 == 0


def _paired(text: str, paragraph: Span, marks: Sequence[_Mark]) -> Iterator[Quotation]:
    """Quotations of one paragraph from its marks in order."""
    stack: list[_Mark] = []
    for number, mark in enumerate(marks):
        inside = bool(stack)
        same = [held for held in stack if held.kind == mark.kind]
        if mark.closes and same and not (mark.opens and _better_open(stack, mark, marks[number + 1 :])):
            while stack[-1].kind != mark.kind:
                stack.pop()
            opener = stack.pop()
            if mark.start > opener.end:
                yield Quotation(Span(opener.start, mark.end), Span(opener.end, mark.start), True, int(bool(stack)))
        elif mark.closes and inside and not mark.opens and _stray(text, stack[-1], mark, marks[number + 1 :]):
            opener = stack.pop()
            yield Quotation(Span(opener.start, mark.end), Span(opener.end, mark.start), True, int(bool(stack)))
        elif mark.opens:
            if same and same[-1] is stack[-1]:
                if mark.kind == "double" and (again := _reopened(text, stack.pop(), mark)) is not None:
                    yield again
                elif mark.kind == "single":
                    stack.pop()
            if mark.kind == "single" and not any(
                later.kind == "single" and later.closes for later in marks[number + 1 :]
            ):
                continue
            stack.append(mark)
    for opener in stack[:1]:
        if opener.kind == "double":
            end = _mended(text, opener, paragraph)
            if end > opener.end:
                yield Quotation(Span(opener.start, end), Span(opener.end, end), False)


def _mended(text: str, opener: _Mark, paragraph: Span) -> int:
    """Where a quotation without a closing mark ends: at a comma before "said", or else with its paragraph."""
    words = text[opener.end : paragraph.end]
    said = _SAID.search(words)
    return opener.end + (said.start() + 1 if said else len(words.rstrip()))


def _better_open(stack: Sequence[_Mark], mark: _Mark, later: Sequence[_Mark]) -> bool:
    """True when a mark that could do both should open: a mark of another kind stands innermost and the rest pairs
    up."""
    return (
        stack[-1].kind != mark.kind and sum(1 for other in later if other.kind == mark.kind) % 2 == 0 and len(stack) < 2
    )


def _stray(text: str, opener: _Mark, mark: _Mark, later: Sequence[_Mark]) -> bool:
    """True when `mark` closes a quotation opened with a mark of another kind, a slip such as “ ... ’."""
    if any(other.kind == opener.kind and other.closes and not other.opens for other in later):
        return False
    before = text[mark.start - 1]
    return opener.kind == "double" and mark.kind == "single" and before in ".,!?…"


def _reopened(text: str, opener: _Mark, again: _Mark) -> Quotation | None:
    """What the quotation opened at `opener` is when another opens before it closed: up to the sentence's end, or
    nothing
    when the same quotation is only opened twice."""
    words = text[opener.end : again.start]
    end = max(words.rfind(stop) for stop in (".", "!", "?", ","))
    if end < 0:
        return None
    return Quotation(Span(opener.start, opener.end + end + 1), Span(opener.end, opener.end + end + 1), False)
