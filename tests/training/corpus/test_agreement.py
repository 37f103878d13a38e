"""How far two annotations agree, on small reports of our own."""

from pathlib import Path

import pytest

from pourparler.core.evidence import Span
from training.corpus.__main__ import main
from training.corpus.agreement import Sums, compare, doubles, unlike
from training.corpus.finds import Find, pairs, points
from training.corpus.joins import problems

CAST = """union organisation Ferry Union
firm organisation Ferry Company
chief person chief negotiator of the union | party union | office chief negotiator
port place the port
"""
HEAD = "outlet: Wire\nstyle: wire\npublished: 2025-02-19\npublished-from: header line\nlanguage: en\n"
FIRST = """{Tuesday|2025-02-18}: the {Ferry Union|union} met the {Ferry Company|firm} at {the port|port} for {talks|m1}.
"There will be no deal without new rosters," {the union's chief negotiator|chief} said. {A clerk|clerk}
made {tea|m2}.
====
clerk person clerk of the port
s1 direct reject
  speaker chief | source `the union's chief negotiator` | cue `said` | content `There ~ rosters,`
s2 indirect say
  speaker clerk | content `tea`
m1 talks held
  when `Tuesday` | parties union firm | place port | evidence `the Ferry Union met ~ talks` | title = talks at the port
m2 meeting held
  evidence `made tea`
p1 rejects
  party union | voice chief | issue `deal` = a deal | condition c1 | evidence `There will be no deal`
c1 without
  holder union | voice chief | trigger `without` | requires `new rosters` | blocks `deal`
  evidence `no deal without new rosters`
i1 agreement
  title `deal` | voice chief | proposed `There will be no deal`
"""
SECOND = """{Tuesday|2025-02-18}: the {Ferry Union|union} met the {Ferry Company|firm} at the port for {talks|m1}.
"There will be no {deal|i1} without new rosters," {the union's {chief negotiator|office}|chief} said. {A clerk|boy}
made tea.
====
boy person boy at the port
s1 direct demand
  speaker chief | source `the union's chief negotiator` | cue `said` | content `There ~ rosters,`
s2 indirect say
  speaker boy | content `made tea`
m1 meeting held
  when `Tuesday` | parties firm union | evidence `met the Ferry Company` | title = the port talks
p1 rejects
  party union | voice chief | issue `deal` = a deal | condition c2 | evidence `There will be no deal ~ new rosters`
c2 without
  holder union | voice chief | trigger `without` | requires `new rosters` | blocks `deal`
  evidence `no deal without new rosters`
i1 agreement
  title `deal` | voice chief | rejected `There will be no deal`
"""


def written(folder: Path, report: str) -> None:
    """One negotiation with one report in a folder."""
    folder.mkdir(parents=True)
    (folder / "cast.txt").write_text(CAST, encoding="utf-8")
    (folder / "01.txt").write_text(f"{HEAD}====\n{report}", encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one report in two annotations."""
    written(tmp_path / "ferry", FIRST.replace("no deal without", "no {deal|i1} without", 1))
    written(tmp_path / "second" / "ferry", SECOND)
    (tmp_path / "split.txt").write_text("train: ferry\n", encoding="utf-8")
    return tmp_path


def test_finds_match_by_half_of_the_shorter_one_to_one_the_best_first() -> None:
    def find(name: str, *places: tuple[int, int], value: str = "") -> Find:
        return Find(name, points([Span(*one) for one in places]), (value,))

    whole, start, far = find("whole", (0, 10)), find("start", (0, 4)), find("far", (20, 30))
    assert pairs([whole], [find("less", (6, 18))]) == []
    assert [(a.name, b.name) for a, b in pairs([whole, start], [find("x", (0, 4)), find("y", (0, 9))])] == [
        ("whole", "y"),
        ("start", "x"),
    ]
    assert [b.name for _, b in pairs([far], [find("z", (20, 29)), find("w", (20, 30))])] == ["w"]
    alike = [find("no", (0, 10), value="held"), find("yes", (0, 10), value="planned")]
    assert [b.name for _, b in pairs([find("a", (0, 10), value="planned")], alike)] == ["yes"]


def test_kinds_values_and_fields_are_counted(corpus: Path) -> None:
    sums = compare(corpus)
    assert (sums.first["meeting"], sums.second["meeting"], sums.both["meeting"]) == (2, 1, 1)
    assert sums.f1("meeting") == pytest.approx(2 / 3)
    assert sums.f1("statement") == sums.f1("condition") == sums.f1("instrument") == 1.0
    assert sums.share("statement", "act") == 0.5
    assert sums.share("meeting", "kind") == 0.0
    assert sums.share("meeting", "status") == 1.0
    assert sums.share("meeting", "parties") == 1.0
    assert sums.share("meeting", "title") == 1.0
    assert sums.told["meeting", "place"] == 1
    assert sums.share("meeting", "place") == 0.0
    assert sums.told["instrument", "states"] == 2
    assert sums.share("instrument", "states") == 0.0
    assert sums.told["meeting", "round"] == 0


def test_an_actor_of_the_report_alone_is_known_by_its_marks_and_a_condition_by_its_match(corpus: Path) -> None:
    sums = compare(corpus)
    assert sums.share("statement", "speaker") == 1.0
    assert sums.share("position", "condition") == 1.0
    assert (sums.first["actors"], sums.second["actors"], sums.both["actors"]) == (5, 4, 4)
    assert sums.f1("posts") == 0.0


def test_nothing_compared_is_full_agreement() -> None:
    assert Sums().f1("meeting") == Sums().share("meeting", "status") == 1.0


def test_the_table_and_the_differences_are_printed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", str(corpus)]) == 0
    assert "meeting                    2      1     1  0.67" in capsys.readouterr().out
    assert main(["agreement", str(corpus), "--show", "ferry"]) == 0
    out = capsys.readouterr().out
    assert "ferry/01 statement act: s1 reject | s1 demand" in out
    assert "ferry/01 meeting : m2 meeting held ‘made tea’ | —" in out
    (corpus / "split.txt").write_text("test: ferry\n", encoding="utf-8")
    assert main(["agreement", str(corpus), "--show", "ferry"]) == 2
    assert capsys.readouterr().out == ""


def test_the_second_annotation_is_checked_and_has_the_same_text(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "second" not in _checked(corpus, capsys).replace("the port", "")
    other = corpus / "second" / "ferry" / "01.txt"
    other.write_text(f"{HEAD}====\n{SECOND.replace('made tea', 'made teas')}", encoding="utf-8")
    assert "not that of the first" in _checked(corpus, capsys)
    other.write_text(f"{HEAD}====\n{SECOND.replace('condition c2', 'condition c9')}", encoding="utf-8")
    assert "'c9' does not belong here" in _checked(corpus, capsys)


def _checked(corpus: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["check", str(corpus)])
    return capsys.readouterr().out


CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def test_thirty_reports_of_the_corpus_are_annotated_twice_over_one_text() -> None:
    again = [second for _, second in doubles(CORPUS)]
    assert sum(len(one.reports) for one in again) >= 30
    assert not list(unlike(CORPUS))
    wrong = [str(one) for negotiation in again for one in problems(negotiation) if not one.hint]
    assert not wrong, "\n".join(wrong)
