"""`pourparler changes`: since a day, an edition or a version, and what it says of each."""

import json
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.drafts import geneva_talks


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The talks in Geneva, one report after the other: editions 1 to 5, the last report without a day."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "case.db"
    monkeypatch.setenv("POURPARLER_RECORD", str(path))
    with open_store(path, create=True) as store:
        store.name_case("Geneva")
        for each in geneva_talks():
            each.put(store)
    return path


def ask(capsys: pytest.CaptureFixture[str], *words: str, code: int = OK) -> tuple[str, str]:
    """What the command says on stdout and on stderr."""
    assert main(["changes", *words]) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


def test_since_a_day_tells_what_was_published_since(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, said = ask(capsys, "--since", "2025-03-03")
    assert out.startswith("Changes in Geneva from Mon 3 Mar 2025 to Thu 6 Mar 2025\n")
    assert "status: postponed → held" in out and "Westmark" not in out
    assert "Left out: 1 report without a day of publication." in said
    assert "The record is at edition 5: ask --since 5 the next time." in said


def test_as_of_ends_the_week(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ask(capsys, "--since", "2025-03-01", "--as-of", "2025-03-03")
    assert "status: planned → postponed" in out and "Wire" not in out and "Daily" not in out


@pytest.mark.parametrize("typed", ["4", "#4", "v8", "V8"])
def test_since_an_edition_tells_what_the_record_learned_since(
    typed: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = ask(capsys, "--since", typed)
    assert out.startswith("Changes in Geneva from edition 4 (v8) to edition 5 (v10)\n")
    assert "REPORTS THAT CAME (1)\n  5 (no day)" in out and "status:" not in out


def test_a_version_is_the_last_edition_that_had_it(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(record) as store:
        [account, *_] = store.accounts()
        made = Judgement("j", Verdict.CONFIRMED, (account.id,), "me", datetime(2025, 6, 1, tzinfo=UTC), "seen")
        store.add_judgements([made])
        store.withdraw(["j"], datetime(2025, 6, 2, tzinfo=UTC))
        version = load_case(store).version
    out, said = ask(capsys, "--since", f"v{version}")
    assert out == "" and "Nothing changed from edition 7 (v10)" in said
    out, _ = ask(capsys, "--since", "6")
    assert "confirmed: − by me on Sun 1 Jun 2025: seen" in out
    out, _ = ask(capsys, "--since", "5")
    assert out == ""


def test_exit_code_is_that_of_diff(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(capsys, "--since", "4", "--exit-code", code=1)
    ask(capsys, "--since", "5", "--exit-code", code=0)
    _, said = ask(capsys, "--since", "99", "--exit-code", code=2)
    assert "no edition 99" in said
    assert main(["changes", "--since", "4", "--exit-code", "-r", str(record.with_name("none.db"))]) == 2


def test_as_json_it_names_both_states(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ask(capsys, "--since", "2025-03-03", "--json")
    found = json.loads(out)
    assert (found["clock"], found["since"]["as_of"], found["until"]["as_of"]) == (
        "published",
        "2025-03-03",
        "2025-03-06",
    )
    assert found["left_out_undated"] == ["5.txt"] and found["changed"] is True
    found = json.loads(ask(capsys, "--since", "5", "--json")[0])
    assert (found["clock"], found["since"]["edition"], found["changed"]) == ("edition", 5, False)


def test_a_feed_goes_to_a_file(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, said = ask(capsys, "--since", "0", "--format", "atom", "-o", str(record.with_name("f.atom")))
    assert out == "" and "Wrote" in said
    assert ElementTree.parse(record.with_name("f.atom")).getroot().tag.endswith("feed")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], USAGE, "Add --since"),
        (["--since", "yesterday"], USAGE, "none of a day"),
        (["--since", "2025-02-30"], USAGE, "no day of the calendar"),
        (["--since", "-3"], USAGE, "none of a day"),
        (["--since", "20250303"], FAILED, "write --since 2025-03-03"),
        (["--since", "6"], FAILED, "from 0 to 5"),
        (["--since", "v3"], FAILED, "never had the version 3"),
        (["--since", "2025-03-03", "--as-of", "2025-03-01"], USAGE, "Turn them round"),
        (["--since", "1", "--format", "pdf"], USAGE, "text, json, atom"),
        (["--since", "1", "--format", "atom", "--json"], USAGE, "exclude each other"),
    ],
)
def test_wrong_words_are_told_what_to_type(
    words: list[str], code: int, said: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in " ".join(ask(capsys, *words, code=code)[1].split())


def test_a_day_before_the_first_report_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, said = ask(capsys, "--since", "2025-01-01")
    assert "No report had been published by Wed 1 Jan 2025; the first is of Sat 1 Mar 2025." in said
    assert "NEW MEETINGS (1)" in out
    out, said = ask(capsys, "--since", "2025-05-01")
    assert out == "" and "The latest report is of Thu 6 Mar 2025." in said


def test_a_record_without_days_is_asked_by_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "u.db", create=True) as store:
        geneva_talks()[-1].put(store)
    assert main(["changes", "--since", "2025-01-01", "-r", str(tmp_path / "u.db")]) == FAILED
    assert "No report of this record bears a day" in capsys.readouterr().err
    assert main(["changes", "--since", "0", "-r", str(tmp_path / "u.db")]) == OK
    assert "REPORTS THAT CAME (1)" in capsys.readouterr().out
