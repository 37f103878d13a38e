"""Goals by what people type: an id or its beginning, a phrase of an issue, a title; near ones for what is none."""

from collections.abc import Iterator
from difflib import get_close_matches

from pourparler.case.conditions.requirement import Goal, GoalKind
from pourparler.case.issues.gathering import bare
from pourparler.case.issues.issue import Issue
from pourparler.core.entry import Condition
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.faces.system.asking import Asking
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.quoting import clip, visible

NEAR = 0.6
"""How like a goal's name must be to what was typed to be offered, of 1; set by hand."""

MOST_NEAR = 6


def goal_called(asking: Asking, typed: str) -> Goal:
    """The goal that was typed; raises InputError with near ones where there is none, or several.

    Tried in this order: the id of a goal or an entry (of a condition: what it blocks), words that are an issue's, a
    title or name whole (an issue before its papers, which it waits for too), the one name that has what was typed.
    """
    wanted = " ".join(typed.split())
    found = asking.graph.goals.get(wanted) or _by_id(asking, wanted)
    if found is None and (issue := asking.issues.of(wanted) if wanted else None):
        found = asking.graph.goals.get(issue.id)
    if found is not None:
        return found
    names = dict(_names(asking))
    whole = [goal for name, goal in names.items() if bare(name[0]) == bare(wanted.casefold())]
    parts = [goal for name, goal in names.items() if wanted and wanted.casefold() in name[0]]
    whole.sort(key=lambda goal: asking.graph.goals[goal].kind is not GoalKind.ISSUE)
    if whole and (len(set(whole)) == 1 or asking.graph.goals[whole[0]].kind is GoalKind.ISSUE):
        return asking.graph.goals[whole[0]]
    if len(set(parts)) == 1:
        return asking.graph.goals[parts[0]]
    raise InputError(
        f"{_nothing(asking)} the goal {clip(typed, 80)!r}.", _todo(asking, wanted, list(dict.fromkeys(parts)))
    )


def _nothing(asking: Asking) -> str:
    day = asking.lookup.record.as_of
    return f"Nothing in this record is{f', as of {day_words(day)},' if day else ''}"


def _by_id(asking: Asking, wanted: str) -> Goal | None:
    """The goal of an entry by its id; None where it is none or has none."""
    goals = asking.graph.goals
    begun = [goal for key, goal in goals.items() if len(wanted) > 4 and key.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    try:
        thing = asking.lookup.find(wanted)
    except UnknownEntryError:
        return None
    if isinstance(thing, Condition):
        return goals.get(asking.requirements[thing.id].head)
    about = asking.issues.about(thing.id) if hasattr(thing, "id") else ()
    return goals.get(getattr(thing, "id", "")) or (goals.get(about[0].id) if about else None)


def _names(asking: Asking) -> Iterator[tuple[tuple[str, str], str]]:
    """Names in lower case, with the goal's id to keep two of one name apart, and that id."""
    for goal in asking.graph.goals.values():
        issue = asking.issues.get(goal.id)
        for name in dict.fromkeys((goal.name, *(issue.phrases if issue else ()))):
            yield (name.casefold(), goal.id), goal.id


def _todo(asking: Asking, wanted: str, parts: list[str]) -> str:
    goals = asking.graph.goals
    near = parts
    if not near:
        names = dict(_names(asking))
        alike = get_close_matches(wanted.casefold(), [name for name, _ in names], n=MOST_NEAR, cutoff=NEAR)
        near = list(dict.fromkeys(goal for name in alike for (one, goal) in names if one == name))
    if near:
        shown = [f"“{visible(goals[one].name)}” ({asking.lookup.short(one)})" for one in near[:MOST_NEAR]]
        more = f" and {len(near) - MOST_NEAR} more" if len(near) > MOST_NEAR else ""
        return f"Did you mean {', '.join(shown)}{more}?"
    told = asking.waiting or tuple(goals)
    some = "; ".join(visible(goals[one].name) for one in told[:MOST_NEAR])
    if not some:
        return "No report that counts has a position, a condition, an instrument or a meeting."
    what = "Goals that wait for something are" if asking.waiting else "Goals are"
    rest = f" and {len(told) - MOST_NEAR} more" if len(told) > MOST_NEAR else ""
    return f"{what}: {some}{rest}."


def issue_called(asking: Asking, typed: str) -> Issue:
    """The issue that was typed, as a goal is; raises InputError where there is none, or where it is something else."""
    try:
        goal = goal_called(asking, typed)
    except InputError as error:
        raise InputError(f"{_nothing(asking)} the issue {clip(typed, 80)!r}.", error.todo) from error
    issue = asking.issues.get(goal.id) or next(iter(asking.issues.about(goal.id)), None)
    if issue is None:
        what = f"{typed!r} is a {goal.kind.value}, no issue."
        raise InputError(what, f"What it waits for: pourparler why {asking.lookup.short(goal.id)}.")
    return issue
