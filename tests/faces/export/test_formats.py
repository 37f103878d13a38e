"""Every format: one door to all, the same bytes for the same record, chosen entries alone, hostile words harmless."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.faces.export.feed import case_feed
from pourparler.faces.export.formats import FORMATS, Format, format_called, write
from pourparler.faces.export.json import case_json
from pourparler.faces.export.lines import case_lines
from pourparler.faces.export.parcel import pack
from pourparler.faces.export.selection import Selection, choose
from pourparler.faces.export.shape import KINDS
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import geneva_talks, hold

EMPTY = replace(
    RECORD, reports=(), actors=(), meetings=(), statements=(), positions=(), conditions=(), instruments=(), disputes=()
)
EVERY = pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])


@EVERY
@pytest.mark.parametrize("record", [RECORD, compute(hold(*geneva_talks())), hostile(), EMPTY])
def test_equal_records_give_equal_bytes_in_any_order(form: Format, record: CaseRecord) -> None:
    turned = replace(
        record,
        reports=record.reports[::-1], actors=record.actors[::-1], meetings=record.meetings[::-1],
        statements=record.statements[::-1], positions=record.positions[::-1], conditions=record.conditions[::-1],
        instruments=record.instruments[::-1], disputes=record.disputes[::-1],
    )  # fmt: skip
    parcel = write(form.name, Lookup(record))
    assert parcel == replace(write(form.name, Lookup(turned)), left_out=parcel.left_out)
    assert all(file.content for file in parcel.files) or form.name == "plover" or record is EMPTY
    assert all("\n" not in line for line in parcel.left_out)
    assert pack(parcel) == pack(write(form.name, Lookup(record)))
    assert (len(parcel.files) > 1) is form.folder
    if form.folder:
        assert len(zipfile.ZipFile(io.BytesIO(pack(parcel))).namelist()) == len(parcel.files)
    else:
        assert parcel.files[0].name.endswith(form.ending)


@EVERY
def test_chosen_entries_alone_are_what_a_record_of_them_alone_gives(form: Format) -> None:
    lookup = Lookup(RECORD)
    parcel = write(form.name, lookup, {"m10aa1"})
    content = pack(parcel)
    assert b"m30cc3" not in content
    assert "what was not chosen: 2 reports of 5" in parcel.left_out[0] and "4 meetings of 5" in parcel.left_out[0]
    everything = write(form.name, lookup, {one.id for one in (*lookup.entries, *RECORD.actors, *RECORD.disputes)})
    assert "1 report of 5" in everything.left_out[0] and "meeting" not in everything.left_out[0]


@EVERY
def test_any_list_by_itself_can_be_written(form: Format) -> None:
    lookup = Lookup(RECORD)
    for kind in KINDS:
        chosen = choose(lookup, Selection(kinds=(kind,)))
        assert chosen.ids
        write(form.name, lookup, chosen.ids)


def test_what_is_chosen_comes_with_what_belongs_to_it() -> None:
    values = json.loads(write("json", Lookup(RECORD), {"m10aa1"}).files[0].content)
    assert [one["id"] for one in values["disputes"]] == ["d10aa1"]
    assert [one["report"] for one in values["reports"]] == ["lake.txt", "copy.txt", "ridge/note.md"]
    assert {one["name"] for one in values["actors"]} == {"John Kerry", "Iran", "United States"}
    parcel = write("json", Lookup(RECORD), {"p20bb2"})
    assert parcel.left_out[1].startswith("1 entry not chosen that others refer to")
    alone = json.loads(write("json", Lookup(RECORD), {"d10aa1"}).files[0].content)
    assert alone["meetings"] == [] and len(alone["disputes"]) == 1
    alone = json.loads(write("json", Lookup(RECORD), {"r4a", "w30cc3"}).files[0].content)
    assert [len(alone[kind]) for kind in KINDS] == [1, 1, 0, 0, 0, 0, 0, 0]


def test_a_format_or_an_id_that_there_is_not_is_told() -> None:
    assert format_called(" Feed ").name == "atom"
    with pytest.raises(InputError, match="Did you mean jsonl"):
        format_called("jsnl")
    with pytest.raises(UnknownEntryError):
        write("json", Lookup(RECORD), {"m99"})


def test_json_lines_read_back_are_the_json_export() -> None:
    for record in (RECORD, hostile()):
        lines = [json.loads(line) for line in case_lines(Lookup(record)).files[0].content.decode().split("\n")[:-1]]
        values = json.loads(case_json(Lookup(record)))
        assert lines[0] == {"list": "case", **values["case"]}
        for kind in KINDS:
            rows = [{key: value for key, value in line.items() if key != "list"} for line in lines[1:]
                    if line["list"] == kind]  # fmt: skip
            assert rows == values[kind]


def test_the_feed_holds_every_entry_and_dispute_once() -> None:
    from xml.etree import ElementTree

    feed = ElementTree.fromstring(case_feed(Lookup(RECORD)).files[0].content)
    told = [
        entry.findtext("{*}content", "").rpartition(" ")[2] for entry in feed.iter("{http://www.w3.org/2005/Atom}entry")
    ]
    assert sorted(told) == sorted(one.id for one in (*Lookup(RECORD).entries, *RECORD.disputes))
