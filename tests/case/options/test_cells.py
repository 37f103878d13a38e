"""The cells of a board out of the record: who asks, who intends, who doubts, each by its entries."""

from pourparler.case.conflict.board import Board, Move, Row, Standing
from pourparler.case.options.cells import board_of
from pourparler.case.options.doubts import says_doubt
from pourparler.case.options.model import Card, made
from pourparler.core.entry import CaseRecord
from tests.case.options.coast import MILL, PORT, UNION, asked, coast, first, second, told

GRANT = Card("grant a pay rise", MILL, Move.GRANT, "a pay rise")
WAIVE = Card("waive the pay rise", UNION, Move.WAIVE, "a pay rise")
REFUSE = Card("refuse night shifts", PORT, Move.REFUSE, "night shifts")
STRIKE = Card("strike", UNION, Move.OTHER, "a strike")


def board(record: CaseRecord, *cards: Card) -> Board:
    return board_of(made("coast", (UNION, MILL, PORT), cards or (GRANT, WAIVE, REFUSE, STRIKE)), asked(record))


def row(record: CaseRecord, card: Card) -> Row:
    return next(one for one in board(record).rows if one.option.name == card.name)


def test_a_condition_is_a_position_an_offer_an_intention_and_doubt_is_told() -> None:
    record = coast()
    found = row(record, GRANT)
    assert [(said.party, said.taken, said.entries) for said in found.positions] == [
        (UNION, True, (record.conditions[0].id,))
    ]
    assert found.intention is not None and (found.intention.party, found.intention.taken) == (MILL, True)
    offers = {one.id for one in record.positions if one.party == MILL} | {
        one.id for one in record.statements if one.act.value == "offer"
    }
    assert set(found.intention.entries) == offers and {one.voice for one in found.intention.basis} == {"own voice"}
    (doubt,) = found.doubts
    assert doubt.party == UNION and "doubted" in doubt.basis[0].evidence[0].text
    assert found.standing is Standing.DOUBTED


def test_without_an_intention_or_a_doubt_the_cell_is_empty() -> None:
    found = row(coast(first()), GRANT)
    assert found.positions and found.intention is None and found.doubts == ()
    assert found.standing is Standing.UNKNOWN
    empty = row(coast(), STRIKE)
    assert (empty.positions, empty.intention, empty.doubts) == ((), None, ())


def test_what_is_rejected_is_refused_and_a_condition_that_stands_is_not_waived() -> None:
    refused, waived = row(coast(), REFUSE), row(coast(), WAIVE)
    assert [(said.party, said.taken) for said in refused.positions] == [(PORT, True)]
    assert refused.positions[0].basis[0].voice == "the outlet's account" and refused.intention is None
    assert [(said.party, said.taken) for said in waived.positions] == [(UNION, False)]
    assert waived.intention is None


def test_the_last_word_of_the_holder_is_its_intention() -> None:
    later = told("7.txt", "Bo Day said Mill rejects a pay rise.", "2025-03-08")
    later.stands("Mill rejects a pay rise", "rejects", "a pay rise", MILL, voiced_by="Bo Day")
    later.says("Mill rejects a pay rise", "Bo Day", "reject", party=MILL)
    found = row(coast(first(), second(), later), GRANT)
    assert found.intention is not None and not found.intention.taken
    assert found.standing is Standing.REFUSED


def test_words_of_one_day_that_say_both_leave_it_unknown() -> None:
    same = told("7.txt", "Bo Day said Mill rejects a pay rise.", "2025-03-04")
    same.stands("Mill rejects a pay rise", "rejects", "a pay rise", MILL, voiced_by="Bo Day")
    same.says("Mill rejects a pay rise", "Bo Day", "reject", party=MILL)
    found = row(coast(first(), second(), same), GRANT)
    assert found.intention is None and {said.taken for said in found.torn} == {True, False}
    assert set(found.entries) >= {entry for said in found.torn for entry in said.entries}
    assert found.standing is Standing.CONTESTED


def test_another_partys_account_is_no_intention() -> None:
    later = told("7.txt", "Ann Lee said Mill rejects a pay rise.", "2025-03-08")
    later.stands("Mill rejects a pay rise", "rejects", "a pay rise", MILL, voiced_by="Ann Lee")
    later.says("Mill rejects a pay rise", "Ann Lee", "say", party=UNION)
    found = row(coast(first(), later), GRANT)
    assert found.intention is None


def test_words_of_doubt() -> None:
    for text in (
        "doubts that the mill will pay",
        "called it a bluff",
        "they are playing for time",
        "does not believe the mill will pay",
        "the mill is not ready to pay",
        "has no intention of paying",
    ):
        assert says_doubt(text), text
    for text in ("the mill will pay", "is ready to pay", "believes that the mill will pay", "serious progress"):
        assert not says_doubt(text), text
