"""What is told of a topic: states of its issues, who is in it, and who rejects what another asks for."""

from pourparler.case.issues.gathering import gather, names_in
from pourparler.case.issues.matrix import matrix
from pourparler.case.issues.states import State, standings
from pourparler.case.issues.topical import odds_in, topicals
from pourparler.case.issues.topics import topics_of
from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import Stance
from pourparler.record.view import compute
from tests.record.drafts import draft, hold


def record() -> CaseRecord:
    text = (
        "The union demands two paid hours of preparation. The boards reject one preparing hour. "
        "The union rejects longer classes. The boards offer a bonus."
    )
    one = draft("1.txt", "2025-03-01", text)
    one.names("The union", "Teachers’ Union", "organisation").names("The boards", "School Boards", "organisation")
    one.stands("The union demands two paid hours", "demands", "two paid hours of preparation", "Teachers’ Union")
    one.stands("The boards reject one preparing hour", "rejects", "one preparing hour", "School Boards")
    one.stands("The union rejects longer classes", "rejects", "longer classes", "Teachers’ Union")
    one.stands("The boards offer a bonus", "offers", "a bonus", "School Boards")
    return compute(hold(one))


def test_a_topic_tells_states_parties_and_what_is_at_odds() -> None:
    case = record()
    issues = gather(case)
    topics = topics_of(issues, names_in(case))
    found = topicals(topics, standings(case, issues, {}))
    assert [one.topic.name for one in found] == ["preparation", "bonus", "longer classes"]
    first = found[0]
    assert first.states == ((State.UNKNOWN, 2),) and first.accounts == 2 and not first.told_once
    assert set(first.parties) == {"School Boards", "Teachers’ Union"}
    assert all(one.told_once for one in found[1:])
    odds = odds_in(first.topic, matrix(case, issues))
    assert odds is not None
    assert [(one.party, one.held.stance, one.held.phrase) for one in (*odds.rejected, *odds.asked)] == [
        ("School Boards", Stance.REJECTS, "one preparing hour"),
        ("Teachers’ Union", Stance.DEMANDS, "two paid hours of preparation"),
    ]
    assert {one.issue for one in (*odds.rejected, *odds.asked)} == set(first.topic.issues)


def test_who_rejects_what_nobody_else_asks_for_is_not_at_odds() -> None:
    case = record()
    issues = gather(case)
    topics = topics_of(issues, names_in(case))
    classes = issues.of("longer classes")
    assert classes is not None
    assert odds_in(topics.of(classes.id), matrix(case, issues)) is None


def test_who_rejects_a_thing_and_who_asks_that_it_be_taken_away_are_not_at_odds() -> None:
    text = "Norland rejects the levy. Sudland demands the lifting of the duty. Eastland offers a levy."
    one = draft("1.txt", "2025-03-01", text)
    for name in ("Norland", "Sudland", "Eastland"):
        one.names(name, kind="organisation")
    one.stands("Norland rejects the levy", "rejects", "the levy", "Norland")
    one.stands("Sudland demands the lifting of the duty", "demands", "the lifting of the duty", "Sudland")
    one.stands("Eastland offers a levy", "offers", "a levy", "Eastland")
    case = compute(hold(one))
    issues = gather(case)
    (topic,) = topics_of(issues, names_in(case)).topics
    odds = odds_in(topic, matrix(case, issues))
    assert odds is not None
    assert [said.party for said in odds.rejected] == ["Norland"] and [said.party for said in odds.asked] == ["Eastland"]
