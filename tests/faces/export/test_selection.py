"""What filters choose: each by itself, together, and what they say of values that the record does not know."""

from datetime import date

import pytest

from pourparler.core.errors import InputError
from pourparler.faces.export.selection import Selection, choose, spelled
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import RECORD

LOOKUP = Lookup(RECORD)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Selection(kinds=("meetings",)), {"m10aa1", "m20bb2", "m30cc3", "m40dd4", "m40dd5"}),
        (Selection(kinds=("Meeting", "disputes"), party="iran"), {"m10aa1", "m20bb2", "m30cc3", "m40dd5", "d10aa1"}),
        (Selection(statuses=("held", "To be  signed", "rejects")), {"m10aa1", "i10aa1", "p20bb2"}),
        (Selection(speaker="foreign ministry"), {"s10aa1", "p10aa1", "p20bb2"}),
        (Selection(speaker="State Department"), {"c10aa1"}),
        (Selection(acts=("say",)), {"s10aa1", "s20bb2"}),
        (Selection(issue="sanctions"), {"p10aa1", "c10aa1"}),
        (Selection(issue="Enrichment"), {"i10aa1"}),
        (Selection(kinds=("meetings",), since=date(2015, 4, 3), until=date(2015, 4, 30)), {"m30cc3"}),
        (Selection(kinds=("statements",), until=date(2015, 4, 3)), {"s10aa1"}),
        (Selection(kinds=("meetings",), speaker="State Department"), set()),
        (Selection(kinds=("actors",), party="Iran"), {"w20bb2"}),
        (Selection(kinds=("reports",), since=date(2015, 4, 10)), {"r3a"}),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_it_says(wanted: Selection, ids: set[str]) -> None:
    assert choose(LOOKUP, wanted).ids == frozenset(ids)


def test_without_filters_everything_is_chosen_and_what_has_no_day_is_counted() -> None:
    assert choose(LOOKUP, Selection()).ids is None
    chosen = choose(LOOKUP, Selection(kinds=("meetings",), since=date(2015, 1, 1)))
    assert chosen.left_out == ("2 entries without a day, as days were asked for",)


@pytest.mark.parametrize(
    ("wanted", "todo"),
    [
        (Selection(kinds=("meatings",)), "meetings"),
        (Selection(statuses=("plan",)), "planned"),
        (Selection(acts=("offers",)), "offer"),
        (Selection(party="Irann"), "Iran"),
        (Selection(speaker="Foreign Minister"), "Foreign Ministry"),
        (Selection(issue="liftings of sanctions"), "'lifting of sanctions'"),
        (Selection(issue="weather"), "show positions"),
    ],
)
def test_a_value_that_is_not_known_is_told_with_the_nearest(wanted: Selection, todo: str) -> None:
    with pytest.raises(InputError) as told:
        choose(LOOKUP, wanted)
    assert todo in told.value.todo


def test_words_of_the_vocabulary_are_spelled_as_it_has_them() -> None:
    wanted = Selection(kinds=("STATEMENT",), statuses=(" Under  Way",), acts=("Deny",))
    assert spelled(wanted) == Selection(kinds=("statements",), statuses=("under way",), acts=("deny",))
