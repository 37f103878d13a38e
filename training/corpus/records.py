"""The lines below a text: casts and records, read from their writing and written back."""

import re
from collections.abc import Iterable, Sequence

from pourparler.core.evidence import Span
from training.corpus.citations import CITATION, Citation, CitationError, choose, read, write
from training.corpus.kinds import ACTOR, CAST_KINDS, KINDS, RECORD, RESERVED, Kind, Take, kind_of
from training.corpus.model import Actor, Field, MarkupError, Record

_BARS = re.compile(r"(`(?:[^`\\]|\\.)+`)|\|")
Lines = tuple[int, list[str]]
"""The number of a line and its segments, those of the indented lines below it included."""


def gather(written: str, line: int = 1) -> list[tuple[int, list[tuple[int, str]]]]:
    """Blocks of segments with their lines; `#` opens a comment line. Raises MarkupError."""
    blocks: list[tuple[int, list[tuple[int, str]]]] = []
    for number, raw in enumerate(written.split("\n"), line):
        if not raw.strip() or raw.startswith("#"):
            continue
        segments = [(number, part.strip()) for part in _split(raw) if part.strip()]
        if not raw[0].isspace():
            blocks.append((number, segments))
        elif blocks:
            blocks[-1][1].extend(segments)
        else:
            raise MarkupError(number, "An indented line with nothing above it.", "Start the record at the margin.")
    return blocks


def _split(line: str) -> list[str]:
    parts, last = [], 0
    for found in _BARS.finditer(line):
        if found[0] == "|":
            parts.append(line[last : found.start()])
            last = found.end()
    return [*parts, line[last:]]


def actor(segments: Sequence[tuple[int, str]]) -> Actor:
    """An actor from its line: `id kind Name | party id | office post | aka Other Name; Another`."""
    line, first = segments[0]
    parts = first.split(None, 2)
    if len(parts) < 3 or not ACTOR.fullmatch(parts[0]) or parts[1] not in CAST_KINDS:
        raise MarkupError(line, f"'{first}' is no record and no actor.", f"Write: id {'/'.join(CAST_KINDS)} Name.")
    if RECORD.fullmatch(parts[0]) or parts[0] in RESERVED:
        raise MarkupError(line, f"The id '{parts[0]}' is kept for something else.", "Choose another id.")
    rest: dict[str, str] = {}
    for number, segment in segments[1:]:
        name, _, value = segment.partition(" ")
        if name not in ("party", "office", "aka") or not value or name in rest:
            raise MarkupError(number, f"'{segment}' is nothing an actor has.", "Use party, office or aka, once each.")
        rest[name] = value.strip()
    aliases = tuple(one.strip() for one in rest.get("aka", "").split(";") if one.strip())
    return Actor(parts[0], parts[1], parts[2], rest.get("party"), rest.get("office"), aliases, line)


def actor_line(one: Actor) -> str:
    """The line of an actor."""
    rest = {"party": one.party, "office": one.office, "aka": "; ".join(one.aliases) or None}
    return f"{one.id} {one.kind} {one.name}" + "".join(f" | {name} {value}" for name, value in rest.items() if value)


def record(segments: Sequence[tuple[int, str]], text: str) -> Record:
    """A record from its segments, its citations found in `text`; raises MarkupError."""
    line, first = segments[0]
    name, _, head = first.partition(" ")
    kind = kind_of(name)
    values = _head(kind, " ".join(head.split()))
    if values is None:
        wanted = ", then ".join("/".join(slot) for slot in kind.heads)
        raise MarkupError(line, f"'{head}' is no head of a {kind.name}.", f"Write {name} and {wanted}.")
    drafts = [(number, *_field(kind, number, segment)) for number, segment in segments[1:]]
    seen: set[str] = set()
    for number, field, _ in drafts:
        if field.name in seen and kind.fields[field.name] is not Take.STATE:
            raise MarkupError(number, f"{name} has two fields '{field.name}'.", "Put everything into one.")
        seen.add(field.name)
    for needed in kind.needed:
        if needed not in seen:
            raise MarkupError(line, f"{name} lacks '{needed}'.", f"A {kind.name} needs: {', '.join(kind.needed)}.")
    return Record(name, values, _placed(drafts, text, kind.name == "statement"), line)


def _head(kind: Kind, written: str) -> tuple[str, ...] | None:
    found: list[tuple[str, ...]] = [()]
    for slot in kind.heads:
        found = [(*values, value) for values in found for value in slot]
    return next((values for values in found if " ".join(values) == written), None)


def _field(kind: Kind, line: int, segment: str) -> tuple[Field, list[Citation]]:
    """A field without its places, and the citations that give them."""
    name = max((one for one in kind.fields if f"{segment} ".startswith(f"{one} ")), key=len, default=None)
    if name is None:
        known = ", ".join(kind.fields)
        raise MarkupError(line, f"'{segment.split()[0]}' is no field of a {kind.name}.", f"Known: {known}.")
    rest = segment[len(name) :]
    cited = [read(found[1], found[2]) for found in CITATION.finditer(rest)]
    bare = CITATION.sub(" ", rest)
    if "`" in bare:
        raise MarkupError(
            line, f"A backquote without its partner in '{segment}'.", "Close it, or write \\` for the sign."
        )
    bare, sign, label = f" {bare} ".partition(" = ")
    if sign and not label.strip():
        raise MarkupError(line, f"Nothing stands after '=' in '{segment}'.", "Write the label or leave the sign out.")
    return Field(name, tuple(bare.split()), (), " ".join(label.split()) or None), cited


def _placed(drafts: Sequence[tuple[int, Field, list[Citation]]], text: str, outside: bool) -> tuple[Field, ...]:
    """The fields with their places: first the citations that leave no choice, then those nearest to them.

    With `outside` (statements) a source or a cue is never looked for inside the content.
    """
    sure: dict[tuple[int, int], Span] = {}
    for attempt in ("sure", "near"):
        near = tuple(sure.values())
        for row, (line, field, cited) in enumerate(drafts):
            for column, citation in enumerate(cited):
                if (row, column) in sure:
                    continue
                try:
                    sure[row, column] = choose(text, citation, near, outside and field.name != "content")
                except CitationError as error:
                    if attempt == "near" or "nowhere" in str(error) or "place(s)" in str(error):
                        words = citation.head + (f" ~ {citation.tail}" if citation.tail else "")
                        raise MarkupError(line, f"`{words}` in '{field.name}' {error}.") from error
                else:
                    continue
    return tuple(
        Field(field.name, field.words, tuple(sure[row, column] for column in range(len(cited))), field.label)
        for row, (_, field, cited) in enumerate(drafts)
    )


def record_lines(one: Record, text: str) -> str:
    """The writing of a record: its head, then a line a field."""
    lines = [f"{one.id} {' '.join(one.head)}"]
    for field in one.fields:
        parts = [field.name, *field.words, *(write(text, span) for span in field.spans)]
        lines.append("  " + " ".join([*parts, "=", field.label] if field.label else parts))
    return "\n".join(lines)


def block(actors: Iterable[Actor], records: Iterable[Record], text: str) -> str:
    """Everything that stands below a text."""
    return "\n".join([*map(actor_line, actors), *(record_lines(one, text) for one in records)])


def is_record(segments: Sequence[tuple[int, str]]) -> bool:
    """True for the segments of a record, false for those of an actor."""
    return RECORD.fullmatch(segments[0][1].split()[0]) is not None and segments[0][1][0] in KINDS
