"""Whose word something is: the cases that the rule was decided by."""

import pytest

from pourparler.case.voices import Hearing, Speakers, speakers_of
from pourparler.core.account import Voice
from pourparler.core.actor import Actor
from pourparler.core.entry import Counts, Instrument
from pourparler.core.vocabulary import ActorKind, InstrumentKind
from tests.case.networks.grove import FOR, meeting, party, person, record, says

NORLAND, SUDLAND = "Norland", "Sudland"
ACTORS = (
    person("Ann Lee", NORLAND, "foreign minister"),
    person("Bo Ek", NORLAND, "Spokesman of the council"),
    person("Cy Orr", SUDLAND),
    Actor("w0", "Di Fox", ActorKind.PERSON),
    Actor("w1", "Council of Norland", ActorKind.ORGANISATION, NORLAND),
    Actor("w2", "Foreign Ministry", ActorKind.ORGANISATION, SUDLAND),
    Actor("w3", "Hill Institute", ActorKind.ORGANISATION),
)
SPEAKERS = speakers_of(
    record(
        says(NORLAND, "a truce", FOR, "r1"), says(SUDLAND, "a truce", FOR, "r1"),
        meetings=(meeting(("Westmark",), None),), actors=ACTORS,
    )
)  # fmt: skip


def voice(speaker: str | None = None, party: str | None = None, anonymous: bool = False) -> Voice:
    """A voice that is not an outlet's."""
    return Voice(outlet=False, speaker=speaker, party=party, anonymous=anonymous)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Voice(outlet=True), Hearing.OUTLET),
        (voice("Ann Lee"), Hearing.OWN),
        (voice("Ann Lee", SUDLAND), Hearing.OWN),
        (voice("Cy Orr", NORLAND), Hearing.OPPONENT),
        (voice("Di Fox", NORLAND), Hearing.OWN),
        (voice("Di Fox"), Hearing.OTHER),
        (voice("Bo Ek", NORLAND), Hearing.SPOKESPERSON),
        (voice(NORLAND), Hearing.OWN),
        (voice("Westmark"), Hearing.OPPONENT),
        (voice("Council of Norland"), Hearing.OWN),
        (voice("Foreign Ministry", NORLAND), Hearing.OWN),
        (voice("Foreign Ministry"), Hearing.OPPONENT),
        (voice("Hill Institute"), Hearing.OTHER),
        (voice(None, NORLAND), Hearing.OWN),
        (voice(None, NORLAND, anonymous=True), Hearing.UNNAMED),
        (voice(None, SUDLAND, anonymous=True), Hearing.OPPONENT),
        (voice(anonymous=True), Hearing.SOURCE),
        (voice(), Hearing.OTHER),
    ],
)
def test_whose_word_it_is_seen_from_a_party(told: Voice, expected: Hearing) -> None:
    assert SPEAKERS.hear(told, NORLAND) is expected


def test_a_body_of_a_party_and_the_party_are_one_side() -> None:
    assert SPEAKERS.hear(voice("Ann Lee"), "Council of Norland") is Hearing.OWN
    assert SPEAKERS.party_of(voice("Council of Norland")) == NORLAND
    assert SPEAKERS.party_of(voice(None, "Council of Norland", anonymous=True)) == NORLAND


def test_who_speaks_for_nobody_speaks_for_himself() -> None:
    assert SPEAKERS.hear(voice("Di Fox"), "Di Fox") is Hearing.OWN
    assert SPEAKERS.hear(voice("Ann Lee"), None) is Hearing.OPPONENT
    assert SPEAKERS.hear(voice("Di Fox"), None) is Hearing.OTHER


def test_the_nearest_of_several_voices() -> None:
    assert SPEAKERS.nearest((voice("Cy Orr"), Voice(outlet=True)), NORLAND) is Hearing.OUTLET
    assert SPEAKERS.nearest((), NORLAND) is Hearing.OTHER


def paper(kind: InstrumentKind, *parties: str) -> Instrument:
    """An instrument of these parties."""
    return Instrument("i1", kind, "a paper", parties, None, (), (), (), Counts(1, 1, 1), ())


@pytest.mark.parametrize(
    ("made", "voices", "side"),
    [
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (voice("Ann Lee"), voice(None, NORLAND, True)), NORLAND),
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (voice("Ann Lee"), voice("Cy Orr")), None),
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (voice("Ann Lee"), Voice(outlet=True)), None),
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (voice("Ann Lee"), voice(anonymous=True)), None),
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (party("Westmark"),), "Westmark"),
        (paper(InstrumentKind.AGREEMENT, SUDLAND), (voice("Ann Lee"),), NORLAND),
        (paper(InstrumentKind.AGREEMENT, NORLAND), (voice("Ann Lee"),), NORLAND),
        (paper(InstrumentKind.DOCUMENT, NORLAND), (voice("Ann Lee"),), None),
        (paper(InstrumentKind.DOCUMENT), (voice("Ann Lee"),), NORLAND),
        (paper(InstrumentKind.AGREEMENT, NORLAND, SUDLAND), (), None),
    ],
)
def test_by_whose_word_alone(made: Instrument, voices: tuple[Voice, ...], side: str | None) -> None:
    assert SPEAKERS.alone(made, voices) == side


def test_names_that_nobody_bears_stay_as_they_are() -> None:
    nobody = Speakers({}, frozenset(), {}, {}, frozenset())
    assert nobody.party_of(voice("Ann Lee", NORLAND)) == NORLAND and nobody.party_of(voice("Ann Lee")) is None
    assert nobody.hear(voice("Ann Lee", NORLAND), NORLAND) is Hearing.OWN
