"""Marks inside a text: `{words|ids}` taken out into tags, and put back."""

import re
from collections.abc import Iterable

from pourparler.core.evidence import Span
from training.corpus.model import MarkupError, Tag

IDS = re.compile(r"\|([^{}|\n]*)\}")
SPECIAL = "{}|\\"


def take_out(marked: str, line: int = 1) -> tuple[str, tuple[Tag, ...]]:
    """The bare text of a marked one, and its tags, outer before inner; `line` is that of the first character.

    A backslash takes the meaning from the brace, bar or backslash after it. Raises MarkupError.
    """
    out: list[str] = []
    tags: list[Tag] = []
    open_marks: list[tuple[int, int]] = []
    place = 0
    while place < len(marked):
        char = marked[place]
        at = line + marked.count("\n", 0, place)
        if char == "\\" and marked[place + 1 : place + 2] in tuple(SPECIAL):
            out.append(marked[place + 1])
            place += 2
        elif char == "{":
            open_marks.append((len(out), at))
            place += 1
        elif char == "}":
            raise MarkupError(at, "A '}' that closes no mark.", "Write {words|id}, or \\} for the sign itself.")
        elif char == "|" and open_marks and (found := IDS.match(marked, place)):
            ids = tuple(found[1].split())
            begin = open_marks.pop()[0]
            if not ids or begin == len(out):
                raise MarkupError(at, "A mark without words or without an id.", "Write {words|id}.")
            tags.append(Tag(Span(begin, len(out)), ids))
            place = found.end()
        else:
            out.append(char)
            place += 1
    if open_marks:
        raise MarkupError(open_marks[-1][1], "A '{' that is never closed.", "Close it with |id}.")
    return "".join(out), ordered(reversed(tags))


def ordered(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Tags by place, the longer first where two begin together; those of the very same words stay as they come."""
    return tuple(sorted(tags, key=lambda tag: (tag.span.start, -tag.span.end)))


def put_in(text: str, tags: Iterable[Tag]) -> str:
    """The marked text; ValueError when two tags cross."""
    out: list[str] = []
    waiting: list[Tag] = []
    place = 0

    def write(upto: int) -> None:
        nonlocal place
        out.append(re.sub(r"[{}|\\]", r"\\\g<0>", text[place:upto]))
        place = upto

    for tag in ordered(tags):
        while waiting and waiting[-1].span.end <= tag.span.start:
            done = waiting.pop()
            write(done.span.end)
            out.append(f"|{' '.join(done.ids)}}}")
        if waiting and tag.span.end > waiting[-1].span.end:
            raise ValueError(f"the marks {waiting[-1]} and {tag} do not nest")
        write(tag.span.start)
        out.append("{")
        waiting.append(tag)
    while waiting:
        done = waiting.pop()
        write(done.span.end)
        out.append(f"|{' '.join(done.ids)}}}")
    write(len(text))
    return "".join(out)
