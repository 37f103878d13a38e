"""What waits: every goal with conditions before it, as a drawing and as the table that says the same."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pydantic import Field

from pourparler.case.conditions.requirement import Goal, GoalKind, Requirement, Value
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.waiting import MOST_BOXES
from pourparler.faces.charts.waiting import Condition as DrawnCondition
from pourparler.faces.charts.waiting import Goal as DrawnGoal
from pourparler.faces.charts.waiting import waiting as draw_waiting
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import goal_words, required_words, value_words
from pourparler.faces.system.waiting import conditions_before, goals_waiting, waits
from pourparler.faces.web.answering import system_values
from pourparler.faces.web.drawing import drawn
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.page import Answer, ListAsk, OneOf, Page, Slice, Table, Word, sliced
from pourparler.faces.web.shapes.system import GoalsPage
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import upper_first

ROWS = 50
"""Goals on one page; each comes with all of its conditions."""

CONDITIONS = 30
"""Conditions of one goal in the table; the page of the goal, the JSON and the CSV have all."""

HOLDERS = 200
"""Names in the list to choose from."""

COLUMNS = ("goal", "goal_kind", "goal_name", "goal_value", "sets", "condition", "holder", "voiced_by", "blocks",
           "operator", "requires", "needs", "value", "disputed", "waits_for", "told", "sources")  # fmt: skip


class GoalsAsk(ListAsk):
    """Which goals."""

    kind: OneOf[GoalKind] = Field(None, description="What waits: `issue`, `meeting` or `instrument`.")
    party: Word = Field(None, description="Only goals with a condition that this party holds.")
    q: Word = Field(None, description="Words that the goal's name has, or one of its conditions.")


def goals(visit: Visit, ask: GoalsAsk) -> Answer:
    """The goals that wait, in the order of the issues, then instruments and meetings."""
    asking = visit.asking
    wanted = [one for one in asking.waiting if _fits(asking, one, ask)]
    cut = sliced(len(wanted), ask.page, ROWS)
    found = list(waits(asking, wanted[cut.skip : cut.skip + ROWS]))
    answer = goals_waiting(asking, found)
    return Answer(
        "What waits",
        lambda: _values(visit, answer_values=system_values(visit, answer), cut=cut),
        Table(COLUMNS, _rows(asking, wanted)),
        {
            "slice": cut,
            "answer": answer,
            "waits": found,
            "most": CONDITIONS,
            "asking": asking,
            "holders": _holders(asking),
            "kinds": list(GoalKind),
            "drawing": drawn(_drawing(visit, wanted), "waits"),
            "goal_address": lambda goal: visit.to(f"/goals/{goal}"),
            "words_of": {"requires": required_words, "value": value_words, "name": goal_name},
        },
    )


def goal_name(asking: Asking, goal: str) -> str:
    """A goal by its id, in a few words."""
    return upper_first(goal_words(asking.lookup, asking.graph.goals[goal]))


def _holders(asking: Asking) -> list[str]:
    """Who holds conditions, by name; of very many those with most."""
    counted = Counter(one.holder for one in asking.graph.requirements if one.holder)
    return sorted(name for name, _ in counted.most_common(HOLDERS))


def _values(visit: Visit, answer_values: dict[str, object], cut: Slice) -> dict[str, object]:
    """The JSON: one page of a list whose rows are the goals of the answer, and what goes with them."""
    rows = answer_values.pop("goals")
    assert isinstance(rows, list)
    return page_values(visit, cut, rows) | {name: answer_values[name] for name in ("basis", "note", "words")}


def _fits(asking: Asking, goal: str, ask: GoalsAsk) -> bool:
    told = asking.graph.goals[goal]
    if ask.kind is not None and told.kind is not ask.kind:
        return False
    before = _own(asking, goal)
    if ask.party is not None and all((one.holder or "").casefold() != ask.party.casefold() for one in before):
        return False
    names = (told.name, *(one.blocks for one in before), *(part.phrase for one in before for part in one.parts))
    return ask.q is None or any(ask.q.casefold() in name.casefold() for name in names)


def _own(asking: Asking, goal: str) -> tuple[Requirement, ...]:
    """The conditions before a goal and before its instruments."""
    papers = asking.graph.below.get(goal, ())
    return tuple(one for each in (goal, *papers) for one in asking.graph.before(each))


def _rows(asking: Asking, wanted: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """A row for every condition before every goal."""
    for one in waits(asking, wanted):
        goal = one.goal
        for told in one.conditions:
            yield (goal.id, goal.kind.value, goal.name, one.value.value, one.sets, *condition_row(told))


def condition_row(told: Requirement) -> tuple[object, ...]:
    """A condition as a row of a CSV."""
    waited = "; ".join(part.goal for part in told.parts if part.goal)
    requires = "; ".join(part.phrase for part in told.parts)
    day = told.told.isoformat() if told.told else None
    return (told.id, told.holder, told.voiced_by, told.blocks, told.operator.value, requires, told.number,
            told.value.value, "yes" if told.is_disputed else "no", waited, day, told.sources)  # fmt: skip


def _drawing(visit: Visit, wanted: Sequence[str]) -> Callable[[], Chart | None]:
    """What makes the drawing of these goals, the conditions before each, and what these wait for in turn."""

    def make() -> Chart | None:
        asking = visit.asking
        most = sorted(wanted, key=lambda goal: -len(_own(asking, goal)))[:MOST_BOXES]
        conditions = conditions_before(asking, most)
        ids = dict.fromkeys((*most, *(one.head for one in conditions)))
        told = f"{len(most)} goals and the {len(conditions)} conditions before them; the table says the same."
        return draw_waiting(
            [_drawn_goal(visit, asking.graph.goals[one]) for one in ids],
            [_drawn_condition(visit, one) for one in conditions],
            Caption("What waits for what", told),
            len(wanted) - len(most),
        )

    return make


def _drawn_goal(visit: Visit, goal: Goal) -> DrawnGoal:
    papers = visit.asking.graph.below.get(goal.id, ())
    return DrawnGoal(goal.id, goal_name(visit.asking, goal.id), goal.kind.value, visit.to(f"/goals/{goal.id}"), papers)


def _drawn_condition(visit: Visit, one: Requirement) -> DrawnCondition:
    requires = tuple(part.goal for part in one.parts if part.goal and part.truth.value is not Value.MET)
    return DrawnCondition(
        one.id,
        one.head,
        one.holder or "",
        f"{one.operator.value} {required_words(one)}",
        value_words(one),
        requires,
        visit.entry("condition", one.id),
    )


PAGES = (Page("/goals", "goals.html", goals, GoalsAsk, "What waits", shape=GoalsPage),)
