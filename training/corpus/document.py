"""A report file: headers, a line `====`, the marked text, a line `====`, casts and records."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from training.corpus.marks import put_in, take_out
from training.corpus.model import Actor, Document, MarkupError, Record
from training.corpus.records import actor, block, gather, is_record, record

RULE = "===="
_Found = TypeVar("_Found")


def parse(written: str) -> tuple[Document, list[MarkupError]]:
    """The report in a file, with what is wrong below its text; what cannot be read there is left out.

    Raises MarkupError when headers, text or marks cannot be read at all.
    """
    lines = written.split("\n")
    rules = [number for number, line in enumerate(lines) if line == RULE]
    if len(rules) < 2:
        raise MarkupError(0, f"Two lines '{RULE}' must stand around the text.", "Put one before and one after it.")
    first, last = rules[0], rules[-1]
    headers = tuple(_header(number, line) for number, line in enumerate(lines[:first], 1) if line.strip())
    text, tags = take_out("\n".join(lines[first + 1 : last]), first + 2)
    wrong: list[MarkupError] = []
    blocks = gather("\n".join(lines[last + 1 :]), last + 2)
    actors = _each(actor, [parts for _, parts in blocks if not is_record(parts)], wrong)
    records = _each(lambda parts: record(parts, text), [parts for _, parts in blocks if is_record(parts)], wrong)
    return Document(headers, text, tags, tuple(actors), tuple(records), first + 2), wrong


def _header(number: int, line: str) -> tuple[str, str]:
    name, sign, value = line.partition(":")
    if not sign or not value.strip():
        raise MarkupError(number, f"'{line}' is no header.", "Write name: value.")
    return name.strip(), value.strip()


def _each(
    reads: Callable[[Sequence[tuple[int, str]]], _Found],
    blocks: Sequence[Sequence[tuple[int, str]]],
    wrong: list[MarkupError],
) -> list[_Found]:
    found: list[_Found] = []
    for parts in blocks:
        try:
            found.append(reads(parts))
        except MarkupError as error:
            wrong.append(error)
    return found


def write(document: Document) -> str:
    """The file of a report; reading it again gives the same report."""
    headers = "\n".join(f"{name}: {value}" for name, value in document.headers)
    below = block(document.actors, document.records, document.text)
    return f"{headers}\n{RULE}\n{put_in(document.text, document.tags)}\n{RULE}\n{below}\n"


def cast(written: str) -> tuple[list[Actor], list[MarkupError]]:
    """The actors of a cast file and what is wrong in it."""
    wrong: list[MarkupError] = []
    return _each(actor, [parts for _, parts in gather(written)], wrong), wrong


def load(path: Path) -> tuple[Document, list[MarkupError]]:
    """The report of one file; raises MarkupError."""
    return parse(path.read_text(encoding="utf-8"))


__all__ = ["Document", "Record", "cast", "load", "parse", "write"]
