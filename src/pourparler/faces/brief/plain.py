"""A brief as plain text for a terminal, and its first page with the notes that this page cites."""

import textwrap
from dataclasses import replace

from pourparler.faces.brief.numbering import numbered
from pourparler.faces.brief.paper import Brief, Footnote, Group, Item, Section, Sentence


def as_plain(brief: Brief, width: int = 88) -> str:
    """The brief as plain text, lines at most `width` columns where words allow it, ending with a line break."""
    lines = [brief.title.upper(), "=" * min(width, len(brief.title)), ""]
    lines += [*_wrapped(" ".join(map(_sentence, brief.lead)), width), ""]
    for section in brief.sections:
        lines += _section(section, width)
    if brief.footnotes:
        lines += ["SOURCES", ""]
        lines += [line for note in brief.footnotes for line in _footnote(note, width)]
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, width: int) -> list[str]:
    lines = [section.heading.upper(), ""]
    filled = [group for group in section.groups if group.items]
    for group in filled:
        if group.heading:
            lines += [*_wrapped(group.heading, width), ""]
        for item in group.items:
            lines += _item(item, width)
        lines.append("")
    if not filled:
        lines += [*_wrapped(section.empty, width), ""]
    for sentence in section.more:
        lines += [*_wrapped(_sentence(sentence), width), ""]
    return lines


def _item(item: Item, width: int) -> list[str]:
    lines = _wrapped(" ".join(map(_sentence, item.sentences)), width, "  • ", "    ")
    for side in item.sides:
        lines += _wrapped(" ".join(map(_sentence, side.sentences)), width, "      – ", "        ")
    return lines


def _sentence(sentence: Sentence) -> str:
    notes = f" [{', '.join(map(str, sentence.notes))}]" if sentence.notes else ""
    return "".join(run.text for run in sentence.runs) + notes


def _footnote(note: Footnote, width: int) -> list[str]:
    lead = f"  [{note.number}] "
    words = f"{note.outlet}, {note.published}: {note.words}{f'. {note.day}' if note.day else ''}"
    return _wrapped(words, width, lead, " " * len(lead))


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False,
                         break_on_hyphens=False) or [""]  # fmt: skip


def first_page(brief: Brief, each: int = 2) -> Brief:
    """The brief down to the first `each` points of every part that has any, with the footnotes of those alone."""
    sections = tuple(
        replace(section, groups=groups, more=()) for section in brief.sections if (groups := _leading(section, each))
    )
    return numbered(replace(brief, sections=sections))


def _leading(section: Section, most: int) -> tuple[Group, ...]:
    """The first points of a section: one of each group where every group has a heading, else those that come first."""
    filled = [group for group in section.groups if group.items]
    if all(group.heading for group in filled):
        return tuple(replace(group, items=group.items[:1]) for group in filled[:most])
    groups: list[Group] = []
    for group in filled:
        taken = group.items[: most - sum(len(one.items) for one in groups)]
        groups += [replace(group, items=taken)] if taken else []
    return tuple(groups)
