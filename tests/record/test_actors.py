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


def test_a_part_of_a_name_goes_by_the_fuller_one_for_which_a_report_puts_it() -> None:
    told = [body("a", "Skerrow Steel", "Skerrow Steel"), body("a", "Skerrow", "Skerrow Steel")]
    alone = body("b", "Skerrow", "Skerrow")
    assert know_actors([*told, alone]).name_of("Skerrow") == "Skerrow Steel"
    assert know_actors([told[0], alone]).name_of("Skerrow") == "Skerrow", "one word, and no report puts it so"
    both = [*told, alone, body("c", "Skerrow Mines", "Skerrow Mines"), body("c", "Skerrow", "Skerrow Mines")]
    assert know_actors(both).name_of("Skerrow") == "Skerrow"


def test_two_words_go_by_the_only_fuller_name_beside_them() -> None:
    full, part = body("a", "Upland Savings Bank", "Upland Savings Bank"), body("a", "Savings Bank", "Savings Bank")
    assert know_actors([full, part]).name_of("Savings Bank") == "Upland Savings Bank"
    elsewhere = body("b", "Savings Bank", "Savings Bank")
    assert know_actors([full, elsewhere]).name_of("Savings Bank") == "Savings Bank"
    board = body("a", "Board of the Savings Bank", "Board of the Savings Bank")
    assert know_actors([board, part]).name_of("Savings Bank") == "Savings Bank", "the board is another body"


def test_what_the_lists_know_is_no_part_of_another_name() -> None:
    told = [body("a", "Northern Norway", "Northern Norway"), body("a", "Norway", "Northern Norway")]
    assert know_actors([*told, body("b", "Norway", "Norway")]).name_of("Norway") == "Norway"


def test_a_body_that_most_reports_have_speak_for_itself_speaks_for_no_other() -> None:
    def of(report: str, party: str) -> Wording:
        return Wording(report, "Skerrow Steel", ActorKind.ORGANISATION, "Skerrow Steel", party, None, 1)

    itself = [of("a", "Skerrow Steel"), of("b", "Skerrow Steel"), of("c", "Norland")]
    assert know_actors(itself).party_of("Skerrow Steel") is None
    assert know_actors([itself[2], of("d", "Norland"), itself[0]]).party_of("Skerrow Steel") == "Norland"
