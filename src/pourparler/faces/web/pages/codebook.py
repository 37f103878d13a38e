"""The codebook: what every noun and every value means, and how many of each the record has."""

from collections.abc import Mapping

from pourparler.faces.codebook.definitions import codebook as definitions
from pourparler.faces.web.listing import case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.visit import Visit

ENTRIES = "SELECT {column} AS value, count(*) AS number FROM entries WHERE kind = '{kind}' GROUP BY value"

COUNTED: Mapping[str, str] = {
    "meeting.kind": ENTRIES.format(column="subkind", kind="meeting"),
    "meeting.status": ENTRIES.format(column="status", kind="meeting"),
    "meeting.when.precision": ENTRIES.format(column="precision", kind="meeting"),
    "statement.mode": ENTRIES.format(column="subkind", kind="statement"),
    "statement.act": ENTRIES.format(column="status", kind="statement"),
    "position.stance": ENTRIES.format(column="status", kind="position"),
    "condition.operator": ENTRIES.format(column="status", kind="condition"),
    "instrument.kind": ENTRIES.format(column="subkind", kind="instrument"),
    "instrument.status": ENTRIES.format(column="status", kind="instrument"),
    "dispute.sort": "SELECT sort AS value, count(*) AS number FROM disputes GROUP BY sort",
    "state.step": "SELECT step AS value, count(*) AS number FROM states GROUP BY step",
    "actor.kind": "SELECT kind AS value, count(*) AS number FROM actors GROUP BY kind",
    "report.published_from": "SELECT published_from AS value, count(*) AS number FROM reports GROUP BY value",
    "judgement.verdict": "SELECT verdict AS value, count(*) AS number FROM judgements WHERE NOT lost GROUP BY value",
    "question.asked": "SELECT asked AS value, count(*) AS number FROM questions GROUP BY asked",
}
"""How the things that have a value are counted, by field. The channel of a meeting is not counted: it stands in no
column of the snapshot."""

LISTS: Mapping[str, tuple[str, str]] = {
    "meeting.kind": ("/meetings", "kind"),
    "meeting.status": ("/meetings", "status"),
    "statement.mode": ("/statements", "mode"),
    "statement.act": ("/statements", "act"),
    "position.stance": ("/positions", "stance"),
    "condition.operator": ("/conditions", "operator"),
    "instrument.kind": ("/instruments", "kind"),
    "instrument.status": ("/instruments", "status"),
    "dispute.sort": ("/disputes", "sort"),
}
"""The list that shows the entries of one value, and the part of its query that asks for it."""


def codebook(visit: Visit, _: Ask) -> Answer:
    """Every noun, every vocabulary with its values, what each means, and how many the record has."""
    book = definitions()
    counts = {field: _counts(visit, field) for field in COUNTED}
    vocabularies = [
        {
            "field": one.field,
            "meaning": one.meaning,
            "values": [
                {"value": value, "definition": meaning, "number": counts[one.field].get(value, 0)
                 if one.field in counts else None}
                for value, meaning in one.values
            ],
        }
        for one in book.vocabularies
    ]  # fmt: skip
    nouns = [{"word": one.word, "meaning": one.meaning} for one in book.nouns]
    values = {"case": case_values(visit), "version": book.version, "nouns": nouns, "vocabularies": vocabularies}
    rows = ((one.field, value, meaning, counts.get(one.field, {}).get(value, 0) if one.field in counts else None)
            for one in book.vocabularies for value, meaning in one.values)  # fmt: skip
    return Answer(
        "Codebook",
        values,
        Table(("field", "value", "definition", "number"), rows),
        {"book": book, "counts": counts, "listed": lambda field, value: listed(visit, field, value)},
    )


def listed(visit: Visit, field: str, value: str) -> str:
    """The address of the list of those that have a value; empty where no list asks for it."""
    if field not in LISTS:
        return ""
    path, name = LISTS[field]
    view = {"view": "list"} if path == "/positions" else {}
    return visit.to(path, **{name: value}, **view)


def _counts(visit: Visit, field: str) -> dict[str, int]:
    return {row["value"]: row["number"] for row in visit.snapshot.rows(COUNTED[field]) if row["value"]}


PAGES = (Page("/codebook", "codebook.html", codebook, menu="Codebook"),)
