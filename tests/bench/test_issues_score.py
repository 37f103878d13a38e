"""Issues against issues by hand: a hand-computed example, phrases of several issues and of none, errors in words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import issues_score
from bench.__main__ import main
from bench.issues_score import b_cubed, compare, measure, score, sorted_by_hand
from bench.places import Missing
from training.corpus.issues import labels
from training.corpus.joins import problems
from training.corpus.negotiation import Links, Negotiation, negotiations

CAST = "union organisation Ferry Union\nfirm organisation Ferry Company\n"
REPORT = """outlet: Harbour Post
style: wire
published: 2025-02-19
published-from: header line
language: en
====
The {Ferry Union|union} demands higher wages and longer nights of rest. {It|union} will sail once the wages rise.
The {Ferry Company|firm} rejects a wage increase.
====
p1 demands
  party union | issue `higher wages` | evidence `demands higher wages`
p2 demands
  party union | issue `longer nights of rest` | evidence `longer nights of rest`
p3 rejects
  party firm | issue `a wage increase` | evidence `rejects a wage increase`
c1 if
  holder union | trigger `once` | requires `the wages rise` | blocks `It will sail`
  evidence `It will sail once the wages rise`
"""
BY_HAND = """pay
  higher wages
  a wage increase
  the wages rise
rest
  longer nights of rest
-
  It will sail
"""


def groups(**of: str) -> dict[str, frozenset[str]]:
    """`one="pay"` as the issues of phrases; several with blanks between."""
    return {phrase: frozenset(names.split()) for phrase, names in of.items()}


def test_b_cubed_by_hand() -> None:
    # By hand {a b c} {d}; the record has {a b} {c d}. Precision: a 1, b 1, c 1/2, d 1/2; recall: 2/3, 2/3, 1/3, 1.
    told = b_cubed(groups(a="pay", b="pay", c="pay", d="rest"), groups(a="1", b="1", c="2", d="2"))
    assert told.right / told.found == pytest.approx(3 / 4)
    assert told.met / told.there == pytest.approx(2 / 3)


def test_a_phrase_of_several_issues_counts_each_sharing() -> None:
    # By hand a is of both issues and b of one; the record has both phrases in both. Precision of a: with itself 2/2,
    # with b 1/2; of b: with a 1/2, with itself 1/2.
    told = b_cubed(groups(a="pay rest", b="pay"), groups(a="1 2", b="1 2"))
    assert told.right / told.found == pytest.approx(((1 + 1 / 2) / 2 + (1 / 2 + 1 / 2) / 2) / 2)
    assert told.met / told.there == 1


def test_a_phrase_that_the_record_leaves_out_counts_in_recall_alone() -> None:
    told = b_cubed(groups(a="pay", b="pay"), groups(a="1", b=""))
    assert (told.right, told.found, told.there) == (1, 1, 2)
    assert told.met == pytest.approx(1 / 2)


def test_issues_are_counted_and_errors_told() -> None:
    by_hand = groups(a="pay", b="pay", c="rest", d="boats", it="", that="")
    names = {"1": "wages", "2": "nights"}
    told = compare("ferries", by_hand, groups(a="1", b="2", c="2", d="3", it="1", other="9"), names)
    assert (told.labelled, told.found, told.kept) == ((3, 1), (3, 1), (1, 2))
    assert told.notes == [
        "ferries: pay (2 phrases) is in 2",
        "    wages: a",
        "    nights: b",
        "ferries: the record's 'nights' mixes 2",
        "    pay: b",
        "    rest: c",
    ]
    assert "issues 3 (1 of two phrases or more), by hand 3 (1)" in told.line("ferries")


def test_a_negotiation_is_merged_gathered_and_compared(tmp_path: Path) -> None:
    folder = tmp_path / "ferries"
    folder.mkdir()
    for name, text in {
        "cast.txt": CAST,
        "01.txt": REPORT,
        "issues.txt": BY_HAND,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    [found] = negotiations(folder)
    assert not problems(found)
    told = measure(found)
    assert (told.labelled, told.b_cubed.there, told.kept[1]) == ((2, 1), 4, 1)
    assert told.b_cubed.right == told.b_cubed.found == 4


def test_errors_of_dev_and_other_sides_are_not_told() -> None:
    for side, name, show in (
        ("dev", None, True),
        ("dev", "any", False),
        ("test", None, False),
        ("train", "nowhere", False),
    ):
        with pytest.raises(Missing):
            score(side, name, show)


def test_the_corpus_is_scored(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def small(side: str) -> list[Negotiation]:
        text = labels("pay\n  higher wages\n")[0]
        return [Negotiation(Path(side), (), (), Links(), (), text)]

    monkeypatch.setattr(issues_score, "sorted_by_hand", small)
    monkeypatch.setattr("sys.argv", ["bench", "score", "issues", "--side", "train", "--show"])
    assert main() == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "train",
        "train",
        "train,",
        "train,",
        "each",
    ]


@pytest.mark.parametrize("side", ["train", "dev"])
def test_what_is_sorted_is_of_that_side_and_right(side: str) -> None:
    for found in sorted_by_hand(side):
        assert found.labels.groups
        assert not [one for one in problems(found) if not one.hint]


def test_names_are_given_for_ids() -> None:
    names: Mapping[str, str] = {}
    told = compare("ferries", groups(a="pay", b="pay"), groups(a="1"), names)
    assert told.notes == ["ferries: pay (2 phrases) is in 2", "    (no issue): b", "    1: a"]
