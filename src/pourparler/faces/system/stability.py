"""In words: which states of a board no party has a reason to leave, under which of the orders that are allowed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from pourparler.case.conflict.answer import Answer as Found
from pourparler.case.conflict.answer import Effort, Finding, Verdict
from pourparler.case.conflict.answer import answer as solve
from pourparler.case.conflict.concepts import CONCEPTS, Concept
from pourparler.case.conflict.graph import Graph, draw
from pourparler.case.conflict.reach import Rule
from pourparler.case.options.supposed import Kept
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.board_values import answer_head, answer_states, is_exact, kept_values
from pourparler.faces.system.boards import hypothesis_lines
from pourparler.faces.wording.names import series, some, the
from pourparler.faces.wording.quoting import upper_first, visible

NOT_SAID = (
    "It says what follows from this board, these hypotheses and this rule of moving. It does not say what anybody will "
    "do, which state comes about, or what anybody ought to want; a stable state is not a good one, nor one that "
    "anybody agreed to. Orders that the hypotheses allow are not counted against each other."
)

CONCEPTS_SAID = {
    Concept.NASH: ("Nash", "no move of its own leads a party to a state it prefers"),
    Concept.GMR: ("GMR", "every such move can be answered by the others with a state no better for it"),
    Concept.SMR: ("SMR", "it can be answered so, and the party cannot get out of it again"),
    Concept.SEQ: ("SEQ", "it can be answered so with moves that the others prefer to make themselves"),
}
"""Concepts of stability: their name, and what it is for a state to be stable by them."""

RULES_SAID = {
    Rule.STANDARD: "others answer together, no party moving twice in a row",
    Rule.TWICE: "others answer together, and a party may move twice in a row",
    Rule.SINGLE: "one of the others answers, with one move",
}
"""How others answer a move."""

MOST_LISTED = 40
"""States that are told one by one in words; all are in the values."""

ORDER = (Verdict.ALL, Verdict.SOME, Verdict.NONE)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a board: by which rule, how far to go, for one party or (None) for all together."""

    rule: Rule = Rule.STANDARD
    effort: Effort | None = None
    party: str | None = None


def found_for(kept: Kept, question: Question) -> Found:
    """The verdicts for a board; raises InputError where its hypotheses contradict one another."""
    return solve(draw(kept.model.conflict), kept.hypotheses, question.rule, question.effort)


def stability_answer(asking: Asking, kept: Kept, question: Question) -> Answer:
    """Which states are stable, concept by concept, with what each state is."""
    found = found_for(kept, question)
    whose = the(question.party) if question.party else "every party"
    lines = [
        Line(f"{len(found.graph):,} states; {RULES_SAID[question.rule]}; {effort_words(found)}."),
        *(Line(words) for words in unsupposed(kept, found)),
        *_verdicts(found, question, whose),
        *_states(found, question),
        Line("What is supposed", 0),
    ]
    for one in kept.supposed:
        lines += hypothesis_lines(asking, one)
    nobody = f"{whose} has no" if question.party else "no party has a"
    title = f"Board {kept.name}: states that {nobody} reason to leave, {as_of_words(asking.lookup)}"
    values = {
        "asked": "stability",
        "board": kept_values(kept),
        "party": question.party,
        **answer_head(found),
        "states": answer_states(found),
    }
    return Answer(title, tuple(lines), NOT_SAID, values)


def effort_words(found: Found) -> str:
    """Whether the verdicts are of all orders that are allowed, and how many those are; or how many were drawn."""
    if is_exact(found):
        number = prod(count or 0 for count in found.orders)
        told = f", {some(number, 'combination')} of the parties’ orders" if number else ""
        return f"exact for every order that the hypotheses allow{told}"
    return (
        "the hypotheses allow more orders than can be gone through: verdicts are exact but for those marked *, which "
        f"are of {found.drawn:,} orders drawn (seed {found.seed}) alone"
    )


def unsupposed(kept: Kept, found: Found) -> Iterator[str]:
    """Of which parties nothing is supposed."""
    told = {one.party for one in kept.hypotheses}
    open_to_all = [the(party) for party in found.graph.conflict.parties if party not in told]
    if open_to_all:
        yield f"Of {series(open_to_all)} nothing is supposed: every order of the states is allowed."


def taken_words(graph: Graph, state: int) -> str:
    """A state in words: what each party has taken in it."""
    taken = graph.taken(state)
    told = []
    for party in graph.conflict.parties:
        own = [option.name for option, held in zip(graph.conflict.options, taken, strict=True)
               if option.party == party and held]  # fmt: skip
        if own:
            told.append(f"{visible(party)}: {', '.join(map(visible, own))}")
    merged = " (whatever the others: merged states)" if None in taken else ""
    return ("; ".join(told) or "nobody takes anything") + merged


def numbers(findings: Sequence[Finding]) -> str:
    """The numbers of states, many in a row as one; those of which only the orders drawn tell are marked with *."""
    told: list[str] = []
    for exact, run in _runs(findings):
        ends = [run[0]] if len(run) == 1 else [run[0], run[-1]]
        told.append(("–" if len(run) > _PAIR else ", ").join(f"{one}{'' if exact else '*'}" for one in ends))
    return ", ".join(told)


_PAIR = 2


def _runs(findings: Sequence[Finding]) -> list[tuple[bool, list[int]]]:
    """States that follow each other, and are exact or not alike."""
    runs: list[tuple[bool, list[int]]] = []
    for one in findings:
        if runs and runs[-1][0] is one.exact and runs[-1][1][-1] == one.state - 1:
            runs[-1][1].append(one.state)
        else:
            runs.append((one.exact, [one.state]))
    return runs


def _verdicts(found: Found, question: Question, whose: str) -> Iterator[Line]:
    for concept in CONCEPTS:
        name, means = CONCEPTS_SAID[concept]
        yield Line(f"{name}: {means}", 0)
        findings = found.of(concept, question.party)
        for verdict in ORDER:
            held = [one for one in findings if one.verdict is verdict]
            if held and verdict is Verdict.NONE:
                yield Line(f"Stable for {whose} under none of the orders allowed: the other {len(held)}.")
            elif held:
                some_or_all = "all" if verdict is Verdict.ALL else "some"
                yield Line(f"Stable for {whose} under {some_or_all} of the orders allowed: {numbers(held)}.")
        if any(not one.exact for one in findings):
            yield Line(f"* of the {found.drawn:,} orders drawn (seed {found.seed}); the rest unknown.")


def _states(found: Found, question: Question) -> Iterator[Line]:
    """The states that are stable by some concept, in words."""
    wanted = sorted(
        {one.state for concept in CONCEPTS for one in found.of(concept, question.party)
         if one.verdict is not Verdict.NONE}
    )  # fmt: skip
    if not wanted:
        return
    yield Line(f"The {some(len(wanted), 'state')} named", 0)
    for state in wanted[:MOST_LISTED]:
        yield Line(upper_first(f"{state}: {taken_words(found.graph, state)}"))
    if len(wanted) > MOST_LISTED:
        yield Line(f"… and {len(wanted) - MOST_LISTED} more: --json has all.")
