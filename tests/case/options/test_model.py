"""Boards as people make them: what is refused, what is kept, and what is read back."""

import pytest

from pourparler.case.conflict.board import Move
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.model import Direction
from pourparler.case.options.model import Card, Limits, board_name, limits_of, made, model_of, option_name, text_of
from pourparler.case.options.terms import written
from pourparler.core.errors import InputError

STRIKE = Card("strike", "Union", Move.OTHER, "a strike")
PAY = Card("grant pay", "Mill", Move.GRANT, "pay")
NO_PAY = Card("refuse pay", "Mill", Move.REFUSE, "pay")


def test_a_board_is_kept_and_read_back() -> None:
    limits = Limits(("strike and grant pay",), ("not strike",), ("Strike",), ("grant pay",))
    model = made("  The   autumn", ("Port",), (STRIKE, PAY), limits)
    assert model.name == "The autumn" and model.parties == ("Port", "Union", "Mill")
    assert [card.direction for card in model.cards] == [Direction.TAKE_ONLY, Direction.DROP_ONLY]
    assert model_of("The autumn", text_of(model)) == model
    assert text_of(model_of("The autumn", text_of(model))) == text_of(model)
    assert made(model.name, model.parties, model.cards, limits_of(model)) == model


def test_what_one_party_both_grants_and_refuses_cannot_be() -> None:
    model = made("b", (), (STRIKE, PAY, NO_PAY))
    assert list(map(written, model.infeasible)) == ["grant pay and refuse pay"]
    assert len(draw(model.conflict)) == 6
    assert made("b", (), model.cards, limits_of(model)) == model


def test_options_of_one_name_get_their_holders() -> None:
    other = Card("grant pay", "Port", Move.GRANT, "pay")
    assert made("b", (), (PAY, other)).options == ("grant pay by Mill", "grant pay by Port")
    long = "x" * 80
    names = made("b", (), (Card(long, "Mill", Move.OTHER, ""), Card(long, "Port", Move.OTHER, ""))).options
    assert len(set(names)) == 2 and max(map(len, names)) <= 60


def test_names_fit_a_table() -> None:
    assert option_name('grant "pay";\nnow') == "grant pay now"
    assert option_name("grant " + "word " * 30).endswith("…")
    for name in ("", "a/b", "a.json", "-a", "x" * 61):
        with pytest.raises(InputError, match="name of a board"):
            board_name(name)


@pytest.mark.parametrize(
    ("cards", "limits", "said"),
    [
        ((STRIKE,), Limits(), "1 party is"),
        (tuple(Card(f"o{n}", f"p{n}", Move.OTHER, "") for n in range(7)), Limits(), "7 parties"),
        (tuple(Card(f"o{n}", f"p{n % 2}", Move.OTHER, "") for n in range(13)), Limits(), "13 options"),
        ((STRIKE, PAY), Limits(infeasible=("strike and pay",)), "“pay” is no option"),
        ((STRIKE, PAY), Limits(kept=("pay",)), "'pay' is no option"),
        ((STRIKE, STRIKE, PAY), Limits(), "is there 2 times"),
        ((STRIKE, PAY), Limits(infeasible=("strike or not strike",)), "rules out every one"),
    ],
)
def test_what_cannot_be_solved_is_refused(cards: tuple[Card, ...], limits: Limits, said: str) -> None:
    with pytest.raises(InputError, match=said):
        made("b", (), cards, limits)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"parties":["a"],"options":[{"name":"x"}]}'])
def test_a_text_that_keeps_no_board_is_told(text: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        model_of("b", text)
