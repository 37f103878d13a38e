"""`pourparler burden`: which conditions rest on whom."""

from typing import Annotated

import typer

from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

EXAMPLES = (
    "pourparler burden --record talks.db",
    "pourparler burden -r talks.db --party Ukraine --as-of 2025-02-28",
    "pourparler burden -r talks.db --json",
)


def burden(
    record: RecordOption = None,
    party: Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only this party, by any name.")] = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show for each party what the conditions of others ask of it and which conditions it holds itself and can waive;
    then what is asked of nobody by name, with the parties concerned. By public statements; conditions told as met are
    left out.
    """
    from pourparler.faces.system.circles import loads

    asking = asking_of(record, as_of, edition)
    found = loads(asking, asking.lookup.party(party) if party else None)
    answer(asking.lookup, found, as_json, everything)
