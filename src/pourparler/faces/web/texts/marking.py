"""The text of a report as it stands, cut into pieces at every border of what is marked in it, so that nothing nests
wrongly; every code point of the text is in it, in its place, and none of them steers an eye."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from pourparler.core.evidence import Span
from pourparler.faces.web.texts.anchoring import Anchors

DEEPEST = 4
"""Entries on one piece of text from which on its shade grows no deeper."""

NOWHERE = Anchors()
"""No place that a link leads to."""

_LINES = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters other than a line feed that end a line; a browser shows most of them as nothing."""

_LEFT = "\ufeff\u00ad\u200b\u200c\u200d"
"""Characters of format that steer nothing: they stay as they are."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text that an entry rests on: `entry` is the entry's number on this page; `main` tells the words
    of an account from those that only give one of its fields (a speaker's name, a verb)."""

    start: int
    end: int
    entry: int
    main: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders: the entries it belongs to, by number and in order; whether any of them
    has its main words here; whether it is news; whether it was asked for; the entries whose first words end with it."""

    start: int
    end: int
    entries: tuple[int, ...]
    main: bool
    news: bool
    asked: bool
    ends: tuple[int, ...]


def pieces(
    length: int, marks: Sequence[Mark], not_news: Iterable[Span], asked: Span | None, cuts: Iterable[int] = ()
) -> Iterator[Piece]:
    """A text of `length` code points cut at every border, and at `cuts`, from beginning to end, without a gap."""
    aside = list(not_news)
    spans = [(mark.start, mark.end) for mark in marks] + [(one.start, one.end) for one in aside]
    spans += [(asked.start, asked.end)] if asked else []
    borders = sorted({0, length, *cuts, *(place for span in spans for place in span if 0 < place < length)})
    opening, closing = _by_place(marks, "start"), _by_place(marks, "end")
    news_moves = Counter(one.start for one in aside)
    news_moves.subtract(Counter(one.end for one in aside))
    ends = _first_ends(marks)
    held: Counter[int] = Counter()
    mains = outside = 0
    for start, end in pairwise(borders):
        for mark in closing.get(start, ()):
            held[mark.entry] -= 1
            mains -= mark.main
        for mark in opening.get(start, ()):
            held[mark.entry] += 1
            mains += mark.main
        outside += news_moves[start]
        held = +held
        is_asked = asked is not None and asked.start <= start and end <= asked.end
        yield Piece(start, end, tuple(sorted(held)), mains > 0, not outside, is_asked, tuple(ends.get(end, ())))


def _by_place(marks: Iterable[Mark], border: str) -> Mapping[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(getattr(mark, border), []).append(mark)
    return found


def _first_ends(marks: Iterable[Mark]) -> Mapping[int, list[int]]:
    """The entries whose first main words end at each place."""
    first: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda one: (not one.main, one.start, one.end)):
        first.setdefault(mark.entry, mark)
    found: dict[int, list[int]] = {}
    for entry, mark in sorted(first.items()):
        found.setdefault(mark.end, []).append(entry)
    return found


def marked(text: str, cut: Iterable[Piece], names: Mapping[int, tuple[str, str]], anchors: Anchors = NOWHERE) -> Markup:
    """The text as markup whose text nodes, joined, are the text; `names` gives each entry's id and kind, `anchors` the
    places that links lead to; these begin and end at borders of pieces.

    A character that HTML cannot hold (a null, half of a surrogate pair) is left out of the nodes and shown by its
    number alone.
    """
    out: list[str] = []
    anchored = False
    for news, group in groupby(cut, key=lambda piece: piece.news):
        out.append("" if news else '<span class="aside" role="note" aria-label="Not news">')
        for piece in group:
            first, anchored = piece.asked and not anchored, anchored or piece.asked
            out.extend(f'<span class="at" id="{name}">' for name in anchors.opening.get(piece.start, ()))
            out.append(_piece(text, piece, names, first))
            out.append("</span>" * anchors.closing.get(piece.end, 0))
        out.append("" if news else "</span>")
    return Markup("".join(out))


def _piece(text: str, piece: Piece, names: Mapping[int, tuple[str, str]], first: bool) -> str:
    words = exact(text[piece.start : piece.end])
    anchor = ' id="at"' if first else ""
    if piece.entries or piece.asked:
        looks = [f"d{min(len(piece.entries), DEEPEST)}"] * bool(piece.main and piece.entries)
        looks += ["field"] * bool(piece.entries and not piece.main) + ["asked"] * piece.asked
        told = ""
        if piece.entries:
            ids = " ".join(names[entry][0] for entry in piece.entries)
            cards = " ".join(f"c{entry}" for entry in piece.entries)
            told = f' data-entries="{escape(ids)}" aria-describedby="{cards}"'
        words = f'<mark class="{" ".join(looks)}"{anchor}{told}>{words}</mark>'
    return words + "".join(_reference(entry, names[entry][1]) for entry in piece.ends if entry in names)


def _reference(entry: int, name: str) -> str:
    """A raised number that leads to an entry's card; the style sheet writes it, so that it is no word of the text."""
    return f'<a class="ref" id="n{entry}" href="#c{entry}" data-n="{entry}" aria-label="{entry}, {escape(name)}"></a>'


def exact(text: str) -> str:
    """Text as markup: escaped, each character that would steer an eye hidden behind its number, lines ended as told."""
    if text.isprintable():
        return str(escape(text))
    return _SPECIAL.sub(_shown, str(escape(text)))


_SPECIAL = re.compile(r"\r\n|[^\n\t\x20-\x7e]", re.DOTALL)


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\r\n":
        return "&#13;\n"
    if character in _LINES:
        return f"<span hidden>{'&#13;' if character == chr(13) else character}</span><br>"
    kind = unicodedata.category(character)
    if kind not in ("Cc", "Cf", "Cs", "Co") or character in _LEFT:
        return character
    number = f"U+{ord(character):04X}"
    held = "" if character == "\0" or kind == "Cs" else character
    sign = f'<span class="sign" role="img" aria-label="character {number}" data-code="{number}">'
    return f"{sign}<span hidden>{held}</span></span>"
