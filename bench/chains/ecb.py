"""ECB+ (Cybulska and Vossen 2014) as gold: reports by topic, mentions of events and of who, where and when.

`../shared/data/events/ecbplus.jsonl` has the tokens of ECB+ parted by spaces and its sentences by line ends; a mention
is a run of characters of the text, `chain` names the event it tells of over all reports. A mention without a chain
stands alone.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Token = tuple[int, int, str]

TEST = frozenset(str(number) for number in range(36, 46))
"""The last ten topics by number, the ones that Cybulska and Vossen (2015) and most since test on."""

SIDES = ("dev", "test")

_EVENT = ("ACTION_", "NEG_ACTION_")
_PARTS = {"HUMAN_PART": "who", "NON_HUMAN_PART": "what", "LOC": "where", "TIME": "when"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `[first, last)` of a report. `sort` is "event" or the part played: who, what, where, when; `tag` is that
    of ECB+; `chain` is None for what is told once, and for all that is no event (those chains are not for use)."""

    first: int
    last: int
    sort: str
    tag: str
    chain: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One document: words with offsets, sentences as ranges of words, mentions by place. A topic has two parts, two
    events of one sort, `part` says which; ECB's own documents are of "ecb", the added ones of "ecbplus"."""

    name: str
    topic: str
    part: str
    text: str
    words: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    events: tuple[Mention, ...]
    others: tuple[Mention, ...]


def reports(path: Path, side: str) -> list[Report]:
    """The reports of one of `SIDES`, by number of the topic and name."""
    found = [report for report in _read(path) if (report.topic in TEST) == (side == "test")]
    return sorted(found, key=lambda report: (int(report.topic), report.name))


def _read(path: Path) -> Iterator[Report]:
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            yield report_of(json.loads(line))


def report_of(row: dict[str, Any]) -> Report:
    """The report of one line of the file."""
    text: str = row["text"]
    words: list[Token] = []
    sentences = []
    at = 0
    for line in text.split("\n"):
        first = len(words)
        for form in line.split(" "):
            if form:
                words.append((at, at + len(form), form))
            at += len(form) + 1
        if len(words) > first:
            sentences.append((first, len(words)))
    starts = [start for start, _, _ in words]
    mentions = [
        _mention(one, bisect_right(starts, one["start"]) - 1, bisect_right(starts, one["end"] - 1))
        for one in row["mentions"]
    ]
    ordered = sorted(mentions, key=lambda mention: (mention.first, mention.last, mention.tag))
    return Report(
        name=row["id"],
        topic=row["topic"],
        part="ecbplus" if row["id"].endswith("plus") else "ecb",
        text=text,
        words=tuple(words),
        sentences=tuple(sentences),
        events=tuple(mention for mention in ordered if mention.sort == "event"),
        others=tuple(mention for mention in ordered if mention.sort != "event"),
    )


def _mention(row: dict[str, Any], first: int, last: int) -> Mention:
    tag: str = row["tag"]
    if tag.startswith(_EVENT):
        return Mention(first, last, "event", tag, row["chain"])
    sort = next((sort for start, sort in _PARTS.items() if tag.startswith(start)), "what")
    return Mention(first, last, sort, tag, None)
