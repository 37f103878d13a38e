"""Boards and hypotheses out of judgements: the last word holds, undo gives back what was there before."""

from datetime import UTC, datetime, timedelta

import pytest

from pourparler.case.conflict.board import Move
from pourparler.case.options.files import brought, file_of
from pourparler.case.options.model import Card, Limits, made, text_of
from pourparler.case.options.supposed import Boards, boards_of, party_called
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement, Verdict

CARDS = (Card("strike", "Union", Move.OTHER, "a strike"), Card("grant pay", "Mill", Move.GRANT, "pay"))
MODEL = made("pay", (), CARDS)
START = datetime(2025, 3, 1, tzinfo=UTC)


def modelled(number: int, text: str = "", name: str = "pay") -> Judgement:
    at = START + timedelta(minutes=number)
    return Judgement(f"j{number}", Verdict.MODELLED, (), "ana", at, "", value=text or text_of(MODEL), names=(name,))


def supposed(number: int, text: str, party: str = "Union", name: str = "h", **more: object) -> Judgement:
    at = START + timedelta(minutes=number)
    return Judgement(
        f"j{number}", Verdict.SUPPOSED, more.pop("accounts", ()), "ana", at, "so", more.pop("variant", None), text,  # type: ignore[arg-type]
        names=("pay", name, party),
    )  # fmt: skip


def boards(*judgements: Judgement) -> Boards:
    return boards_of(judgements, {"a1": "p1"}.get)


def test_the_last_word_holds() -> None:
    other = text_of(made("pay", (), CARDS, Limits(infeasible=("strike and grant pay",))))
    found = boards(modelled(1), supposed(2, "strike"), supposed(3, "not strike"), modelled(4, other)).called("PAY")
    assert len(found.model.infeasible) == 1
    assert [one.supposed.text for one in found.supposed] == ["not strike"]
    before = boards(modelled(1), supposed(2, "strike")).called("pay")
    assert before.model == MODEL and before.hypotheses[0].rests_on == "assumed"


def test_a_hypothesis_rests_on_the_entries_that_have_its_accounts_now() -> None:
    (one,) = boards(modelled(1), supposed(2, "strike", accounts=("a1", "a2"))).called("pay").supposed
    assert (one.supposed.entries, one.supposed.lost) == (("p1",), 1)


def test_a_hypothesis_that_does_not_fit_any_more_is_told_and_left_out() -> None:
    kept = boards(modelled(1), supposed(2, "walk out"), supposed(3, "strike", "Port", "g")).called("pay")
    assert kept.hypotheses == () and len(kept.supposed) == 2
    assert "walk out" in kept.supposed[0].problem and "Port" in kept.supposed[1].problem


def test_a_board_that_cannot_be_read_is_told() -> None:
    found = boards(modelled(1, "{}"), modelled(2, name="other"))
    assert [name for name, _ in found.broken] == ["pay"] and [one.name for one in found.kept] == ["other"]
    with pytest.raises(InputError, match="no board 'oter'") as raised:
        found.called("oter")
    assert "Did you mean other" in raised.value.todo
    with pytest.raises(InputError) as raised:
        boards().called("x")
    assert "board-make" in raised.value.todo


def test_parties_by_their_beginning() -> None:
    assert party_called(MODEL, "uni") == "Union"
    with pytest.raises(InputError, match="'Port' is no party"):
        party_called(MODEL, "Port")


def test_a_board_as_a_file_and_back() -> None:
    limits = Limits(infeasible=("strike and grant pay",), kept=("strike",))
    text = text_of(made("pay", (), CARDS, limits))
    kept = boards(
        modelled(1, text),
        supposed(2, "prefer: grant pay; not strike"),
        supposed(3, "order: 1 > 2 > 3", "Mill", "g"),
    ).called("pay")
    made_file = file_of(kept)
    assert made_file.left_out == ()
    again = brought("again", made_file.text)
    assert again.model.conflict == kept.model.conflict
    assert dict(again.preferences) == {"Union": "order: 3 > 1 > 2", "Mill": "order: 1 > 2 > 3"}


def test_what_a_file_cannot_say_is_told() -> None:
    kept = boards(modelled(1), supposed(2, "strike > grant pay"), supposed(3, "grant pay", "Mill", "g", variant="a"),
                  supposed(4, "not grant pay", "Mill", "i", variant="b")).called("pay")  # fmt: skip
    told = " ".join(file_of(kept).left_out)
    assert "leave its order open" in told and "rivals" in told
    assert "Nothing is supposed of Union" in " ".join(file_of(boards(modelled(1)).called("pay")).left_out)
    priorities = boards(modelled(1), supposed(2, "prefer: strike")).called("pay")
    assert "pairs of states are unknown" in file_of(priorities).left_out[0]
    assert dict(brought("x", file_of(priorities).text).preferences) == {"Union": "prefer: strike; rest equal"}
    merged = text_of(made("pay", (), CARDS, Limits(merged=("strike",))))
    with pytest.raises(InputError, match="merged"):
        file_of(boards(modelled(1, merged)).called("pay"))
    with pytest.raises(InputError, match=r"no \.gmcr file"):
        brought("x", "{}")
