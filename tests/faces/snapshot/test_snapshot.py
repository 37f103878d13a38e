"""A snapshot gives what the record gives: the same entries, found by the same ids, and the same counts."""

from pathlib import Path

import pytest

from pourparler.core.entry import CaseRecord, ReportView
from pourparler.core.errors import RecordError, UnknownEntryError
from pourparler.faces.export.shape import rows_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.drafts import geneva_talks

KINDS = {
    "meeting": "meetings",
    "statement": "statements",
    "position": "positions",
    "condition": "conditions",
    "instrument": "instruments",
}


@pytest.fixture(name="record")
def _record(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    with open_store(path, create=True) as store:
        store.name_case("The lake talks")
        for each in geneva_talks():
            each.put(store)
    return path


@pytest.fixture(name="case")
def _case(record: Path) -> CaseRecord:
    with open_store(record, read_only=True) as store:
        return load_case(store)


def opened(record: Path) -> Snapshot:
    """The snapshot of a record with all reports, made where it was not there."""
    shelf = Shelf(record)
    shelf.build(None)
    snapshot = shelf.latest(None)
    assert snapshot is not None
    return snapshot


def test_the_head_tells_what_the_snapshot_is_of(record: Path, case: CaseRecord) -> None:
    with opened(record) as snapshot:
        head = snapshot.head
        assert (head.name, head.as_of, head.made_by, head.version) == (case.name, None, case.made_by, case.version)
        assert head.edition == Shelf(record).edition() == 5


def test_entries_come_back_as_they_are_in_the_record(record: Path, case: CaseRecord) -> None:
    lookup = Lookup(case)
    with opened(record) as snapshot:
        assert snapshot.entries([entry.id for entry in lookup.entries]) == lookup.entries
        for thing in (*lookup.entries, *case.actors, *case.disputes):
            assert snapshot.entry(thing.id) == thing
            assert snapshot.entry(lookup.short(thing.id)) == thing
        with pytest.raises(UnknownEntryError):
            snapshot.entries(["m0"])


def test_former_ids_find_what_they_found(record: Path, case: CaseRecord) -> None:
    lookup = Lookup(case)
    assert len(lookup.former) > len(lookup.entries)
    with opened(record) as snapshot:
        for former, thing in lookup.former.items():
            assert snapshot.entry(former) == thing
        for nothing in ("", " ", "zzz", "m", "%"):
            assert snapshot.entry(nothing) is None


def test_lists_are_in_the_order_of_the_export(record: Path, case: CaseRecord) -> None:
    lookup = Lookup(case)
    with opened(record) as snapshot:
        for kind, plural in KINDS.items():
            found = snapshot.rows("SELECT id FROM entries WHERE kind = ? ORDER BY seq", kind)
            wanted = [one.id for one in rows_of(lookup, plural) if not isinstance(one, ReportView)]
            assert [row["id"] for row in found] == wanted
        names = [row["name"] for row in snapshot.rows("SELECT name FROM reports ORDER BY seq")]
        assert names == [view.report.name for view in rows_of(lookup, "reports") if isinstance(view, ReportView)]


def test_a_report_is_read_from_the_record(record: Path, case: CaseRecord) -> None:
    with opened(record) as snapshot:
        for view in case.reports:
            assert snapshot.text(view.report.id) == view.report
        with pytest.raises(UnknownEntryError):
            snapshot.text("r-none")


def test_words_are_found_with_their_endings(record: Path) -> None:
    query = "SELECT e.kind FROM entry_words w JOIN entries e ON e.seq = w.rowid WHERE entry_words MATCH ? ORDER BY rank"
    with opened(record) as snapshot:
        assert {row["kind"] for row in snapshot.rows(query, "truces")} == {"statement", "position", "condition"}
        assert len(snapshot.rows("SELECT rowid FROM report_words WHERE report_words MATCH 'geneva'")) == 1


def test_a_file_that_is_no_snapshot_says_so(record: Path) -> None:
    with pytest.raises(RecordError, match="no snapshot"):
        Snapshot(record, record)
    other = record.with_name("other.db")
    other.write_bytes(record.read_bytes()[:4096].ljust(9000, b"x"))
    with pytest.raises(RecordError):
        Snapshot(other, record)
    assert other.exists(), "what is none is left as it is"
