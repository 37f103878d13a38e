"""A record narrowed: it calls things as the whole record does, and knows what its entries refer to."""

import json
from dataclasses import replace

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.export.formats import write
from pourparler.faces.export.narrowing import narrow
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import RECORD


def test_short_ids_are_those_of_the_whole_record() -> None:
    twin = replace(RECORD.meetings[0], id="m10aa199")
    lookup = Lookup(replace(RECORD, meetings=(*RECORD.meetings, twin)))
    part = narrow(lookup, {"m10aa1"}).lookup
    assert part.short("m10aa1") == lookup.short("m10aa1") and part.short("m10aa1") != "m10aa"
    assert narrow(part, {"m10aa1"}).lookup.short("m10aa1") == lookup.short("m10aa1")


def test_what_an_entry_refers_to_is_told_though_it_was_not_chosen() -> None:
    waiting = replace(RECORD.meetings[1], status=MeetingStatus.CONDITIONAL, condition="c10aa1")
    lookup = Lookup(replace(RECORD, meetings=(waiting,)))
    parcel = write("ics", lookup, {waiting.id})
    told = parcel.files[0].content.replace(b"\r\n ", b"").decode()
    assert "Depends on: the end of sanctions (only if: the inspectors' word on each step)" in told
    assert any(line.startswith("1 entry not chosen that others refer to") for line in parcel.left_out)


def test_a_former_id_finds_its_entry() -> None:
    meeting = RECORD.meetings[0]
    values = json.loads(write("json", Lookup(RECORD), {meeting.accounts[1].id}).files[0].content)
    assert [one["id"] for one in values["meetings"]] == [meeting.id]
    found = narrow(Lookup(RECORD), {meeting.accounts[1].id}).lookup.record.meetings
    assert found == (meeting,) and isinstance(found[0], Meeting)
