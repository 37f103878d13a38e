"""Topics: issues about one thing, whatever is said of it. Wider than any condition, goal or agreement rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pourparler.case.issues.anchors import anchored
from pourparler.case.issues.issue import Issue, Issues
from pourparler.core.ids import content_id


@dataclass(frozen=True, slots=True)
class Topic:
    """Issues that are about one thing; `issues` are their ids, in the order of the issues.

    `words` are the words of the reports by which they stand together, the most told first: "preparation", "prepare".
    An issue that shares its thing with no other is a topic by itself, under its own name.
    """

    id: str
    name: str
    issues: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of a record, those of most entries first. Every issue is of exactly one."""

    topics: tuple[Topic, ...]
    _by_issue: Mapping[str, Topic] = field(repr=False, compare=False)

    def of(self, issue: str) -> Topic:
        """The topic of an issue, by its id; raises KeyError for no issue."""
        return self._by_issue[issue]

    def get(self, topic: str) -> Topic | None:
        """The topic of an id."""
        return next((one for one in self.topics if one.id == topic), None)


def topics_of(issues: Issues, names: frozenset[str]) -> Topics:
    """The topics of issues; `names` (`gathering.names_in`) tell who and not what.

    Two issues are of one topic where phrases of them are about the same thing (`anchors.anchored`), or each is with a
    third: nothing else counts, neither how often they are told nor what else is there. So topics are the same in any
    order, and a further report can only add to them, or join two by a phrase that is about both their things.
    """
    things: dict[str, list[str]] = {}
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for issue in issues.issues:
        found = [thing for phrase in issue.phrases if (thing := anchored(phrase, names).thing)]
        things[issue.id] = sorted({thing.root for thing in found})
        for thing in found:
            words[thing.root][thing.word] += 1
    size = {issue.id: len(issue.entries) for issue in issues.issues}
    topics = [_topic(members, things, words) for members in _joined(issues.issues, things)]
    topics.sort(key=lambda one: (-sum(size[each] for each in one.issues), one.name.casefold(), one.id))
    return arranged(topics)


def arranged(topics: Iterable[Topic]) -> Topics:
    """Topics that were found, in their order."""
    these = tuple(topics)
    return Topics(these, {issue: topic for topic in these for issue in topic.issues})


def _joined(issues: Sequence[Issue], things: Mapping[str, Sequence[str]]) -> list[list[Issue]]:
    """Issues by the things they share, directly or through others."""
    led: dict[str, str] = {}

    def first(one: str) -> str:
        while led.setdefault(one, one) != one:
            led[one] = one = led[led[one]]
        return one

    for issue in issues:
        for thing in things[issue.id]:
            led[first(f"about {thing}")] = first(issue.id)
    groups: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        groups[first(issue.id)].append(issue)
    return list(groups.values())


def _topic(members: Sequence[Issue], things: Mapping[str, Sequence[str]], words: Mapping[str, Counter[str]]) -> Topic:
    """A topic, named by the word told most for what its issues share; one issue by its own name."""
    roots = sorted({thing for issue in members for thing in things[issue.id]})
    told: Counter[str] = Counter()
    for each in roots:
        told.update(words[each])
    ranked = tuple(sorted(told, key=lambda word: (-told[word], word)))
    given = next((issue.name for issue in members if issue.named_by), None)
    name = members[0].name if len(members) == 1 else given or ranked[0]
    return Topic(
        content_id("t", roots[0] if roots else members[0].id), name, tuple(issue.id for issue in members), ranked
    )
