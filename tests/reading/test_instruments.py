"""Instruments: their kinds, states, sides, terms, and the earlier telling that a later one points to."""

from datetime import date

import pytest

from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.instruments import find_instruments
from pourparler.reading.sayings import attributions
from tests.reading.staging import scene

AGREED, SIGNED, IN_FORCE = InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.IN_FORCE


def instruments(text: str) -> tuple[InstrumentFrame, ...]:
    """The instruments of a text."""
    stage = scene(text)
    return find_instruments(stage, attributions(stage))


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        ("Oslo and Bern have reached an agreement on fish.", "agreement", "agreed", {"Norway", "Switzerland"}),
        ("Oslo and Bern signed a treaty on Friday.", "agreement", "signed", {"Norway", "Switzerland"}),
        ("Kenya and Uganda will sign a pact in June.", "agreement", "to be signed", {"Kenya", "Uganda"}),
        ("Kenya and Uganda are negotiating a water deal.", "agreement", "under negotiation", {"Kenya", "Uganda"}),
        ("Russia has sent its memorandum to the mediators.", "memorandum", "handed over", {"Russia"}),
        ("Russia promised a memorandum.", "memorandum", "promised", {"Russia"}),
        ("Chile rejected Peru's proposal.", "document", "rejected", {"Peru"}),
        ("Canada has imposed sanctions on the smugglers.", "sanctions", "in force", {"Canada"}),
        (
            "A framework of a deal between Oslo and Bern was reached.",
            "agreement",
            "framework agreed",
            {"Norway", "Switzerland"},
        ),
        (
            "The deal between Oslo and Bern is subject to ratification.",
            "agreement",
            "subject to ratification",
            {"Norway", "Switzerland"},
        ),
        ("Ford settled for a 5 percent raise.", "agreement", "agreed", {"Ford"}),
        ("Oslo and Bern have agreed to open the tunnel.", "agreement", "agreed", {"Norway", "Switzerland"}),
    ],
)
def test_kinds_states_and_sides(text: str, kind: str, status: str, parties: set[str]) -> None:
    (found,) = instruments(text)
    assert found.kind is InstrumentKind(kind)
    assert found.status is InstrumentStatus(status)
    assert set(found.parties) == parties


def test_the_day_of_a_state() -> None:
    (found,) = instruments("Oslo and Bern signed a treaty on Monday.")
    assert found.on == date(1998, 4, 6)


def test_the_day_of_a_participle_is_not_that_of_the_state() -> None:
    (found,) = instruments("The treaty between Oslo and Bern, published on 9 January, is in force.")
    assert found.on is None
    (found,) = instruments("The treaty between Oslo and Bern, published on 9 January, entered into force on 3 March.")
    assert found.on == date(1998, 3, 3)


def test_the_deal_is_the_one_before() -> None:
    text = (
        "Oslo and Bern have reached a deal on fish. The deal would give Bern two harbours. It still has to be ratified."
    )
    first, second, third = instruments(text)
    assert (first.same_as, second.same_as, third.same_as) == (None, 0, 0)
    assert [span.of(text) for span in second.terms] == ["would give Bern two harbours"]
    assert third.status is InstrumentStatus.SUBJECT_TO_RATIFICATION


def test_terms_stand_after_under_which() -> None:
    text = "Oslo and Bern signed a pact, under which Bern would lease two harbours."
    (found,) = instruments(text)
    assert [span.of(text) for span in found.terms] == ["Bern would lease two harbours"]


def test_another_deal_between_others_is_another() -> None:
    text = "Oslo and Bern have signed a fish deal. Kenya and Uganda have signed a water deal."
    assert [one.same_as for one in instruments(text)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The contracts ran out with no deal.",
        "A deal is a deal, people say in the port.",
        "If a truce is reached, the buses will run again.",
        "Chile is willing to agree to a truce.",
        "The ministers spoke about plans for the summer.",
        "It is hard to negotiate a contract with nobody.",
    ],
)
def test_mere_mentions_and_what_ifs_are_dropped(text: str) -> None:
    assert instruments(text) == ()


def test_a_day_is_no_subject_of_an_agreement() -> None:
    [found] = instruments("Peru and Chile reached a tentative agreement on Sunday night after four days of talks.")
    assert (found.title, found.subject) == ("tentative agreement", None)


@pytest.mark.parametrize(
    "text", ["Peru must accept and implement the ceasefire.", "Peru has to keep and carry out it."]
)
def test_what_has_to_be_done_is_not_done(text: str) -> None:
    assert not [one for one in instruments(text) if one.status is InstrumentStatus.IN_FORCE]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing moves until a treaty between Oslo and Bern has been signed.",
        "The cutters stay in port until a pact between Oslo and Bern is signed.",
        "Boats return on the day on which the treaty between Oslo and Bern enters into force.",
        "Oslo and Bern agreed to meet again in May.",
        "Oslo and Bern agreed to hold another round of talks.",
        "Oslo and Bern agreed on talks.",
        "A treaty would be subject to ratification in Bern.",
    ],
)
def test_what_is_awaited_or_only_to_be_talked_about_is_not_agreed(text: str) -> None:
    reached = (SIGNED, AGREED, IN_FORCE, InstrumentStatus.SUBJECT_TO_RATIFICATION)
    assert not [one for one in instruments(text) if one.status in reached]


def test_it_may_be_adopted_is_no_state() -> None:
    text = "Oslo and Bern drafted a treaty on fish. It may be adopted on Friday. It was signed in May."
    assert [one.status for one in instruments(text)] == [InstrumentStatus.DRAFTED, SIGNED]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Oslo and Bern signed a treaty in the small hall of the palace.", None),
        ("Oslo and Bern ratified a treaty on the morning of Friday.", None),
        ("Oslo signed one treaty with Hakon Dahl of Bern.", None),
        ("Oslo and Bern reached a deal for the release of the crew.", "the release of the crew"),
    ],
)
def test_places_hours_and_companions_are_no_subject(text: str, subject: str | None) -> None:
    assert instruments(text)[0].subject == subject
