"""Places in lists, and columns that change though an entry stays the same."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, Dispute, DisputeReading
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.snapshot.contents import Contents
from pourparler.faces.snapshot.numbering import RANGE, STEP, Crowded, numbered
from pourparler.faces.snapshot.writing import rewrite, write
from tests.faces.lausanne import ACTORS, DISPUTES, MEETINGS, RECORD

META = {"name": "a case"}


def entries(before: CaseRecord, after: CaseRecord) -> dict[str, dict[str, Any]]:
    """The rows of entries, by id, where tables were written for one record and changed to another."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        old = Contents(before)
        write(connection, old, META)
        rewrite(connection, old, Contents(after, old), META)
        rows = connection.execute("SELECT * FROM entries ORDER BY seq").fetchall()
        found = connection.execute("SELECT rowid FROM entry_words WHERE entry_words MATCH 'label: kerry'").fetchall()
    assert [row[0] for row in found] == [row["seq"] for row in rows if "Kerry" in row["label"]]
    return {row["id"]: dict(row) for row in rows}


def test_a_dispute_that_comes_and_goes_is_counted() -> None:
    quiet = replace(RECORD, disputes=())
    assert entries(quiet, RECORD)["m10aa1"]["disputed"] == 1
    assert entries(RECORD, quiet)["m10aa1"]["disputed"] == 0


def test_a_short_id_grows_when_another_begins_alike() -> None:
    assert entries(RECORD, RECORD)["m10aa1"]["short"] == "m10aa"
    near = Dispute("m10aa2", "m10aa1", EntryKind.MEETING, "place", (DisputeReading("Lausanne", ()),))
    both = replace(RECORD, disputes=(*DISPUTES, near))
    assert entries(RECORD, both)["m10aa1"]["short"] == "m10aa1"


def test_a_label_follows_whom_people_speak_for() -> None:
    private = tuple(replace(actor, represents=None) for actor in ACTORS)
    people = ("John Kerry", "Mohammad Javad Zarif")
    met = replace(MEETINGS[0], id="m99ff9", kind=MEETINGS[2].kind, people=people)
    before = replace(RECORD, meetings=(met,), disputes=(), actors=private)
    after = replace(before, actors=(ACTORS[0], replace(private[1], id="w9", name=people[1], represents="Iran")))
    told = Contents(before).entries["m99ff9"].label, Contents(after).entries["m99ff9"].label
    assert told[0] != told[1]
    assert entries(before, after)["m99ff9"]["label"] == told[1]


def test_what_is_the_same_keeps_its_number() -> None:
    before = Contents(RECORD)
    after = Contents(replace(RECORD, meetings=MEETINGS[1:]), before)
    assert [after.entries[one.id].seq for one in MEETINGS[1:]] == [before.entries[one.id].seq for one in MEETINGS[1:]]


@given(st.lists(st.integers(0, 400), unique=True, max_size=60), st.sets(st.integers(0, 400)))
def test_numbers_ascend_and_those_kept_stay(ordered: list[int], known: set[int]) -> None:
    ordered.sort()
    kept = {one: 7_000 + one * 50 for one in ordered if one in known}
    try:
        found = numbered(ordered, kept, 5_000)
    except Crowded:
        assert kept
        return
    assert list(found) == ordered
    assert list(found.values()) == sorted(set(found.values()))
    assert all(found[one] == number for one, number in kept.items())
    assert all(5_000 < number < 5_000 + RANGE for number in found.values())


def test_many_are_numbered_closer() -> None:
    many = range(RANGE // STEP // 1024 + 1)
    assert list(numbered(many, {}).values())[:2] == [STEP, 2 * STEP]


def test_where_there_is_no_room_it_is_said() -> None:
    with pytest.raises(Crowded):
        numbered(["a", "b", "c"], {"a": 1, "c": 2})
    assert numbered(["a", "b", "c"], {"a": 1, "c": 3})["b"] == 2
    numbers = {"z": STEP}
    for count in range(12):
        numbers = numbered([*map(str, range(count + 1)), "z"], numbers)
    with pytest.raises(Crowded):
        numbered([*map(str, range(13)), "y", "z"], numbers)
