"""Parts join the entry that their traits speak for most, whatever is missing, and only where enough speaks for it."""

from pourparler.record.merging.gathering import FIRST, LAST, gather
from pourparler.record.merging.weights import Weights, days_apart, load_weights

ALIKE = Weights(-2.0, {"same letter": 2.0, "same case": 1.0})


def compare(one: str, other: str) -> list[str] | None:
    if {one[0], other[0]} == {"x", "y"}:
        return None
    found = ["same letter"] if one[0].lower() == other[0].lower() else []
    return [*found, "same case"] if one.islower() is other.islower() else found


def test_a_part_joins_what_its_traits_speak_for() -> None:
    assert gather(["ab", "ac", "Ad", "bz"], lambda told: ["all"], compare, ALIKE) == [["ab", "ac", "Ad"], ["bz"]]


def test_what_shares_no_mark_or_cannot_be_one_stays_apart() -> None:
    assert gather(["ab", "ac"], lambda told: [told], compare, ALIKE) == [["ab"], ["ac"]]
    assert gather(["xa", "ya"], lambda told: ["all"], compare, Weights(9.0, {})) == [["xa"], ["ya"]]


def test_a_long_entry_is_known_by_its_first_and_last_parts() -> None:
    many = [f"a{number}" for number in range(FIRST + LAST + 4)]
    assert gather(many, lambda told: ["all"], compare, ALIKE) == [many]


def test_every_kind_that_is_weighed_has_its_weights() -> None:
    weights = load_weights()
    assert set(weights) == {"position", "condition", "instrument"}
    assert weights["position"].score(["issue: the same"]) > weights["position"].score(["issue: other words"])
    assert weights["position"].score(["a trait that nobody has seen"]) == weights["position"].base


def test_days_apart_are_told_in_steps() -> None:
    assert [days_apart(days) for days in (0, 2, 30, 900)] == [
        "within 1 days",
        "within 3 days",
        "within 31 days",
        "over 200 days",
    ]
