"""Issues sorted by hand: the file as it is read, and everything that may be amiss in it."""

from pathlib import Path

import pytest

from training.corpus.issues import amiss, labels
from training.corpus.joins import problems, told
from training.corpus.negotiation import negotiations

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
WRITTEN = """# a comment
pay
  4 per cent
  + rosters  and pay

rosters
  + rosters and pay
-
  it
"""
TOLD = ("4 per cent", "rosters and pay", "it")


def test_a_file_is_read() -> None:
    found, wrong = labels(WRITTEN)
    assert wrong == []
    assert [group.name for group in found.groups] == ["pay", "rosters", "-"]
    assert found.issues() == {
        "4 per cent": frozenset(("pay",)),
        "rosters and pay": frozenset(("pay", "rosters")),
        "it": frozenset(),
    }
    assert list(amiss(found, TOLD)) == []


@pytest.mark.parametrize(("written", "line"), [("  4 per cent\n", 1), ("pay\n  a raise\n\npay\n  4 per cent\n", 4)])
def test_lines_that_cannot_be_read(written: str, line: int) -> None:
    assert [error.line for error in labels(written)[1]] == [line]


@pytest.mark.parametrize(
    ("written", "line", "what"),
    [
        (WRITTEN + "more\n", 10, "no phrase"),
        (WRITTEN + "  5 per cent\n", 10, "No record has"),
        (WRITTEN + "more\n  4 per cent\n", 11, "2 times"),
        (WRITTEN.replace("  4", "  + 4"), 3, "alone"),
        (WRITTEN.replace("  it", "  it\n  + rosters and pay"), 10, "or of none"),
        (WRITTEN.replace("  4", "  + rosters and pay\n  4"), 8, "or of none"),
        (WRITTEN.replace("  it\n", ""), 8, "no phrase"),
        (WRITTEN.replace("  4 per cent\n", ""), 0, "in no group"),
    ],
)
def test_what_is_amiss(written: str, line: int, what: str) -> None:
    found = [(error.line, error.what) for error in amiss(labels(written)[0], TOLD)]
    assert any(at == line and what in told for at, told in found), found


def test_the_check_tells_of_phrases_that_nobody_sorted(tmp_path: Path) -> None:
    (tmp_path / "cast.txt").write_text("union organisation Ferry Union\n", encoding="utf-8")
    head = "outlet: A\nstyle: wire\npublished: unknown\npublished-from: unknown\nlanguage: en\n====\n"
    text = "The {Ferry Union|union} wants a raise.\n====\np1 demands\n  party union | issue `a raise`"
    text += " | evidence `wants a raise`\n"
    (tmp_path / "01.txt").write_text(head + text, encoding="utf-8")
    [found] = negotiations(tmp_path)
    assert told(found) == {"a raise"}
    assert not [one for one in problems(found) if one.path.name == "issues.txt"]
    (tmp_path / "issues.txt").write_text("pay\n  more pay\n", encoding="utf-8")
    [found] = negotiations(tmp_path)
    wrong = [str(one).split(": ", 1)[1] for one in problems(found) if one.path.name == "issues.txt"]
    assert [one.split(".")[0] for one in wrong] == [
        "The phrase 'a raise' is in no group",
        "No record has the phrase 'more pay'",
    ]
