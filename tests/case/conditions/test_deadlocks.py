"""What ties a circle: not what the record tells as met, in whichever of several ways."""

from pourparler.case.conditions.deadlocks import deadlocks
from pourparler.case.conditions.requirement import Value
from tests.case.conditions.test_graph import BOTH, circle, graph_of, told
from tests.record.drafts import WESTMARK


def test_a_condition_that_is_met_another_way_ties_nothing() -> None:
    either = told(
        "3.txt",
        "No withdrawal of troops unless Norland grants Westmark either an amnesty or an end to the blockade.",
        "2025-03-02",
    )
    words = "No withdrawal of troops unless Norland grants Westmark either an amnesty or an end to the blockade"
    either.requires(words, "withdrawal of troops", "either an amnesty or an end to the blockade", WESTMARK)
    pact = told("4.txt", "A pact on an amnesty was signed.", "2025-03-05")
    pact.papers("A pact on an amnesty", "agreement", "signed", BOTH)
    graph = graph_of(*circle(), either, pact)
    (met,) = [one for one in graph.requirements if len(one.parts) > 1]
    assert met.value is Value.MET and any(part.truth.value is not Value.MET for part in met.parts)
    (found,) = deadlocks(graph)
    assert met.id not in {one.id for one in found.requirements} and len(found.requirements) == 2
    (open_still,) = deadlocks(graph_of(*circle(), either))
    assert len(open_still.requirements) == 3
