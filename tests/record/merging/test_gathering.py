"""Parts join the entry that their traits speak for most, whatever is missing, and only where enough speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.core.account import Account, Voice
from pourparler.core.evidence import Span
from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import EntryKind, Stance
from pourparler.record.merging.gathering import FIRST, LAST, Rule, gather
from pourparler.record.merging.weights import Weights, days_apart, load_weights

ALIKE = Weights(-2.0, {"same letter": 2.0, "same case": 1.0})


@dataclass(frozen=True, slots=True)
class Told:
    words: str

    @property
    def accounts(self) -> tuple[Account, ...]:
        frame = PositionFrame(Span(0, 1), Stance.DEMANDS, self.words)
        return (Account(self.words, "r", EntryKind.POSITION, frame, Voice(outlet=True), ()),)


def compare(one: Told, other: Told) -> list[str] | None:
    mine, theirs = one.words, other.words
    if {mine[0], theirs[0]} == {"x", "y"}:
        return None
    found = ["same letter"] if mine[0].lower() == theirs[0].lower() else []
    return [*found, "same case"] if mine.islower() is theirs.islower() else found


def gathered(told: Sequence[str], weights: Weights = ALIKE, mark: str = "all", **apart: str) -> list[list[str]]:
    rule = Rule(lambda part: [mark or part.words], compare, weights)
    found = gather([Told(words) for words in told], rule, {one: frozenset({other}) for one, other in apart.items()})
    return [[part.words for part in group] for group in found.groups]


def test_a_part_joins_what_its_traits_speak_for() -> None:
    assert gathered(["ab", "ac", "Ad", "bz"]) == [["ab", "ac", "Ad"], ["bz"]]


def test_what_shares_no_mark_or_cannot_be_one_stays_apart() -> None:
    assert gathered(["ab", "ac"], mark="") == [["ab"], ["ac"]]
    assert gathered(["xa", "ya"], Weights(9.0, {})) == [["xa"], ["ya"]]


def test_no_chain_joins_what_a_person_keeps_apart() -> None:
    assert gathered(["ab", "ac", "ad"], ad="ab") == [["ab", "ac"], ["ad"]]


def test_what_lies_near_the_border_is_a_doubt() -> None:
    rule: Rule[Told] = Rule(lambda part: ["all"], compare, Weights(-0.7, {"same letter": 0.4}))
    found = gather([Told("ab"), Told("bc"), Told("ad")], rule, {})
    assert [[part.words for part in group] for group in found.groups] == [["ab", "ad"], ["bc"]]
    assert [(one.one.id, one.other.id, one.score > 0) for one in found.doubts] == [
        ("ab", "bc", False),
        ("ab", "ad", True),
    ]
    assert found.doubts[1].traits == ("same letter", "same case")


def test_a_long_entry_is_known_by_its_first_and_last_parts() -> None:
    many = [f"a{number}" for number in range(FIRST + LAST + 4)]
    assert gathered(many) == [many]


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
