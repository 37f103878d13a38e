"""Issues gathered from a record: names, order, and what a person decided."""

from itertools import permutations

from pourparler.case.issues.gathering import gather
from pourparler.case.issues.pins import Join, Name, Part, Pins
from pourparler.core.entry import CaseRecord
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

FIRST = (
    "The union demands a wage increase. The company rejects any wage increase for drivers. "
    "No vote before the company opens its books. Both signed an accord on night shifts."
)
SECOND = "The union insists on wage increases and pensions. It will accept paid night shifts."


def strike() -> list[Draft]:
    first = draft("1.txt", "2025-03-01", FIRST)
    first.names("The union", "Drivers’ Union", "organisation").names("The company", "Ferry Company", "organisation")
    first.stands("The union demands a wage increase", "demands", "a wage increase", "Drivers’ Union")
    first.stands("The company rejects any wage increase", "rejects", "any wage increase for drivers", "Ferry Company")
    first.requires("No vote before the company opens its books", "vote", "its books", "Drivers’ Union")
    both = ("Drivers’ Union", "Ferry Company")
    first.papers("an accord on night shifts", "agreement", "signed", both, subject="night shifts")
    second = draft("2.txt", "2025-03-04", SECOND)
    second.stands("wage increases and pensions", "proposes", "wage increases and pensions", "Drivers’ Union")
    second.stands("It will accept paid night shifts", "accepts", "paid night shifts", "Drivers’ Union")
    return [first, second]


def record(*drafts: Draft) -> CaseRecord:
    return compute(hold(*(drafts or tuple(strike()))))


def test_issues_of_a_strike() -> None:
    issues = gather(record())
    assert {issue.name for issue in issues.issues} == {"wage increase", "pensions", "vote", "its books", "night shifts"}
    wages = issues.of("the wage increases for all")
    assert wages is not None and wages.name == "wage increase"
    assert wages.phrases[:1] and len(wages.entries) == 3
    assert issues.of("the parking space") is None
    assert [issue.name for issue in issues.all_of("wage increases and pensions")] == ["wage increase", "pensions"]
    for issue in issues.issues:
        for entry in issue.entries:
            assert issue in issues.about(entry)
        assert issues.get(issue.id) is issue


def test_any_order_of_reports_and_entries_gives_the_same() -> None:
    expected = gather(record()).issues
    for drafts in permutations(strike()):
        assert gather(record(*drafts)).issues == expected


def test_a_person_names_an_issue() -> None:
    issues = gather(
        record(), Pins((Name(("wage increases",), "Pay", "me"), Name(("A  WAGE increase",), "Pay of drivers", "them")))
    )
    assert issues.of("a wage increase") == next(one for one in issues.issues if one.name == "Pay of drivers")
    assert issues.of("a wage increase").id == gather(record()).of("a wage increase").id  # type: ignore[union-attr]


def test_a_person_joins_issues() -> None:
    issues = gather(record(), Pins((Join(("pensions", "wage increases")), Join(("vote", "pensions")))))
    joined = issues.of("pensions")
    assert joined is not None
    assert issues.of("a wage increase") is issues.of("vote") is joined
    assert joined.id in {one.id for one in gather(record()).issues}


def test_a_person_parts_an_issue() -> None:
    issues = gather(record(), Pins((Part(("Any wage increase for drivers",)),)))
    apart = issues.of("any wage increase for drivers")
    assert apart is not None and apart is not issues.of("a wage increase")
    assert len(apart.entries) == 1
    back = gather(record(), Pins((Part(("any wage increase for drivers",)), Join(("pensions", "vote")))))
    assert back.of("any wage increase for drivers").id == apart.id  # type: ignore[union-attr]


def test_an_empty_record_has_no_issues() -> None:
    empty = gather(record(draft("1.txt", "2025-03-01", "Nothing happened.")))
    assert empty.issues == () and empty.of("a truce") is None
