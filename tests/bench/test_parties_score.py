"""Who is shown as a party, against a cast."""

from pathlib import Path

from bench.parties_score import Count, Row, Sort, count, figures, lines, sides
from training.corpus.model import Actor, Document
from training.corpus.negotiation import Links, Negotiation

CAST = (
    Actor("union", "organisation", "Harbour Pilots Guild", aliases=("the pilots",)),
    Actor("port", "organisation", "Port of Skerrow"),
    Actor("navy", "organisation", "Navy of Norland", party="norland"),
    Actor("norland", "state", "Norland"),
    Actor("lee", "person", "Ann Lee", party="union"),
    Actor("quay", "organisation", "Quay News"),
    Actor("skerrow", "place", "Skerrow"),
)
FOUND = Negotiation(Path("harbour"), CAST, (("01", Document((("outlet", "Quay News"),), "", ())),), Links(), ())
NONE: Row = {"positions": [], "conditions": [], "instruments": [], "meetings": []}


def actors() -> list[Row]:
    """The actors of the gold."""
    names = {one.id: one.name for one in CAST}
    return [
        {"name": one.name, "kind": one.kind, "represents": names.get(one.party or ""), "aliases": list(one.aliases)}
        for one in CAST
        if one.kind != "place"
    ]


def truth() -> Row:
    """A gold of three parties."""
    met = {"parties": ["Harbour Pilots Guild", "Port of Skerrow", "Norland", "Navy of Norland"]}
    return {**NONE, "actors": actors(), "meetings": [met]}


def counted(*names: str) -> Count:
    """What these names are, each shown in one entry."""
    return count(dict.fromkeys(names, 1), truth(), FOUND)


def test_every_name_is_of_a_sort() -> None:
    names = ("harbour pilots guild", "Ann Lee", "Navy of Norland", "Quay News", "Skerrow", "Sudland")
    assert {one.name: one.sort for one in counted(*names).shown} == dict(
        zip(names, (Sort.PARTY, Sort.PERSON, Sort.BODY, Sort.OUTLET, Sort.PLACE, Sort.NOBODY), strict=True)
    )


def test_a_party_under_two_names_counts_once_and_is_not_shown_once() -> None:
    found = counted("Harbour Pilots Guild", "The pilots", "Norland", "Ann Lee")
    assert found.parties == ("Harbour Pilots Guild", "Norland", "Port of Skerrow")
    assert (found.right, found.once) == (2, 1)
    assert figures([found]) == {"parties right": 0.5, "parties shown once": 0.333}
    assert list(lines([("harbour", found)])) == [
        "harbour: Ann Lee is a person (1 entries)",
        "harbour: Harbour Pilots Guild is shown as Harbour Pilots Guild, The pilots",
        "harbour: Port of Skerrow is not shown",
    ]


def test_a_person_counts_as_whom_he_represents() -> None:
    record = {
        **NONE,
        "actors": [{"name": "Ann Lee", "represents": "Harbour Pilots Guild"}],
        "positions": [{"party": None, "voiced_by": "Ann Lee"}, {"party": None, "voiced_by": None}],
        "instruments": [{"parties": ["Norland"]}],
    }
    assert sides(record) == {"Harbour Pilots Guild": 1, "Norland": 1}


def test_nothing_shown_is_no_fault_of_arithmetic() -> None:
    assert figures([counted()]) == {"parties right": 0.0, "parties shown once": 0.0}
