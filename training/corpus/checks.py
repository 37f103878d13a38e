"""What is asked of one annotated report beyond that it can be read."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision
from pourparler.core.vocabulary import PublishedFrom
from training.corpus import fields
from training.corpus.citations import at_borders
from training.corpus.days import VALUE, when
from training.corpus.kinds import RECORD, RESERVED, STATES
from training.corpus.model import Actor, Document, Record, Tag
from training.corpus.styles import STYLES

Finding = tuple[int, str, str, bool]
"""Line, what is wrong, what to do, and whether it is a hint only."""

PRONOUNS = ("He", "She", "It", "They", "We", "I", "His", "Her", "Its", "Their", "Our")
QUOTES = "\"'“”‘’„«»‹›"
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:yester|to)day|tomorrow|(?:January|February|April|June|July|"
    r"August|September|October|November|December|20\d\d|19\d\d))\b"
)


def examine(document: Document, cast: fields.Cast) -> Iterator[Finding]:
    """Everything that is wrong with a report whose actors are those of `cast`."""
    yield from _headers(document)
    yield from _tags(document, cast)
    yield from _missed(document, cast)
    scene = fields.Scene(document, cast)
    seen: set[str] = set()
    for record in document.records:
        if record.id in seen:
            yield record.line, f"{record.id} stands twice.", "Give every record its own number.", False
        seen.add(record.id)
        yield from fields.examine(record, scene)
        for rule in RULES:
            for what, todo, hint in rule(record, document):
                yield record.line, f"{record.id}: {what}", todo, hint
    yield from _quotes(document)


def line_of(document: Document, place: int) -> int:
    """The line of the file on which a place of the text stands."""
    return document.body + document.text.count("\n", 0, place)


def _headers(document: Document) -> Iterator[Finding]:
    names = ("outlet", "style", "published", "published-from", "language")
    for name in names:
        if not document.header(name):
            yield 1, f"The header '{name}' is missing.", f"Headers: {', '.join(names)}.", False
    if (style := document.header("style")) and style not in STYLES:
        yield 1, f"'{style}' is no style of the corpus.", f"Styles: {', '.join(STYLES)}.", False
    if (origin := document.header("published-from")) and origin not in set(PublishedFrom):
        yield 1, f"'{origin}' is no published-from.", f"Known: {', '.join(PublishedFrom)}.", False
    published = document.header("published")
    if published and published != "unknown" and not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        yield 1, f"'{published}' is no day.", "Write 2025-02-18 or unknown.", False


def _tags(document: Document, cast: fields.Cast) -> Iterator[Finding]:
    records = {record.id for record in document.records}
    for tag in document.tags:
        words, line = tag.span.of(document.text), line_of(document, tag.span.start)
        if words != words.strip() or not at_borders(document.text, tag.span):
            yield line, f"The mark around '{words}' cuts a word or holds a blank at its edge.", "Move the brace.", False
        if len(tag.ids) > 1 and set(tag.ids) & set(RESERVED):
            yield line, f"'{' '.join(tag.ids)}' mixes ids with one that stands alone.", "Nest two marks.", False
        for one in tag.ids:
            if VALUE.fullmatch(one):
                yield from ((line, what, todo, False) for what, todo in _value(one, tag, words))
            elif RECORD.fullmatch(one) and one not in records:
                yield line, f"No record {one} stands below.", "Write it, or mend the id.", False
            elif not RECORD.fullmatch(one) and one not in RESERVED and one not in cast:
                yield line, f"'{one}' is not in the cast.", "Add it to cast.txt, or mend the id.", False


def _value(value: str, tag: Tag, words: str) -> Iterator[tuple[str, str]]:
    if len(tag.ids) > 1:
        yield f"A time takes one value alone, not {' '.join(tag.ids)}.", "Nest two marks."
    try:
        yield from _calendar(value, words)
    except ValueError:
        yield f"'{value}' is no value of time.", "Write 2025-02-18, 2025-02, 2025-W08, 2025-Q1, A..B, P3D or ?."


def _calendar(value: str, words: str) -> Iterator[tuple[str, str]]:
    """A weekday or a month that the words name and the value contradicts."""
    found = when(value, words)
    days = [day for day in (found.start, found.end) if day] if found else []
    if not days or (found and found.precision is Precision.SPAN):
        return
    named = re.findall(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", words)
    if named and not any(f"{day:%A}" == f"{one}day" for day in days for one in named):
        yield f"{days[0]} is a {days[0]:%A}, the words are '{words}'.", "Mend the value or the words."
    months = re.findall(_MONTHS, words)
    if months and not any(f"{day:%b}" == month for day in days for month in months):
        yield f"{days[0]} is in {days[0]:%B}, the words are '{words}'.", "Mend the value or the words."


def _missed(document: Document, cast: fields.Cast) -> Iterator[Finding]:
    """Names of the cast, names marked elsewhere, and days, that are left bare."""
    actors = [t for t in document.tags if not VALUE.fullmatch(t.ids[0])]
    times = [t.span for t in document.tags if VALUE.fullmatch(t.ids[0])]
    bare = [t.span for t in document.tags if "not-news" in t.ids]
    named = [t for t in actors if t.ids[0] not in RESERVED and not RECORD.fullmatch(t.ids[0])]
    known: dict[str, tuple[str, ...]] = {name: (one.id,) for one in cast.values() for name in _names(one)}
    known |= {t.span.of(document.text): t.ids for t in named}
    for name in (name for name in known if name[0].isupper() and name not in PRONOUNS):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text):
            if not any(_holds(t.span, found) for t in actors):
                todo = f"Mark it {{{name}|{' '.join(known[name])}}}."
                yield (
                    line_of(document, found.start()),
                    f"'{name}' is in the cast or marked elsewhere, and bare here.",
                    todo,
                    False,
                )
    for found in _DAYS.finditer(document.text):
        if not any(_holds(span, found) for span in [*times, *bare, *(t.span for t in actors)]):
            yield line_of(document, found.start()), f"'{found[0]}' is not marked as a time.", "Mark it.", False


def _names(one: Actor) -> set[str]:
    """The names of an actor that stand for nobody else: full name, aliases, a person's last name."""
    found = {one.name, *one.aliases}
    if one.kind == "person" and one.name[0].isupper():
        found.add(one.name.split()[-1])
    return found


def _holds(span: Span, found: re.Match[str]) -> bool:
    return span.start <= found.start() and found.end() <= span.end


def _quotes(document: Document) -> Iterator[Finding]:
    spans = [span for record in document.records for span in record.spans("content")]
    spans += [tag.span for tag in document.tags if "not-news" in tag.ids]
    for found in re.finditer(r"[“\"]([^”\"\n]{25,})[”\"]", document.text):
        if not any(span.overlaps(Span(found.start(1), found.end(1))) for span in spans):
            what = f"The quotation '{found[1][:40]}…' is nobody's statement."
            yield line_of(document, found.start()), what, "Write its statement unless it is a title.", True


_MONTHS = (
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|\.)?(?= |\.|,|$)"
)

Said = Iterator[tuple[str, str, bool]]


def _mode(record: Record, document: Document) -> Said:
    """Direct words run inside quotation marks (or behind the colon of a transcript); a mixed clause holds some."""
    if record.id[0] != "s":
        return
    for span in record.spans("content"):
        before = document.text[: span.start].rstrip(" \t")[-1:]
        words = span.of(document.text)
        if record.head[0] == "direct" and (before not in tuple(QUOTES + ":-–—\n") or words[0] in QUOTES):
            yield (
                "a direct content begins right inside the quotation mark or behind a colon.",
                "Move its border.",
                False,
            )
    contents = " ".join(span.of(document.text) for span in record.spans("content"))
    if record.head[0] == "mixed" and not any(mark in contents for mark in QUOTES):
        yield "a mixed content holds quotation marks.", "Take the whole clause, or write indirect.", False


def _ties(record: Record, document: Document) -> Said:
    """What is conditional names its condition; a meeting or instrument is marked in the text."""
    if "conditional" in record.head and not record.words("condition"):
        yield "it is conditional without a condition.", "Add condition c1.", False
    marked = {one for tag in document.tags for one in tag.ids}
    if record.id[0] in "mi" and record.id not in marked and not record.words("same"):
        yield "no words of the text are marked with it.", f"Mark its naming: {{the talks|{record.id}}}.", False


def _future(record: Record, document: Document) -> Said:
    """Nothing is held after the day of the report."""
    published = document.header("published")
    if record.id[0] != "m" or record.head[1] != "held" or not re.fullmatch(r"\d{4}-\d\d-\d\d", published or ""):
        return
    for start in fields.starts(record, document, "when"):
        if start > date.fromisoformat(published or ""):
            yield f"held on {start}, after the report of {published}.", "Mend the status or the day.", False


def _voices(record: Record, document: Document) -> Said:
    """A position or condition in a statement is its speaker's; so is what one speaker alone tells of a meeting."""
    names = ("evidence", *(STATES if record.id[0] == "i" else ()))
    places = [span for name in names for span in record.spans(name)]
    if record.id[0] == "s" or not places:
        return
    spoken = [(one.words("speaker"), one.spans("content")) for one in document.records if one.id[0] == "s"]
    tellers = [{who[0] for who, told in spoken if who and any(c.holds(place) for c in told)} for place in places]
    alone = set.union(*tellers) if record.id[0] in "pc" else set.intersection(*tellers)
    if alone and not alone & set(record.words("voice")) and "outlet" not in record.words("voice"):
        names_told = " or ".join(sorted(alone))
        yield f"its evidence is told by {names_told}.", f"Write voice {names_told} (outlet if it says so too).", False


def _silence(record: Record, document: Document) -> Said:
    """Nothing is cited from what is no news."""
    banned = [tag.span for tag in document.tags if "not-news" in tag.ids]
    if any(span.overlaps(one) for field in record.fields for span in field.spans for one in banned):
        yield "it cites words that are marked not-news.", "Take other words.", False


RULES: Sequence[Callable[[Record, Document], Said]] = (_mode, _ties, _future, _voices, _silence)
