"""The commands on issues: named, merged, split; what is different is said, and wrong input says what to do."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pourparler.core.judgement import Verdict
from pourparler.faces.cli.app import FAILED, OK, SOME_FAILED, USAGE
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.judging import model_board, sign, suppose
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.faces.cli.conftest import Run
from tests.faces.system.lake import lake_file


@pytest.fixture
def record(tmp_path: Path, judged_by_ann: Callable[[Path], Path]) -> Path:
    """The record that the commands of a test judge."""
    return judged_by_ann(lake_file(tmp_path))


def export(record: Path) -> bytes:
    with open_store(record, read_only=True) as store:
        return case_json(Lookup(load_case(store)))


def names(record: Path) -> dict[str, str | None]:
    """The issues of the record, each with who named it."""
    return {one["name"]: one["named_by"] for one in json.loads(export(record))["issues"]}


def test_an_issue_is_named_everywhere_until_the_undo(record: Path, run: Run) -> None:
    before = export(record)
    code, out, _ = run("name-issue", "a dam", "The lake dam", "--because", "so both call it")
    assert code == OK and out.startswith("Named the issue of “a dam” “The lake dam”.\n")
    assert "“dam” (contested, 2 entries) → “The lake dam” (contested, 2 entries)" in out
    assert names(record)["The lake dam"] == "Ann" and "dam" not in names(record)
    assert run("issues", "the lake dam")[1].splitlines()[2].startswith("“The lake dam”: contested")
    assert "“The lake dam”" in run("network")[1]
    assert run("name-issue", "The lake dam", "The lake dam")[1:] == (
        "",
        "The lake dam is its name already. Nothing added.\n",
    )
    assert "so both call it" in run("log")[1]
    assert "finds its hold" in run("log", "--lost")[2]
    assert "“The lake dam” (contested, 2 entries) → “dam” (contested, 2 entries)" in run("undo")[1]
    assert "all were taken back" in run("log", "--all")[2]
    assert export(record) == before


def test_issues_are_merged_under_the_first_and_split_again(record: Path, run: Run) -> None:
    before = export(record)
    code, out, _ = run("merge-issues", "a survey of the lake", "a dam")
    assert code == OK and out.startswith("Made one issue of “a survey of the lake” and “a dam”.\n")
    assert " issues before, " in out and "“dam” (contested, 2 entries)" in out
    assert "“survey of the lake” (contested, 4 entries)" in out
    assert run("merge-issues", "a dam", "a survey of the lake")[2].startswith("They are one issue already: survey")
    code, out, _ = run("split-issue", "dam", "A DAM")
    assert code == OK and out.startswith("Took out of its issue: “a dam”.\n")
    assert set(names(record)) == {one["name"] for one in json.loads(before)["issues"]}
    run("undo", "2")
    assert export(record) == before


@pytest.mark.parametrize(
    ("words", "code", "told", "todo"),
    [
        (("name-issue", "a damm", "Dam"), FAILED, "Nothing in this record is the issue 'a damm'", "Did you mean “dam”"),
        (("name-issue", "a dam", " - "), FAILED, "A name needs letters", "Give the name"),
        (("name-issue", "a dam", "Survey of the lake"), FAILED, "Another issue is called", "pourparler merge-issues"),
        (("merge-issues", "a dam"), FAILED, "It takes two", 'pourparler merge-issues "a dam" ISSUE'),
        (("split-issue", "a dam", "a damn"), FAILED, "“a damn” is no phrase of “dam”", "Did you mean “a dam”?"),
        (("split-issue", "a dam", "fish"), FAILED, "“fish” is no phrase of “dam”", "Its phrases: “a dam”."),
        (("split-issue", "a dam", "a dam"), FAILED, "Nothing would be left of “dam”", "one phrase only"),
        (("split-issue", "a dam"), USAGE, "PHRASE", ""),
        (("name-issues", "a dam", "x"), USAGE, "no command `name-issues`", "`pourparler name-issue`"),
    ],
)
def test_wrong_input_says_what_to_do(
    record: Path, run: Run, words: tuple[str, ...], code: int, told: str, todo: str
) -> None:
    before = export(record)
    got, out, err = run(*words)
    assert (got, out) == (code, "") and told in err and todo in err
    assert export(record) == before


def test_help_begins_with_examples_and_names_the_others(run: Run) -> None:
    for name in ("name-issue", "merge-issues", "split-issue"):
        code, out, _ = run(name, "--help")
        assert code == OK and out.index("Examples:") < out.index("Arguments:") and "For actors: `pourparler" in out


def test_decisions_go_to_a_colleague_and_conflicts_are_shown(record: Path, run: Run, tmp_path: Path) -> None:
    run("name-issue", "a dam", "The dam", "--because", "mine")
    kept = tmp_path / "ann.json"
    assert run("export-judgements", "-o", str(kept))[0] == OK
    (tmp_path / "bo").mkdir()
    theirs = str(lake_file(tmp_path / "bo"))
    run("name-issue", "a dam", "Dam of the lake", "--by", "Bo", "-r", theirs)
    code, out, _ = run("import-judgements", str(kept), "-r", theirs)
    assert code == SOME_FAILED and "here:   Named the issue of “a dam” “Dam of the lake” (Bo, " in out
    assert "coming: Named the issue of “a dam” “The dam” (Ann, " in out


def test_boards_and_hypotheses_are_told_and_found_lost(record: Path, run: Run) -> None:
    with open_store(record) as store:
        position = load_case(store).positions[0]
        store.add_judgements(model_board("Lake", '{"options":[]}', sign("Ann", "", store.judgements())))
        store.add_judgements(
            suppose(
                ("Lake", "wants water", "Norland"), "1 > 2", position.accounts, sign("Ann", "it said so", ()), "wet"
            )
        )
    [board] = json.loads(export(record))["boards"]
    assert (board["name"], board["model"], board["laid_out"]["by"]) == ("Lake", {"options": []}, "Ann")
    [hypothesis] = board["hypotheses"]
    assert (hypothesis["entries"], hypothesis["variant"]) == ([position.id], "wet")
    out = run("log")[1]
    assert "Laid out the board “Lake”" in out and "because: it said so" in out
    assert "Supposed “wants water” of Norland on the board “Lake”, variant “wet”: “1 > 2” (it rests on position" in out
    assert (
        "a hypothesis rests on it: “wants water” of Norland on the board “Lake” (Ann, "
        in run("explain", position.id)[1]
    )
    assert "judged" not in run("explain", "Norland")[1]
    run("reject", position.id)
    assert json.loads(export(record))["boards"][0]["hypotheses"][0]["entries"] == []
    assert json.loads(export(record))["boards"][0]["hypotheses"][0]["lost"] == 1
    assert "the board “Lake”: no hypotheses (1 before)" in run("undo", "--act", acts(record, Verdict.SUPPOSED))[1]
    assert "the board “Lake” is no more" in run("undo", "--act", acts(record, Verdict.MODELLED))[1]


def acts(record: Path, verdict: Verdict) -> str:
    """The act of the one judgement of a verdict."""
    with open_store(record, read_only=True) as store:
        [made] = [one.act for one in store.judgements() if one.verdict is verdict]
    return made


def test_changes_tell_what_people_decided_of_issues(run: Run) -> None:
    edition = run("changes", "--since", "0")[2].split("--since ")[1].split()[0]
    run("name-issue", "a dam", "The lake dam", "--because", "so both call it")
    code, out, _ = run("changes", "--since", edition)
    assert code == OK and "DECISIONS OF PEOPLE (1)" in out and "Named the issue of “a dam” “The lake dam” (Ann, " in out
    assert run("changes", "--since", edition, "--exit-code")[0] == FAILED
    run("undo")
    assert run("changes", "--since", edition, "--exit-code")[:2] == (OK, "")
