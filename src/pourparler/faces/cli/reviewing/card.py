"""One question laid out as lines: what is asked, why, and the words that decide it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rich.console import Console
from rich.text import Text

from pourparler.faces.cli.messages import plain
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.questions import (
    FEW,
    WIDE,
    Cited,
    cited_words,
    entry_facts,
    entry_label,
    question_words,
    reason_words,
    side_title,
    told_reasons,
)
from pourparler.faces.rows.telling import AROUND
from pourparler.faces.wording.quoting import upper_first
from pourparler.record.reviewing.question import Asked, Question, Side

STRONG, WEAK, MARKED = "bold", "dim", "bold yellow"
"""Styles of titles, of what stands around the words, and of the words themselves."""

FEWER = (FEW, 2, 1)
"""Passages of each side that are shown before the words are opened: the most that fit the screen."""

INDENT = 3


def fitting_card(lookup: Lookup, question: Question, width: int, height: int) -> list[Text]:
    """The lines of a question with as many passages of each side, up to three, as fit the height; at least one."""
    lines: list[Text] = []
    for few in FEWER:
        lines = card(lookup, question, width, few)
        if len(lines) <= height:
            break
    return lines


def card(lookup: Lookup, question: Question, width: int, few: int | None = None) -> list[Text]:
    """The lines of a question, each at most `width` cells wide.

    With `few` at most so many passages of each side; without, all of them with more around, and all that is known.
    """
    lines = folded(Text(question_words(question), STRONG), width)
    for number, reason in enumerate(told_reasons(question)):
        lines += folded(said(f"{'Why: ' if number == 0 else '     '}{reason_words(reason)}", WEAK), width, 5)
    lines.append(Text())
    if question.asked in (Asked.JOIN, Asked.DISPUTE):
        lines += folded(said(entry_label(lookup, question.entries[0]), STRONG), width)
        lines += _indented(_facts(lookup, question.entries[0]), width) if few is None else ()
        lines.append(Text())
    for number, side in enumerate(question.sides):
        lines += folded(said(side_title(lookup, question, number), STRONG), width, INDENT)
        told = _facts(lookup, side.entry) if question.asked in (Asked.PAIR, Asked.ENTRY) else ""
        lines += _indented(told, width)
        lines += _passages(lookup, side, width, few, told)
        lines.append(Text())
    return lines[:-1]


def _facts(lookup: Lookup, entry: str) -> str:
    """What the record holds of an entry, in one line."""
    return " · ".join(f"{name}: {value}" for name, value in entry_facts(lookup, entry) if name != "counts")


def _indented(told: str, width: int, style: str = "") -> list[Text]:
    return folded(said(f"{' ' * INDENT}{told}", style), width, INDENT) if told else []


def _passages(lookup: Lookup, side: Side, width: int, few: int | None, told: str) -> Iterator[Text]:
    """The words of a side; a day that was `told` already is not told again."""
    found = cited_words(lookup, side, WIDE if few is None else AROUND)
    shown = found[:few]
    for one in shown:
        yield from _passage(one if one.day not in told else replace(one, day=""), width)
    if len(found) > len(shown):
        yield from _indented(f"… and {len(found) - len(shown)} more: o opens all", width, WEAK)


def _passage(one: Cited, width: int) -> Iterator[Text]:
    """Who tells it, the words in their context, the day they give, and who else has them."""
    margin = " " * INDENT
    yield from _indented(one.head, width, WEAK)
    words = Text.assemble(f"{margin}  {plain(one.before)}", (f"«{plain(one.words)}»", MARKED), plain(one.after))
    yield from folded(words, width, INDENT + 2)
    for name, value in (("day", one.day), ("in the same words", one.also)):
        if value:
            yield from folded(said(f"{margin}  {name}: {value}", WEAK), width, INDENT + 2)


def said(words: str, style: str = "") -> Text:
    """Words as a line, with nothing in them that could steer a terminal."""
    return Text(plain(words), style)


def folded(text: Text, width: int, indent: int = 0) -> list[Text]:
    """A line folded at `width` cells; what follows the first fold stands `indent` cells in."""
    indent = min(indent, width // 3)
    first, *rest = text.wrap(_console(), width, overflow="fold") or [Text()]
    if not rest:
        return [first]
    taken = len(first.plain)
    first.rstrip()
    following = text[taken:]
    following = following[len(following.plain) - len(following.plain.lstrip()) :]
    margin = Text(" " * indent)
    lines = following.wrap(_console(), width - indent, overflow="fold")
    for line in lines:
        line.rstrip()
    return [first, *(margin + line for line in lines)]


@lru_cache(maxsize=1)
def _console() -> Console:
    return Console(width=1000, legacy_windows=False)


def headed(title: str, aside: str, width: int) -> list[Text]:
    """The head of a page: a title, something at the right edge where there is room, and a rule."""
    head = Text.assemble((plain(title), STRONG))
    room = width - head.cell_len - len(aside)
    if room >= 2:
        head.append(" " * room + plain(aside), WEAK)
    return [*folded(head, width), Text("─" * width, WEAK)]


def windowed(lines: Sequence[Text], width: int, height: int, first: int) -> tuple[list[Text], int]:
    """The lines that fit `height` from line `first` on, and the line it really begins with.

    Where lines stand below or above, the last one shown says so.
    """
    if len(lines) <= height:
        return list(lines), 0
    room = max(1, height - 1)
    first = max(0, min(first, len(lines) - room))
    below = len(lines) - room - first
    note = Text(f"{f'↓ {below} more' if below else '↑ the end'} (arrow keys)", WEAK)
    note.truncate(width)
    return [*lines[first : first + room], note], first


def keys_line(pairs: Sequence[tuple[str, str]], width: int) -> list[Text]:
    """Keys with what they do, folded between pairs."""
    lines: list[Text] = [Text()]
    for key, meaning in pairs:
        item = Text.assemble((key, STRONG), f" {plain(upper_first(meaning) if not key else meaning)}")
        apart = 3 if lines[-1].plain else 0
        if lines[-1].cell_len + apart + item.cell_len > width and lines[-1].plain:
            lines.append(Text())
            apart = 0
        lines[-1].append(" " * apart).append_text(item)
    return [line for whole in lines for line in folded(whole, width)]
