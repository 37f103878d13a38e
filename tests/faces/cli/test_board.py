"""The commands of boards on a record file made by hand: looking, making, supposing, asking, files, undo."""

import json
from pathlib import Path

import pytest

from pourparler.case.conflict.board import Move
from pourparler.case.options.model import Card, Limits, text_of
from pourparler.case.options.model import made as made_board
from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from pourparler.record.judging import model_board, sign
from pourparler.record.judging import suppose as suppose_act
from pourparler.record.opening import open_store
from tests.case.options.coast import first, planned, second
from tests.faces.system.lake import FORBIDDEN

UNION = "Crews' Union"
CARDS = (Card("strike", UNION, Move.OTHER, "a strike"), Card("raise pay", "Mill", Move.GRANT, "a pay rise"))
MAKE = ["board-make", "pay", "--option", f"{UNION}: strike", "--option", "Mill: grant a pay rise = raise pay"]


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Every command of a test looks at the record of the coast."""
    path = tmp_path / "coast.db"
    with open_store(path, create=True) as store:
        for each in (first(), second(), planned()):
            each.put(store)
    monkeypatch.setenv("POURPARLER_RECORD", str(path))
    monkeypatch.setenv("POURPARLER_BY", "ana")
    monkeypatch.setenv("COLUMNS", "100")
    return path


def words(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed, its lines joined."""
    told = capsys.readouterr()
    return " ".join((told.out + told.err).split())


def values(capsys: pytest.CaptureFixture[str], *command: str) -> dict[str, object]:
    """What a command gives as JSON."""
    assert main([*command, "--json"]) == OK
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def made(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """The board of most tests."""
    assert main([*MAKE, *more]) == OK
    return words(capsys)


def test_open_moves_lead_to_a_board_with_words_behind_every_cell(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board"]) == OK
    shown = words(capsys)
    assert "No board has been made yet" in shown and "Mill: grant “pay rise”" in shown
    assert "by public statements" in shown
    moves = values(capsys, "board")["moves"]
    assert isinstance(moves, list)
    grant = next(one for one in moves if one["name"] == "grant pay rise")
    command = ["board-make", "pay", "-o", f"{grant['id'][:7]} = raise pay", "-o", f"{UNION}: strike", "--party", "port"]
    assert main(command) == OK
    assert "Laid out the board" in words(capsys)
    assert main(["board", "PAY"]) == OK
    shown = words(capsys)
    assert "Mill: raise pay Doubted" in shown and "says it will do it: offers, own voice" in shown
    assert f"The {UNION} says it doubts that" in shown or f"{UNION} says it doubts that" in shown
    assert "“she doubted that Mill would ever grant the pay rise”" in shown
    row = values(capsys, "board", "pay")["rows"][0]  # type: ignore[index]
    assert row["standing"] == "doubted" and row["doubts"][0]["basis"][0]["evidence"]


def test_hypotheses_and_what_follows_from_them(capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys)
    condition = values(capsys, "board")["moves"][0]["entries"][0]  # type: ignore[index]
    supposing = ["suppose", "pay", "its demand", "crews", "prefer: raise pay; not strike", "--because", "told in March"]
    assert main([*supposing, "--rests-on", condition]) == OK
    assert "rests on condition" in words(capsys)
    assert main(["suppose", "pay", "costs", "Mill", "not strike > raise pay", "--because", "a guess"]) == OK
    capsys.readouterr()
    assert main(["stability", "pay"]) == OK
    shown = words(capsys)
    assert "4 states" in shown and "What is supposed" in shown and "rests on c" in shown and "assumed" in shown
    assert "no party moving twice in a row" in shown
    found = values(capsys, "stability", "pay", "--rule", "single", "--party", "mill")
    assert found["rule"] == "one_move_of_one_party" and found["party"] == "Mill" and len(found["states"]) == 4  # type: ignore[arg-type]
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]


def test_rivals_and_orders_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys, "--option", f"{UNION}: leave", "--option", "Port: open", "--option", "Port: close")
    for variant, statement in (("old owner", "raise pay"), ("new owner", "not raise pay")):
        assert main(["suppose", "pay", variant, "Mill", statement, "--because", "x", "--variant", variant]) == OK
    found = values(capsys, "stability", "pay", "--drawn", "20", "--seed", "7") if not capsys.readouterr().err else {}
    assert found["exact"] or (found["drawn"], found["seed"]) == (20, 7)
    assert found["orders"] == {UNION: None, "Mill": None, "Port": None}
    assert main(["stability", "pay", "--drawn", "20", "--seed", "7"]) == OK
    shown = words(capsys)
    assert "exact for every order" in shown or "20 orders drawn (seed 7)" in shown


def test_undo_takes_back_any_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "--format", "json"])
    before = capsys.readouterr().out
    made(capsys)
    made(capsys, "--infeasible", "strike and raise pay")
    assert main(["suppose", "pay", "h", "Mill", "not raise pay", "--because", "x"]) == OK
    assert main(["undo", "1"]) == OK
    assert values_of_board(capsys)["hypotheses"] == []
    assert main(["undo", "1"]) == OK
    assert values_of_board(capsys)["infeasible"] == []
    assert main(["undo", "1"]) == OK
    capsys.readouterr()
    assert main(["board", "pay"]) == FAILED
    assert "board-make" in words(capsys)
    main(["export", "--format", "json"])
    assert capsys.readouterr().out == before


def values_of_board(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    found: dict[str, object] = values(capsys, "board", "pay")["board"]  # type: ignore[assignment]
    return found


def test_a_file_goes_out_and_comes_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    made(capsys, "--infeasible", "strike and raise pay", "--irreversible", "strike")
    main(["suppose", "pay", "h", "Mill", "prefer: not strike; not raise pay; rest equal", "--because", "x"])
    file = tmp_path / "pay.gmcr"
    assert main(["board", "pay", "--export", str(file)]) == OK
    assert "Nothing is supposed of Crews' Union" in words(capsys)
    assert main(["board-make", "again", "--import", str(file), "--because", "from a colleague"]) == OK
    capsys.readouterr()
    board = values(capsys, "board", "again")["board"]
    assert isinstance(board, dict)
    assert board["infeasible"] == ["strike and raise pay"]
    assert [one["direction"] for one in board["options"]] == ["take_only", "both"]
    (hypothesis,) = board["hypotheses"]
    assert hypothesis["assumed"] and "pay.gmcr" in hypothesis["because"]
    assert hypothesis["statements"] == ["prefer: not strike; not raise pay; rest equal"]
    assert main(["board", "pay", "--export", "-"]) == OK
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["board", "pya"], FAILED, "Did you mean pay?"),
        (["board", "--export", "x.gmcr"], FAILED, "Name it"),
        (["stability", "pay", "--rule", "standrad"], USAGE, "Did you mean standard?"),
        (["stability", "pay", "--party", "Port"], FAILED, "Its parties: Crews' Union, Mill"),
        (["suppose", "pay", "h", "Mill", "raise pya", "--because", "x"], FAILED, "Did you mean raise pay?"),
        (["suppose", "pay", "h", "Mill", "raise pay"], FAILED, "a name and a reason"),
        (["suppose", "pay", "h", "Mill", "raise pay", "--because", "x", "--rests-on", "c000"], FAILED, "c000"),
        (["suppose", "pay", "h", "Mill", "raise pay", "not raise pay", "--because", "x"], FAILED, "contradict"),
        (["suppose", "pay", "h", "Mill", "order: 5 > 1", "--because", "x"], FAILED, "no state 5"),
        (["board-make", "a/b", "-o", "Mill: x", "-o", "Port: y"], FAILED, "name of a board"),
        (["board-make", "b"], FAILED, "without an option"),
        (["board-make", "b", "-o", "zzz"], FAILED, "PARTY: what it does"),
        (["board-make", "b", "-o", "Mill: x"], FAILED, "2 to 6"),
        (["board-make", "b", *[f"-oMill: m{n}" for n in range(12)], "-oPort: y"], FAILED, "13 options"),
        (["board-make", "b", "--import", "none.gmcr"], FAILED, "none.gmcr"),
        (["board-make", "b", "--import", "none.gmcr", "-o", "Mill: x"], FAILED, "Leave out --option"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_type(
    command: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(capsys)
    assert main(command) == code
    assert said in words(capsys)


def test_a_party_by_any_name_and_one_that_no_report_tells_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board-make", "b", "-o", "mill: pay", "-o", "Mil: pay"]) == OK
    shown = words(capsys)
    assert "Mill: pay by Mill" in shown and "called 'Mil'; it is kept as written" in shown


def test_one_name_is_one_hypothesis(capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys)
    assert main(["suppose", "pay", "h", "Mill", "raise pay", "--because", "x"]) == OK
    assert main(["suppose", "pay", "h", "Mill", "raise pay", "--because", "x"]) == OK
    assert "Nothing added" in words(capsys)
    assert main(["suppose", "pay", "H", "Mill", "not raise pay", "--because", "y"]) == OK
    assert [one["statements"] for one in values_of_board(capsys)["hypotheses"]] == [["not raise pay"]]  # type: ignore[attr-defined]
    assert main(["suppose", "pay", "h", UNION, "raise pay", "--because", "x"]) == FAILED
    assert "a hypothesis on Mill already" in words(capsys)


@pytest.mark.parametrize("command", ["board", "board-make", "suppose", "stability"])
def test_help_begins_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == OK
    shown = capsys.readouterr().out
    assert shown.index("Examples:") < shown.index("Options:")
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]


def test_two_hundred_edits_undone_leave_the_export_byte_identical(
    capsys: pytest.CaptureFixture[str], record: Path
) -> None:
    main(["export", "--format", "json"])
    before = capsys.readouterr().out
    with open_store(record) as store:
        acts = []
        for number in range(100):
            signed = sign("ana", f"edit {number}", store.judgements(withdrawn=True))
            limits = Limits(infeasible=("strike and raise pay",) if number % 2 else ())
            model = made_board(f"board {number % 7}", (), CARDS, limits)
            account = store.holdings().accounts[number % 3]
            text = "raise pay > strike" if number % 2 else "not strike"
            acts.append(model_board(model.name, text_of(model), signed))
            acts.append(suppose_act((model.name, f"h{number % 5}", "Mill"), text, (account,), signed))
            for act in acts[-2:]:
                store.add_judgements(act)
    assert len(acts) == 200
    boards = values(capsys, "board")["boards"]
    assert len(boards) == 7 and sum(len(one["hypotheses"]) for one in boards) == 35  # type: ignore[arg-type, attr-defined, misc]
    assert main(["undo", "200"]) == OK
    capsys.readouterr()
    assert values(capsys, "board")["boards"] == []
    main(["export", "--format", "json"])
    assert capsys.readouterr().out == before
