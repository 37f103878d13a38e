"""Topics: issues about one thing, in any order of reports; they only grow, and a person's joining joins them."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.case.issues.gathering import gather, names_in
from pourparler.case.issues.pins import NONE, Join, Pins
from pourparler.case.issues.topics import Topic, Topics, topics_of
from pourparler.core.entry import CaseRecord
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

WANTS = (
    "two paid hours of preparation a week",
    "one preparing hour",
    "smaller classes",
    "a ceiling of 24 for every class",
    "a lockout notice",
    "the notice of lockout",
    "a bridge over the river",
)


def told(*phrases: str) -> list[Draft]:
    """A report for each phrase, which a union of its own demands in it."""
    drafts: list[Draft] = []
    for phrase in phrases:
        number = WANTS.index(phrase) + 1 if phrase in WANTS else len(drafts) + 1
        text = f"Union {number} demands {phrase}."
        one = draft(f"{number}.txt", f"2025-03-{number:02}", text).names(f"Union {number}", kind="organisation")
        drafts.append(one.stands(f"demands {phrase}", "demands", phrase, f"Union {number}"))
    return drafts


def topics(record: CaseRecord, pins: Pins = NONE) -> Topics:
    return topics_of(gather(record, pins), names_in(record))


def groups(found: Topics, record: CaseRecord, pins: Pins = NONE) -> set[frozenset[str]]:
    """The topics by the phrases of their issues."""
    issues = gather(record, pins)
    return {frozenset(phrase for one in topic.issues for phrase in issues.get(one).phrases)  # type: ignore[union-attr]
            for topic in found.topics}  # fmt: skip


def test_issues_about_one_thing_are_one_topic_and_stay_apart_as_issues() -> None:
    record = compute(hold(*told(*WANTS)))
    issues, found = gather(record), topics(record)
    hours = [issues.of(phrase) for phrase in WANTS[:2]]
    assert hours[0] is not None and hours[1] is not None and hours[0].id != hours[1].id
    topic = found.of(hours[0].id)
    assert topic is found.of(hours[1].id)
    assert topic.name == "preparation" and topic.words == ("preparation", "preparing")
    assert found.get(topic.id) is topic
    assert groups(found, record) == {
        frozenset(WANTS[:2]),
        frozenset(WANTS[2:4]),
        frozenset(WANTS[4:6]),
        frozenset(WANTS[6:]),
    }


def test_every_issue_is_of_exactly_one_topic() -> None:
    record = compute(hold(*told(*WANTS)))
    ids = [issue for topic in topics(record).topics for issue in topic.issues]
    assert sorted(ids) == sorted(issue.id for issue in gather(record).issues)


def test_any_order_of_reports_gives_the_same() -> None:
    drafts = told(*WANTS[:5])
    expected = topics(compute(hold(*drafts))).topics
    for order in permutations(drafts):
        assert topics(compute(hold(*order))).topics == expected


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WANTS), min_size=1, unique=True), st.sampled_from(WANTS))
def test_a_further_report_never_tears_a_topic(phrases: list[str], more: str) -> None:
    before = compute(hold(*told(*phrases)))
    after = compute(hold(*told(*dict.fromkeys((*phrases, more)))))
    wide = groups(topics(after), after)
    assert all(any(group <= wider for wider in wide) for group in groups(topics(before), before))


def test_issues_that_a_person_joined_bring_their_topics_together() -> None:
    record = compute(hold(*told(*WANTS)))
    pins = Pins((Join(("smaller classes", "one preparing hour")),))
    found = topics(record, pins)
    assert frozenset(WANTS[:4]) in groups(found, record, pins)
    assert {"preparation", "classes"} <= set(found.of(gather(record, pins).of("smaller classes").id).words)  # type: ignore[union-attr]


def test_what_is_about_nothing_that_another_could_share_is_a_topic_by_itself() -> None:
    record = compute(hold(*told("9 percent more", "six and a half")))
    found = topics(record).topics
    assert len(found) == 2 and all(isinstance(one, Topic) and len(one.issues) == 1 and not one.words for one in found)
