"""What a brief is made of, before it is set as Markdown, a page, plain text, a Word document or a PDF."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.faces.charts.chart import Chart


class Tone(StrEnum):
    """How a run of words is set."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTE = "quote"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one tone; a quotation carries its marks."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the numbers of the footnotes that it rests on."""

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a section; `sides` stand side by side, such as the readings of a dispute."""

    sentences: tuple[Sentence, ...]
    sides: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Points under one heading; the heading may be empty."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief. `anchor` names it on a page; `empty` is said of no points; `more` says what is left."""

    anchor: str
    heading: str
    groups: tuple[Group, ...]
    empty: str = ""
    more: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where words stand: outlet, day of publication with its origin, the exact words, and how their day was read.

    `report` is the report's name; the words stand at its half-open code points `[start, end)`.
    """

    number: int
    outlet: str
    published: str
    words: str
    report: str
    url: str | None = None
    day: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and the anchor of the section that it stands at the end of; its caption tells what it shows."""

    anchor: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief: title, what it rests on, sections, footnotes in the order of their numbers, charts."""

    title: str
    lead: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a brief is to hold: one party's entries, what reports since a day tell; its commands name `record`."""

    party: str | None = None
    since: date | None = None
    record: str | None = None
    failures: tuple[tuple[str, str], ...] = ()
    """Inputs that could not be read, each with the reason."""
    undated: int = 0
    """Reports that the day asked for leaves out because they bear no day of publication."""
    issue: str | None = None
    """Words of the one issue to keep to."""
    full: bool = False
    """True for the long form: every entry, however long the brief becomes."""
    charts: bool = True
    """False for a brief without charts."""


def say(*parts: str | Run, notes: tuple[int, ...] = ()) -> Sentence:
    """A sentence of plain words and set runs; empty parts fall away."""
    runs = tuple(part if isinstance(part, Run) else Run(part) for part in parts)
    return Sentence(tuple(run for run in runs if run.text), notes)


def left_out(figure: Figure) -> str:
    """What did not find room in a chart, after its title; empty where everything did."""
    return f" ({'; '.join(figure.chart.left_out)})" if figure.chart.left_out else ""


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, Tone.STRONG)


def command(text: str) -> Run:
    """A command to type."""
    return Run(text, Tone.COMMAND)
