"""Sentences of a report: paragraphs, borders between sentences and tagged words, with offsets into the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pourparler.core.evidence import Span
from pourparler.text.lemmas import lemma
from pourparler.text.lexicon import spoken, starters
from pourparler.text.tagging import tag
from pourparler.text.words import Sentence, Token, Word, tokens

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"[•●▪◦‣■*·–—-]\s|\d{1,2}[.)]\s|[A-Za-z][)]\s")
_STOPS = frozenset(".!?。！？")
_CLOSERS = frozenset("\"'”’»)]›“")
_OPENERS = frozenset("\"'“‘«(['„‹")
_WRAP_MOST = 100
"""A text none of whose lines is longer than this many characters may be wrapped by hand or by a mail program (RFC 2822
asks for 78; mail programs and wire feeds stay under 100)."""


MOST_WORDS = 400
"""Words of the longest sentence; a table or list without a full stop is cut there, so that reading stays linear."""


def split(text: str, skip: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, with tagged words; none holds or crosses a span of `skip`."""
    return tuple(_sentence(run, paragraph) for paragraph, run in cut(text, skip))


def cut(text: str, skip: Sequence[Span] = ()) -> Iterator[tuple[int, Sequence[Token]]]:
    """The tokens of each sentence of `text` in order with the number of its paragraph; none crosses a span of
    `skip`."""
    for paragraph, part in _parts(text, skip):
        for run in borders(text, tokens(text, part.start, part.end)):
            for first in range(0, len(run), MOST_WORDS):
                yield paragraph, run[first : first + MOST_WORDS]


def _sentence(run: Sequence[Token], paragraph: int) -> Sentence:
    """The sentence made of the tokens `run`, tagged and with lemmas."""
    return tagged(run, paragraph, tag([word for _, _, word in run]))


def tagged(run: Sequence[Token], paragraph: int, tags: Sequence[str]) -> Sentence:
    """The sentence made of the tokens `run` with the universal tags `tags`."""
    words = tuple(
        Word(start, end, word, label, lemma(word, label)) for (start, end, word), label in zip(run, tags, strict=True)
    )
    return Sentence(Span(run[0][0], run[-1][1]), words, paragraph)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`: its lines, but lines that only a fixed line width cut are put together again."""
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(text)]
    longest = max((line.end - line.start for line in lines), default=0)
    found: list[Span] = []
    for line in lines:
        if found and longest <= _WRAP_MOST and _wrapped(text, found[-1], line, longest):
            found[-1] = Span(found[-1].start, line.end)
        elif text[line.start : line.end].strip():
            found.append(line)
    return tuple(found)


def _wrapped(text: str, before: Span, line: Span, longest: int) -> bool:
    """True when `line` continues `before`: its first word would not have fitted on the line above."""
    words = text[line.start : line.end]
    between = text[before.end : line.start]
    if longest < 50 or len(between.replace("\r\n", "\n")) != 1 or not words.strip() or _BULLET.match(words):
        return False
    above = text[before.start : before.end]
    last = above[max(above.rfind("\n"), above.rfind("\r")) + 1 :].rstrip()
    first = words.split(maxsplit=1)[0]
    return (
        len(last) >= longest * 0.6 and len(last) + 1 + len(first) > longest - 6 and not last.endswith((".", ":"))
    ) or (len(last) + 1 + len(first) > longest - 2 and len(last) >= longest * 0.6)


def _parts(text: str, skip: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Each paragraph with its number, cut where spans of `skip` lie."""
    holes = sorted(skip)
    for number, paragraph in enumerate(paragraphs(text)):
        at = paragraph.start
        for hole in holes:
            if hole.start >= paragraph.end:
                break
            if hole.end <= at:
                continue
            if hole.start > at:
                yield number, Span(at, hole.start)
            at = max(at, hole.end)
        if at < paragraph.end:
            yield number, Span(at, paragraph.end)


def borders(text: str, run: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens `run` of one paragraph, cut into sentences."""
    if not run:
        return
    cuts = [0]
    at = 0
    while at < len(run):
        if not _stops(run, at):
            at += 1
            continue
        after = _past_closers(text, run, at + 1)
        if after >= len(run):
            break
        if _ends(text, run, at, after) and not (at == 1 and cuts[-1] == 0 and run[0][2].isdigit()):
            cuts.append(after)
        at = after
    cuts.append(len(run))
    for first, last in pairwise(cuts):
        if first < last:
            yield run[first:last]


def _stops(run: Sequence[Token], at: int) -> bool:
    """True when the token at `at` can end a sentence."""
    word = run[at][2]
    return word[-1] in _STOPS or word[0] == "…"


def _past_closers(text: str, run: Sequence[Token], at: int) -> int:
    """Index after the closing quotes, brackets and further stops that hang on the token before `at`."""
    while at < len(run):
        start, end, word = run[at]
        glued = run[at - 1][1] == start
        if not glued:
            break
        following = text[end : end + 1]
        if (
            word in _STOPS
            or word[0] in "…."
            or (word in _CLOSERS and (word not in "\"'“’" or not following.isalnum() or _odd(run, at, word)))
        ):
            at += 1
        else:
            break
    return at


def _odd(run: Sequence[Token], at: int, mark: str) -> bool:
    """True when the straight quote at `at` is the closing one of a pair, counted from the paragraph's start."""
    return mark == '"' and sum(1 for _, _, word in run[:at] if word == mark) % 2 == 1


def _ends(text: str, run: Sequence[Token], at: int, after: int) -> bool:
    """True when the stop at `at`, whose closers end before `after`, ends its sentence."""
    stop = run[at][2]
    closed = after > at + 1
    glued = run[after - 1][1] == run[after][0]
    first, opened = _opening(text, run, after)
    if first.islower() or not first:
        return False
    if len(stop) > 1 and stop[-1] == "." and stop[0] != ".":
        return _ends_short(stop, run, at, after, opened)
    if glued and not closed:
        return first.isupper() and (opened or stop != "." or run[at - 1][2][-1:].islower())
    if stop[0] in "….":
        return stop == "." or not (first == "I" and run[after][2] == "I" and not closed)
    return not (closed and _spoken_next(run, after))


def _opening(text: str, run: Sequence[Token], at: int) -> tuple[str, bool]:
    """First character of the first word from `at` on, and whether an opening quote or bracket stands before it."""
    opened = False
    for start, end, word in run[at : at + 3]:
        if word in _OPENERS:
            opened = True
        elif word[0].isalnum() or (len(word) > 1 and word[0] in "'’#@"):
            return word.lstrip("'’#@")[:1] or word[0], opened
        elif word in ("-", "–", "—", "--", "•", "*", "$", "€", "£", "¥", "…", "..."):
            opened = opened or (text[end : end + 1] == " " and start > 0)
        else:
            return "A" if not word.isascii() else "", opened
    return "A" if opened else "", opened


def _ends_short(stop: str, run: Sequence[Token], at: int, after: int, opened: bool) -> bool:
    """True when an abbreviation such as `U.S.` or `Inc.` also ends the sentence."""
    from pourparler.text.lexicon import abbreviations

    kind = abbreviations().get(stop[:-1])
    following = run[after][2]
    if kind in ("title", "number"):
        return False
    if len(stop) == 2 and stop[0].isupper():
        return following in starters() and at > 0 and run[at - 1][2][-1] != "."
    return opened or following in starters() or after > at + 1


def _spoken_next(run: Sequence[Token], at: int) -> bool:
    """True when a speaker and a verb of saying follow a quoted question: `"... ?" Smith asked`."""
    for _, _, word in run[at : at + 6]:
        if word in spoken():
            return True
        if not (word[0].isupper() or word in ("the", "a", "'s", "’s", "of")):
            return False
    return False
