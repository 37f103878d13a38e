"""Reports made at random, whose readers saw stances, conditions, instruments and meetings, and a record laid out.

Three invented states, a handful of subjects, so that reports speak of the same things, circles and disputes come up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.burden import burden
from pourparler.case.conditions.deadlocks import deadlocks
from pourparler.case.conditions.graph import Graph, build
from pourparler.case.conditions.unblocking import block, unblock
from pourparler.case.conditions.why import why
from pourparler.case.instruments.lives import lives
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.matrix import matrix
from pourparler.case.issues.states import standings
from pourparler.case.networks.contacts import meet
from pourparler.case.networks.referrals import refer
from pourparler.case.networks.ties import Tie, tie
from pourparler.core.entry import CaseRecord
from pourparler.core.evidence import Evidence
from pourparler.core.reading import Operator
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, draft

PARTIES = (NORLAND, SUDLAND, WESTMARK)
SUBJECTS = ("a truce", "freeing the crew", "the fishing quotas", "troop withdrawal", "the blockade", "an amnesty")
OUTLETS = ("Wire", "Daily", "Lake Post", None)
FIRST = date(2025, 3, 1)
DAYS = 20


def reports(seed: int, most: int = 7) -> list[Draft]:
    """Up to so many reports of up to five sentences, on days in a stretch of three weeks."""
    random = Random(seed)
    return [_report(random, number) for number in range(random.randint(2, most))]


def _report(random: Random, number: int) -> Draft:
    told = [_sentence(random) for _ in range(random.randint(1, 5))]
    text = " ".join(f"Item {place}: {words}." for place, (_, words, _) in enumerate(told, 1))
    day = FIRST + timedelta(days=random.randrange(DAYS))
    made = draft(f"{number}.txt", day.isoformat(), f"{text} By {', '.join(PARTIES)} watchers.", random.choice(OUTLETS))
    for party in PARTIES:
        made.names(party, party, "state")
    for place, (kind, words, more) in enumerate(told, 1):
        _see(made, kind, f"Item {place}: {words}", more)
    return made


def _sentence(random: Random) -> tuple[str, str, dict[str, Any]]:
    party, other = random.sample(PARTIES, 2)
    subject, about = random.sample(SUBJECTS, 2)
    kind = random.choice(("stance", "stance", "condition", "condition", "paper", "meeting"))
    more: dict[str, Any] = {"party": party, "other": other, "subject": subject, "about": about}
    more["said"] = random.random() < 0.4
    match kind:
        case "stance":
            more["stance"] = random.choice(("demands", "rejects", "accepts", "offers", "proposes"))
            words = f"{party} {more['stance']} {subject}"
        case "condition":
            more["operator"] = random.choice((Operator.UNLESS, Operator.BEFORE, Operator.IF))
            words = f"{party} wants {about} by {other} before {subject}"
        case "paper":
            more["status"] = random.choice(("agreed", "signed", "to be signed", "ratified"))
            words = f"{party} and {other} have a pact on {subject} {more['status']}"
        case _:
            more["status"] = random.choice(("held", "planned", "postponed"))
            words = f"{party} and {other} talks on {subject} {more['status']}"
    return kind, words, more


def _see(made: Draft, kind: str, words: str, more: Mapping[str, Any]) -> None:
    party, other, subject = more["party"], more["other"], more["subject"]
    match kind:
        case "stance":
            made.stands(words, more["stance"], subject, party)
        case "condition":
            made.requires(words, subject, more["about"], party, operator=more["operator"])
        case "paper":
            made.papers(words, "agreement", more["status"], (party, other), title=f"pact on {subject}", subject=subject)
        case _:
            made.meets(words, "talks", more["status"], made.published.isoformat(), parties=(party, other))  # type: ignore[union-attr]
    if more["said"]:
        made.says(words, party, party=party)


def laid_out(record: CaseRecord) -> dict[str, Any]:
    """All that is computed of a record: issues, matrix, standings, conditions, their answers, lives and networks."""
    issues = gather(record)
    graph = build(record, issues)
    return {
        "issues": issues.issues,
        "matrix": matrix(record, issues).cells,
        "standings": standings(record, issues, blocking(graph)),
        "lives": lives(record),
        "contacts": meet(record),
        "networks": [tie(refer(record), how) for how in Tie],
        **answers(graph),
    }


def answers(graph: Graph) -> dict[str, Any]:
    """What is asked of a graph: for every goal why it waits, what clears it and what blocks it; deadlocks, burden."""
    return {
        "requirements": graph.requirements,
        "goals": dict(graph.goals),
        "below": dict(graph.below),
        "why": [why(graph, goal) for goal in graph.goals],
        "unblock": [unblock(graph, goal) for goal in graph.goals],
        "block": [block(graph, goal) for goal in graph.goals],
        "deadlocks": deadlocks(graph),
        "burden": burden(graph),
    }


def evidence_in(value: object) -> Iterator[Evidence]:
    """Every piece of evidence that a value holds, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from evidence_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from evidence_in(one)
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from evidence_in(one)
