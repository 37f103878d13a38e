"""Statements of a discourse network, read back: one row a passage, agreement from the stance, the rest counted."""

import csv
import io

from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import Stance
from pourparler.faces.export.discourse import AGREEMENT, COLUMNS, case_discourse
from pourparler.faces.export.tables import bare
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import FORMULA, MARKUP, hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import draft, hold


def rows(record: CaseRecord) -> list[dict[str, str]]:
    """The rows of a record, read back bare."""
    text = case_discourse(Lookup(record)).files[0].content.decode()
    read = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    return [{name: bare(value) for name, value in row.items()} for row in read]


def test_every_stance_has_its_agreement_but_a_conditional_one() -> None:
    assert set(AGREEMENT) == set(Stance) - {Stance.CONDITIONAL}
    assert [stance for stance, agrees in AGREEMENT.items() if not agrees] == [Stance.REJECTS]


def test_a_row_has_document_speaker_organisation_concept_and_agreement() -> None:
    rejects, wants = rows(RECORD)
    assert tuple(wants) == COLUMNS
    assert wants == {
        "id": RECORD.positions[0].accounts[0].id, "time": "2015-04-02", "docId": "r1a",
        "docTitle": "An outline by the lake", "docAuthor": "", "docSource": "Lakeside Post", "docSection": "",
        "docType": "", "person": "Foreign Ministry", "organization": "Iran", "concept": "lifting of sanctions",
        "agreement": "1", "text": "It wants every sanction lifted at once",
    }  # fmt: skip
    assert (rejects["concept"], rejects["agreement"]) == ("a text", "0")


def test_what_cannot_be_mapped_is_left_out_and_counted() -> None:
    text = "It is so, they say. Or not so."
    one = draft("1", "2025-03-01", text).stands("It is so", "conditional", "a deal", "Peru")
    two = draft("2", None, text).stands("It is so", "supports", "a deal", "Chile")
    record = compute(hold(one, two))
    assert rows(record) == []
    assert case_discourse(Lookup(record)).left_out[:2] == (
        "1 position that set a condition, which is neither agreement nor disagreement",
        "1 passage of reports without a day of publication",
    )
    assert "1 position of nobody named" in case_discourse(Lookup(RECORD)).left_out


def test_hostile_words_come_back_and_run_in_no_spreadsheet() -> None:
    [row] = rows(hostile())
    assert row["text"] == FORMULA and row["person"].startswith(MARKUP) and row["concept"].startswith(FORMULA)
    content = case_discourse(Lookup(hostile())).files[0].content.decode()
    raw = list(csv.reader(io.StringIO(content, newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in raw for cell in line)
