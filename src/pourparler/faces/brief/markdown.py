"""A brief as Markdown with footnotes; words of reports are escaped, so that none of them is taken for a mark."""

import re

from pourparler.faces.brief.paper import Brief, Footnote, Item, Run, Section, Sentence, Tone

_MARKS = re.compile(r"([\\`*_\[\]#|~$^{}!])")
_LINK = re.compile(r"https?://[^\s<>\\\x00-\x20]+")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def as_markdown(brief: Brief) -> str:
    """The brief as Markdown, ending with a line break."""
    lines = [f"# {escape(brief.title)}", "", " ".join(_sentence(one) for one in brief.lead), ""]
    for section in brief.sections:
        lines += _section(section)
    if brief.footnotes:
        lines += ["## Sources", ""]
        lines += [line for note in brief.footnotes for line in (_footnote(note), "")]
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """Words as they are to be read, with whatever Markdown or HTML would take for a mark made plain."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKS.sub(r"\\\1", plain).replace("://", ":&#47;/")
    return _LINE_START.sub(r"\1\\\2", plain)


def _section(section: Section) -> list[str]:
    lines = [f"## {escape(section.heading)}", ""]
    filled = [group for group in section.groups if group.items]
    for group in filled:
        if group.heading:
            lines += [f"### {escape(group.heading)}", ""]
        for item in group.items:
            lines += _item(item)
        lines.append("")
    if not filled:
        lines += [escape(section.empty), ""]
    for sentence in section.more:
        lines += [f"*{_sentence(sentence)}*", ""]
    return lines


def _item(item: Item) -> list[str]:
    lines = [f"- {' '.join(_sentence(one) for one in item.sentences)}"]
    lines += [f"  - {' '.join(_sentence(one) for one in side.sentences)}" for side in item.sides]
    return lines


def _sentence(sentence: Sentence) -> str:
    return "".join(map(_run, sentence.runs)) + "".join(f"[^{number}]" for number in sentence.notes)


def _run(run: Run) -> str:
    if run.tone is Tone.COMMAND:
        return f"`{run.text.replace('`', '')}`"
    if run.tone is Tone.STRONG:
        return f"**{escape(run.text.strip())}**"
    return escape(run.text)


def _footnote(note: Footnote) -> str:
    day = f". {note.day}" if note.day else ""
    name = escape(note.report)
    if note.url and _LINK.fullmatch(note.url):
        name = f"[{name}](<{note.url}>)"
    return f"[^{note.number}]: {escape(note.outlet)}, {escape(note.published)}: {escape(note.words + day)} ({name})"
