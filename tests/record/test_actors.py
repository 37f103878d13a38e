"""Who is who beyond people: abbreviations put beside a full name, titles that only one person in a report holds."""

from pourparler.core.vocabulary import ActorKind
from pourparler.record.directory import know_actors
from pourparler.record.store import Wording


def body(report: str, text: str, name: str) -> Wording:
    return Wording(report, text, ActorKind.ORGANISATION, name, None, None, 1)


def person(report: str, text: str, name: str, office: str | None = None, party: str | None = None) -> Wording:
    return Wording(report, text, ActorKind.PERSON, name, party, office, 1)


def test_an_abbreviation_goes_by_the_name_that_a_report_puts_beside_it() -> None:
    told = [body("a", "Hill Farmers League", "Hill Farmers League"), body("a", "HFL", "Hill Farmers League")]
    actors = know_actors([*told, body("b", "HFL", "HFL")])
    assert actors.name_of("HFL") == "Hill Farmers League"


def test_an_abbreviation_of_two_bodies_stays_alone() -> None:
    told = [body("a", "HFL", "Hill Farmers League"), body("c", "HFL", "Home Fuel Lobby"), body("b", "HFL", "HFL")]
    assert know_actors(told).name_of("HFL") == "HFL"


def test_an_abbreviation_goes_by_the_only_name_with_its_initials() -> None:
    told = [body("a", "Hill Farmers League", "Hill Farmers League"), body("b", "HFL", "HFL")]
    assert know_actors(told).name_of("HFL") == "Hill Farmers League"
    both = [*told, body("c", "Home Fuel Lobby", "Home Fuel Lobby")]
    assert know_actors(both).name_of("HFL") == "HFL"


def test_a_title_alone_means_its_only_holder_in_the_report() -> None:
    told = [person("a", "Ann Lee", "Ann Lee", "commissioner", "Norland"), person("b", "Ann Lee", "Ann Lee")]
    actors = know_actors([*told, person("c", "Bo Park", "Bo Park", "commissioner", "Sudland")])
    assert actors.only_holder("commissioner", "b") == "Ann Lee"
    assert actors.only_holder("commissioner", "d") is None
    assert actors.only_holder("minister", "b") is None


def test_an_alias_has_no_office_of_somebody_elses() -> None:
    [actor] = know_actors([person("a", "Its finance minister, Ann Lee", "Ann Lee")]).all
    assert actor.aliases == ("Ann Lee",)
