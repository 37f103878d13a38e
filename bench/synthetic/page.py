"""A report in the making: words put down one after the other, with the places of what a reader sees in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from pourparler.core.evidence import Span
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Mention,
    PositionFrame,
)
from pourparler.core.vocabulary import ActorKind

Frame = MeetingFrame | PositionFrame | ConditionFrame | InstrumentFrame
Linked = TypeVar("Linked", MeetingFrame, InstrumentFrame)
Seen = TypeVar("Seen", bound=Mention | Attribution | Frame)

_PIECE = re.compile(r"\[(?P<optional>[^\]]*)\]|\{(?P<slot>\w+)\}")


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name an actor."""

    text: str
    kind: ActorKind
    name: str
    party: str | None = None
    office: str | None = None


Words = str | Named | tuple[str | Named, ...]


@dataclass(slots=True)
class Paragraph:
    """A run of sentences with what is read in them, at places counted from its own beginning; `told` pairs each
    frame and statement with the truth that it is of."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    statements: list[tuple[str, Attribution]] = field(default_factory=list)
    frames: list[tuple[str, Frame]] = field(default_factory=list)
    is_news: bool = True

    def put(self, template: str, words: Mapping[str, Words | None]) -> dict[str, Span]:
        """Fill a template and add it; gives where each filled slot stands, and the whole under `all`.

        `{slot}` stands for words; what is in `[ ]` falls away where its slot has none.
        """
        start = len(self.text)
        placed: dict[str, Span] = {}
        self._fill(template, words, placed)
        placed["all"] = Span(start, len(self.text))
        return placed

    def _fill(self, template: str, words: Mapping[str, Words | None], placed: dict[str, Span]) -> None:
        end = 0
        for match in _PIECE.finditer(template):
            self.text += template[end : match.start()]
            end = match.end()
            optional, slot = match["optional"], match["slot"]
            if slot is not None:
                here = len(self.text)
                self._name(words[slot] or "")
                placed[slot] = Span(here, len(self.text.rstrip(",")))
                if self.text.endswith(",") and template[end : end + 1] in ("", ",", ".", ":", "”"):
                    self.text = self.text[:-1]
            elif all(words.get(name) for name in re.findall(r"\{(\w+)\}", optional)):
                self._fill(optional, words, placed)
        self.text += template[end:]

    def _name(self, words: Words) -> None:
        if isinstance(words, tuple):
            for word in words:
                self._name(word)
            return
        if isinstance(words, Named):
            span = Span(len(self.text), len(self.text) + len(words.text))
            self.mentions.append(Mention(span, words.kind, words.name, words.party, words.office))
            words = words.text
        self.text += words

    def begin(self) -> int:
        """Begin a sentence; gives its first offset."""
        if self.text and not self.text.endswith(("\n", " ")):
            self.text += " "
        return len(self.text)

    def finish(self, start: int, end: str = ".") -> None:
        """End the sentence that began at `start` with a full stop, and begin it with a capital."""
        while start < len(self.text) and not self.text[start].isalnum():
            start += 1
        self.text = self.text[:start] + self.text[start : start + 1].upper() + self.text[start + 1 :] + end


def moved(seen: Seen, by: int) -> Seen:
    """The same with every place in it that many code points further on."""
    changed: dict[str, Any] = {}
    for each in fields(seen):
        value = getattr(seen, each.name)
        if isinstance(value, Span):
            changed[each.name] = Span(value.start + by, value.end + by)
        elif isinstance(value, tuple) and value and isinstance(value[0], Span):
            changed[each.name] = tuple(Span(span.start + by, span.end + by) for span in value)
    return replace(seen, **changed)


def renamed(seen: Seen, names: Mapping[str, str]) -> Seen:
    """The same with every actor under the name that the report has for it."""
    changed: dict[str, Any] = {}
    for each in fields(seen):
        value = getattr(seen, each.name)
        if each.name in ("name", "party", "speaker", "to", "voiced_by") and value in names:
            changed[each.name] = names[value]
        elif each.name in ("parties", "people", "mediators", "hosts"):
            changed[each.name] = tuple(names.get(name, name) for name in value)
    return replace(seen, **changed)


def linked(frames: Sequence[tuple[str, Linked]]) -> Iterator[Linked]:
    """The frames of one kind; what is told again points to where it is told first."""
    first: dict[str, int] = {}
    for index, (key, frame) in enumerate(frames):
        earlier = first.setdefault(key, index)
        yield replace(frame, same_as=earlier) if earlier < index else frame
