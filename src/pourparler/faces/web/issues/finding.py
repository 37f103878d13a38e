"""Issues by what stands in an address, near ones for what is none, and those that a list asks for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pourparler.case.issues.issue import Issue
from pourparler.case.issues.states import Standing, State
from pourparler.case.issues.topical import Topical
from pourparler.case.issues.topics import Topic
from pourparler.faces.system.asking import Asking
from pourparler.faces.web.server.failing import NearError
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import clip

NEAR = 0.6
"""How like a wording must be to what was typed to be offered, of 1; set by hand, as for goals."""

MOST_NEAR = 5

NO_ISSUES = "No report that counts has a position, a condition or an instrument, and so there are no issues."


def issue_of(asking: Asking, typed: str) -> Issue:
    """The issue of an id, of a phrase, or of the name that it has; raises NearError with near ones."""
    wanted = " ".join(typed.split())
    found = asking.issues.get(wanted) or (asking.issues.of(wanted) if wanted else None)
    if found is None:
        named = (one for one in asking.issues.issues if one.name.casefold() == wanted.casefold())
        found = next(named, None)
    if found is None:
        day = asking.lookup.record.as_of
        seen = f" as of {day}" if day else ""
        near = [(clip(one.name, 60), f"/issues/{one.id}") for one in near_issues(asking.issues.issues, wanted)]
        todo = "The list of issues has all there are." if asking.issues.issues else NO_ISSUES
        raise NearError(f"There is no issue {clip(wanted, 80)!r}{seen}.", near, todo)
    return found


def near_issues(issues: Iterable[Issue], wanted: str) -> list[Issue]:
    """The issues nearest to what was typed: those with a wording that holds it, else those with one like it."""
    typed = wanted.casefold()
    wordings: dict[str, Issue] = {}
    for issue in issues:
        for wording in (issue.name, *issue.phrases):
            wordings.setdefault(wording.casefold(), issue)
    held = [issue for wording, issue in wordings.items() if typed and typed in wording]
    alike = held or [wordings[one] for one in get_close_matches(typed, wordings, n=MOST_NEAR, cutoff=NEAR)]
    return list({one.id: one for one in alike}.values())[:MOST_NEAR]


def standing_of(asking: Asking, issue: Issue) -> Standing:
    """How an issue stands."""
    return next(one for one in asking.standings if one.issue.id == issue.id)


def topic_of(asking: Asking, typed: str | None) -> Topic | None:
    """The topic of an id; None where none is asked for. Raises NearError for an id that is none."""
    if typed is None:
        return None
    found = asking.topics.get(typed.strip())
    if found is None:
        main = [(clip(one.topic.name, 60), f"/issues?topic={one.topic.id}") for one in asking.topicals[:MOST_NEAR]]
        raise NearError(f"There is no topic {clip(typed, 80)!r}.", main, "The list of issues has every topic.")
    return found


def topical_of(asking: Asking, issue: Issue) -> Topical:
    """The topic of an issue with what is told within it."""
    topic = asking.topics.of(issue.id)
    return next(one for one in asking.topicals if one.topic.id == topic.id)


def concerning(visit: Visit, party: str | None, words: str | None) -> list[Standing]:
    """The issues that concern a party (by a stance, a condition, an instrument, or somebody's account of its stance)
    and of which one wording has all of the words; all issues where nothing is asked."""
    typed = (words or "").casefold().split()
    told_of = _told_of(visit, party) if party else frozenset()

    def worded(issue: Issue) -> bool:
        wordings = (one.casefold() for one in (issue.name, *issue.phrases))
        return not typed or any(all(word in wording for word in typed) for wording in wordings)

    return [
        one
        for one in visit.asking.standings
        if worded(one.issue) and (party is None or party in one.concerned or one.issue.id in told_of)
    ]


def _told_of(visit: Visit, party: str) -> frozenset[str]:
    """The ids of the issues on which anybody gives a party a stance."""
    rows = visit.snapshot.rows(
        "SELECT e.id FROM entry_actors a JOIN entries e USING (seq) "
        "WHERE a.name = ? AND a.role IN ('party', 'voiced_by') AND e.kind = 'position'",
        party,
    )
    asking = visit.asking
    near = {issue.id for row in rows for issue in asking.issues.about(row["id"])}
    return frozenset(one for one in near if asking.matrix.cell(one, party))


def by_state(wanted: Sequence[Standing]) -> dict[State, int]:
    """How many issues are in each state, in the order of precedence."""
    counted = Counter(one.state for one in wanted)
    return {state: counted[state] for state in State}
