"""Who is who: spellings of one name meet, two people of one surname never do."""

from itertools import permutations

import pytest

from pourparler.core.vocabulary import ActorKind
from pourparler.record.actors import Actors
from pourparler.record.directory import know_actors
from pourparler.record.naming import parse_name
from pourparler.record.people import Naming, group_people
from pourparler.record.store import Wording


def known(*names: str | tuple[str, ...]) -> Actors:
    """Actors out of one person's name per report, with a party and an office where told."""
    told = [(name,) if isinstance(name, str) else name for name in names]
    wordings = [
        Wording(f"r{index}", name, ActorKind.PERSON, name, party or None, office or None, 1)
        for index, (name, party, office) in enumerate((*each, "", "")[:3] for each in told)
    ]
    return know_actors(wordings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Yuri Ushakov", "Yury Ushakov"),
        ("Aleksei Navarro", "Alexey Navarro"),
        ("José Muñoz", "Jose Munoz"),
        ("Mr. Keir Starmer", "Sir Keir Starmer"),
        ("Andrei Yermak", "Andriy Yermak"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert len(known(one, other).all) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Petrov", "Boris Petrov"),
        ("Ali Hassan", "Alia Hassan"),
        ("Robert Miller", "Roberta Miller"),
        ("Oleksandr Kovalenko", "Oleksandra Kovalenko"),
        ("Maria Ortiz", "Marina Ortiz"),
        ("Anna Petrov", "Anna Petrova"),
        ("Kim Jong Un", "Kim Jong Il"),
    ],
)
@pytest.mark.parametrize("party", ["Norland", None])
def test_other_people_stay_apart(one: str, other: str, party: str | None) -> None:
    told = [(name, party) if party else (name,) for name in (one, other)]
    assert len(known(*told).all) == 2


def test_the_name_is_the_fullest_form_that_most_reports_give() -> None:
    actors = known("Lavrov", "Lavrov", "Sergei Lavrov", "Sergei Lavrov", "Sergey Lavrov", "Mr Sergei Lavrov")
    [lavrov] = actors.all
    assert lavrov.name == "Sergei Lavrov"
    assert lavrov.aliases == ("Lavrov", "Mr Sergei Lavrov", "Sergei Lavrov", "Sergey Lavrov")
    assert {actors.name_of(name) for name in ("Lavrov", "lavrov", "Sergey Lavrov")} == {"Sergei Lavrov"}


def test_a_bare_surname_of_two_people_stays_apart() -> None:
    actors = known("Anna Petrov", "Boris Petrov", "Petrov")
    assert [actor.name for actor in actors.all] == ["Anna Petrov", "Boris Petrov", "Petrov"]


def test_a_party_or_an_office_tells_which_of_two_is_meant() -> None:
    people = (("Anna Petrov", "Norland", "envoy"), ("Boris Petrov", "Sudland", "minister"))
    assert known(*people, ("Petrov", "Sudland")).name_of("Petrov") == "Boris Petrov"
    same = (("Anna Petrov", "Norland", "envoy"), ("Boris Petrov", "Norland", "minister"))
    assert known(*same, ("Petrov", "Norland", "envoy")).name_of("Petrov") == "Anna Petrov"
    assert known(*same, ("Petrov", "Norland")).name_of("Petrov") == "Petrov"


def test_a_bare_surname_of_another_party_is_somebody_else() -> None:
    assert len(known(("Anna Petrov", "Norland"), ("Petrov", "Sudland")).all) == 2


def test_an_initial_is_filled_in_where_only_one_fits() -> None:
    assert known("Sergei Lavrov", "S. Lavrov").name_of("S. Lavrov") == "Sergei Lavrov"
    assert known("Sergei Lavrov", "A. Lavrov").name_of("A. Lavrov") == "A. Lavrov"


def test_a_family_name_that_comes_first_is_found() -> None:
    assert known(("Xi Jinping", "China"), ("Xi", "China")).name_of("Xi") == "Xi Jinping"
    assert known("Xi Jinping", "Xi").name_of("Xi") == "Xi Jinping"
    assert known("Ban Zorn", "Ban").name_of("Ban") == "Ban"
    assert known(("Xi Jinping", "China"), ("Xi Ning", "China"), ("Xi", "China")).name_of("Xi") == "Xi"


def test_a_person_speaks_for_the_party_that_most_reports_give() -> None:
    actors = known(("Anna Petrov", "Norland"), ("Anna Petrov", "Norland"), ("Anna Petrov", "Sudland"))
    assert actors.party_of("Anna Petrov") == "Norland"
    assert actors.party_of("Nobody") is None and actors.party_of(None) is None


def test_states_are_one_whatever_their_article_and_case() -> None:
    wordings = [
        Wording("r1", "the Netherlands", ActorKind.STATE, "The Netherlands", None, None, 1),
        Wording("r2", "Netherlands", ActorKind.STATE, "Netherlands", None, None, 1),
        Wording("r3", "Dutch", ActorKind.STATE, "Netherlands", None, None, 1),
        Wording("r3", "they", ActorKind.STATE, "Netherlands", None, None, 1),
    ]
    [actor] = know_actors(wordings).all
    assert (actor.name, actor.kind, actor.aliases) == (
        "Netherlands",
        ActorKind.STATE,
        ("Dutch", "Netherlands", "the Netherlands"),
    )


def test_the_order_of_reports_does_not_matter() -> None:
    wordings = [
        Wording(f"r{index}", name, ActorKind.PERSON, name, party, None, 1)
        for index, (name, party) in enumerate(
            [("Sergey Lavrov", "Russia"), ("Sergei Lavrov", None), ("Lavrov", "Russia"), ("Anna Lavrova", "Russia")]
        )
    ]
    first = know_actors(wordings)
    assert all(know_actors(order).all == first.all for order in permutations(wordings))


def test_a_middle_name_may_stand_alone_within_one_party() -> None:
    assert len(known(("Ada Bea Quist", "Norland"), ("Bea Quist", "Norland")).all) == 1
    assert len(known(("Ada Bea Quist", "Norland"), ("Bea Quist", "Sudland")).all) == 2


def test_a_name_is_taken_apart() -> None:
    name = parse_name("Prime Minister Sir Keir Starmer's")
    assert (name.written, name.given, name.surname) == ("Keir Starmer", ("keir",), "starmer")
    assert parse_name("von der Leyen").given == ()
    assert parse_name("Mr").written == "Mr"


def test_rare_spellings_need_a_party_and_an_office() -> None:
    one, other = ("Khudobek Saidov", "Norland", "envoy"), ("Hudobeg Saidov", "Norland", "envoy")
    assert len(known(one, other).all) == 1
    assert len(known(one, (other[0], "Norland", "pilot")).all) == 2
    assert len(known((one[0],), (other[0],)).all) == 2


def test_a_surname_spelled_nearly_the_same_needs_a_party() -> None:
    one, other = "Ann Khachatryan", "Ann Khatchatryan"
    assert len(known((one, "Norland"), (other, "Norland")).all) == 1
    assert len(known((one, "Norland"), (other, "Sudland")).all) == 2


def test_a_middle_name_and_an_office_make_one_person_where_only_one_is_told_a_side() -> None:
    full = Naming("Otto Bern Lindt", 2, frozenset(), frozenset({"president"}))
    short = Naming("Bern Lindt", 1, frozenset({"Norland"}), frozenset({"president"}))
    assert len(set(group_people([full, short]).values())) == 1
    other = Naming("Bern Lindt", 1, frozenset({"Norland"}), frozenset({"minister"}))
    assert len(set(group_people([full, other]).values())) == 2
