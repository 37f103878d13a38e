"""The options board: how words on an option stand to one another, each with entries behind it."""

import pytest

from pourparler.case.conflict.board import Doubt, Move, Row, Said, Standing, conflict_of, lay_out
from pourparler.case.conflict.condition import yes
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.model import Option
from pourparler.core.errors import InputError

PAY, STRIKE = Option("raise pay", "mill"), Option("strike", "union")
ASKED = Said("union", True, ("p1",))


def test_words_on_an_option_stand_to_one_another() -> None:
    will, wont = Said("mill", True, ("s1",)), Said("mill", False, ("s2",))
    other = Said("mill", False, ("p2",))
    doubt = Doubt("union", ("s3", "p1"))
    rows = {
        Standing.REFUSED: Row(PAY, Move.GRANT, (ASKED,), wont, (doubt,)),
        Standing.CONTESTED: Row(PAY, Move.GRANT, (ASKED, other)),
        Standing.DOUBTED: Row(PAY, Move.GRANT, (ASKED,), will, (doubt,)),
        Standing.ALIGNED: Row(PAY, Move.GRANT, (ASKED,), will),
        Standing.UNKNOWN: Row(PAY, Move.GRANT, (ASKED,)),
    }
    for standing, row in rows.items():
        assert row.standing is standing
    assert Row(PAY, Move.GRANT, (), will).standing is Standing.UNKNOWN
    assert rows[Standing.DOUBTED].entries == ("p1", "s1", "s3")


def test_a_board_is_a_conflict() -> None:
    board = lay_out(("mill", "union"), (Row(PAY, Move.GRANT, (ASKED,)), Row(STRIKE, Move.WALK_OUT)))
    assert len(draw(conflict_of(board))) == 4
    assert len(draw(conflict_of(board, (yes("raise pay", "strike"),)))) == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(PAY, Move.GRANT, (Said("union", True, ()),)), "no entry"),
        (Row(PAY, Move.GRANT, (Said("press", True, ("x",)),)), "'press'"),
        (Row(PAY, Move.GRANT, (), Said("union", True, ("x",))), "cannot say what"),
        (Row(PAY, Move.GRANT, (), None, (Doubt("mill", ("x",)),)), "its own intention"),
        (Row(Option("x", "nobody"), Move.OTHER), "'nobody' is no party"),
    ],
)
def test_a_cell_without_words_is_refused(row: Row, said: str) -> None:
    with pytest.raises(InputError, match=said):
        lay_out(("mill", "union"), (row,))
