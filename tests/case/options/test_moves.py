"""Which moves are open by the record, by which entries."""

from pourparler.case.conditions.requirement import Whose
from pourparler.case.conflict.board import Move
from pourparler.case.options.moves import Proposal, key_of, propose
from tests.case.options.coast import MILL, PORT, UNION, asked, coast, first, told
from tests.record.drafts import Draft


def moves(*drafts: Draft) -> dict[tuple[str, str], Proposal]:
    found = asked(coast(*drafts))
    return {(one.card.party, one.card.name): one for one in propose(found.graph, found.cells_of, found.told)}


def test_conditions_refusals_and_talks_leave_moves_open() -> None:
    found = moves()
    assert {(party, name): one.card.move for (party, name), one in found.items()} == {
        (MILL, "grant pay rise"): Move.GRANT,
        (MILL, "refuse pay rise"): Move.REFUSE,
        (UNION, "waive pay rise"): Move.WAIVE,
        (PORT, "refuse night shifts"): Move.REFUSE,
        (UNION, "walk out of harbour meeting"): Move.WALK_OUT,
        (PORT, "walk out of harbour meeting"): Move.WALK_OUT,
        (UNION, f"walk out of talks with {MILL}"): Move.WALK_OUT,
        (MILL, f"walk out of talks with {UNION}"): Move.WALK_OUT,
    }
    record = coast()
    (condition,) = record.conditions
    grant = found[MILL, "grant pay rise"]
    assert (grant.entries, grant.whose) == ((condition.id,), Whose.TOLD)
    assert grant.places == condition.evidence
    entries = {one.id for one in record.conditions} | {one.id for one in record.positions}
    entries |= {one.id for one in record.meetings}
    assert all(one.entries and set(one.entries) <= entries and one.places for one in found.values())


def test_a_move_keeps_its_id_in_other_words() -> None:
    text = "Ann Lee said: no end of the strike until Mill raises pay."
    other = told("4.txt", text, "2025-03-06")
    words = "no end of the strike until Mill raises pay"
    other.requires(words, "an end of the strike", "a rise in pay", UNION, voiced_by="Ann Lee")
    found = asked(coast(first(), other))
    grants = [one for one in propose(found.graph, found.cells_of, found.told) if one.card.move is Move.GRANT]
    assert len(grants) == 1 and len(grants[0].entries) == len(found.graph.requirements)
    assert key_of(grants[0].card, found.graph.issues) == grants[0].id


def test_words_that_name_nobody_are_listed_for_those_with_a_part_in_it() -> None:
    text = "Port rejects the ferry tax. Mill demands the ferry tax. Ann Lee said: no peace unless there is a ferry tax."
    made = told("5.txt", text, "2025-03-06")
    made.stands("Port rejects the ferry tax", "rejects", "the ferry tax", PORT)
    made.stands("Mill demands the ferry tax", "demands", "the ferry tax", MILL)
    made.requires("no peace unless there is a ferry tax", "peace", "a ferry tax", UNION, voiced_by="Ann Lee")
    found = moves(made)
    assert {party for (party, name), one in found.items() if one.whose is Whose.OTHERS} == {MILL, PORT}
    assert (PORT, "refuse ferry tax") in found and (MILL, "refuse ferry tax") not in found


def test_a_phrase_that_says_nothing_is_no_move() -> None:
    made = told("6.txt", "Ann Lee said: no truce unless Mill does so.", "2025-03-06")
    made.requires("no truce unless Mill does so", "a truce", "so", UNION, voiced_by="Ann Lee")
    assert not [name for _, name in moves(made) if "so" in name.split()]
