"""Who held which office when: learned from what reports call people, with their words and days; unsure stays unsure."""

from datetime import date

import pytest

from pourparler.core.vocabulary import ActorKind
from pourparler.record.actors import Actors
from pourparler.record.directory import know_actors
from pourparler.record.store import Wording

OFFICE, PARTY = "prime minister", "Norland"


def known(*told: tuple[str, str | None, str], office: str = OFFICE) -> Actors:
    """Actors out of one holder per report: the name, the day of publication, the party."""
    wordings = [
        Wording(f"r{index}", f"Mr {name}", ActorKind.PERSON, name, party, office, 1)
        for index, (name, _, party) in enumerate(told)
    ]
    days = {f"r{index}": date.fromisoformat(day) if day else None for index, (_, day, _) in enumerate(told)}
    return know_actors(wordings, days)


def test_a_tenure_keeps_its_days_and_its_words() -> None:
    actors = known(("Ann Lee", "2001-02-03", PARTY), ("Ann Lee", "2001-05-01", PARTY), ("Ann Lee", None, PARTY))
    [held] = actors.tenures
    assert (held.person, held.office, held.party) == ("Ann Lee", OFFICE, PARTY)
    assert (held.first, held.last) == (date(2001, 2, 3), date(2001, 5, 1))
    assert held.told == (("r0", "Mr Ann Lee"), ("r1", "Mr Ann Lee"), ("r2", "Mr Ann Lee"))


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2001-01-01", "Ann Lee"),
        ("2001-02-10", "Ann Lee"),
        ("2001-04-01", None),
        ("2001-06-01", "Bo Park"),
        ("2002-01-01", "Bo Park"),
        (None, None),
    ],
)
def test_an_office_changes_hands(day: str | None, holder: str | None) -> None:
    lee = (("Ann Lee", "2001-02-03", PARTY), ("Ann Lee", "2001-03-01", PARTY))
    actors = known(*lee, ("Bo Park", "2001-05-01", PARTY), ("Cy Dorn", "2001-05-01", "Sudland"))
    assert actors.holder_of(OFFICE, PARTY, date.fromisoformat(day) if day else None) == holder


def test_two_at_one_time_and_two_without_days_stay_open() -> None:
    lee = (("Ann Lee", "2001-02-03", PARTY), ("Ann Lee", "2001-06-01", PARTY))
    assert known(*lee, ("Bo Park", "2001-05-01", PARTY)).holder_of(OFFICE, PARTY, date(2002, 1, 1)) is None
    undated = known(("Ann Lee", "2001-02-03", PARTY), ("Bo Park", None, PARTY))
    assert undated.holder_of(OFFICE, PARTY, date(2002, 1, 1)) is None


def test_the_same_office_of_two_states_is_two() -> None:
    actors = known(("Ann Lee", "2001-02-03", PARTY), ("Bo Park", "2001-02-03", "Sudland"))
    assert actors.holder_of(OFFICE, "Sudland", date(2001, 2, 3)) == "Bo Park"
    assert actors.holder_of(OFFICE, "Westmark", date(2001, 2, 3)) is None


@pytest.mark.parametrize("office", ["minister", "diplomat", "ambassador", "negotiator", "official"])
def test_what_a_party_has_many_of_is_nobodys_by_title_alone(office: str) -> None:
    assert known(("Ann Lee", "2001-02-03", PARTY), office=office).holder_of(office, PARTY, date(2001, 2, 3)) is None


def test_who_held_an_office_before_holds_it_no_more() -> None:
    assert known(("Ann Lee", "2001-02-03", PARTY), office=f"former {OFFICE}").holder_of(OFFICE, PARTY) is None


def test_a_taoiseach_is_a_prime_minister() -> None:
    actors = known(("Ann Lee", "2001-02-03", "Ireland"), office="taoiseach")
    assert actors.holder_of(OFFICE, "Ireland") == actors.holder_of("taoiseach", "Ireland") == "Ann Lee"
