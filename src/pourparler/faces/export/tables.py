"""The record as tables: one per kind, and one of all evidence, a row for each snippet with the entry behind it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pourparler.core.account import Account
from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, ReportView, Statement
from pourparler.faces.export.history import Values
from pourparler.faces.export.leftout import KEPT_BACK, NO_TEXTS, silent_words
from pourparler.faces.export.parcel import File, Parcel
from pourparler.faces.export.shape import KINDS, rows_of, values_of
from pourparler.faces.rows.lookup import Found, Lookup

EVIDENCE = "evidence"
TABLES = (*KINDS, EVIDENCE)
"""The tables of a CSV export."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "reports": (
        "id", "report", "outlet", "title", "url", "language", "published", "published_from", "copies_of", "characters",
    ),
    "actors": ("id", "name", "kind", "represents", "office", "aliases"),
    "meetings": (
        "id", "kind", "title", "status", "overdue", "start", "end", "precision", "said", "place", "round", "level",
        "parties", "people", "leads", "mediators", "excluded", "reported", "accounts", "reports", "sources",
        "channel", "hosts", "invited", "absent", "deadline", "wording", "hedge", "denied", "condition", "states",
        "days", "places", "confirmed", "corrected",
    ),
    "statements": (
        "id", "report", "speaker", "anonymous", "party", "mode", "act", "content", "source", "cue", "said_on", "via",
        "to", "accounts", "reports", "sources", "hedge", "negative", "venue",
        "confirmed", "corrected",
    ),
    "positions": (
        "id", "party", "voiced_by", "issue", "stance", "condition", "since", "accounts", "reports", "sources", "hedge",
        "moved_from", "confirmed", "corrected",
    ),
    "conditions": (
        "id", "party", "voiced_by", "operator", "blocks", "requires", "accounts", "reports", "sources", "trigger",
        "deadline", "hedge", "confirmed", "corrected",
    ),
    "instruments": (
        "id", "kind", "title", "parties", "subject", "status", "last_status", "last_on", "accounts", "reports",
        "sources", "deadline", "hedge", "denied", "confirmed", "corrected",
    ),
    "disputes": ("id", "about", "kind", "field", "reading", "value", "sort", "told_by", "reports", "sources"),
    "evidence": ("entry", "kind", "field", "report", "start", "end", "text", "account", "voice", "via"),
}  # fmt: skip
"""Columns of each table, in order; a list within a cell is joined by `; `."""

WORDED = frozenset({"source", "cue", "venue", "trigger", "wording", "hedge", "denied"})
"""Fields of which a table shows the words; where these stand is in the table of evidence."""


RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet would run as a formula, in plain and in full width."""

QUOTED = frozenset(',"\r\n')
"""Characters for which a cell stands between quotation marks (RFC 4180)."""


def case_tables(lookup: Lookup) -> Parcel:
    """All tables, a file each."""
    files = tuple(File(f"{kind}.csv", encoded(table_csv(lookup, kind))) for kind in TABLES)
    return Parcel(files, (*silent_words(lookup), KEPT_BACK, NO_TEXTS))


def table_csv(lookup: Lookup, kind: str, rows: Sequence[Found] | None = None) -> str:
    """One table as CSV with a header line; `rows` (default: all of that kind) are the rows kept, in their order."""
    held = rows if rows is not None else _all_rows(lookup, kind)
    lines = evidence_lines(held) if kind == "evidence" else (line for row in held for line in lines_of(row))
    return csv_text(COLUMNS[kind], lines)


def csv_text(columns: Sequence[str], lines: Iterable[Values]) -> str:
    """Lines of values as CSV under a header line; what a line lacks is an empty cell."""
    rows = [list(columns), *([cell(line.get(column)) for column in columns] for line in lines)]
    return "".join(f"{','.join(map(_quoted, row))}\n" for row in rows)


def _quoted(text: str) -> str:
    """A cell as a file has it; one with a line break of any sort or a border of cells in it between marks."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if QUOTED & set(text) else text


def encoded(text: str) -> bytes:
    """CSV text as UTF-8; half a surrogate pair, which UTF-8 cannot hold, is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def cell(value: Any) -> str:
    """A value as a CSV cell: unknown is empty, a list is joined by `; `.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, as does one that begins with
    apostrophes before such a character; the JSON export keeps it bare, and `bare` takes the apostrophe off.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if isinstance(value, str | list) and text.lstrip("'").startswith(RUN) else text


def bare(text: str) -> str:
    """The words of a cell without the apostrophe that keeps a spreadsheet from running them."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(RUN) else text


def _all_rows(lookup: Lookup, kind: str) -> list[Found]:
    kinds = [name for name in KINDS if name not in ("reports", "actors")] if kind == "evidence" else [kind]
    return [row for name in kinds for row in rows_of(lookup, name)]


def lines_of(row: Found) -> Iterator[Values]:
    """The lines of one row: one each, a dispute one per reading."""
    values = _worded(values_of(row))
    match row:
        case ReportView():
            yield values | {"characters": len(row.report.text)}
        case Meeting():
            when = values["when"] or {}
            leads = [f"{party}: {person}" for party, person in values["leads"].items()]
            reported = [f"{item['report']}: {item['status']}" for item in values["reported"]]
            told = {name: _history(values[name], one) for name, one in (("states", "status"), ("places", "place"))}
            days = _history([one | {"when": _days(one["when"])} for one in values["days"]], "when")
            yield values | when | {"leads": leads, "reported": reported} | told | {"days": days} | _counts(row)
        case Statement():
            words = {"content": " […] ".join(place.text for place in row.content)}
            yield values | words | _counts(row)
        case Instrument():
            states = [f"{state['on'] or 'undated'} {state['status']}" for state in values["status"]]
            followed = [state for state in values["status"] if state["followed"]]
            last = followed[-1] if followed else {"status": None, "on": None}
            yield values | {"status": states, "last_status": last["status"], "last_on": last["on"]} | _counts(row)
        case Dispute():
            for number, reading in enumerate(values["readings"], 1):
                yield values | reading | {"kind": row.kind.value, "reading": number, "told_by": _told_by(reading)}
        case _ if isinstance(row, Entry):
            yield values | _counts(row)
        case _:
            yield values


def _history(changes: Sequence[Values], name: str) -> list[str]:
    """Changes as words, each with the day of its first report; one that is not followed says what it is."""
    return [
        f"{one['told'] or 'undated'} {', '.join(one[name]) if isinstance(one[name], list) else one[name]}"
        f"{'' if one['followed'] else ' (' + one['step'] + ')'}"
        for one in changes
    ]


def _days(when: Values) -> str:
    return str(when["start"]) if when["start"] == when["end"] else f"{when['start']}/{when['end']}"


def _told_by(reading: Values) -> list[str]:
    """Who gives a reading: a speaker with the report, the report alone for its outlet's own voice."""
    named = (
        (one["report"], None if one["voice"]["outlet"] else one["voice"]["speaker"] or "unnamed")
        for one in reading["witnesses"]
    )
    return [f"{speaker} [{report}]" if speaker else report for report, speaker in named]


def _worded(values: Values) -> Values:
    """Values with the words of single fields instead of their evidence, and a deadline as its last day or its words."""
    result = dict(values)
    for name in WORDED & values.keys():
        value = values[name]
        result[name] = [place["text"] for place in value] if isinstance(value, list) else value and value["text"]
    for made in ("confirmed", "corrected") if "confirmed" in values else ():
        result[made] = [_signed(one) for one in values[made]]
    if deadline := values.get("deadline"):
        result["deadline"] = deadline["end"] or deadline["said"]
    return result


def _signed(made: Values) -> str:
    """A confirmation or a correction in a cell: `status: planned → held (me, 2025-06-01)`."""
    what = f"{made['field']}: {made['given']} → {made['value']} " if "field" in made else ""
    return f"{what}({made['by']}, {made['at'][:10]})" if what else f"{made['by']}, {made['at'][:10]}"


def _counts(entry: Entry) -> Values:
    counts = entry.counts
    return {"accounts": counts.accounts, "reports": counts.reports, "sources": counts.sources}


def evidence_lines(rows: Sequence[Found]) -> Iterator[Values]:
    """One line per piece of evidence of entries and disputes, with the voice that it is in."""
    for row in rows:
        if isinstance(row, Dispute):
            for number, reading in enumerate(row.readings, 1):
                for place in reading.evidence:
                    yield _line(row, f"{row.field}: reading {number}", place)
        elif isinstance(row, Entry):
            for account in row.accounts:
                for place in account.evidence:
                    yield _line(row, None, place) | _voice(account)
                for support in account.support:
                    yield _line(row, support.field, support.evidence) | _voice(account)


def _line(row: Entry | Dispute, field: str | None, place: Any) -> Values:
    return {
        "entry": row.id,
        "kind": type(row).__name__.lower(),
        "field": field,
        "report": place.report,
        "start": place.start,
        "end": place.end,
        "text": place.text,
    }


def _voice(account: Account) -> Values:
    voice = account.voice
    who = "outlet" if voice.outlet else voice.speaker or "unnamed"
    return {"account": account.id, "voice": who, "via": list(voice.via)}
