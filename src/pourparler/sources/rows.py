"""Tables of reports, JSONL and CSV: one report per row, with what the row says of its outlet, title, day, address."""

import codecs
import csv
import json
import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path

from pourparler.sources.item import Fault, Given, Item, Limits, Media

COLUMNS = ("text", "published", "title", "outlet", "url")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_table(path: Path, name: str, limits: Limits) -> Iterator[Item | Fault]:
    """The reports of a table, each naming the table that it stands in."""
    rows = read_csv if path.suffix.lower() == ".csv" else read_jsonl
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Fault(name, "open", "It is no ordinary file.", "Copy what it gives to a file of rows.")
            return
        for found in rows(path, name, limits):
            yield replace(found, table=name)
    except OSError as error:
        yield Fault(name, "open", f"It cannot be opened: {error.strerror or error}.", "Check that you may read it.")
    except UnicodeError as error:
        yield Fault(name, "open", f"It cannot be decoded: {error}.", "Save the table as UTF-8.")


def read_jsonl(path: Path, name: str, limits: Limits) -> Iterator[Item | Fault]:
    """One report per line; a broken line is a fault of its own. Lines are counted from 1, empty ones passed by."""
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(limits.max_bytes + 1):
            number += 1
            place = f"{name}:{number}"
            if len(line) > limits.max_bytes:
                yield too_long(place, limits)
                while line and not line.endswith(b"\n"):
                    line = lines.readline(limits.max_bytes)
            elif line.strip():
                yield read_line(line, place)


def read_line(line: bytes, place: str) -> Item | Fault:
    """The report of one line of JSON."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Fault(place, "open", f"The line is not UTF-8 (byte {error.start + 1}).", "Save the file as UTF-8.")
    except (json.JSONDecodeError, RecursionError) as error:
        return Fault(place, "open", f"The line is no JSON: {error}.", "Correct the line; the others were read.")
    if not isinstance(row, dict):
        return Fault(
            place, "open", "The line is no JSON object.", 'Write it as {"text": "…"}, with what else is known.'
        )
    return read_row(row, place)


def read_csv(path: Path, name: str, limits: Limits) -> Iterator[Item | Fault]:
    """One report per row below a line of column names; rows are counted as lines of the file, from 1."""
    csv.field_size_limit(limits.max_bytes)
    with path.open(encoding=encoding_of(path), errors="surrogateescape", newline="") as lines:
        first = lines.readline()
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=delimiter_of(first))
        fields = [(column or "").strip().lower() for column in rows.fieldnames or ()]
        if "text" not in fields:
            what = f"The table has no column named text; it has {', '.join(filter(None, fields)) or 'none'}."
            yield Fault(name, "open", what, f"Name its columns {', '.join(COLUMNS)}; text is needed.")
            return
        rows.fieldnames = fields
        yield from read_rows(rows, name, limits)


def read_rows(rows: "csv.DictReader[str]", name: str, limits: Limits) -> Iterator[Item | Fault]:
    """Every row of an open table; a broken row is a fault and the next one is read."""
    while True:
        place = f"{name}:{rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            broken = Fault(place, "open", f"The row is broken: {error}.", "Correct it; the others were read.")
            yield too_long(place, limits) if "field limit" in str(error) else broken
            continue
        yield read_row({key: value for key, value in row.items() if isinstance(key, str)}, place)


def read_row(row: Mapping[str, object], place: str) -> Item | Fault:
    """The report of one row; named by its address where it has one, else by its place in the file."""
    cells = {key.strip().lower(): value for key, value in row.items()}
    text = cells.get("text")
    if not isinstance(text, str) or not text.strip():
        return Fault(place, "open", "The row has no text.", "Give it a column named text with the report's words.")
    try:
        content = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return Fault(place, "open", "The row has half characters (lone surrogates).", "Save the table as UTF-8 again.")
    url = word_of(cells.get("url"))
    day, note = read_published(cells.get("published"))
    given = Given(day, word_of(cells.get("outlet")), word_of(cells.get("title")), url)
    return Item(url or place, Media.TEXT, content, given, (note,) if note else ())


def word_of(value: object) -> str | None:
    """A cell as a trimmed string, None when it is empty."""
    word = str(value).strip() if isinstance(value, str | int | float) else ""
    return word or None


def read_published(value: object) -> tuple[date | None, str | None]:
    """The day of a cell (ISO day or time, mail date), or a note that it cannot be read without guessing."""
    word = word_of(value)
    if word is None:
        return None, None
    try:
        return date.fromisoformat(word[:10]), None
    except ValueError:
        pass
    try:
        return date.fromisoformat(word[:8]) if word[:8].isdecimal() else parsedate_to_datetime(word).date(), None
    except ValueError:
        return None, f"published {word!r} was not used; write it as 2025-02-26"


def encoding_of(path: Path) -> str:
    """The encoding to open a table with: the one its mark names, else UTF-8 (other bytes are kept as they are)."""
    with path.open("rb") as file:
        head = file.read(4)
    return next((encoding for mark, encoding in BOMS if head.startswith(mark)), "utf-8")


def delimiter_of(line: str) -> str:
    """The character between the columns of a header line: comma, semicolon or tab, whichever is most frequent."""
    return max(",;\t", key=line.count)


def too_long(place: str, limits: Limits) -> Fault:
    """The fault of a row that is larger than one report may be."""
    what = f"The row is larger than {limits.max_bytes / 1e6:,.1f} MB."
    return Fault(place, "open", what, "Split it, or raise the limit: --max-bytes or POURPARLER_MAX_BYTES.")
