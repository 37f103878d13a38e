"""Bodies that a report introduces itself, by the words beside their names; sentences are our own."""

import pytest

from pourparler.reading.namings import NamingKind
from pourparler.reading.scene import mentions
from tests.reading.staging import scene


def bodies(text: str) -> dict[str, list[str]]:
    """Every organisation in a text with the words that name it."""
    found: dict[str, list[str]] = {}
    for line in scene(text).lines:
        for naming in line.namings:
            if naming.kind is NamingKind.ORGANISATION:
                found.setdefault(getattr(naming.known, "name", ""), []).append(naming.span.of(text))
    return found


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Royal Society for the Protection of Birds (RSPB) was not asked. On Monday RSPB said it would sue.",
            "Royal Society for the Protection of Birds",
            ["Royal Society for the Protection of Birds", "RSPB", "RSPB"],
        ),
        (
            "Busfolk, an alliance of bus drivers and riders, was not asked. On Monday Busfolk warned of delays.",
            "Busfolk",
            ["Busfolk", "Busfolk"],
        ),
        ("The quarrymen's union, Solidur, rejected the offer. Solidur will ballot.", "Solidur", ["Solidur", "Solidur"]),
        ("Verkamót, which represents the cooks, accepts the rise.", "Verkamót", ["Verkamót"]),
        ("A ballot is being held by members of TSSU. The union wants a rise.", "TSSU", ["TSSU"]),
        (
            "The Lyon Harbour Commission gave way. The LHC will pay, LHC drivers heard.",
            "Lyon Harbour Commission",
            ["Lyon Harbour Commission", "LHC", "LHC"],
        ),
        ("A spokesman for the RDK said no. The RDK will pay.", "RDK", ["RDK", "RDK"]),
    ],
)
def test_a_report_introduces_a_body(text: str, name: str, words: list[str]) -> None:
    assert bodies(text)[name] == words


@pytest.mark.parametrize(
    "text",
    [
        "The minister (MP) spoke.",
        "George Mitchell, an old friend of the union, smiled.",
        "The strike at Longbridge, a plant in the Midlands, went on.",
        "They met in Oslo, the seat of the federation.",
        "LYON — The union wants a rise. It will ballot.",
        "They voted for a new contract with Acmero, the union said on Friday.",
        "LYON (Agency) - The union wants a rise.",
    ],
)
def test_other_names_are_no_bodies(text: str) -> None:
    assert bodies(text) == {}


def test_the_union_is_the_abbreviation_before() -> None:
    text = 'Members of TSSU voted on Friday. The union said: "We will not move."'
    line = scene(text).lines[1]
    assert {mention.name for mention in mentions(scene(text))} == {"TSSU"}
    assert line.words[1].text == "union"


def test_a_name_beside_a_known_union_is_no_union_for_that() -> None:
    found = bodies("The RDK met the Transport Workers Union on Friday. The union wants a rise.")
    assert "RDK" not in found


def test_a_branch_by_number_belongs_to_the_name_of_its_union() -> None:
    assert bodies("Teamsters Local 320 and the city met.").popitem()[1] == ["Teamsters Local 320"]
