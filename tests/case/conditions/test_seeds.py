"""The reports of the shared folder, read and asked: who waits for whom, as of two days."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.graph import Graph, build
from pourparler.case.conditions.requirement import GoalKind, MoveKind, Requirement, Sort, Value
from pourparler.case.conditions.unblocking import unblock
from pourparler.case.conditions.why import why
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.states import Standing, State, standings
from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.pipeline import open_reader, read_all
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from pourparler.sources import open_source

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared/seeds is not beside this checkout")

EARLY, LATE = "2025-02-28", "2025-05-29"


@cache
def records() -> dict[str, CaseRecord]:
    """The record of the seeds as of both days; they are read once."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "seeds.db"
        with open_store(place, create=True) as store:
            assert len(list(read_all([open_source(SEEDS)], store, open_reader("trained")))) == 5
            return {day: load_case(store, date.fromisoformat(day)) for day in (EARLY, LATE)}


@cache
def graph(day: str) -> Graph:
    """The graph as of a day."""
    return build(records()[day], gather(records()[day]))


def standing(day: str, phrase: str) -> Standing:
    """How the issue of a phrase stands."""
    asked = graph(day)
    every = standings(records()[day], asked.issues, blocking(asked))
    return next(one for one in every if one.issue is asked.issues.of(phrase))


def before(day: str, phrase: str) -> list[Requirement]:
    """What is required before the issue of a phrase."""
    return [one.requirement for one in why(graph(day), phrase).requirements]


def said(requirement: Requirement) -> str:
    """All words that a requirement rests on."""
    return " ".join(place.text for place in requirement.evidence)


def test_a_ceasefire_is_held_up_by_security_guarantees() -> None:
    mine = next(one for one in before(EARLY, "a ceasefire") if one.holder == "Ukraine")
    assert [part.phrase for part in mine.parts] == ["security guarantees"] and mine.value is Value.UNMET
    assert "won’t have a ceasefire" in said(mine)
    assert standing(EARLY, "a ceasefire").state is State.BLOCKED
    assert [one.holder for one in before(EARLY, "a ceasefire")] == ["Ukraine"], "one condition, whoever words it"


def test_and_by_root_causes_only_after_the_report_that_says_so() -> None:
    held = {one.holder: one for one in before(LATE, "a ceasefire")}
    assert set(held) == {"Ukraine", "Russia"}
    assert held["Russia"].sort is Sort.SEQUENCE and "root causes" in held["Russia"].parts[0].phrase
    assert standing(LATE, "a ceasefire").state is State.BLOCKED
    assert [basis.says for basis in held["Ukraine"].later] == ["accepts"], "said since, and shown beside"


def test_what_clears_a_ceasefire_are_moves_of_each_side() -> None:
    answer = unblock(graph(LATE), "a ceasefire")
    assert answer.total == 4
    kinds = {(move.kind, party) for one in answer.sets for move in one.moves for party in move.by}
    assert {(MoveKind.WAIVE, "Ukraine"), (MoveKind.WAIVE, "Russia")} <= kinds
    assert {(MoveKind.GRANT, "Ukraine"), (MoveKind.GRANT, "Russia"), (MoveKind.GRANT, "United States")} <= kinds


@pytest.mark.parametrize("day", [EARLY, LATE])
def test_the_minerals_deal_is_agreed_to_be_signed_with_ratification_open(day: str) -> None:
    minerals = standing(day, "minerals")
    assert minerals.state is State.AGREED and minerals.stage is InstrumentStatus.TO_BE_SIGNED
    tree = why(graph(day), "minerals")
    waiting = [one.requirement for paper in tree.instruments for one in paper.requirements]
    (ratification,) = [one for one in waiting if one.sort is Sort.RATIFICATION]
    assert ratification.value is Value.UNKNOWN and ratification.is_disputed
    assert ratification.parts[0].grant.by == ("Ukraine",)


def test_what_two_leaders_are_to_sign_is_the_same_paper() -> None:
    titles = {one.title for one in records()[EARLY].instruments}
    assert len(titles) == 2 and "deal" not in titles


def test_its_parties_are_disputed_once_another_report_names_others() -> None:
    fields = {one.id: one.field for one in records()[LATE].disputes}
    (paper,) = why(graph(LATE), "minerals").instruments
    assert "parties" in {fields[one] for one in paper.goal.disputes}


def test_the_talks_wait_for_a_memorandum() -> None:
    asked = graph(LATE)
    talks = {one.head: asked.goals[one.head] for one in asked.requirements}
    (goal,) = [one for one in talks.values() if one.kind is GoalKind.MEETING]
    meeting = next(one for one in records()[LATE].meetings if one.id == goal.id)
    assert meeting.when is not None and meeting.when.start == date(2025, 6, 2)
    waits = [one for one in asked.before(goal.id) if "memorandum" in one.parts[0].phrase]
    assert waits and all(one.parts[0].grant.by == ("Russia",) and one.waive.by == ("Ukraine",) for one in waits)
    assert {party for one in unblock(asked, goal.id).sets for party in one.parties} == {"Russia", "Ukraine"}
