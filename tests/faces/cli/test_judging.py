"""The commands that judge: one command is one act and one undo, what changed is said, wrong input says what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.ids import content_id
from pourparler.faces.cli.app import FAILED, OK, SOME_FAILED, USAGE
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.faces.cli.conftest import Run
from tests.record.drafts import Draft, draft, geneva_talks


def make(path: Path, *drafts: Draft) -> Path:
    """A record of the talks of Geneva."""
    with open_store(path, create=True) as store:
        store.name_case("geneva")
        for each in drafts or geneva_talks():
            each.put(store)
    return path


@pytest.fixture
def record(tmp_path: Path, judged_by_ann: Callable[[Path], Path]) -> Path:
    """The record that the commands of a test judge."""
    return judged_by_ann(make(tmp_path / "geneva.db"))


def look(record: Path) -> CaseRecord:
    with open_store(record, read_only=True) as store:
        return load_case(store)


def export(record: Path) -> bytes:
    return case_json(Lookup(look(record)))


def ids(record: Path, kind: str = "meetings") -> list[str]:
    return [thing.id for thing in getattr(look(record), kind)]


def test_two_meetings_become_one_and_one_undo_parts_them(record: Path, run: Run) -> None:
    before = export(record)
    one, other = ids(record)
    code, out, _ = run("same", one, other, "--because", "a denial of it")
    assert code == OK and out.startswith("Made one: meeting ") and "2 meetings before, 1 now" in out
    assert len(ids(record)) == 1
    code, out, err = run("same", one, other)
    assert (code, out) == (OK, "") and "Judged already" in err and "Nothing added" in err
    code, out, _ = run("undo")
    assert code == OK and out.startswith("Taken back: made one: ") and "(Ann, " in out and "a denial of it" in out
    assert export(record) == before
    assert "nothing to take back" in run("undo")[2]


def test_an_id_that_an_entry_no_longer_goes_by_finds_it(record: Path, run: Run) -> None:
    one, other = ids(record)
    run("same", one, other)
    [both] = ids(record)
    gone = next(each for each in (one, other) if each != both)
    code, out, _ = run("explain", gone[:8])
    assert code == OK and f"({both})" in out and "put together: Ann, " in out
    assert run("different", one, other)[0] == OK and len(ids(record)) == 2


def test_an_account_is_taken_out_of_its_entry(record: Path, run: Run) -> None:
    met = max(look(record).meetings, key=lambda each: len(each.accounts))
    last = met.accounts[-1].id
    assert f"({last})" in run("explain", met.id)[1]
    code, out, _ = run("different", met.id, last)
    assert code == OK and "2 meetings before, 3 now" in out
    assert [a.id for each in look(record).meetings if len(each.accounts) == 1 for a in each.accounts].count(last) == 1
    code, _, err = run("different", met.id, met.id)
    assert code == FAILED and "the same entry" in err and f"pourparler explain {met.id[:5]}" in err


def test_confirming_is_seen_everywhere(record: Path, run: Run) -> None:
    [deal] = ids(record, "instruments")
    assert run("confirm", deal, "--because", "the text itself")[1].endswith("is confirmed\n")
    assert "confirmed: Ann, " in run("explain", deal)[1]
    assert "[confirmed]" in run("show", "instruments")[1]
    [shown] = json.loads(run("show", "instruments", "--json")[1])
    assert [(one["by"], one["because"]) for one in shown["confirmed"]] == [("Ann", "the text itself")]
    assert "Ann, 20" in run("show", "instruments", "--csv")[1]
    assert "Ann has confirmed that" in run("confirm", deal)[2]
    assert run("confirm", deal, "--by", "Bo")[0] == OK
    assert [one.by for one in look(record).instruments[0].confirmed] == ["Ann", "Bo"]


def test_a_bulk_act_is_one_undo(record: Path, run: Run) -> None:
    before = export(record)
    code, out, _ = run("reject", "--all-of", "3.txt", "--because", "satire")
    assert code == OK and out.startswith("Rejected ")
    assert not any(account.report == "r-3.txt" for met in look(record).meetings for account in met.accounts)
    code, out, _ = run("confirm", "--kind", "statement", "--party", "norland", "--dry-run")
    assert code == OK and "would be confirmed: statement" in out
    assert run("confirm", "--kind", "statements")[0] == OK
    assert len(json.loads(run("log", "--json")[1])) == 2
    assert run("undo", "2")[0] == OK
    assert export(record) == before
    code, out, err = run("log")
    assert (code, out) == (OK, "") and "Nobody has judged" in err
    assert run("log", "--all")[1].count("(taken back ") == 2


def test_a_correction_shows_what_the_reports_gave(record: Path, run: Run) -> None:
    met = max(look(record).meetings, key=lambda each: len(each.accounts))
    code, out, _ = run("correct", met.id, "status", "Cancelled", "--because", "the host said so")
    assert code == OK and "status: held → cancelled" in out
    explained = run("explain", met.id)[1]
    assert "corrected: status is cancelled; the reports gave held (Ann, " in explained.replace("\n    ", " ")
    assert "Judged already" in run("correct", met.id, "status", "cancelled", "--because", "x")[2]
    code, out, _ = run("correct", met.id, "when", "2025-03-05", "--because", "the minutes")
    assert code == OK and "Wed 5 Mar 2025 (set right by Ann)" in run("explain", met.id)[1]
    [shown] = [one for one in json.loads(run("show", "meetings", "--json")[1]) if one["id"] == met.id]
    assert [(one["field"], one["given"]) for one in shown["corrected"]] == [
        ("status", "held"), ("when", "2025-03-04"),
    ]  # fmt: skip
    assert shown["evidence"] and "corrected" in run("show", "meetings", "--csv")[1]


def test_names_in_a_correction_are_those_of_the_record(record: Path, run: Run) -> None:
    met = max(look(record).meetings, key=lambda each: len(each.accounts))
    code, _, err = run("correct", met.id, "people", "lee; Nobody Known", "--because", "x")
    assert code == OK and "no actor of this record is called 'Nobody Known'" in err
    assert "Ann Lee" in next(each for each in look(record).meetings if each.id == met.id).people


def test_what_waits_for_a_condition_can_be_told(record: Path, run: Run) -> None:
    [condition], [position] = ids(record, "conditions"), ids(record, "positions")
    code, _, _ = run("correct", position, "condition", condition[:6], "--because", "x")
    assert code == OK and look(record).positions[0].condition == condition
    assert "is no condition" in run("correct", position, "condition", position, "--because", "x")[2]


def test_actors_are_named_merged_and_split(record: Path, run: Run) -> None:
    before = export(record)
    assert run("name", "lee", "Ann M. Lee")[0] == OK
    assert run("name", "Ann M. Lee", "Ann M. Lee")[2].endswith("Nothing added.\n")
    assert "judged: named Ann Lee “Ann M. Lee”" in run("explain", look(record).actors[0].id)[1]
    code, out, _ = run("merge", "Norland", "Westmark")
    assert code == OK and "4 actors before, 3 now" in out
    assert "one actor already" in run("merge", "Westmark", "norland")[2]
    code, out, _ = run("split", "Norland", "Westmark")
    assert code == OK and "3 actors before, 4 now" in out
    assert run("undo", "3")[0] == OK and export(record) == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("same", "m"), FAILED, "ids begin with 'm'"),
        (("same", "MEETING"), FAILED, "It takes two"),
        (("same", "MEETING", "MEETING"), FAILED, "are one entry"),
        (("same", "MEETING", "POSITION"), FAILED, "No entry is both meeting and position"),
        (("same", "MEETING", "ACTOR"), FAILED, "pourparler name, merge, split"),
        (("different", "MEETING", "POSITION"), FAILED, "No entry is both"),
        (("confirm",), USAGE, "nothing is named"),
        (("confirm", "MEETING", "--kind", "meetings"), USAGE, "exclude each other"),
        (("confirm", "--kind", "metings"), USAGE, "Did you mean meetings?"),
        (("reject", "--all-of", "9.txt"), FAILED, "No report of this record is called '9.txt'"),
        (("reject", "zzz"), FAILED, "has the id 'zzz'"),
        (("reject", "REPORT"), FAILED, "--all-of REPORT"),
        (("correct", "MEETING", "status", "held"), USAGE, "--because"),
        (("correct", "MEETING", "statu", "held", "--because", "x"), FAILED, "Did you mean status?"),
        (("correct", "MEETING", "agenda", "x", "--because", "x"), FAILED, "Fields that can: absent, channel"),
        (("correct", "MEETING", "status", "over", "--because", "x"), FAILED, "Choose from: cancelled"),
        (("correct", "POSITION", "stance", "demands", "--because", "x"), OK, "give demands already"),
        (("name", "Lee", " "), FAILED, "A name needs letters"),
        (("name", "Lee", "Norland"), FAILED, "Another actor is called 'Norland'"),
        (("name", "Norlnd", "X"), FAILED, "Did you mean Norland?"),
        (("merge", "Lee"), FAILED, "It takes two"),
        (("merge", "Lee", "Norland"), FAILED, "is a person and Norland is none"),
        (("merge", "MEETING", "Lee"), FAILED, "no actor"),
        (("split", "Ann Lee", "Bo"), FAILED, "is no name of Ann Lee"),
        (("split", "Norland", "Norland"), FAILED, "no name left"),
        (("split", "Norland", "Sudland"), FAILED, "a name of Sudland"),
        (("undo", "0"), USAGE, "greater than or equal to 1"),
        (("undo", "--act", "k0"), FAILED, "No act that stands"),
        (("undo", "2", "--act", "k0"), USAGE, "exclude each other"),
        (("import-judgements", "none.json"), FAILED, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    words: tuple[str, ...], code: int, told: str, record: Path, run: Run
) -> None:
    shown = look(record)
    real = {
        "MEETING": shown.meetings[0].id, "POSITION": shown.positions[0].id,
        "ACTOR": shown.actors[0].id, "REPORT": shown.reports[0].report.id,
    }  # fmt: skip
    ended, _, err = run(*(real.get(word, word) for word in words))
    assert ended == code and told in err
    with open_store(record, read_only=True) as store:
        assert store.judgements(withdrawn=True) == ()


def test_who_judges_is_the_option_the_setting_or_the_user(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = ids(record)[0]
    run("confirm", met)
    run("confirm", met, "--by", "Bo")
    monkeypatch.delenv("POURPARLER_BY")
    monkeypatch.setattr("getpass.getuser", lambda: "cid")
    run("confirm", met)
    (record.parent / "pourparler.toml").write_text('by = "Dee"\n', encoding="utf-8")
    run("confirm", met)
    assert [one.by for one in look(record).meetings[0].confirmed] == ["Ann", "Bo", "cid", "Dee"]

    def nobody() -> str:
        raise OSError("no user")

    (record.parent / "pourparler.toml").unlink()
    monkeypatch.setattr("getpass.getuser", nobody)
    code, _, err = run("confirm", met)
    assert code == FAILED and "--by NAME" in err


def test_a_rejected_entry_tells_who_rejected_it(record: Path, run: Run) -> None:
    one = ids(record)[0]
    run("reject", one)
    code, _, err = run("explain", one)
    assert code == FAILED and "Ann rejected" in err
    act = err.partition("--act ")[2].split()[0]
    assert run("undo", "--act", act[:6])[0] == OK and one in ids(record)


def test_a_dispute_is_confirmed_or_rejected(tmp_path: Path, record: Path, run: Run) -> None:
    drafts = []
    for name, when in (("a", "2025-03-04"), ("b", "2025-03-03")):
        each = draft(name, "2025-03-05", f"In {name} they meet to talk.")
        drafts.append(each.meets("they meet", "talks", "held", when, round=1, parties=("Norland", "Sudland")))
    path = make(tmp_path / "two-days.db", *drafts)
    disputes = look(path).disputes
    assert [dispute.field for dispute in disputes] == ["when"]
    code, out, _ = run("reject", disputes[0].id, "--because", "both days", "--record", str(path))
    assert code == OK and out.startswith("Found no contradiction on when of meeting") and look(path).disputes == ()
    assert look(path).meetings != ()
    run("undo", "--record", str(path))
    assert look(path).disputes == disputes


def shared(record: Path, run: Run, *options: str) -> Path:
    """The judgements of a record as a file."""
    out = record.with_suffix(".json")
    assert run("export-judgements", "--record", str(record), "-o", str(out), *options)[0] == OK
    return out


def test_a_colleague_gets_the_same_record(tmp_path: Path, record: Path, run: Run) -> None:
    one, other = ids(record)
    run("same", one, other)
    run("confirm", "--kind", "statements")
    run("correct", ids(record, "positions")[0], "issue", "a lasting truce", "--because", "x")
    run("name", "lee", "Ann M. Lee")
    run("reject", ids(record, "conditions")[0])
    run("undo")
    theirs = make(tmp_path / "theirs.db")
    file = shared(record, run)
    code, out, err = run("import-judgements", str(file), "--record", str(theirs), "--dry-run")
    assert code == OK and "Nothing was written" in err and export(theirs) != export(record)
    code, out, _ = run("import-judgements", str(file), "--record", str(theirs))
    assert code == OK and "Brought in" in out and "that their maker took back" in out
    assert export(theirs) == export(record)
    again = run("import-judgements", str(file), "--record", str(theirs))
    assert again[0] == OK and "Brought in 0 judgements" in again[1] and "here already" in again[2]
    fresh = export(make(tmp_path / "fresh.db"))
    assert run("undo", "--record", str(theirs))[0] == OK
    assert export(theirs) == fresh


def test_reports_under_other_ids_are_found_by_their_text(tmp_path: Path, record: Path, run: Run) -> None:
    run("correct", ids(record, "instruments")[0], "kind", "memorandum", "--because", "its title")
    file = shared(record, run)
    values = json.loads(file.read_text())
    moved = json.loads(json.dumps(values).replace('"r-', '"r-elsewhere-'))
    for judgement in moved["judgements"]:
        judgement["accounts"] = [content_id("a", one) for one in judgement["accounts"]]
        for anchor, account in zip(judgement["anchors"], judgement["accounts"], strict=True):
            anchor["account"] = account
    file.write_text(json.dumps(moved))
    theirs = make(tmp_path / "theirs.db")
    assert run("import-judgements", str(file), "--record", str(theirs))[0] == OK
    assert [deal.kind for deal in look(theirs).instruments] == ["memorandum"]


def test_conflicts_are_shown_and_nothing_is_overwritten_unasked(tmp_path: Path, record: Path, run: Run) -> None:
    theirs = make(tmp_path / "theirs.db")
    [position], one = ids(record, "positions"), ids(record)[0]
    run("correct", position, "issue", "an armistice", "--because", "mine", "--record", str(theirs))
    run("correct", position, "issue", "a lasting truce", "--because", "x")
    run("confirm", one)
    file = shared(record, run)
    code, out, err = run("import-judgements", str(file), "--record", str(theirs))
    assert code == SOME_FAILED and "1 conflict" in err and "--with-conflicts" in err
    assert "here:   Corrected issue of position" in out and "to an armistice" in out and "later:  coming" in out
    assert look(theirs).positions[0].issue == "an armistice" and look(theirs).meetings[0].confirmed
    code, out, err = run("import-judgements", str(file), "--record", str(theirs), "--with-conflicts")
    assert code == OK and "the later one holds" in err
    assert look(theirs).positions[0].issue == "a lasting truce"
    run("undo", "2")
    code, out, err = run("import-judgements", str(shared(record, run)), "--record", str(theirs), "--json")
    assert code == SOME_FAILED and len(json.loads(out)["conflicts"]) == 2
    run("import-judgements", str(file), "--record", str(theirs), "--with-conflicts")
    assert look(theirs).positions[0].issue == "an armistice" and not look(theirs).meetings[0].confirmed


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is no JSON"),
        ("[]", "is no file of judgements"),
        ('{"pourparler_judgements": 9}', "in form 9"),
        ('{"pourparler_judgements": 1, "judgements": {}}', "lists no judgements"),
        ('{"pourparler_judgements": 1, "judgements": [{"id": "j"}], "reports": []}', "Number 1 of the judgements"),
    ],
)
def test_a_damaged_file_brings_nothing_in(content: str, told: str, record: Path, run: Run) -> None:
    file = record.with_name("broken.json")
    file.write_text(content)
    code, _, err = run("import-judgements", str(file))
    assert code == FAILED and told in err


def test_what_finds_no_hold_is_told(record: Path, run: Run) -> None:
    run("confirm", ids(record, "positions")[0])
    values: dict[str, Any] = json.loads(run("export-judgements")[1])
    for judgement in values["judgements"]:
        judgement["accounts"] = ["a-elsewhere"]
        judgement["anchors"] = [one | {"account": "a-elsewhere", "report": "r-none"} for one in judgement["anchors"]]
        judgement["id"] = "j-elsewhere"
    file = record.with_name("lost.json")
    file.write_text(json.dumps(values))
    code, _, err = run("import-judgements", str(file))
    assert code == OK and "pourparler log --lost" in err
    code, out, err = run("log", "--lost")
    assert code == OK and "a report that is not in this record" in out and "1 judgement without hold" in err
    assert json.loads(run("log", "--lost", "--json")[1])[0]["whole"] is True
    assert "without hold" in run("log")[2]
    shown = run("status")[1]
    assert "Judged: 2 judgements" in shown and "1 without hold in the readings of today" in shown
    assert json.loads(run("status", "--json")[1])["judgements"] == {"standing": 2, "lost": 1}
