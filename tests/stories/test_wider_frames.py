"""What frames tell beside their first fields, from a reading to the record, its file and its exports."""

import csv
import io
import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Channel
from pourparler.faces.export.json import case_json
from pourparler.faces.export.tables import table_csv
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.telling import facts, given_by
from pourparler.record.opening import open_store
from pourparler.record.view import compute, load_case
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, day, draft, hold

BOTH = (NORLAND, SUDLAND)
EASTMARK = "Eastmark"
TEXT = (
    "Norland and Sudland could meet by video in Westmark on Monday if the crew is freed by Friday. Eastmark was asked "
    "and will stay away. No fishing map is on the agenda, Norland said. Norland has wanted a truce since Tuesday, it "
    "seems. A draft is reportedly ready, to be signed by June, but it has no clause on nets. "
    "At a briefing Ann Lee did not believe that the ice will hold."
)


def wide() -> Draft:
    """A report in which every field is told."""
    told = draft("1.txt", "2025-03-01", TEXT)
    told.requires(
        "if the crew is freed by Friday", "a meeting", "freeing the crew", NORLAND,
        trigger=told.at("if"), deadline=day("2025-03-07"), hedge=told.at("could"),
    )  # fmt: skip
    told.meets(
        "Norland and Sudland could meet by video in Westmark on Monday", "meeting", "conditional", "2025-03-10",
        parties=BOTH, channel=Channel.VIDEO, hosts=(WESTMARK,), invited=(EASTMARK,), absent=(EASTMARK,),
        deadline=day("2025-03-31"), wording=told.at("could meet"), hedge=told.at("could"),
        denied=(told.at("No fishing map"),), condition=0,
    )  # fmt: skip
    told.stands(
        "Norland has wanted a truce since Tuesday", "conditional", "a truce", NORLAND,
        since=date(2025, 2, 25), hedge=told.at("it seems"), condition=0,
    )  # fmt: skip
    told.papers(
        "A draft is reportedly ready", "document", "drafted", BOTH,
        deadline=day("2025-06-30"), hedge=told.at("reportedly"), denied=(told.at("no clause on nets"),),
    )  # fmt: skip
    return told.says(
        "the ice will hold", "Ann Lee", negative=True, hedge=told.at("believe"), venue=told.at("a briefing")
    )


def words(places: tuple[Evidence, ...]) -> list[str]:
    return [place.text for place in places]


def hold_all(record: CaseRecord) -> None:
    """Every field is there, with the words behind it."""
    [met], [stance], [condition] = record.meetings, record.positions, record.conditions
    [paper], [said] = record.instruments, record.statements
    assert (met.channel, met.hosts, met.invited, met.absent) == (Channel.VIDEO, (WESTMARK,), (EASTMARK,), (EASTMARK,))
    assert met.mediators == (WESTMARK,) and met.parties == BOTH
    assert met.deadline and met.deadline.end == date(2025, 3, 31)
    assert words(met.wording) == ["could meet"] and words(met.hedge) == ["could"]
    assert words(met.denied) == ["No fishing map"]
    assert met.condition == stance.condition == condition.id
    assert stance.since == date(2025, 2, 25) and words(stance.hedge) == ["it seems"]
    assert words(condition.trigger) == ["if"] and words(condition.hedge) == ["could"]
    assert condition.deadline and condition.deadline.end == date(2025, 3, 7)
    assert paper.deadline and words(paper.hedge) == words(paper.status[0].hedge) == ["reportedly"]
    assert words(paper.denied) == ["no clause on nets"]
    assert said.negative and said.hedge and said.venue and said.venue.text == "a briefing"


def test_every_field_reaches_the_record() -> None:
    hold_all(compute(hold(wide())))


def test_every_field_survives_the_file(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db", create=True) as store:
        told = wide()
        told.put(store)
        assert store.readings(told.report.id) == (told.reading,)
        assert store.accounts() == tuple(sorted(told.accounts.accounts, key=lambda one: one.evidence[0].start))
        hold_all(load_case(store))


def test_the_json_export_carries_them_with_words_that_hold() -> None:
    values = json.loads(case_json(Lookup(compute(hold(wide())))))
    [met], [stance], [condition] = values["meetings"], values["positions"], values["conditions"]
    [paper], [said] = values["instruments"], values["statements"]
    assert met["channel"] == "video" and met["deadline"]["end"] == "2025-03-31"
    assert [met["hosts"], met["invited"], met["absent"]] == [[WESTMARK], [EASTMARK], [EASTMARK]]
    assert met["condition"] == stance["condition"] == condition["id"]
    assert condition["operator"] == "unless" and condition["deadline"]["start"] == "2025-03-07"
    assert stance["since"] == "2025-02-25" and said["negative"] is True
    places: list[dict[str, Any]] = [*met["wording"], *met["hedge"], *met["denied"], *stance["hedge"], said["venue"]]
    places += [*condition["trigger"], *condition["hedge"], *paper["hedge"], *paper["denied"], said["hedge"]]
    places += paper["status"][0]["hedge"]
    assert len(places) == 11
    assert all(TEXT[place["start"] : place["end"]] == place["text"] for place in places)


def test_the_tables_carry_them_as_words() -> None:
    lookup = Lookup(compute(hold(wide())))
    [met] = csv.DictReader(io.StringIO(table_csv(lookup, "meetings")))
    assert (met["channel"], met["deadline"], met["wording"], met["hosts"]) == (
        "video", "2025-03-31", "could meet", WESTMARK,
    )  # fmt: skip
    [said] = csv.DictReader(io.StringIO(table_csv(lookup, "statements")))
    assert (said["negative"], said["venue"]) == ("true", "a briefing")
    fields = {row["field"] for row in csv.DictReader(io.StringIO(table_csv(lookup, "evidence")))}
    assert {"trigger", "wording", "hedge", "denied", "venue"} <= fields


def test_a_reader_of_one_entry_is_told_them() -> None:
    record = compute(hold(wide()))
    lookup = Lookup(record)
    told = dict(facts(lookup, record.meetings[0]))
    assert told["by way of"] == "video" and told["absent"] == EASTMARK and told["depends on"]
    account = dict(given_by(record.meetings[0].accounts[0]))
    assert account["told by"] == "'could meet'" and account["hedged by"] == "'could'"
    assert dict(facts(lookup, record.conditions[0]))["tied by"] == "unless"


def test_a_hedge_falls_when_a_later_report_gives_another_status() -> None:
    later = draft("2.txt", "2025-03-11", "Norland and Sudland met on Monday.")
    later.meets("Norland and Sudland met", "meeting", "held", "2025-03-10", parties=BOTH, wording=later.at("met"))
    [met] = compute(hold(wide(), later)).meetings
    assert words(met.wording) == ["met"] and met.hedge == ()
    assert met.condition is not None and met.channel is Channel.VIDEO


def test_a_link_to_no_condition_is_none() -> None:
    told = draft("1.txt", "2025-03-01", "They may meet.").meets("They may meet", "talks", "conditional", condition=3)
    [met] = compute(hold(told)).meetings
    assert met.condition is None


@pytest.mark.parametrize("column", ["accounts.fields", "readings.payload"])
def test_rows_of_an_older_program_are_read_with_the_rest_unknown(tmp_path: Path, column: str) -> None:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        wide().put(store)
    table, name = column.split(".")
    connection = sqlite3.connect(path)
    for key, stored in connection.execute(f"SELECT key, {name} FROM {table}").fetchall():
        older = json.dumps(_without_the_new(json.loads(stored)))
        connection.execute(f"UPDATE {table} SET {name} = ? WHERE key = ?", (older, key))
    connection.commit()
    connection.close()
    with open_store(path, read_only=True) as store:
        assert store.readings(wide().report.id)
        record = load_case(store)
    assert json.loads(case_json(Lookup(record)))["meetings"][0]["status"] == "conditional"
    if table == "accounts":
        assert record.meetings[0].channel is None and record.statements[0].negative is False


NEW = {
    "channel", "hosts", "invited", "absent", "deadline", "wording", "hedge", "denied", "condition", "since", "trigger",
    "negative", "venue",
}  # fmt: skip


def _without_the_new(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_the_new(inner) for key, inner in value.items() if key not in NEW}
    return [_without_the_new(inner) for inner in value] if isinstance(value, list) else value
