"""How the PLOVER rows of single sentences compare with the codes that the field's own coders gave them.

    python -m bench.plover_codes ../shared/data/events/plover.jsonl

Each line of the file is a sentence with `event_type_2021` and `source` codes. The rule reader reads each alone, as a
report of a fixed day; a sentence counts as coded when it gives any row, as right when one row has the coders' event.
"""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from pourparler.accounts import write
from pourparler.core.report import Report
from pourparler.core.vocabulary import PublishedFrom
from pourparler.faces.plover.rows import plover_lines
from pourparler.faces.rows.lookup import Lookup
from pourparler.reading.rules import RuleReader
from pourparler.record.store import Holdings, Wording
from pourparler.record.view import compute

DAY = date(2000, 1, 5)


def rows_of(reader: RuleReader, name: str, text: str) -> list[dict[str, Any]]:
    """The events of one sentence."""
    report = Report(name, name, text, language="en", published=DAY, published_from=PublishedFrom.GIVEN)
    reading = reader.read(report)
    wordings = tuple(
        Wording(name, one.span.of(text), one.kind, one.name, one.party, one.office, 1) for one in reading.mentions
    )
    record = compute(Holdings(name, 0, (report,), write(report, reading).accounts, wordings, ()))
    return [json.loads(line) for line in plover_lines(Lookup(record)).splitlines()]


def compare(path: Path) -> tuple[Counter[str], list[str]]:
    """Counts, and a line for every sentence whose rows lack the coders' event."""
    reader, counts, misses = RuleReader(), Counter[str](), []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        rows = rows_of(reader, gold["id"], gold["text"])
        counts["sentences"] += 1
        counts["coded"] += bool(rows)
        event = gold["event_type_2021"]
        alike = [row for row in rows if event in row["event"]]
        if alike:
            counts["right"] += 1
            codes = {actor.get("code") for actor in gold["source"]}
            counts["same source"] += any(codes == {actor["code"] for actor in row["source"]} for row in alike)
        elif rows:
            misses.append(f"{gold['id']}: {event}, here {sorted({row['event'][0] for row in rows})}")
    return counts, misses


def main() -> None:
    """Print the counts and the misses."""
    counts, misses = compare(Path(sys.argv[1]))
    print("\n".join(misses))
    print(", ".join(f"{name} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
