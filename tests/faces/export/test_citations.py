"""References read back: a report each, and no field for what is not known."""

import json
from typing import Any

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.citations import case_citations
from pourparler.faces.rows.lookup import Lookup
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD


def references(record: CaseRecord) -> list[dict[str, Any]]:
    """The references of a record."""
    found: list[dict[str, Any]] = json.loads(case_citations(Lookup(record)).files[0].content)
    return found


def test_every_report_has_a_reference_with_its_values() -> None:
    by_id = {one["id"]: one for one in references(RECORD)}
    assert set(by_id) == {view.report.id for view in RECORD.reports}
    for view in RECORD.reports:
        report, one = view.report, by_id[view.report.id]
        issued = one.get("issued", {}).get("date-parts")
        day = report.published
        assert issued == ([[day.year, day.month, day.day]] if day else None)
        assert (one.get("title"), one.get("container-title"), one.get("URL")) == (
            report.title, report.outlet, report.url,
        )  # fmt: skip
        assert one["type"] == "article-newspaper" and one["source"] == report.name
        assert None not in one.values()
    assert by_id["r1b"]["note"] == "day from its header line; near copy of lake.txt"


def test_an_address_that_is_none_and_words_that_steer_are_kept_out() -> None:
    [one] = references(hostile())
    assert "URL" not in one and "\u202e" not in json.dumps(one, ensure_ascii=False)
    assert len(one["title"]) > 70_000 and one["title"].endswith("<script>alert(1)</script>")
