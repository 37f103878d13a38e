"""Answers about the negotiation as a system as pages show them: the same lines as at a terminal, with ways to what they
tell of, nested; and the same values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
    pieces = tuple(cut(line.text, ends))
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
        thing = visit.snapshot.one(_KIND, one, one)
        if thing is not None:
            yield thing["short"], f"the {thing['kind']}", visit.entry(thing["kind"], one)


_KIND = "SELECT kind, short FROM entries WHERE id = ? UNION ALL SELECT 'dispute', short FROM disputes WHERE id = ?"
"""What an entry or a dispute is, without reading it whole."""

LEADS = ("condition ", "Condition ")
LED = len(LEADS[0])


def cut(text: str, ends: dict[str, tuple[str, str]]) -> Iterator[Piece]:
    """A text in pieces, those that name something with its address; "condition" before an id belongs to it."""
    at = 0
    places = [place for name in ends for place in _places(text, name)]
    for start, end, name in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < at:
            continue  # within the words of a longer name
        if start > at:
            yield text[at:start], None
        yield text[start:end], ends[name][1]
        at = end
    if at < len(text):
        yield text[at:], None


def _places(text: str, name: str) -> Iterator[tuple[int, int, str]]:
    """From where to where a text has a name by itself, "condition" before it included. An expression for every line
    would take longer to be understood by Python than its line to be read."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _is_word(text[at - 1 : at]) and not _is_word(text[end : end + 1]):
            led = text[:at].endswith(LEADS) and not _is_word(text[at - LED - 1 : at - LED])
            yield at - LED if led else at, end, name
        at = text.find(name, at + 1)


def _is_word(letter: str) -> bool:
    """Whether a letter goes on a word; no letter does not."""
    return letter.isalnum() or letter == "_"
