"""Files of GMCR+: read, written, read again, with the fields that are not ours kept."""

import json
from typing import Any

import pytest

from pourparler.case.conflict.concepts import Concept, solve
from pourparler.case.conflict.condition import either, no, yes
from pourparler.case.conflict.gmcr import Preference, Saved, orders, read, write
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.model import Conflict, Direction, Option
from pourparler.case.conflict.order import ranking_of
from pourparler.core.errors import InputError


def body(**changes: Any) -> dict[str, Any]:
    """A strike as the tool would save it: two parties, five options, one of them held by name twice."""
    made: dict[str, Any] = {
        "program": "gmcr-py",
        "version": "0.4.12",
        "note": {"kept": [1, 2]},
        "options": [
            {"name": "Offer", "permittedDirection": "both", "colour": "red"},
            {"name": "Leave", "permittedDirection": "fwd"},
            {"name": "Leave", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {
                "name": "Mill",
                "options": [0, 1],
                "preferences": [{"compound": True, "members": [[[0, "N"], [2, "N"]]]}, [[1, "N"]]],
                "isCoalition": False,
            },
            {
                "name": "Union",
                "options": [2],
                "preferences": [
                    {"compound": True, "members": [[[0, "Y"]], [[2, "Y"]]]},
                ],
            },
        ],
        "infeasibles": [[[0, "Y"], [1, "Y"]]],
        "useManualPreferenceRanking": False,
        "coalitions": [[0, 1]],
    }
    return made | changes


def test_a_file_comes_back_as_it_was() -> None:
    text = json.dumps(body())
    saved = read(text)
    assert json.loads(write(saved)) == body()
    assert read(write(saved)) == saved
    options = saved.conflict.options
    assert [option.name for option in options] == ["Offer", "Leave (Mill)", "Leave (Union)"]
    assert [option.direction for option in options] == [Direction.BOTH, Direction.TAKE_ONLY, Direction.DROP_ONLY]
    assert len(draw(saved.conflict)) == 6


def test_priorities_and_rankings_of_a_file_are_orders() -> None:
    saved = read(json.dumps(body()))
    graph = draw(saved.conflict)
    assert ranking_of(orders(graph, saved)[1]) == ((2, 4, 5, 6), (1, 3))
    makers = body()["decisionMakers"]
    makers[0]["preferenceRanking"] = [6, [5, 4], 3, 2, 1]
    makers[1]["preferenceVector"] = [[1, 2, 3, 4, 5, 6]]
    by_hand = read(json.dumps(body(decisionMakers=makers, useManualPreferenceRanking=True)))
    assert [ranking_of(order) for order in orders(graph, by_hand)] == [
        ((6,), (4, 5), (3,), (2,), (1,)),
        ((1, 2, 3, 4, 5, 6),),
    ]
    assert json.loads(write(by_hand)) == body(decisionMakers=makers, useManualPreferenceRanking=True)


def test_what_is_changed_is_written_and_the_rest_kept() -> None:
    saved = read(json.dumps(body()))
    conflict = Conflict(saved.conflict.parties, saved.conflict.options, (yes("Offer", "Leave (Union)"),))
    changed = Saved(conflict, saved.preferences, saved.by_hand, saved.other)
    written = json.loads(write(changed))
    assert written["infeasibles"] == [[[0, "Y"], [2, "Y"]]]
    assert written == body(infeasibles=written["infeasibles"])


def test_a_conflict_of_ours_is_written_and_read_again() -> None:
    conflict = Conflict(
        ("one", "other"),
        (Option("one gives way", "one", Direction.DROP_ONLY), Option("other gives way", "other")),
        (either(yes("one gives way", "other gives way")),),
    )
    preferences = (Preference((yes("other gives way"), no("one gives way"))), Preference((), ((1, 2), (3,))))
    saved = read(write(Saved(conflict, preferences)))
    assert (saved.conflict, saved.preferences, saved.by_hand) == (conflict, preferences, False)
    solution = solve(draw(saved.conflict), orders(draw(saved.conflict), saved))
    assert solution.of(Concept.NASH) == (1, 3)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"options": None}, r"no \.gmcr file"),
        ({"infeasibles": [[[7, "Y"]]]}, r"no \.gmcr file"),
        ({"infeasibles": [[[0, "maybe"]]]}, r"no \.gmcr file"),
        ({"decisionMakers": [{"name": "a", "options": [0, 1, 2]}, {"name": "b", "options": [2]}]}, "belongs to"),
        ({"decisionMakers": [{"name": "a", "options": [0, 1, 2]}]}, "1 party is"),
    ],
)
def test_what_cannot_be_read_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(json.dumps(body(**changes)))


def test_no_json_and_merged_states_are_refused() -> None:
    with pytest.raises(InputError, match=r"no \.gmcr file"):
        read("<xml/>")
    merged = Conflict(("a", "b"), (Option("p", "a"), Option("q", "b")), merged=(yes("p"),))
    with pytest.raises(InputError, match="merged"):
        write(Saved(merged, (Preference(), Preference())))
