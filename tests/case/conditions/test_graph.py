"""The graph of conditions of hand-made records, and the questions put to it."""

from datetime import date

import pytest

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.burden import burden, unaddressed
from pourparler.case.conditions.deadlocks import ExitKind, deadlocks
from pourparler.case.conditions.graph import Graph, build
from pourparler.case.conditions.requirement import GoalKind, MoveKind, Requirement, Sort, Truth, Value, Whose
from pourparler.case.conditions.unblocking import Sets, block, unblock
from pourparler.case.conditions.why import why
from pourparler.case.issues.gathering import gather
from pourparler.core.errors import InputError
from pourparler.core.moment import Precision, When
from pourparler.core.reading import Operator
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)


def sides(made: Draft) -> Draft:
    """The last words of every text name the sides."""
    made.names("Norland spoke", NORLAND, "state").names("Sudland heard", SUDLAND, "state")
    return made.names("Westmark watched", WESTMARK, "state")


def told(name: str, text: str, day: str = "2025-03-01") -> Draft:
    """A report of one passage."""
    return sides(draft(name, day, f"{text} Norland spoke, Sudland heard, Westmark watched."))


def graph_of(*drafts: Draft, as_of: str | None = None) -> Graph:
    """The graph of some reports."""
    record = compute(hold(*drafts), date.fromisoformat(as_of) if as_of else None)
    return build(record, gather(record))


def only(graph: Graph) -> Requirement:
    """The one requirement of a graph."""
    (found,) = graph.requirements
    return found


def moves(answer: Sets) -> set[frozenset[tuple[str, str, tuple[str, ...]]]]:
    """The sets of an answer as kinds, phrases and parties."""
    return {frozenset((move.kind.value, move.about, move.by) for move in one.moves) for one in answer.sets}


def crew() -> Draft:
    """Norland wants a crew freed first."""
    made = told("1.txt", "Norland says: no truce unless Sudland frees the crew.")
    return made.requires("no truce unless Sudland frees the crew", "a truce", "freeing the crew", NORLAND)


def cause() -> Draft:
    """Sudland wants talks on fishing first."""
    made = told("2.txt", "Sudland wants long talks on the fishing quotas before any ceasefire.", "2025-05-02")
    words = "Sudland wants long talks on the fishing quotas before any ceasefire"
    return made.requires(words, "any ceasefire", "long talks", SUDLAND, operator=Operator.BEFORE)


def test_a_condition_of_each_side_on_one_head() -> None:
    early, late = graph_of(crew(), cause(), as_of="2025-03-02"), graph_of(crew(), cause(), as_of="2025-05-03")
    assert moves(unblock(early, "a truce")) == {
        frozenset({("waive", "freeing the crew", (NORLAND,))}),
        frozenset({("grant", "freeing the crew", (SUDLAND,))}),
    }
    answer = unblock(late, "the ceasefire")
    assert (answer.total, answer.rest, answer.sizes, answer.free) == (4, 0, ((2, 4),), False)
    talks = "long talks on the fishing quotas"
    assert moves(answer) == {
        frozenset({("waive", "freeing the crew", (NORLAND,)), ("waive", talks, (SUDLAND,))}),
        frozenset({("waive", "freeing the crew", (NORLAND,)), ("grant", talks, (NORLAND,))}),
        frozenset({("grant", "freeing the crew", (SUDLAND,)), ("waive", talks, (SUDLAND,))}),
        frozenset({("grant", "freeing the crew", (SUDLAND,)), ("grant", talks, (NORLAND,))}),
    }
    assert {one.parties for one in answer.sets} == {(NORLAND, SUDLAND), (NORLAND,), (SUDLAND,)}
    assert {one.requirement.sort for one in why(late, "truce").requirements} == {Sort.PRECONDITION, Sort.SEQUENCE}
    assert set(blocking(late)[late.issues.of("truce").id]) == {one.id for one in late.requirements}  # type: ignore[union-attr]


def test_everything_leads_to_words() -> None:
    graph = graph_of(crew(), cause())
    entries = {one.id for one in graph.requirements}
    tree = why(graph, "truce")
    assert set(tree.entries) >= entries
    for one in tree.requirements:
        assert one.requirement.evidence and one.requirement.told and one.requirement.sources == 1
    assert set(unblock(graph, "truce").requirements) == entries


def test_what_blocks_is_one_move_withheld_of_each_way() -> None:
    answer = block(graph_of(crew(), cause()), "truce")
    assert [len(one.moves) for one in answer.sets] == [2, 2]
    assert {frozenset(move.about for move in one.moves) for one in answer.sets} == {
        frozenset({"freeing the crew"}),
        frozenset({"long talks on the fishing quotas"}),
    }


def test_a_goal_without_conditions_is_free() -> None:
    graph = graph_of(crew())
    answer = unblock(graph, "freeing the crew")
    assert answer.free and answer.total == 1 and answer.sets[0].moves == ()
    assert block(graph, "freeing the crew").total == 0
    tree = why(graph, "freeing the crew")
    assert tree.value is Value.MET and tree.requirements == ()


def test_an_unknown_goal_is_told() -> None:
    with pytest.raises(InputError, match="goal 'the harvest'"):
        why(graph_of(crew()), "the harvest")


def test_what_one_side_alone_says_is_agreed_is_not_met() -> None:
    made = told("2.txt", "Sudland says the pact on freeing the crew is agreed.", "2025-03-05")
    words = "the pact on freeing the crew is agreed"
    made.papers(words, "agreement", "agreed", BOTH, title="pact on freeing the crew")
    assert only(graph_of(crew(), made)).value is Value.MET
    made.says(words, SUDLAND, party=SUDLAND)
    requirement = only(graph_of(crew(), made))
    assert requirement.value is Value.UNKNOWN
    assert [basis.voice for basis in requirement.parts[0].truth.beside] == ["another party's account"]


def test_met_by_an_instrument_told_later_and_not_by_an_older() -> None:
    def pact(day: str) -> Draft:
        made = told("2.txt", "A pact on freeing the crew was signed.", day)
        return made.papers("A pact on freeing the crew", "agreement", "signed", BOTH)

    later = graph_of(crew(), pact("2025-03-05"))
    assert only(later).value is Value.MET and unblock(later, "truce").free
    assert why(later, "truce").value is Value.MET
    assert only(later).parts[0].truth.met_by[0].evidence
    assert only(graph_of(crew(), pact("2025-02-05"))).value is Value.UNKNOWN


def test_met_by_the_acceptance_of_whom_the_words_name_and_unmet_by_a_rejection() -> None:
    def stance(stance: str, day: str, party: str = SUDLAND) -> Draft:
        made = told(f"{stance}{day}.txt", f"{party} {stance} freeing the crew.", day)
        return made.stands(f"{party} {stance} freeing the crew", stance, "freeing the crew", party)

    assert only(graph_of(crew(), stance("accepts", "2025-03-04"))).value is Value.MET
    assert only(graph_of(crew(), stance("offers", "2025-03-04"))).value is Value.UNKNOWN
    assert only(graph_of(crew(), stance("accepts", "2025-03-04", WESTMARK))).value is Value.UNKNOWN
    assert only(graph_of(crew(), stance("rejects", "2025-02-04"))).value is Value.UNMET
    turned = graph_of(crew(), stance("rejects", "2025-03-02"), stance("accepts", "2025-03-04"))
    assert only(turned).value is Value.MET
    back = graph_of(crew(), stance("accepts", "2025-03-02"), stance("rejects", "2025-03-04"))
    assert only(back).value is Value.UNMET and why(back, "truce").value is Value.UNMET


def test_where_the_words_name_nobody_the_others_can_grant() -> None:
    made = told("1.txt", "No truce unless the dead are returned, Norland says.")
    made.requires("No truce unless the dead are returned", "a truce", "return of the dead", NORLAND)
    other = told("2.txt", "Sudland rejects a truce, Westmark proposes elections.")
    other.stands("Sudland rejects a truce", "rejects", "a truce", SUDLAND)
    other.stands("Westmark proposes elections", "proposes", "elections", WESTMARK)
    grant = only(graph_of(made, other)).parts[0].grant
    assert (grant.by, grant.whose, grant.asked) == ((SUDLAND,), Whose.ONLY, (SUDLAND,))
    alone = only(graph_of(made)).parts[0].grant
    assert (alone.by, alone.whose) == ((), Whose.NOT_TOLD)
    more = told("3.txt", "Westmark rejects a truce.").stands("Westmark rejects a truce", "rejects", "a truce", WESTMARK)
    several = only(graph_of(made, other, more)).parts[0].grant
    assert (several.by, several.whose, several.asked) == ((SUDLAND, WESTMARK), Whose.OTHERS, ())


def test_where_nobody_is_told_to_set_a_condition_the_only_one_concerned_is_not_asked() -> None:
    made = told("1.txt", "No truce unless the dead are returned, it is said.")
    made.requires("No truce unless the dead are returned", "a truce", "return of the dead", None)
    other = told("2.txt", "Sudland rejects a truce.").stands("Sudland rejects a truce", "rejects", "a truce", SUDLAND)
    grant = only(graph_of(made, other)).parts[0].grant
    assert (grant.by, grant.whose, grant.asked) == ((SUDLAND,), Whose.OTHERS, ())


def test_talks_that_wait_for_a_memorandum() -> None:
    text = "Norland and Sudland will meet in Oslo, but only if Sudland hands over its memorandum of terms."
    made = told("1.txt", text)
    words = "will meet in Oslo, but only if Sudland hands over its memorandum of terms"
    made.requires(words, "meet in Oslo", "its memorandum of terms", NORLAND, operator=Operator.ONLY_IF)
    made.meets("Norland and Sudland will meet", "talks", "conditional", "2025-04-02", parties=BOTH, condition=0)
    requirement = only(graph_of(made))
    graph = graph_of(made)
    head = graph.goals[requirement.head]
    assert head.kind is GoalKind.MEETING
    assert requirement.parts[0].grant.by == (SUDLAND,) and requirement.waive.by == (NORLAND,)
    assert unblock(graph, head.id).total == 2
    handed = told("2.txt", "Sudland handed over its memorandum of terms.", "2025-03-30")
    handed.papers("its memorandum of terms", "memorandum", "handed over", (SUDLAND,))
    assert only(graph_of(made, handed)).value is Value.MET
    own = told("3.txt", "Norland handed over its memorandum of terms.", "2025-03-30")
    own.papers("its memorandum of terms", "memorandum", "handed over", (NORLAND,))
    assert only(graph_of(made, own)).value is Value.UNKNOWN
    held = told("4.txt", "Norland and Sudland met in Oslo.", "2025-04-03")
    held.meets("Norland and Sudland met in Oslo", "talks", "held", "2025-04-02", parties=BOTH, place=("Oslo",))
    later = graph_of(made, held)
    assert later.goals[only(later).head].reached and unblock(later, only(later).head).free


def accord() -> list[Draft]:
    """An accord to be signed that parliament has to ratify, its parties disputed."""
    made = told(
        "1.txt",
        "The sides agreed an accord on tin; the accord will be subject to ratification by the Sudland parliament.",
    )
    made.papers("an accord on tin", "agreement", "agreed", BOTH, title="accord on tin", subject="tin")
    made.papers("the accord will be", "agreement", "to be signed", BOTH, title="the accord", same_as=0)
    words = "the accord will be subject to ratification by the Sudland parliament"
    made.requires(words, "the accord", "ratification by the Sudland parliament", SUDLAND, operator=Operator.SUBJECT_TO)
    other = told("2.txt", "Norland and Westmark agreed an accord on tin.", "2025-03-02")
    other.papers("an accord on tin", "agreement", "agreed", (NORLAND, WESTMARK), title="accord on tin", subject="tin")
    return [made, other]


def test_an_accord_with_ratification_open() -> None:
    graph = graph_of(*accord())
    requirement = only(graph)
    head = graph.goals[requirement.head]
    assert (head.kind, requirement.sort, requirement.value) == (GoalKind.INSTRUMENT, Sort.RATIFICATION, Value.UNKNOWN)
    assert requirement.parts[0].grant.kind is MoveKind.RATIFY and requirement.parts[0].grant.by == (SUDLAND,)
    fields = {one.id: one.field for one in compute(hold(*accord())).disputes}
    assert "parties" in {fields[one] for one in head.disputes} and requirement.is_disputed
    tree = why(graph, "tin")
    assert [one.goal.id for one in tree.instruments] == [head.id] and tree.value is Value.UNKNOWN
    assert unblock(graph, "tin").total == unblock(graph, head.id).total == 2
    done = told("3.txt", "Parliament ratified the accord on tin.", "2025-04-02")
    done.papers("the accord on tin", "agreement", "ratified", BOTH, title="accord on tin", subject="tin")
    assert unblock(graph_of(accord()[0], done), "tin").free


def test_lists_are_all_one_or_some() -> None:
    def wanting(required: str) -> Graph:
        made = told("1.txt", f"No truce unless Sudland grants {required}.")
        return graph_of(made.requires(f"No truce unless Sudland grants {required}", "a truce", required, NORLAND))

    def sizes(required: str) -> tuple[tuple[int, int], ...]:
        return unblock(wanting(required), "truce").sizes

    assert sizes("an amnesty and new elections") == ((1, 1), (2, 1))
    assert sizes("either an amnesty or new elections") == ((1, 3),)
    assert sizes("two of an amnesty, new elections and a census") == ((1, 1), (2, 3))
    assert {part.phrase for part in only(wanting("an amnesty and new elections")).parts} == {
        "an amnesty",
        "new elections",
    }


def test_a_holder_that_later_takes_what_it_blocked_is_shown_and_the_condition_stands() -> None:
    made = told("2.txt", "Norland accepts a truce.", "2025-03-09")
    made.stands("Norland accepts a truce", "accepts", "a truce", NORLAND)
    requirement = only(graph_of(crew(), made))
    assert [basis.says for basis in requirement.later] == ["accepts"] and requirement.is_disputed
    assert not unblock(graph_of(crew(), made), "truce").free


def circle() -> list[Draft]:
    """Each waits for what the other holds back."""
    made = told("1.txt", "No withdrawal of troops unless Norland lifts the blockade.")
    made.requires(
        "No withdrawal of troops unless Norland lifts the blockade", "withdrawal of troops", "the blockade", SUDLAND
    )
    other = told("2.txt", "The blockade stays until the troops have left.")
    other.requires("The blockade stays until the troops have left", "the blockade", "troop withdrawal", NORLAND)
    return [made, other]


def test_a_circle_is_cut_marked_and_has_its_exits() -> None:
    graph = graph_of(*circle())
    tree = why(graph, "the blockade")
    below = tree.requirements[0].parts[0].below
    assert below is not None and below.requirements[0].parts[0].below is not None
    cut = below.requirements[0].parts[0].below
    assert len(cut.circle) == 3 and cut.circle[0] == cut.circle[-1] == tree.goal.id
    (found,) = deadlocks(graph)
    assert {goal.name for goal in found.goals} == {"blockade", "troop withdrawal"}
    assert set(found.holders) == set(BOTH)
    kinds = [one.kind for one in found.exits]
    assert kinds.count(ExitKind.WAIVE) == 2 and all(one.opens for one in found.exits)
    assert set(kinds) == {ExitKind.WAIVE, ExitKind.SIMULTANEITY, ExitKind.SPLIT}
    watched = told("3.txt", "Westmark, Norland and Sudland met.")
    watched.meets(
        "Westmark, Norland and Sudland met", "talks", "held", "2025-02-20", parties=BOTH, mediators=(WESTMARK,)
    )
    (with_third,) = deadlocks(graph_of(*circle(), watched))
    guarantee = next(one for one in with_third.exits if one.kind is ExitKind.GUARANTEE)
    assert guarantee.by == (WESTMARK,)
    answer = unblock(graph, "blockade")
    assert {frozenset(move.kind for move in one.moves) for one in answer.sets} == {
        frozenset({MoveKind.WAIVE}),
        frozenset({MoveKind.GRANT, MoveKind.WAIVE}),
    }


def test_no_circle_no_deadlock() -> None:
    assert deadlocks(graph_of(crew(), cause())) == ()


def test_what_rests_on_whom() -> None:
    graph = graph_of(crew(), cause())
    loads = {load.party: load for load in burden(graph)}
    assert set(loads) == set(BOTH)
    assert [one.phrase for one in loads[SUDLAND].asked] == ["freeing the crew"]
    assert loads[SUDLAND].alone == loads[NORLAND].sets and len(loads[SUDLAND].sets) == 1
    assert unaddressed(graph) == ()


def test_what_is_asked_of_nobody_by_name_rests_on_nobody_and_is_told_once() -> None:
    made = told("1.txt", "No truce unless the dead are returned, Norland says.")
    made.requires("No truce unless the dead are returned", "a truce", "return of the dead", NORLAND)
    others = told("2.txt", "Sudland rejects a truce. Westmark rejects a truce.")
    others.stands("Sudland rejects a truce", "rejects", "a truce", SUDLAND)
    others.stands("Westmark rejects a truce", "rejects", "a truce", WESTMARK)
    graph = graph_of(made, others)
    assert [(load.party, load.asked, load.sets) for load in burden(graph)] == [(NORLAND, (), (only(graph).id,))]
    (nobody,) = unaddressed(graph)
    assert (nobody.requirement, nobody.holder, nobody.phrases) == (only(graph).id, NORLAND, ("return of the dead",))
    assert nobody.concerned == (SUDLAND, WESTMARK)


def test_more_sets_than_asked_for_are_counted() -> None:
    answer = unblock(graph_of(crew(), cause()), "truce", most=3)
    assert (len(answer.sets), answer.total, answer.rest) == (3, 4, 1)


def test_any_order_of_reports_gives_the_same_graph() -> None:
    forth, back = graph_of(crew(), cause(), *[]), graph_of(cause(), crew())
    assert forth.requirements == back.requirements and dict(forth.goals) == dict(back.goals)


@pytest.mark.parametrize(
    "operator,required,more,sort",
    [
        (Operator.IF, "an amnesty", {}, Sort.PRECONDITION),
        (Operator.BEFORE, "an amnesty", {}, Sort.SEQUENCE),
        (Operator.IN_EXCHANGE_FOR, "an amnesty", {}, Sort.SIMULTANEOUS),
        (Operator.UNLESS, "the consent of Sudland", {}, Sort.VETO),
        (Operator.SUBJECT_TO, "approval by the members", {}, Sort.RATIFICATION),
        (
            Operator.UNLESS,
            "an amnesty",
            {"deadline": When(date(2025, 4, 1), date(2025, 4, 1), Precision.DAY, "by 1 April")},
            Sort.DEADLINE,
        ),
    ],
)
def test_sorts(operator: Operator, required: str, more: dict[str, When], sort: Sort) -> None:
    made = told("1.txt", f"A truce depends on {required}.")
    made.requires(f"A truce depends on {required}", "A truce", required, NORLAND, operator=operator, **more)
    assert only(graph_of(made)).sort is sort


def test_more_sets_than_are_listed_are_counted() -> None:
    wanted = "amnesty census bridge railway library museum airport hospital orchard lighthouse".split()
    made = told("1.txt", " ".join(f"Norland: no truce until the {one} question is closed." for one in wanted))
    for one in wanted:
        made.requires(f"no truce until the {one} question", "a truce", f"the {one} question", NORLAND)
    answer = unblock(graph_of(made), "truce")
    assert len(answer.requirements) > 7, "the merge keeps them apart"
    assert answer.total == 2 ** len(answer.requirements) and len(answer.sets) == 100
    assert answer.rest == answer.total - 100


def pointing() -> Draft:
    """What Norland holds back is only pointed at."""
    made = told("1.txt", "Norland says: it will not come unless Sudland frees the crew.")
    return made.requires("it will not come unless Sudland frees the crew", "it", "freeing the crew", NORLAND)


def test_what_is_only_pointed_at_is_no_issue_and_its_condition_stays() -> None:
    graph = graph_of(pointing())
    assert {issue.name for issue in graph.issues.issues} == {"freeing the crew"}
    requirement = only(graph)
    goal = graph.goals[requirement.head]
    assert (goal.kind, goal.name) == (GoalKind.UNTOLD, "something that is not named (“it”)")
    assert unblock(graph, goal.id).total == 2 and why(graph, goal.id).requirements
    assert goal.id not in blocking(graph)


def test_a_requirement_that_is_only_pointed_at_is_of_no_goal() -> None:
    made = told("1.txt", "No truce unless Sudland does it, Norland says.")
    part = only(graph_of(made.requires("No truce unless Sudland does it", "a truce", "it", NORLAND))).parts[0]
    assert part.goal is None and part.truth.value is Value.UNKNOWN and part.grant.by == (SUDLAND,)


def test_what_has_to_be_ratified_is_the_paper_that_it_stands_with() -> None:
    made = told("1.txt", "The accord on tin was agreed; it still has to be ratified by parliament.")
    made.papers("The accord on tin was agreed; it still has to be ratified", "agreement", "agreed", BOTH,
                title="accord on tin", subject="tin")  # fmt: skip
    made.requires("it still has to be ratified by parliament", "it", "ratified by parliament", NORLAND)
    graph = graph_of(made)
    assert graph.goals[only(graph).head].kind is GoalKind.INSTRUMENT


def test_who_can_vouch_is_no_person_and_no_unnamed_group() -> None:
    made = told("3.txt", "Ann Lee of Westmark hosted the rebels. Norland and Sudland met in Oslo.")
    made.names("Ann Lee", party=WESTMARK).names("rebels", "rebels", "group")
    made.meets("Norland and Sudland met in Oslo", "talks", "held", "2025-03-01", parties=(*BOTH, "rebels"),
               place=("Oslo",), mediators=("Ann Lee",))  # fmt: skip
    (found,) = deadlocks(graph_of(*circle(), made))
    (guarantee,) = [one for one in found.exits if one.kind is ExitKind.GUARANTEE]
    assert guarantee.by == (WESTMARK,)


def test_a_paper_whose_state_nobody_tells_is_not_ratified() -> None:
    made = told("1.txt", "An accord on tin would still have to be ratified by the Sudland parliament.")
    made.papers("An accord on tin", "agreement", None, BOTH, title="accord on tin", subject="tin")
    words = "An accord on tin would still have to be ratified by the Sudland parliament"
    made.requires(words, "An accord on tin", "ratified by the Sudland parliament", SUDLAND)
    found = graph_of(made)
    (part,) = only(found).parts
    assert part.truth == Truth(Value.UNKNOWN)
    assert not any(goal.reached for goal in found.goals.values())
