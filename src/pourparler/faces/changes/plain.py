"""Changes as plain text: what changed and what is new first, what was only told again last."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pourparler.case.issues.states import DORMANT_DAYS, State
from pourparler.core.entry import Statement
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.changes.movement import (
    FREE,
    MET,
    TOLD,
    UNDECIDED,
    UNMET,
    UNTOLD,
    WAITS,
    Movement,
    Turn,
    counted_states,
)
from pourparler.faces.changes.points import Point, actor_words, points_of
from pourparler.faces.changes.sight import Sight, published
from pourparler.faces.system.answer import BASIS
from pourparler.faces.wording.quoting import upper_first, visible
from pourparler.faces.wording.voices import outlet
from pourparler.record.changes import DisputeChange, Sort

KINDS = {
    EntryKind.MEETING: "meetings",
    EntryKind.INSTRUMENT: "instruments",
    EntryKind.POSITION: "positions",
    EntryKind.CONDITION: "conditions",
    EntryKind.STATEMENT: "statements",
}
"""Kinds of entries as headings have them, in the order in which they are told."""

SORTS = (Sort.CHANGED, Sort.NEW, Sort.PARTED, Sort.WITHDRAWN)
"""Sorts of changes in the order in which they are told; disputes stand before what was parted or withdrawn."""

DISPUTES = {
    Sort.NEW: "Newly disputed",
    Sort.CHANGED: "Disputed otherwise than before",
    Sort.RESOLVED: "No longer disputed",
}
"""Headings of what became of disputes."""

MOST = {"New statements": 20, "Told again": 20, "Conditions newly told": 20, "Goals newly waiting": 20}
"""Most points under headings that can be long and matter least; `all` shows the rest."""

MOST_NAMED = 8
"""Most issues that one line names."""

MOST_REPORTS = 12
"""Most reports that the head names."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its points, or with lines alone where one line says all."""

    heading: str
    points: tuple[Point, ...] = ()
    lines: tuple[str, ...] = ()
    deep: tuple[str, ...] = ()
    """Beside each line the words it rests on; empty where they stand elsewhere."""
    is_computed: bool = False
    """True for what is computed of what reports tell; that it is by public statements is said once above."""
    number: int = 0
    """How many things the lines tell of, where a line tells of several."""

    @property
    def size(self) -> int:
        """How many points or lines stand under it."""
        return len(self.points) or len(self.lines)


def sections(sight: Sight) -> tuple[Section, ...]:
    """All changes under their headings; headings without changes are left out."""
    points = list(points_of(sight))
    entries = [point for point in points if not isinstance(point.change, DisputeChange)]
    disputes = [point for point in points if isinstance(point.change, DisputeChange)]
    found = [*_moved(sight), *_by_kind(entries, Sort.CHANGED), *_by_kind(entries, Sort.NEW, spared=EntryKind.STATEMENT)]
    for sort, heading in DISPUTES.items():
        found.append(Section(heading, tuple(point for point in disputes if point.change.sort is sort)))
    found += [*_by_kind(entries, Sort.PARTED), *_by_kind(entries, Sort.WITHDRAWN)]
    found += [one for one in _by_kind(entries, Sort.NEW) if one.heading == "New statements"]
    found.append(Section("Told again", tuple(point for point in entries if point.change.sort is Sort.TOLD_AGAIN)))
    found.append(Section("Actors", lines=tuple(_actor_lines(sight))))
    return tuple(section for section in found if section.size)


def _moved(sight: Sight) -> Iterator[Section]:
    """How issues, conditions and goals moved, and what people decided; what is newly told stands in its own words under
    the entries, and is only named here."""
    moved = sight.movement
    quiet = tuple(one for one in moved.issues if one.now == State.DORMANT.value)
    yield _turned(sight, "Issues in another state", tuple(one for one in moved.issues if one not in quiet))
    number = len(moved.new_issues) + len(moved.gone_issues) + len(quiet)
    yield Section(
        "Issues that came, went or fell silent", lines=tuple(_counted(moved, quiet)), is_computed=True, number=number
    )
    for change in (MET, UNMET, UNDECIDED, TOLD, UNTOLD):
        these = tuple(one for one in moved.conditions if one.change == change)
        yield _turned(sight, f"Conditions {change}", these, cited=change not in (TOLD, UNTOLD))
    new = {one.key for one in moved.conditions if one.change == TOLD}
    for change in (WAITS, FREE):
        these = tuple(one for one in moved.goals if one.change == change)
        yield _turned(sight, f"Goals {change}", these, cited=not all(new >= set(one.conditions) for one in these))
    yield Section("Decisions of people", lines=tuple(one.text for one in moved.decisions))


def _counted(moved: Movement, quiet: Sequence[Turn]) -> Iterator[str]:
    """Issues in a line: those told for the first time, those told no more, and those that nobody has a word on now."""
    for name, these in (("Newly told of", moved.new_issues), ("No longer told of", moved.gone_issues)):
        if these:
            yield f"{name}: {counted_states(these)}"
    if quiet:
        names = [f"“{visible(one.name)}”" for one in quiet[:MOST_NAMED]]
        rest = f" and {len(quiet) - len(names)} more" if len(quiet) > len(names) else ""
        yield f"Dormant now, no word on them for more than {DORMANT_DAYS} days: {_joined(names)}{rest}"


def _turned(sight: Sight, heading: str, turns: Sequence[Turn], cited: bool = True) -> Section:
    words = tuple(sight.cite_words(one.places) if cited and one.places else "" for one in turns)
    return Section(heading, lines=tuple(one.text for one in turns), deep=words, is_computed=True)


def _by_kind(points: Sequence[Point], sort: Sort, spared: EntryKind | None = None) -> Iterator[Section]:
    for kind, noun in KINDS.items():
        these = (one for one in points if one.change.sort is sort and getattr(one.change, "kind", None) is kind)
        if kind is not spared:
            yield Section(f"{sort.value.capitalize()} {noun}", tuple(these))


def _actor_lines(sight: Sight) -> Iterator[str]:
    """Actors, those that changed in a line each, the others in one line together."""
    for sort, word in ((Sort.CHANGED, ""), (Sort.NEW, "new: "), (Sort.WITHDRAWN, "no longer named: ")):
        told = [actor_words(sight, change) for change in sight.changes.actors if change.sort is sort]
        yield from told if sort is Sort.CHANGED else [f"{word}{', '.join(told)}"] if told else []


def as_lines(sight: Sight, everything: bool = False) -> Iterator[str]:
    """The changes as lines: the reports that came, then section by section; with `everything` nothing is cut."""
    yield from _report_lines(sight, everything)
    told = False
    for section in sections(sight):
        if section.is_computed and not told:
            yield from ("", f"{upper_first(BASIS)}:")
            told = True
        most = section.size if everything else MOST.get(section.heading, section.size)
        yield from ("", f"{section.heading.upper()} ({section.number or section.size})")
        for point in section.points[:most]:
            yield from point_lines(point)
        for line, words in zip_longest(section.lines[:most], section.deep[:most]):
            yield f"  {line}"
            if words:
                yield f"      {words}"
        if section.size > most:
            yield f"  … and {section.size - most} more (--all shows them, --json too)"


def as_text(sight: Sight, head: str, width: int = 96, everything: bool = False) -> bytes:
    """The changes under a head as text in UTF-8, folded at `width`; nothing where nothing changed."""
    if not sight:
        return b""
    lines = (folded(line, width) for line in (head, *as_lines(sight, everything)))
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def folded(line: str, width: int) -> str:
    """A line folded at `width`, what follows the first fold a little deeper than its first word."""
    indent = len(line) - len(line.lstrip())
    if len(line) <= width:
        return line
    return textwrap.fill(
        line.strip(), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def point_lines(point: Point) -> Iterator[str]:
    """A point as lines: its id and title, and under them what changed and who tells it."""
    indent = " " * (len(point.short) + 4)
    if point.change.sort is Sort.TOLD_AGAIN:
        yield f"  {point.short}  {point.title}: {'; '.join(line.text for line in point.lines)}"
        return
    if isinstance(point.change.after, Statement) and point.change.sort is Sort.NEW:
        told = ", ".join(f"{outlet(report)}, {published(report)}" for report in point.reports[:1])
        yield f"  {point.short}  {point.title} [{told}]"
        return
    yield f"  {point.short}  {point.title}"
    yield from (f"{indent}{'  ' if line.deep else ''}{line.text}" for line in point.lines)


def _report_lines(sight: Sight, everything: bool) -> Iterator[str]:
    for heading, views in (("Reports that came", sight.changes.reports), ("Reports that went", sight.changes.gone)):
        told = [f"{outlet(view.report)} ({published(view.report)})" for view in views]
        if told:
            most = len(told) if everything else MOST_REPORTS
            rest = f" and {len(told) - most} more" if len(told) > most else ""
            yield from ("", f"{heading.upper()} ({len(told)})", f"  {_joined(told[:most])}{rest}")


def _joined(told: Iterable[str]) -> str:
    return ", ".join(told)
