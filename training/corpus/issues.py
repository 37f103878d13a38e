"""What the sides negotiate about: the phrases of an annotation, and how a person sorted them into issues."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from training.corpus.annotation import Annotation
from training.corpus.model import MarkupError, Record

NONE = "-"
"""The name over phrases of no issue."""
TOO = "+"
"""Stands before a phrase that is of several issues."""
FIELDS: Mapping[str, tuple[str, ...]] = {"p": ("issue",), "c": ("blocks", "requires"), "i": ("subject", "title")}
"""The fields that hold phrases, by the letter of a record."""


@dataclass(frozen=True, slots=True)
class Group:
    """An issue with its phrases, each with its line and whether it is said to be of other issues too."""

    name: str
    phrases: tuple[tuple[str, int, bool], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Labels:
    """The issues of a negotiation as a person sorted them; no groups where nobody did."""

    groups: tuple[Group, ...] = ()

    def issues(self) -> dict[str, frozenset[str]]:
        """The names of the issues of each phrase; none for a phrase of no issue."""
        found: dict[str, set[str]] = {}
        for group in self.groups:
            for phrase, _, _ in group.phrases:
                found.setdefault(phrase, set()).update({group.name} - {NONE})
        return {phrase: frozenset(names) for phrase, names in found.items()}


def labels(written: str) -> tuple[Labels, list[MarkupError]]:
    """The issues of a file, and what is wrong in it.

    A name at the margin, its phrases indented below it, one a line; `+` before a phrase of several issues, `-` as the
    name over phrases of none, `#` before a comment.
    """
    groups: list[tuple[str, list[tuple[str, int, bool]], int]] = []
    wrong: list[MarkupError] = []
    for line, raw in enumerate(written.split("\n"), 1):
        words = " ".join(raw.split())
        if not words or raw.startswith("#"):
            continue
        if not raw[0].isspace():
            if any(name == words for name, _, _ in groups):
                wrong.append(MarkupError(line, f"The issue '{words}' stands twice.", "Put its phrases together."))
            groups.append((words, [], line))
        elif groups:
            several = words.startswith(f"{TOO} ")
            groups[-1][1].append((words.removeprefix(f"{TOO} ") if several else words, line, several))
        else:
            wrong.append(MarkupError(line, f"'{words}' stands under no issue.", "Write the name of its issue above."))
    return Labels(tuple(Group(name, tuple(phrases), line) for name, phrases, line in groups)), wrong


def phrases(known: Annotation) -> Iterator[tuple[Record, str, str]]:
    """The phrases of one annotated report: its record, the field, and the words as a perfect reader gives them."""
    for letter, fields in FIELDS.items():
        for record in known.records(letter):
            for field in fields:
                told = known.title(record) if field == "title" else known.said(record, field)
                if told:
                    yield record, field, told


def amiss(sorted_by_hand: Labels, told: Iterable[str]) -> Iterator[MarkupError]:
    """What is wrong with labels: a phrase that nothing tells, one that is sorted twice or nowhere, an empty issue."""
    known = set(told)
    places: dict[str, list[tuple[str, int, bool]]] = {}
    for group in sorted_by_hand.groups:
        if not group.phrases:
            yield MarkupError(group.line, f"'{group.name}' has no phrase.", "Strike it.")
        for phrase, line, several in group.phrases:
            places.setdefault(phrase, []).append((group.name, line, several))
    for phrase, of in places.items():
        line = of[-1][1]
        marked = [several for _, _, several in of]
        if phrase not in known:
            yield MarkupError(line, f"No record has the phrase '{phrase}'.", "Write it as it is told, to the letter.")
        elif len(of) > 1 and not all(marked):
            yield MarkupError(line, f"'{phrase}' stands {len(of)} times.", f"Strike it, or write '{TOO}' before each.")
        elif len(of) == 1 and marked[0]:
            yield MarkupError(line, f"'{phrase}' stands here alone.", f"Strike its '{TOO}', or add it elsewhere.")
        elif any(several and name == NONE for name, _, several in of) or len({name for name, _, _ in of}) < len(of):
            yield MarkupError(line, f"'{phrase}' is of several issues, or of none.", "Name each of its issues once.")
    for phrase in sorted(known - places.keys()):
        yield MarkupError(0, f"The phrase '{phrase}' is in no group.", f"Add it to its issue, or under '{NONE}'.")
