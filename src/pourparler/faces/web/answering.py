"""Answers about the negotiation as a system as pages show them: the same lines as at a terminal, with ways to what they
tell of, nested; and the same values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pourparler.core.entry import Dispute, Entry
from pourparler.faces.system.answer import Answer, Line, answer_values
from pourparler.faces.web.listing import asked_values, case_values
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import visible

Piece = tuple[str, str | None]
"""Some words, and the address that they lead to, if any."""


@dataclass(slots=True)
class Told:
    """A line with its words cut into pieces, what it tells of and does not name, and the lines that stand below it."""

    line: Line
    pieces: tuple[Piece, ...]
    ways: tuple[Piece, ...]
    below: list["Told"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, if there is one, with the lines that stand under it."""

    heading: Told | None
    lines: tuple[Told, ...]


def system_values(visit: Visit, answer: Answer) -> dict[str, object]:
    """The JSON of a page that gives an answer: the record and what was asked of the page, then the answer's values."""
    values = answer_values(visit.asking.lookup, answer)
    kept = {name: value for name, value in values.items() if name not in ("case", "as_of", "asked")}
    return {"case": case_values(visit), "asked": asked_values(visit), **kept}


def sections(visit: Visit, lines: Sequence[Line]) -> tuple[Section, ...]:
    """The lines of an answer under their headings."""
    found: list[tuple[Told | None, list[Line]]] = []
    for line in lines:
        if line.level == 0:
            found.append((told(visit, line), []))
        elif found:
            found[-1][1].append(line)
        else:
            found.append((None, [line]))
    return tuple(Section(heading, nested(visit, below)) for heading, below in found)


def nested(visit: Visit, lines: Sequence[Line]) -> tuple[Told, ...]:
    """Lines, each with those below it that stand further in."""
    top: list[Told] = []
    way: list[Told] = []
    for line in lines:
        one = told(visit, line)
        while way and way[-1].line.level >= line.level:
            way.pop()
        (way[-1].below if way else top).append(one)
        way.append(one)
    return tuple(top)


def told(visit: Visit, line: Line) -> Told:
    """A line with the addresses of what it tells of: where its words name it, else beside them."""
    ends = {name: (words, address) for name, words, address in _ends(visit, line)}
    if not ends:
        return Told(line, ((line.text, None),), ())
    pieces = tuple(_cut(line.text, ends))
    named = {address for _, address in pieces}
    return Told(line, pieces, tuple(dict.fromkeys(end for end in ends.values() if end[1] not in named)))


def _ends(visit: Visit, line: Line) -> Iterator[tuple[str, str, str]]:
    """What a line tells of: as its words name it, as a link of its own would, and its address."""
    asking = visit.asking
    for one in line.entries:
        issue = asking.issues.get(one)
        if issue is not None:
            yield f"“{visible(issue.name)}”", "what it waits for", visit.to(f"/goals/{one}")
            continue
        thing = asking.lookup.things.get(one)
        if isinstance(thing, Entry | Dispute):
            yield asking.lookup.short(one), f"the {type(thing).__name__.lower()}", visit.of(thing)


def _cut(text: str, ends: dict[str, tuple[str, str]]) -> Iterator[Piece]:
    """A text in pieces, those that name something with its address; "condition" before an id belongs to it."""
    names = "|".join(sorted(map(re.escape, ends), key=len, reverse=True))
    at = 0
    for found in re.finditer(rf"(?:\b[Cc]ondition )?(?<!\w)({names})(?!\w)", text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], ends[found[1]][1]
        at = found.end()
    if at < len(text):
        yield text[at:], None
