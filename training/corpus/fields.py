"""What is asked of every single field of a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pourparler.core.moment import When
from training.corpus.citations import at_borders
from training.corpus.days import VALUE, when
from training.corpus.kinds import CHANNELS, RECORD, Take, kind_of
from training.corpus.model import Actor, Document, Field, Record

Cast = Mapping[str, Actor]
UNNAMED = ("?", "outlet")
"""Words that stand where an id would: somebody not named, and the outlet's own voice."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A report with the cast its ids come from."""

    document: Document
    cast: Cast


def days(field: Field, document: Document) -> list[When]:
    """The intervals of a field of time: its values, else those of the times it cites."""
    values = [word for word in field.words if VALUE.fullmatch(word)]
    if not values:
        times = {tag.span: tag.ids[0] for tag in document.tags if VALUE.fullmatch(tag.ids[0])}
        values = [times[span] for span in field.spans if span in times]
    said = " … ".join(span.of(document.text) for span in field.spans)
    return [found for value in values if is_time(value) and (found := when(value, said))]


def starts(record: Record, document: Document, name: str) -> list[date]:
    """The first days of a field of time."""
    field = record.get(name)
    return [one.start for one in days(field, document) if one.start] if field else []


def examine(record: Record, scene: Scene) -> Iterator[tuple[int, str, str, bool]]:
    """Everything that is wrong with the fields of one record."""
    for field in record.fields:
        take = kind_of(record.id).fields[field.name]
        for what, todo in (*_spans(field, take, scene), *_words(record, field, take, scene)):
            yield record.line, f"{record.id} {field.name}: {what}", todo, False


def _spans(field: Field, take: Take, scene: Scene) -> Iterator[tuple[str, str]]:
    text = scene.document.text
    for span in field.spans:
        words = span.of(text)
        if words != words.strip() or not at_borders(text, span):
            yield f"'{words}' cuts a word or holds a blank at its edge.", "Cite whole words."
    if take in (Take.PLACES, Take.STATE) and not field.spans:
        yield "nothing is cited.", "Cite the words between backquotes."
    if field.label and take is not Take.LABEL:
        yield f"'= {field.label}' stands where no label goes.", f"It takes {take}."


def _words(record: Record, field: Field, take: Take, scene: Scene) -> Iterator[tuple[str, str]]:
    own = {one.id for one in scene.document.records}
    match take:
        case Take.ACTORS:
            wrong = [word for word in field.words if word not in scene.cast and word not in UNNAMED]
            if not field.words and not field.spans:
                yield "it is empty.", "Name somebody of the cast."
            if field.name in ("people", "voice", "speaker") and not wrong:
                yield from _persons(field, scene.cast)
        case Take.LEADS:
            wrong = [word for word in field.words if any(one not in scene.cast for one in word.split("=", 1))]
        case Take.TIMES | Take.STATE:
            wrong = [word for word in field.words if word != "hedge" and not is_time(word)]
            if take is Take.TIMES and not wrong:
                yield from _times(field, scene.document)
        case Take.NUMBER:
            wrong = [] if len(field.words) == 1 and field.words[0].isdigit() else [" ".join(field.words) or "nothing"]
        case Take.CHANNEL:
            wrong = [] if " ".join(field.words) in CHANNELS else [" ".join(field.words) or "nothing"]
        case Take.RECORDS:
            letters = {"condition": "c", "same": record.id[0]}[field.name]
            wrong = [word for word in field.words or ("nothing",) if word not in own or word[0] != letters]
        case Take.LABEL:
            wrong = [word for word in field.words if not RECORD.fullmatch(word) or word not in own]
            if not field.spans and not field.label:
                yield "neither words nor a label.", "Cite the words, or write = and a short noun phrase."
        case Take.PLACES | Take.FLAG:
            wrong = list(field.words)
    for word in wrong:
        yield f"'{word}' does not belong here.", f"It takes {take}."


def _persons(field: Field, cast: Cast) -> Iterator[tuple[str, str]]:
    for word in field.words:
        if field.name == "people" and word in cast and cast[word].kind not in ("person", "group"):
            yield f"'{word}' is a {cast[word].kind}.", "People are persons or a group; sides go into parties."
        if word in cast and cast[word].kind == "place":
            yield f"'{word}' is a place.", "Name who speaks."


def _times(field: Field, document: Document) -> Iterator[tuple[str, str]]:
    times = {tag.span for tag in document.tags if VALUE.fullmatch(tag.ids[0])}
    if any(VALUE.fullmatch(word) for word in field.words):
        return
    if not field.spans:
        yield "no time is cited and no value given.", "Cite marked words, or write a value."
    for span in field.spans:
        if span not in times:
            yield f"'{span.of(document.text)}' is not marked as a time.", "Cite the marked words, or add a value."


def is_time(word: str) -> bool:
    """True for a value of time that can be read."""
    try:
        when(word, "")
    except ValueError:
        return False
    return True
