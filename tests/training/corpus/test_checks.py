"""The checker on small folders: what it asks of a report, of a cast, of links and of the split."""

from pathlib import Path

import pytest

from training.corpus.__main__ import main
from training.corpus.document import parse, write
from training.corpus.joins import problems
from training.corpus.negotiation import negotiations, split

CAST = """union organisation Ferry Union
firm organisation Ferry Company
chief person chief negotiator of the union | party union | office chief negotiator
port place the port
"""
TEXT = """{Tuesday|2025-02-18}: the {Ferry Union|union} met the {company|firm} at {the port|port} for {talks|m1}.
"There will be no deal without new rosters," {the union's chief negotiator|chief} said.
{ADVERTISEMENT|not-news}"""
BELOW = """s1 direct reject
  speaker chief | source `the union's chief negotiator` | cue `said` | content `There ~ rosters,`
m1 talks held
  when `Tuesday` | parties union firm | place port | evidence `the Ferry Union met ~ talks`
c1 without
  holder union | voice chief | trigger `without` | requires `new rosters` | blocks `deal`
  evidence `no deal without new rosters`
"""


def corpus(folder: Path, text: str = TEXT, below: str = BELOW, links: str = "M1 = 01.m1 | talks\n") -> Path:
    """A corpus of one negotiation with one report."""
    here = folder / "ferry"
    here.mkdir()
    (here / "cast.txt").write_text(CAST, encoding="utf-8")
    head = "outlet: Wire\nstyle: wire\npublished: 2025-02-19\npublished-from: header line\nlanguage: en\n"
    (here / "01.txt").write_text(f"{head}====\n{text}\n====\n{below}", encoding="utf-8")
    (here / "links.txt").write_text(links, encoding="utf-8")
    (folder / "split.txt").write_text("train: ferry\n", encoding="utf-8")
    return folder


def found(folder: Path) -> str:
    """The problems of a corpus as lines."""
    return "\n".join(str(one) for negotiation in negotiations(folder) for one in problems(negotiation))


def test_a_good_report_has_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(corpus(tmp_path)) == ""
    assert main(["check", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path / "ferry" / "01.txt")]) == 0
    assert main(["show", str(tmp_path / "ferry" / "01.txt")]) == 0
    assert "[There will be no deal without new rosters,]" in capsys.readouterr().out
    assert main(["bare", str(tmp_path / "ferry" / "01.txt")]) == 0
    assert "Tuesday: the Ferry Union met" in capsys.readouterr().out
    assert main(["stats", str(tmp_path)]) == 0
    assert "train ferry" in capsys.readouterr().out
    assert main(["rows", str(tmp_path)]) == 0
    assert '"split": "train"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{Tuesday|2025-02-18}", "Tuesday", "not marked as a time"),
        ("2025-02-18", "2025-02-31", "no value of time"),
        ("2025-02-18", "2025-02-17", "is a Monday"),
        ("{Tuesday|", "{March 2025|", "is in February"),
        ("for {talks|m1}", "for {talks|m1} in Skerrow Union Hall with Ferry Company", "bare here"),
        ("{company|firm}", "{company|boss}", "not in the cast"),
        ("{talks|m1}", "{talks|m2}", "No record m2"),
        ("{talks|m1}", "talks", "no words of the text are marked"),
        ("{the port|port}", "{the |port}port", "blank at its edge"),
        ("for {talks|m1}", "for {talks|m1} with the Ferry Union", "bare here"),
        ("2025-02-18", "2025-02-20", "held on 2025-02-20"),
    ],
)
def test_a_fault_in_the_text_is_found(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in found(corpus(tmp_path, TEXT.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("`There ~ rosters,`", '`"There ~ rosters,`', "right inside the quotation mark"),
        ("s1 direct", "s1 mixed", "holds quotation marks"),
        ("voice chief", "voice firm", "told by chief"),
        ("when `Tuesday`", "when `talks`", "not marked as a time"),
        ("parties union firm", "parties union crew", "does not belong"),
        ("parties union firm", "people union", "is a organisation"),
        ("`new rosters`", "`ADVERTISEMENT`", "not-news"),
        ("m1 talks held", "m1 talks conditional", "without a condition"),
        ("place port", "place port | channel pigeon", "does not belong"),
    ],
)
def test_a_fault_in_a_record_is_found(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in found(corpus(tmp_path, below=BELOW.replace(old, new)))


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ("M1 = 01.m2", "is no account"),
        ("M1 = 01.c1", "is no account"),
        ("M1 = 01.m1\nM2 = 01.m1", "joined twice"),
        ("M1 is 01.m1", "is no link"),
        ("dispute M3 status | held 01.m1 | denied 01.m1", "No entry M3"),
        ("M1 = 01.m1\ndispute M1 colour | red 01.m1 | blue 01.m1", "no field to dispute"),
        ("copies 01 02", "no report 02"),
    ],
)
def test_a_fault_in_the_links_is_found(tmp_path: Path, links: str, said: str) -> None:
    assert said in found(corpus(tmp_path, links=links))


def test_a_negotiation_must_be_on_one_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(tmp_path)
    (tmp_path / "split.txt").write_text("train: other\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 4
    assert "on no side" in capsys.readouterr().out
    (tmp_path / "split.txt").write_text("train: ferry\ntest: ferry\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1


CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def test_the_corpus_is_clean_and_split() -> None:
    all_of_them = negotiations(CORPUS)
    for negotiation in all_of_them:
        for _, document in negotiation.reports:
            assert parse(write(document)) == (document, [])
    wrong = [str(one) for negotiation in all_of_them for one in problems(negotiation) if not one.hint]
    assert not wrong, "\n".join(wrong)
    assert {one.name for one in all_of_them} <= set(split(CORPUS))
