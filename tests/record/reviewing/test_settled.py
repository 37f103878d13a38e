"""What judgements settle, and what they leave open."""

from datetime import UTC, datetime

import pytest

from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.reviewing.question import Asked, Question, Side
from pourparler.record.reviewing.settled import Settled

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def judged(verdict: str, *accounts: str, field: str | None = None, value: str | None = None) -> Judgement:
    """A judgement on accounts."""
    return Judgement(f"j-{verdict}-{'-'.join(accounts)}", Verdict(verdict), accounts, "ann", NOON, "", field, value)


def question(asked: Asked, *sides: str, field: str | None = None, value: str | None = None) -> Question:
    """A question about sides, each a string of one-letter accounts."""
    accounts = tuple(dict.fromkeys(account for side in sides for account in side))
    made = tuple(Side("e", tuple(side), ()) for side in sides)
    return Question("q", asked, EntryKind.MEETING, ("e",), accounts, made, (), (), field, "d" if field else None, value)


PAIR, JOIN, ENTRY = question(Asked.PAIR, "ab", "cd"), question(Asked.JOIN, "a", "b"), question(Asked.ENTRY, "ab")
DISPUTE = question(Asked.DISPUTE, "a", "b", field="when", value="1 ≠ 2")


@pytest.mark.parametrize(
    ("asked", "judgements"),
    [
        (PAIR, [judged("same", "a", "c")]),
        (PAIR, [judged("different", "b", "d")]),
        (PAIR, [judged("same", "a", "x"), judged("same", "x", "d")]),
        (PAIR, [judged("same", "a", "x"), judged("different", "x", "d")]),
        (PAIR, [judged("different", "x", "y"), judged("same", "a", "x"), judged("same", "c", "y")]),
        (PAIR, [judged("rejected", "c", "d")]),
        (JOIN, [judged("same", "a", "b")]),
        (JOIN, [judged("confirmed", "a", "b")]),
        (ENTRY, [judged("confirmed", "a")]),
        (ENTRY, [judged("corrected", "b", field="status", value="held")]),
        (ENTRY, [judged("rejected", "a", "b")]),
        (DISPUTE, [judged("confirmed", "a", field="when", value="1 ≠ 2")]),
        (DISPUTE, [judged("rejected", "b", field="when", value="1 ≠ 2 ≠ 3")]),
        (DISPUTE, [judged("corrected", "b", field="when", value="1")]),
    ],
)
def test_settled(asked: Question, judgements: list[Judgement]) -> None:
    assert Settled(judgements).holds(asked)
    assert Settled(reversed(judgements)).holds(asked)


@pytest.mark.parametrize(
    ("asked", "judgements"),
    [
        (PAIR, []),
        (PAIR, [judged("same", "a", "b")]),
        (PAIR, [judged("different", "a", "b"), judged("same", "c", "d")]),
        (PAIR, [Judgement("j", Verdict.DIFFERENT, ("a", "b", "x"), "ann", NOON, "", value="2 1")]),
        (PAIR, [judged("confirmed", "a", "b"), judged("confirmed", "c", "d")]),
        (PAIR, [judged("rejected", "c")]),
        (PAIR, [judged("different", "a", "x"), judged("different", "x", "c")]),
        (JOIN, [judged("confirmed", "a")]),
        (ENTRY, [judged("same", "a", "b")]),
        (ENTRY, [judged("confirmed", "a", field="when", value="1 ≠ 2")]),
        (DISPUTE, [judged("confirmed", "a", "b")]),
        (DISPUTE, [judged("rejected", "a", field="when", value="1 ≠ 3")]),
        (DISPUTE, [judged("corrected", "a", field="place", value="1")]),
    ],
)
def test_open(asked: Question, judgements: list[Judgement]) -> None:
    assert not Settled(judgements).holds(asked)


def test_what_is_withdrawn_settles_nothing() -> None:
    taken_back = Judgement("j", Verdict.SAME, ("a", "c"), "ann", NOON, "", withdrawn=NOON)
    assert not Settled([taken_back]).holds(PAIR)


def test_two_sides_of_one_judgement_are_told_apart_by_their_sizes() -> None:
    parted = Judgement("j", Verdict.DIFFERENT, ("a", "b", "c"), "ann", NOON, "", value="2 1")
    assert Settled([parted]).holds(PAIR)
    assert not Settled([parted]).holds(JOIN), "a and b stand on one side"
