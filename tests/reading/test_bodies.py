"""Bodies that only their own words name: where their names begin and end, and whose they are."""

import pytest

from pourparler.reading.namings import NamingKind
from pourparler.reading.roles import side_of
from tests.reading.staging import scene


def bodies(text: str) -> list[tuple[str, str | None]]:
    """The organisations of a text, as written, with the party of each."""
    return [
        (naming.span.of(text), side_of(naming).party)
        for line in scene(text).lines
        for naming in line.namings
        if naming.kind is NamingKind.ORGANISATION
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Welsh Hill Farmers' Association said no.", "Welsh Hill Farmers' Association"),
        ("The Dunmore Women's Federation said no.", "Dunmore Women's Federation"),
        ("The Austrian Cheese Makers Organisation said no.", "Austrian Cheese Makers Organisation"),
        (
            "The World Council for the Preservation of Wetlands said no.",
            "World Council for the Preservation of Wetlands",
        ),
        ("The National Union of Mineworkers said no.", "National Union of Mineworkers"),
    ],
)
def test_a_body_speaks_for_itself_under_its_whole_name(text: str, name: str) -> None:
    assert bodies(text) == [(name, name)]


def test_a_state_agency_of_no_told_state_is_on_nobodys_side() -> None:
    assert bodies("The Federal Agency for Forestry said no.") == [("Federal Agency for Forestry", None)]


def test_a_banner_in_capitals_names_no_body() -> None:
    assert bodies("BREAD COUNCIL LIVE: what we know so far, and what comes next in the talks.") == []
