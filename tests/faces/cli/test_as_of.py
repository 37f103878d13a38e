"""`--as-of DAY` on every verb: nothing that was published later is cited, and what the day leaves out is said."""

import inspect
import json
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from pourparler.faces.cli.app import COMMANDS, OK, main
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, geneva_talks

WITHOUT = frozenset(
    "demo read serve reread backup doctor "
    "confirm reject correct same different name merge split log undo export-judgements import-judgements "
    "name-issue merge-issues split-issue board-make suppose".split()
)
"""Commands that take in, keep or serve records, and those about what people decided, which has days of its own."""

ASKED = {
    "status": (["status"], ["status", "--json"]),
    "show": tuple(
        ["show", kind, *form]
        for kind in (
            "meetings", "statements", "positions", "conditions", "instruments", "disputes", "actors", "reports"
        )
        for form in ((), ("--json",), ("--csv",))
    ),
    "explain": (["explain", "ID"], ["explain", "ID", "--json"]),
    "brief": tuple(["brief", "--format", form] for form in ("text", "md", "html")),
    "changes": (
        ["changes", "--since", "2025-03-01", "--all"],
        ["changes", "--since", "0", "--json"],
        ["changes", "--since", "0", "--format", "atom"],
        ["changes", "--since", "2025-02-01", "--format", "atom"],
    ),
    "export": (
        ["export"],
        ["export", "--format", "plover"],
        *(["export", "--format", "csv", "--kind", kind] for kind in ("meetings", "evidence", "reports")),
    ),
    "review": (["review", "--list"], ["review", "--json"]),
    **{
        name: ([name], [name, "--json"])
        for name in ("issues", "why", "unblock", "block", "deadlocks", "burden", "network", "lives", "board")
    },
    "stability": (["stability", "pact"], ["stability", "pact", "--json"]),
    "whatif": (["whatif", "--drop", "Gazette0"], ["whatif", "--drop", "1.txt", "--json"]),
    "check": (["check"], ["check", "--json"]),
}  # fmt: skip
"""For every command that takes a day, ways to call it; ID stands for an entry of the record as of that day."""

CASES = [(command, words) for command, calls in ASKED.items() for words in calls]
DAYS = ("2025-03-01", "2025-03-03", "2025-03-05", "2025-03-06")


def talks() -> list[Draft]:
    """The talks in Geneva, every report of a paper of its own, with a title and an address that give it away."""
    later = draft("6.txt", "2025-03-07", "Minister Zoe Quist of Norland said the accord on herring would be ratified.")
    later.names("Zoe Quist", party=NORLAND, office="minister").says(
        "the accord on herring would be ratified", "Zoe Quist"
    )
    later.papers("the accord on herring", "agreement", "signed", (NORLAND, SUDLAND), subject="fishing", on="2025-03-07")
    return [*geneva_talks(), later]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("talks") / "case.db"
    with open_store(path, create=True) as store:
        for number, each in enumerate(talks()):
            given = replace(
                each.report, outlet=f"Gazette{number}", title=f"Headline{number}", url=f"https://g{number}.example/a"
            )
            store.add(given, each.reading, each.accounts)
    moves = ["--option", f"{NORLAND}: sign", "--option", f"{SUDLAND}: wait"]
    assert main(["board-make", "pact", *moves, "--record", str(path), "--by", "me"]) == OK
    return path


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, record: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("POURPARLER_RECORD", str(record))


def test_every_command_takes_a_day_or_shows_nothing_of_one() -> None:
    for name in COMMANDS:
        module = name.replace("-", "_")
        command = getattr(import_module(f"pourparler.faces.cli.{module}"), module)
        takes = "as_of" in inspect.signature(command).parameters
        assert takes is (name not in WITHOUT), name
        assert takes is (name in ASKED), name


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("command", "words"), CASES, ids=[" ".join(words) for _, words in CASES])
def test_nothing_published_later_is_cited(
    command: str, words: list[str], day: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(record, read_only=True) as store:
        seen = load_case(store, date.fromisoformat(day))
    words = [seen.meetings[0].id if word == "ID" else word for word in words]
    assert main([*words, "--as-of", day]) == OK
    shown = capsys.readouterr()
    for number, each in enumerate(talks()):
        if each.published and each.published <= date.fromisoformat(day):
            continue
        for mark in (f"Gazette{number}", f"Headline{number}", f"g{number}.example", each.report.id):
            assert mark not in shown.out + shown.err, mark
        assert each.name not in shown.out or (command == "changes" and each.published is None), each.name
    for mark in ("2025-03-07", "Quist", "herring"):
        assert mark not in shown.out + shown.err, mark
    assert "without a day of publication" in shown.err


@pytest.mark.parametrize(
    "words", [["show", "meetings"], ["brief"], ["export"], ["status"], ["check"], ["changes", "--since", "0"]]
)
def test_a_day_before_the_first_report_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--as-of", "2024-12-31"]) == OK
    said = capsys.readouterr().err
    assert "No report had been published by Tue 31 Dec 2024; the first is of Sat 1 Mar 2025." in said


def test_a_day_that_leaves_nothing_out_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "one.db", create=True) as store:
        geneva_talks()[0].put(store)
    assert main(["show", "meetings", "-r", str(tmp_path / "one.db"), "--as-of", "2025-03-01"]) == OK
    assert "Left out" not in capsys.readouterr().err


def test_a_record_without_any_day_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "one.db", create=True) as store:
        geneva_talks()[-1].put(store)
    assert main(["show", "meetings", "-r", str(tmp_path / "one.db"), "--as-of", "2025-03-01"]) == OK
    assert "No report bears a day of publication" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["show", "reports", "--json"], ["export"], ["brief", "--format", "md"]])
def test_an_edition_is_the_record_as_it_stood_after_that_act(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--edition", "2"]) == OK
    shown = capsys.readouterr().out
    assert "Gazette1" in shown and "Gazette2" not in shown
    assert main([*words, "--edition", "99"]) == 1
    assert "0 to 7" in capsys.readouterr().err


def test_explain_takes_an_edition_too(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(record, read_only=True) as store:
        [meeting] = load_case(store, date(2025, 3, 3)).meetings
    assert main(["explain", meeting.id, "--edition", "2", "--json"]) == OK
    assert len(json.loads(capsys.readouterr().out)["accounts"]) == 2
