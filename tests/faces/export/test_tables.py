"""Exports: the contract's shape, the same bytes for the same record, nothing left out in silence."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, ReportView
from pourparler.core.errors import InputError
from pourparler.faces.export.files import write_folder
from pourparler.faces.export.json import case_json, encode
from pourparler.faces.export.leftout import not_in_record, silent_reports
from pourparler.faces.export.parcel import pack
from pourparler.faces.export.tables import COLUMNS, TABLES, bare, case_tables, cell, csv_text, table_csv
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import LAKE, MEETINGS, RECORD
from tests.record.drafts import geneva_talks, hold

LOOKUP = Lookup(RECORD)
SHAPE = {
    "reports": "report id outlet title url language published published_from text not_news copies_of",
    "actors": "id name kind represents office aliases",
    "meetings": "id kind title status overdue when place round level parties people leads mediators excluded agenda "
    "outcome reported evidence counts channel hosts invited absent deadline wording hedge denied condition "
    "states days places confirmed corrected",
    "statements": "id report speaker anonymous party mode act content source cue said_on via to hedge negative venue "
    "confirmed corrected",
    "positions": "id party voiced_by issue stance condition since evidence hedge moved_from confirmed corrected",
    "conditions": "id party voiced_by blocks requires evidence operator trigger deadline hedge confirmed corrected",
    "instruments": "id kind title parties subject status terms evidence deadline hedge denied confirmed corrected",
    "disputes": "id about field readings sort",
}
LAID_OUT = {"issues": "id name named_by phrases entries", "boards": "name model laid_out hypotheses"}


def exported(record: CaseRecord = RECORD) -> dict[str, Any]:
    """The export of a record, read back."""
    values: dict[str, Any] = json.loads(case_json(Lookup(record)))
    return values


def test_the_export_has_the_contracts_keys_and_no_others() -> None:
    values = exported()
    assert list(values) == ["case", *SHAPE, *LAID_OUT]
    assert values["case"] == {"name": "lausanne-2015", "as_of": None, "made_by": "pourparler 0", "record_version": 5}
    for kind, keys in (SHAPE | LAID_OUT).items():
        assert values[kind] or kind == "boards"
        for row in values[kind]:
            assert list(row) == keys.split(), kind


def test_lists_are_sorted_by_time_then_id_the_undated_last() -> None:
    values = exported()
    assert [one["id"] for one in values["meetings"]] == ["m10aa1", "m30cc3", "m20bb2", "m40dd4", "m40dd5"]
    assert [one["report"] for one in values["reports"]] == [
        "lake.txt", "copy.txt", "lac.txt", "later.txt", "ridge/note.md",
    ]  # fmt: skip


def test_unknowns_stay_null_and_pieces_of_a_statement_are_a_list() -> None:
    values = exported()
    whole, pieces = values["statements"]
    assert whole["content"]["text"] == "We have an outline, not a text,"
    assert [place["text"] for place in pieces["content"]] == ["The round ended", "in Geneva"]
    assert whole["said_on"] is None and whole["to"] is None
    assert values["meetings"][3]["when"] is None
    assert values["instruments"][0]["status"][1]["on"] is None


def test_all_evidence_holds_against_the_exported_texts() -> None:
    values = exported()
    texts = {report["report"]: report["text"] for report in values["reports"]}
    places = list(_evidence(values))
    assert len(places) > 20
    for place in places:
        assert texts[place["report"]][place["start"] : place["end"]] == place["text"]


def _evidence(value: Any) -> Any:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _evidence(inner)


def test_the_same_record_in_another_order_gives_the_same_bytes() -> None:
    turned = replace(
        RECORD,
        reports=RECORD.reports[::-1], actors=RECORD.actors[::-1], meetings=RECORD.meetings[::-1],
        statements=RECORD.statements[::-1], positions=RECORD.positions[::-1], instruments=RECORD.instruments[::-1],
    )  # fmt: skip
    assert case_json(Lookup(turned)) == case_json(LOOKUP)
    assert pack(case_tables(Lookup(turned))) == pack(case_tables(LOOKUP))


def test_half_a_surrogate_pair_survives_as_an_escape() -> None:
    assert json.loads(encode({"text": "a\ud800b"})) == {"text": "a\ud800b"}
    assert "Zürich".encode() in encode(["Zürich"])


def test_tables_have_their_columns_and_one_row_per_entry() -> None:
    for kind in SHAPE:
        rows = list(csv.DictReader(io.StringIO(table_csv(LOOKUP, kind))))
        assert tuple(rows[0]) == COLUMNS[kind]
        if kind != "disputes":
            assert len(rows) == len(getattr(RECORD, kind))
    meeting = next(csv.DictReader(io.StringIO(table_csv(LOOKUP, "meetings"))))
    assert (meeting["start"], meeting["precision"], meeting["said"]) == ("2015-04-02", "day", "Thursday")
    assert meeting["leads"] == "Iran: Mohammad Javad Zarif; United States: John Kerry"
    assert (meeting["accounts"], meeting["sources"], meeting["overdue"]) == ("3", "2", "false")


def test_every_snippet_stands_in_the_table_of_evidence_with_its_voice() -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv(LOOKUP, "evidence"))))
    texts = {view.report.name: view.report.text for view in RECORD.reports}
    assert all(texts[row["report"]][int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert {row["voice"] for row in rows if row["entry"] == "m10aa1"} == {"outlet"}
    assert {row["voice"] for row in rows if row["entry"] == "c10aa1"} == {"State Department"}
    assert {row["field"] for row in rows if row["entry"] == "m10aa1"} == {"", "outcome"}


RUN = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1", "''@x"]


@pytest.mark.parametrize("text", RUN)
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed_and_comes_back(text: str) -> None:
    assert cell(text) == f"'{text}" and bare(cell(text)) == text
    assert cell([text, "b"]) == f"'{text}; b"


def test_other_cells_stay_as_they_are() -> None:
    for value, text in ((-1, "-1"), (None, ""), (True, "true"), ("'tis", "'tis"), (["a", "b"], "a; b")):
        assert cell(value) == text == bare(text)


@pytest.mark.parametrize("record", [RECORD, compute(hold(*geneva_talks())), hostile()])
def test_a_table_read_back_has_the_plain_fields_of_the_json_export(record: CaseRecord) -> None:
    values = exported(record)
    for kind in SHAPE:
        text = table_csv(Lookup(record), kind).encode("utf-8", "backslashreplace").decode()
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        by_id = {row["id"]: row for row in rows}
        assert len(by_id) == len(values[kind])
        for value in values[kind]:
            row = by_id[value["id"]]
            for name in PLAIN & value.keys() & row.keys():
                assert bare(row[name]) == _plain(value[name]), (kind, name)


PLAIN = frozenset(
    "title status overdue place round level parties people mediators excluded channel hosts invited absent condition "
    "speaker anonymous party mode act said_on via to negative voiced_by issue stance since moved_from operator blocks "
    "requires subject about field sort name represents office aliases outlet url language published copies_of".split()
)


def _plain(value: Any) -> str:
    """A field of the JSON export as a cell should read once its apostrophe is off."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):  # of an instrument every state with its day
        value = "; ".join(one if isinstance(one, str) else f"{one['on'] or 'undated'} {one['status']}" for one in value)
    text = "" if value is None else str(value)
    return text.encode("utf-8", "backslashreplace").decode()


HOSTILE = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(RUN)


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_any_words_come_back_from_a_table(rows: list[tuple[str, str]]) -> None:
    written = csv_text(("one", "other"), [{"one": one, "other": other} for one, other in rows])
    read = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert read[0] == ["one", "other"]
    assert [tuple(map(bare, line)) for line in read[1:]] == rows


def test_a_folder_and_a_zip_hold_the_same_tables(tmp_path: Path) -> None:
    parcel = case_tables(LOOKUP)
    paths = write_folder(parcel, tmp_path / "out")
    with zipfile.ZipFile(io.BytesIO(pack(parcel))) as archive:
        assert archive.namelist() == [f"{kind}.csv" for kind in TABLES]
        assert {path.name: path.read_bytes() for path in paths} == {
            name: archive.read(name) for name in archive.namelist()
        }
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(InputError, match="is a file"):
        write_folder(case_tables(LOOKUP), tmp_path / "out")


def test_what_is_left_out_is_said() -> None:
    assert silent_reports(LOOKUP) == ("lac.txt",)
    told = "\n".join(case_tables(LOOKUP).left_out)
    assert "entries of 1 report that stands in the list of reports but gave none: lac.txt" in told
    assert "full texts" in told
    assert not_in_record(LOOKUP, 2, 0) == ("2 inputs that could not be read (listed by `pourparler status`)",)
    early = replace(RECORD, as_of=LAKE.published, reports=(ReportView(LAKE, None),), meetings=MEETINGS[:1])
    assert "4 reports published after Thu 2 Apr 2015" in not_in_record(Lookup(early), 0, 4)[0]


def test_what_steers_a_terminal_or_the_eye_is_escaped_in_json_and_comes_back_whole() -> None:
    steering = "\x1b[2J \x9b31m \x7f \u202e \u2066 \u2028 \ud800 Müller – 中"
    raw = encode({"words": steering})
    assert json.loads(raw)["words"] == steering
    assert "Müller – 中" in raw.decode("utf-8")
    assert not set(raw.decode("utf-8")) & set("\x1b\x9b\x7f\u202e\u2066\u2028")
