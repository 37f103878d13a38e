"""What people decided about actors: other names, actors joined and parted, and what stays to find them by."""

from datetime import UTC, datetime, timedelta

from pourparler.core.actor import Actor
from pourparler.core.judgement import Judgement
from pourparler.core.vocabulary import ActorKind
from pourparler.record.actor_decisions import decide
from pourparler.record.actors import Actors, actor_id
from pourparler.record.directory import Directory, know_actors
from pourparler.record.judging import Signature, join_actors, name_actor, part_actor
from pourparler.record.store import Wording
from tests.record.test_actors import body, person

TOLD = [
    person("a", "Ann Lee", "Ann Lee", "minister", "Norland"), person("b", "Lee", "Lee", None, "Norland"),
    person("c", "Bo Park", "Bo Park", None, "Sudland"),
    body("a", "Norland", "Norland"), body("c", "Sudland", "Sudland"),
]  # fmt: skip


def signed(minute: int = 0) -> Signature:
    return Signature("me", datetime(2025, 6, 1, tzinfo=UTC) + timedelta(minutes=minute))


def called(actors: Actors, name: str) -> Actor:
    return actors.by_name[name]


def know(*acts: tuple[Judgement, ...], told: list[Wording] = TOLD) -> Actors:
    return know_actors(told, judgements=[one for act in acts for one in act])


def test_a_name_given_keeps_the_id_and_the_wordings() -> None:
    plain = know()
    lee = called(plain, "Ann Lee")
    named = know(name_actor(lee, "Ann M. Lee", signed()))
    assert called(named, "Ann M. Lee").id == lee.id and called(named, "Ann M. Lee").aliases == lee.aliases
    assert named.name_of("Lee") == named.name_of("Ann Lee") == named.name_of("Ann M. Lee") == "Ann M. Lee"
    again = know(name_actor(lee, "Ann M. Lee", signed()), name_actor(lee, "A. Lee", signed(1)))
    assert again.name_of("Lee") == "A. Lee"


def test_a_party_renamed_is_the_party_of_its_people() -> None:
    norland = called(know(), "Norland")
    named = know(name_actor(norland, "Kingdom of Norland", signed()))
    assert called(named, "Ann Lee").represents == "Kingdom of Norland"


def test_actors_joined_go_by_the_first_and_parted_by_their_own_names() -> None:
    plain = know()
    park, lee = called(plain, "Bo Park"), called(plain, "Ann Lee")
    joined = know(join_actors([park, lee], signed()))
    both = called(joined, "Bo Park")
    assert both.id == park.id and set(both.names) == {"Ann Lee", "Lee", "Bo Park"}
    assert {actor_id(both.kind, name) for name in both.names} >= {park.id, lee.id}
    parted = know(join_actors([park, lee], signed()), part_actor(["Lee", "Ann Lee"], signed(1)))
    assert parted.name_of("Ann Lee") == parted.name_of("Lee") == "Lee" and parted.name_of("Bo Park") == "Bo Park"
    again = know(
        join_actors([park, lee], signed()), part_actor(["Lee"], signed(1)), join_actors([park, lee], signed(2))
    )
    assert again.name_of("Lee") == "Bo Park"


def test_a_name_taken_out_may_be_that_of_the_whole() -> None:
    parted = know(part_actor(["Ann Lee"], signed()))
    assert {actor.name for actor in parted.all} == {"Ann Lee", "Lee", "Bo Park", "Norland", "Sudland"}
    assert len({actor.id for actor in parted.all}) == 5


def test_names_spelled_alike_have_ids_of_their_own_when_parted() -> None:
    told = [person("a", "Dmitry Orlov", "Dmitry Orlov"), person("b", "Dmitri Orlov", "Dmitri Orlov")]
    assert len(know(told=told).all) == 1
    parted = know(part_actor(["Dmitri Orlov"], signed()), told=told)
    assert len({actor.id for actor in parted.all}) == 2


def test_names_nobody_gives_and_all_names_at_once_change_nothing() -> None:
    plain = know()
    nobody = Actor("w1", "Nobody", ActorKind.PERSON)
    for act in (name_actor(nobody, "X", signed()), part_actor(["Lee", "Ann Lee"], signed()), part_actor([], signed())):
        assert know(act) == plain
    assert know(join_actors([nobody, called(plain, "Bo Park")], signed())) == plain


def test_accents_and_capitals_of_a_name_do_not_matter() -> None:
    decided = decide({"José Ríos": "José Ríos", "Rios": "José Ríos"}, part_actor(["rios"], signed()))
    assert decided.canonical == {"José Ríos": "José Ríos", "Rios": "Rios"}


def test_what_was_decided_once_leaves_nothing_in_a_directory() -> None:
    directory = Directory()
    directory.put("b", [person("b", "Lee", "Lee")], None)
    directory.put("a", [person("a", "Ann Lee", "Ann Lee")], None)
    plain, parted = directory.settle(), directory.settle(part_actor(["Lee"], signed()))
    directory.drop("a")
    assert called(parted, "Lee").id != called(directory.settle(), "Lee").id != called(plain, "Ann Lee").id
    assert called(directory.settle(), "Lee").id == actor_id(ActorKind.PERSON, "Lee")
