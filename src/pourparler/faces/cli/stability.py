"""`pourparler stability`: which states of a board no party has a reason to leave, under which orders."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.case.conflict.reach import Rule

EXAMPLES = (
    "pourparler stability pay --record mill.db                  for all parties together",
    "pourparler stability pay -r mill.db --party Union          for one of them",
    "pourparler stability pay -r mill.db --rule single --json   by another rule of answering",
    "pourparler stability pay -r mill.db --drawn 5000 --seed 7  where the orders are too many",
)

RULES = ("standard", "twice", "single")
"""Names of the rules of answering, as they are typed."""


def stability(
    board: Annotated[str, typer.Argument(metavar="BOARD", help="A board by its name.")],
    record: RecordOption = None,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME", help="For one party, not for all.")] = None,
    rule: Annotated[
        str,
        typer.Option(
            "--rule", metavar="RULE", help="standard (no party twice in a row), twice (allowed), single (one move)."
        ),
    ] = "standard",
    drawn: Annotated[
        int | None, typer.Option("--drawn", min=1, metavar="N", help="Orders drawn where they are too many to list.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Where the drawing begins.")] = 1,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Tell which states are stable by Nash, GMR, SMR and SEQ under all, some or none of the orders that the hypotheses
    allow: exactly where they are few, else of orders drawn, with their number and the seed.

    It says what follows from the board and the hypotheses; not what anybody will do.
    """
    asked = rule_called(rule)
    from pourparler.case.conflict.answer import Effort
    from pourparler.case.options.supposed import party_called
    from pourparler.faces.system.boards import boards_in
    from pourparler.faces.system.stability import Question, stability_answer

    asking = asking_of(record, as_of, edition)
    kept = boards_in(asking).called(board)
    whose = party_called(kept.model, party) if party is not None else None
    question = Question(asked, Effort(drawn=drawn, seed=seed), whose)
    answer(asking.lookup, stability_answer(asking, kept, question), as_json, everything)


def rule_called(typed: str) -> "Rule":
    """The rule that was typed; ends with a usage error and a suggestion for any other word."""
    from pourparler.case.conflict.reach import Rule

    word = typed.strip().lower()
    if word in RULES:
        return list(Rule)[RULES.index(word)]
    near = get_close_matches(word, RULES, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(RULES)}."
    tell(f"Error: there is no rule {typed!r}.\n  → {hint}")
    raise typer.Exit(USAGE)
