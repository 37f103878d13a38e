"""A brief as one HTML page: nothing from outside, no script, for screen, paper and screen readers, light and dark."""

from html import escape
from importlib.resources import files

from pourparler.faces.brief.paper import Brief, Figure, Footnote, Item, Run, Section, Sentence, Tone, left_out

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load: its own style and nothing else."""

GENERATOR = "pourparler"
"""The mark by which a page of ours is known again."""


class Marks:
    """Numbers the places that cite each footnote, so that the footnote can lead back to every one of them."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def of(self, number: int) -> str:
        """The reference to a footnote, with an anchor of its own."""
        count = self._seen[number] = self._seen.get(number, 0) + 1
        return f'<a id="r{number}-{count}" href="#n{number}" aria-label="Source {number}">{number}</a>'

    def back(self, number: int) -> str:
        """The links from a footnote to where it is cited."""
        count = self._seen.get(number, 0)
        links = (
            f'<a href="#r{number}-{one}" aria-label="Back to where source {number} is cited, {one} of {count}">↩</a>'
            for one in range(1, count + 1)
        )
        return " ".join(links)


def as_page(brief: Brief) -> str:
    """The brief as a whole HTML document, ending with a line break."""
    marks = Marks()
    contents = "".join(f'<li><a href="#{one.anchor}">{_text(one.heading)}</a></li>' for one in brief.sections)
    drawn = {figure.anchor: _figure(figure) for figure in brief.figures}
    body = "\n".join(_section(marks, section, drawn.get(section.anchor, "")) for section in brief.sections)
    notes = "\n".join(_footnote(marks, note) for note in brief.footnotes)
    sources = ""
    if notes:
        heading = '<section id="sources" aria-labelledby="sources-h">\n<h2 id="sources-h">Sources</h2>'
        sources = f"{heading}\n<ol>\n{notes}\n</ol>\n</section>"
    lead = " ".join(_sentence(marks, one) for one in brief.lead)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{GENERATOR}">
<title>{_text(brief.title)}</title>
<style>
{_style()}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the brief</a>
<header>
<h1>{_text(brief.title)}</h1>
<p>{lead}</p>
<nav aria-label="Contents"><ul>{contents}<li><a href="#sources">Sources</a></li></ul></nav>
</header>
<main id="main">
{body}
{sources}
</main>
</body>
</html>
"""


def _style() -> str:
    return files("pourparler.faces.brief").joinpath("page.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(text, quote=True)


def _section(marks: Marks, section: Section, drawn: str) -> str:
    anchor = section.anchor
    parts = [
        f'<section id="{anchor}" aria-labelledby="{anchor}-h">',
        f'<h2 id="{anchor}-h">{_text(section.heading)}</h2>',
    ]
    filled = [group for group in section.groups if group.items]
    for group in filled:
        if group.heading:
            parts.append(f"<h3>{_text(group.heading)}</h3>")
        parts += ["<ul>", *(_item(marks, item) for item in group.items), "</ul>"]
    if not filled:
        parts.append(f'<p class="none">{_text(section.empty)}</p>')
    parts += [f'<p class="more">{_sentence(marks, sentence)}</p>' for sentence in section.more]
    parts += [drawn] if drawn else []
    return "\n".join([*parts, "</section>"])


def _figure(figure: Figure) -> str:
    """A chart drawn in the page; what it shows is told to those who do not see it."""
    from pourparler.faces.charts.render import render

    words = f"{_text(figure.chart.caption.title)}{_text(left_out(figure))}"
    drawn = render(figure.chart, f"chart-{figure.anchor}")
    frame = f'<div class="scroll" role="group" tabindex="0" aria-label="{words}">{drawn}</div>'
    return f"<figure>{frame}<figcaption>{words}</figcaption></figure>"


def _item(marks: Marks, item: Item) -> str:
    words = " ".join(_sentence(marks, one) for one in item.sentences)
    if not item.sides:
        return f"<li>{words}</li>"
    sides = "".join(f"<li>{' '.join(_sentence(marks, one) for one in side.sentences)}</li>" for side in item.sides)
    return f'<li>{words}\n<ul class="sides">{sides}</ul></li>'


def _sentence(marks: Marks, sentence: Sentence) -> str:
    notes = f"<sup>{' '.join(map(marks.of, sentence.notes))}</sup>" if sentence.notes else ""
    return "".join(map(_run, sentence.runs)) + notes


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.tone is Tone.STRONG:
        return f"<strong>{text}</strong>"
    if run.tone is Tone.COMMAND:
        return f"<code>{text}</code>"
    return f'<bdi class="words">{text}</bdi>' if run.tone is Tone.QUOTE else text


def _footnote(marks: Marks, note: Footnote) -> str:
    name = _text(note.report)
    if note.url and note.url.lower().startswith(("https://", "http://")):
        name = f'<a href="{_text(note.url)}" rel="noreferrer noopener">{name}</a>'
    day = f". {_text(note.day)}" if note.day else ""
    number, words = note.number, f'<bdi class="words">{_text(note.words)}</bdi>'
    where = f"<cite>{_text(note.outlet)}</cite>, {_text(note.published)}"
    file = f'<span class="file">({name})</span>'
    return f'<li id="n{number}" value="{number}">{where}: {words}{day} {file} {marks.back(number)}</li>'
