"""The answers in words and as values, on records made by hand."""

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from pourparler.case.conditions.requirement import GoalKind
from pourparler.case.conditions.unblocking import solved
from pourparler.case.conditions.whatif import Drop, DropKind, leave_out
from pourparler.case.networks.behind import Floor
from pourparler.core.errors import InputError
from pourparler.faces.system.answer import Answer, answer_values
from pourparler.faces.system.asking import Asking, asked
from pourparler.faces.system.choices import choices
from pourparler.faces.system.circles import loads, standstills
from pourparler.faces.system.clearing import clearing, stopping
from pourparler.faces.system.edges import Ask, networks
from pourparler.faces.system.goals import goal_called, issue_called
from pourparler.faces.system.lives import lives_answer
from pourparler.faces.system.matrix import matrix_rows
from pourparler.faces.system.moves import moves_called
from pourparler.faces.system.omission import omission
from pourparler.faces.system.topics import matrix_answer
from pourparler.faces.system.waiting import goals_waiting, tree
from tests.case.conditions.test_graph import cause, crew, told
from tests.faces.system.lake import FORBIDDEN, accord, circle, everything, lake
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, hold


def text(answer: Answer) -> str:
    """All that an answer says."""
    return "\n".join((answer.title, *(line.text for line in answer.lines), answer.closing))


def without_a_report(asking: Asking) -> Answer:
    """What changes without the report of the crew."""
    left = leave_out(hold(*everything()), Drop(DropKind.REPORT, "1.txt"))
    return omission(asked(left.before, asking.lookup), left)


ANSWERS: dict[str, Callable[[Asking], Answer]] = {
    "issues": lambda asking: matrix_answer(asking, asking.standings, history=True),
    "why": lambda asking: tree(asking, goal_called(asking, "a truce")),
    "waiting": goals_waiting,
    "unblock": lambda asking: clearing(asking, goal_called(asking, "a truce")),
    "block": lambda asking: stopping(asking, goal_called(asking, "a truce")),
    "deadlocks": standstills,
    "burden": loads,
    "whatif": without_a_report,
    "network": lambda asking: networks(asking, Ask()),
    "lives": lives_answer,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_says_its_basis_cites_places_and_is_json(name: str) -> None:
    asking = lake()
    answer = ANSWERS[name](asking)
    assert "by public statements" in answer.title and answer.lines
    values = json.loads(json.dumps(answer_values(asking.lookup, answer)))
    assert values["basis"] == "by public statements" and values["asked"] == name
    assert bool(values["words"]) is (name != "deadlocks")
    for word in values["words"]:
        report = asking.lookup.report(word["report"])
        assert report.text[word["start"] : word["end"]] == word["text"]
        assert set(word) == {"report", "outlet", "published", "start", "end", "text"}
    assert not [bad for bad in FORBIDDEN if bad in text(answer).lower()]


def test_unblock_names_moves_of_each_side_and_waivers_as_moves_of_their_holders() -> None:
    said = text(ANSWERS["unblock"](lake()))
    assert "4 minimal sets of moves" in said
    assert "Norland waives its condition “freeing the crew”" in said
    assert "Sudland waives its condition “long talks on the fishing quotas”" in said
    assert "Sudland grants “freeing the crew”" in said
    assert "(the words name nobody; the only other party concerned)" in said
    assert "not told whether met; 1 source" in said


def test_every_move_stands_on_the_words_of_its_condition() -> None:
    answer = ANSWERS["unblock"](lake())
    moves = [line for line in answer.lines if line.level == 2 and not line.text.startswith("Moves: ")]
    assert len(moves) == 8 and all(line.places for line in moves)


def test_more_sets_than_asked_for_are_counted() -> None:
    asking = lake()
    answer = clearing(asking, goal_called(asking, "a truce"), 1)
    assert "… and 3 sets more: --most 4" in text(answer)
    assert answer.values["total"] == 4 and answer.values["not_listed"] == 3 and len(answer.values["sets"]) == 1


def waiver(asking: Asking, party: str) -> str:
    """The short id of a party's waiver of its condition on a truce, as an answer prints it."""
    goal = goal_called(asking, "truce")
    one = next(one for one in asking.graph.before(goal.id) if one.holder == party)
    short = one.waive.id[: len("waive:") + 5]
    assert f", {short}" in text(clearing(asking, goal))
    return short


def test_what_is_left_if_moves_were_made() -> None:
    asking = lake()
    goal = goal_called(asking, "truce")
    made = moves_called(asking, goal, [waiver(asking, NORLAND).upper()])
    answer = clearing(asking, goal, None, made)
    said = text(answer)
    assert " if this move were made, by public statements" in answer.title
    assert "1 of 2 conditions would still stand" in said
    assert "Supposed made: Norland waives its condition “freeing the crew”." in said
    assert "2 minimal sets of moves that clear what is left" in said
    assert said.count("Then: cleared.") == 1 and said.count("Then: still stands.") == 1
    assert answer.values["total"] == 2 and [one["id"] for one in answer.values["supposed"]["made"]] == list(made)
    kept = stopping(asking, goal, None, made)
    assert "waiting if this move were made" in kept.title and kept.values["total"] == 1
    both = moves_called(asking, goal, [waiver(asking, NORLAND), *[waiver(asking, SUDLAND)] * 2])
    assert len(both) == 2
    assert "If these 2 moves were made, nothing known would stand before" in text(clearing(asking, goal, None, both))


def test_a_move_mistyped_gets_near_ones() -> None:
    asking = lake()
    goal = goal_called(asking, "truce")
    one = asking.graph.before(goal.id)[0]
    for typed, what, todo in (
        (one.id[:6], f"is '{one.id[:6]}'", f"Did you mean waive:{one.id[:5]} ("),
        ("waive:", "2 of the moves", "Did you mean waive:"),
        ("", "is ''", "Its moves: grant:"),
        ("<b>", "is '<b>'", "Its moves: "),
    ):
        with pytest.raises(InputError) as raised:
            moves_called(asking, goal, [typed])
        assert what in raised.value.what and todo in raised.value.todo
    with pytest.raises(InputError, match="waits for no move"):
        moves_called(asking, goal_called(asking, "a dam"), [one.waive.id])


def test_a_goal_that_nothing_stands_before_asks_for_no_move() -> None:
    asking = lake()
    said = text(clearing(asking, goal_called(asking, "a dam")))
    assert "the reports tell of no condition on it. No move is asked for." in said
    reached = clearing(asking, goal_called(asking, "fishing"))
    assert "It has come about: The fishing accord" in text(reached) and reached.values["sets"] == []


def test_why_is_a_tree_with_ways_out() -> None:
    answer = ANSWERS["why"](lake())
    said = text(answer)
    assert "of Norland on “a truce”: unless “freeing the crew”; not told whether met." in said
    assert "Way out: Norland waives its condition “freeing the crew”." in said
    assert [len(one["of"]) for one in answer.values["tree"]["conditions"]] == [1, 1]


def test_what_was_told_against_it_is_cited() -> None:
    no = told("3.txt", "Sudland rejects freeing the crew.", "2025-03-05")
    no.stands("Sudland rejects freeing the crew", "rejects", "freeing the crew", SUDLAND)
    asking = lake(crew(), no)
    answer = tree(asking, goal_called(asking, "truce"))
    assert "“freeing the crew”: not met." in text(answer)
    against = next(line for line in answer.lines if line.text.startswith("Against it: Sudland rejects"))
    assert [place.text for place in against.places] == ["Sudland rejects freeing the crew"]


def test_goals_by_id_phrase_title_and_part_and_near_ones_for_none() -> None:
    asking = lake()
    truce = goal_called(asking, "any ceasefire")
    assert goal_called(asking, truce.id) == goal_called(asking, truce.id[:7]) == goal_called(asking, " TRUCE ") == truce
    condition = asking.lookup.record.conditions[0]
    assert goal_called(asking, condition.id) == truce
    assert goal_called(asking, "Fishing accord").name == "fishing"
    assert goal_called(asking, asking.lookup.record.instruments[0].id).name == "the fishing accord"
    assert goal_called(asking, "geneva").kind is GoalKind.MEETING
    for typed, near in (
        ("ceasfire", "Did you mean"),
        ("qqq", "Goals that wait for something are: "),
        ("", "Goals that"),
    ):
        with pytest.raises(InputError) as raised:
            goal_called(asking, typed)
        assert near in raised.value.todo
    with pytest.raises(InputError, match="no issue"):
        issue_called(asking, asking.lookup.record.meetings[0].id)


def test_an_issue_says_its_state_why_and_who_stands_where_in_whose_voice() -> None:
    asking = lake()
    wanted = [one for one in asking.standings if one.issue.name in ("dam", "truce")]
    said = text(matrix_answer(asking, wanted))
    assert "“dam”: contested" in said and "Sudland: rejects “a dam” (the outlet's account" in said
    assert "blocked" in said and "the condition “freeing the crew” of Norland" in said
    assert "Silence is unknown" in said
    row = next(row for row in matrix_rows(asking, wanted) if row["issue"] == "dam")
    assert row[NORLAND].startswith("demands (") and row[SUDLAND].startswith("rejects (")


def test_issues_stand_topic_by_topic_and_those_told_once_are_folded() -> None:
    asking = lake()
    every = matrix_answer(asking, asking.standings)
    topics: list[dict[str, Any]] = every.values["topics"]
    assert sum(len(one["issues"]) for one in topics) == len(asking.standings) == every.values["total"]
    assert {row["topic"] for row in every.values["issues"]} == {one["id"] for one in topics}
    few = text(matrix_answer(asking, asking.standings, most=1))
    once = [one for one in topics if one["told_once"]]
    assert f"Told once, by one account each: {len(once)} issues (" in few
    assert f"… and {len(topics) - 1 - len(once)} topics more" in few
    dam = next(one for one in topics if one["name"] == "dam")
    assert dam["at_odds"] is not None and "“dam”: contested" in few


def test_networks_have_counts_beside_every_edge_and_a_floor() -> None:
    answer = networks(lake(), Ask())
    said = text(answer)
    assert "Norland — Sudland: 1, on “survey of the lake”; 2 statements, 1 report, 1 independent source" in said
    assert "Norland — Sudland: 1 meeting held" in said
    assert [edge["issues"] for edge in answer.values["conflict"]["edges"]] == [["dam"]]
    high = networks(lake(), Ask(floor=Floor(3, 2)))
    assert "Below the floor of 3 statements and 2 independent sources, and not drawn: 1 edge" in text(high)
    assert "No edge is drawn." in text(high)


def test_lives_warn_of_a_jump_and_say_what_is_less_than_asked_for() -> None:
    answer = lives_answer(lake())
    said = text(answer)
    assert "Warning: from “proposed” to “in force” with nothing told of its being “agreed”." in said
    assert lives_answer(lake(), odd_only=True).values == answer.values
    assert "No instrument" in text(lives_answer(lake(), frozenset()))


def test_burden_names_what_each_is_asked_for_and_can_waive() -> None:
    said = text(loads(lake()))
    assert "Sudland: 1 condition asks something of it" in said
    assert "Asked: “freeing the crew”, by Norland for “truce”" in said or "by Norland for “ceasefire”" in said
    assert "Can waive: its condition “freeing the crew”" in said
    assert "rests on Westmark" in text(loads(lake(), "Westmark"))


def test_what_is_asked_of_nobody_by_name_stands_once_with_those_concerned_in_the_same_words_everywhere() -> None:
    made = told("7.txt", "No truce unless the dead are returned, Norland says. Sudland and Westmark reject a truce.")
    made.requires("No truce unless the dead are returned", "a truce", "return of the dead", NORLAND)
    for party in (SUDLAND, WESTMARK):
        made.stands("Sudland and Westmark reject a truce", "rejects", "a truce", party)
    asking = lake(made)
    who = "who could make it: not told; concerned: Sudland and Westmark"
    answer = loads(asking)
    assert [line.text for line in answer.lines if line.level == 0] == [
        "Norland: no conditions ask something of it; it holds 1",
        "Asked of nobody by name: 1 condition",
    ]
    assert text(answer).count(who) == 1 and answer.lines[-1].places
    assert [one["concerned"] for one in answer.values["asked_of_nobody"]] == [[SUDLAND, WESTMARK]]
    alone = loads(asking, WESTMARK)
    assert "Asked of nobody by name, Westmark among those concerned: 1 condition" in text(alone)
    goal = goal_called(asking, "truce")
    assert f"Way out: somebody grants “return of the dead” ({who})." in text(tree(asking, goal))
    cleared = text(clearing(asking, goal))
    assert f"Somebody grants “return of the dead” ({who})" in cleared and "nobody is told to hold its move\n" in cleared


def test_a_circle_has_its_exits_with_who_holds_them() -> None:
    answer = standstills(lake(*circle()))
    said = text(answer)
    assert "Circle 1 of 1" in said
    assert "Waive: Norland waives its condition “a pullback”" in said
    assert "Simultaneity: Norland and Sudland do at one time" in said
    assert "Split:" in said and not [bad for bad in FORBIDDEN if bad in said.lower()]
    assert answer.places
    asking = lake(*circle())
    assert "a circle" in text(tree(asking, goal_called(asking, "truce")))


def test_whatif_tells_what_is_gone_and_leaves_the_record_alone() -> None:
    asking = lake()
    before = asking.lookup.record
    said = text(without_a_report(asking))
    assert "Nothing tells any more of condition" in said and "4 minimal sets of moves clear it; without it, 2" in said
    assert asking.lookup.record == before
    same = leave_out(hold(crew(), cause(), accord()), Drop(DropKind.REPORT, "6.txt"))
    quiet = omission(asked(same.before, lake(crew(), cause(), accord()).lookup), same)
    assert "No answer of `unblock` changes." in text(quiet)


def test_what_one_side_alone_says_is_in_force_is_claimed_and_not_reached() -> None:
    made = told("7.txt", "Norland says the truce is in force.", "2025-03-08")
    made.names("Norland says", NORLAND, "state")
    made.says("the truce is in force", NORLAND, party=NORLAND)
    made.papers("the truce is in force", "ceasefire", "in force", (NORLAND,), title="the truce")
    asking = lake(crew(), made)
    answer = clearing(asking, goal_called(asking, "truce"))
    assert "Claimed: by the word of one side alone (Norland)" in text(answer)
    assert answer.values["goal"]["reached"] == [] and answer.values["total"] == 2


def test_many_sets_that_are_one_choice_of_each_line_are_told_as_lines() -> None:
    asked_for = ("freeing the crew", "a lower harbour tax", "fewer patrol boats", "the return of the church bell")
    drafts = []
    for number, thing in enumerate(asked_for, 1):
        words = f"{(NORLAND, SUDLAND)[number % 2]} refuses a truce without {thing}"
        made = told(f"{number}.txt", f"{words}.", f"2025-0{number}-01")
        drafts.append(made.requires(words, "a truce", thing, (NORLAND, SUDLAND)[number % 2]))
    asking = lake(*drafts)
    answer = clearing(asking, goal_called(asking, "truce"))
    said = text(answer)
    assert "16 minimal sets of moves clear it: one move of each of these 4 lines." in said
    assert "Sudland waives its condition “freeing the crew”" in said
    assert len(answer.values["sets"]) == 16
    assert "16 of 16: " in text(clearing(asking, goal_called(asking, "truce"), 16))


def test_a_move_that_clears_two_conditions_is_one_choice_beside_both_waivers() -> None:
    drafts = []
    for number, (who, thing) in enumerate(
        [
            (NORLAND, "freeing the crew"),
            (SUDLAND, "a lower harbour tax"),
            (NORLAND, "the return of the church bell"),
            (NORLAND, "Westmark cuts its patrols"),
            (SUDLAND, "Westmark cuts its patrols"),
        ],
        1,
    ):
        words = f"{who} refuses a truce unless {thing}"
        drafts.append(told(f"{number}.txt", f"{words}.", f"2025-0{number}-01").requires(words, "a truce", thing, who))
    asking = lake(*drafts)
    worked_out = solved(asking.graph, goal_called(asking, "truce").id)
    found, rows = worked_out.clearing(), choices(worked_out)
    assert found.total == 16 and [len(row) for row in rows] == [2, 2, 2, 2]
    together = {frozenset(move.id for one in row for move in one.moves) for row in product(*rows)}
    assert together == {frozenset(move.id for move in one.moves) for one in found.sets}
    said = text(clearing(asking, found.goal))
    assert "one choice of each of these 4 lines" in said
    assert "Westmark grants “Westmark cuts its patrols”; or Norland waives" in said
    assert "patrols” and Sudland waives its condition" in said
