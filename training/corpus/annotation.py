"""The fields of an annotated report's records as names, words and days: what the ids of its cast stand for."""

from collections.abc import Iterator, Mapping

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision, When
from training.corpus.fields import days
from training.corpus.model import Actor, Document, Record

SIDES = frozenset({"state", "organisation", "bloc"})
"""Kinds of actor that are their own side where no other is told."""


class Annotation:
    """One annotated report with its cast."""

    def __init__(self, document: Document, cast: Mapping[str, Actor]) -> None:
        """A report and everybody whom its ids may name."""
        self.document, self.text, self.cast = document, document.text, cast
        self.conditions = [one.id for one in self.records("c") for _ in one.spans("evidence")]

    def records(self, letter: str) -> Iterator[Record]:
        """The records of one kind, by its letter."""
        return (one for one in self.document.records if one.id[0] == letter)

    def tagged(self, record: Record) -> list[Span]:
        """Where the text names the record."""
        return [tag.span for tag in self.document.tags if tag.ids == (record.id,)]

    def title(self, record: Record) -> str:
        """The words that name the record: those cited, else its longest naming in the text, else the label."""
        field = record.get("title")
        named = [span.of(self.text) for span in self.tagged(record)]
        cited = [span.of(self.text) for span in field.spans] if field else []
        found = cited or sorted(named, key=len, reverse=True)
        return " ".join((found[0] if found else field.label or "" if field else "").split())

    def said(self, record: Record, name: str) -> str | None:
        """The words cited for a field, else its label."""
        field = record.get(name)
        if field is None:
            return None
        cited = " ".join(" ".join(span.of(self.text) for span in field.spans).split())
        return cited or field.label

    def word(self, record: Record, name: str) -> Span | None:
        """The first words cited for a field; None for none."""
        return next(iter(record.spans(name)), None)

    def condition_of(self, record: Record) -> int | None:
        """The first frame of the condition that a record names."""
        named = record.words("condition")
        return self.conditions.index(named[0]) if named and named[0] in self.conditions else None

    def when(self, record: Record, name: str = "when") -> When | None:
        """The days of a field; of several intervals the whole from the first day to the last."""
        field = record.get(name)
        told = days(field, self.document) if field else []
        known = [one for one in told if one.start and one.end]
        if len(known) < 2:
            return known[0] if known else told[0] if told else None
        start = min(one.start for one in known if one.start)
        end = max(one.end for one in known if one.end)
        return When(start, end, known[0].precision if start == end else Precision.SPAN, known[0].said)

    def names(self, record: Record, field: str) -> tuple[str, ...]:
        """The canonical names in a field."""
        return tuple(self.cast[word].name for word in record.words(field) if word in self.cast)

    def named(self, record: Record, field: str) -> tuple[str, ...]:
        """Names in a field of those who have a name."""
        return tuple(
            self.cast[word].name for word in record.words(field) if word in self.cast and not self.nameless(word)
        )

    def first(self, record: Record, field: str) -> str | None:
        """The first name in a field; None for none."""
        return next(iter(self.names(record, field)), None)

    def nameless(self, word: str) -> bool:
        """True for an id of the cast that is a person whom nobody names."""
        return is_nameless(self.cast[word])

    def party(self, word: str) -> str | None:
        """The side that an actor of the cast speaks for."""
        one = self.cast[word]
        if one.party:
            return self.cast[one.party].name if one.party in self.cast else None
        return one.name if one.kind in SIDES else None


def is_nameless(one: Actor) -> bool:
    """True for a person whom nobody names: "chief executive of Acme"."""
    return one.kind == "person" and one.name[:1].islower()
