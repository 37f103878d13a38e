"""`pourparler check`: proof that every rule of a record holds, or what does not and where."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pourparler.faces.cli.app import PROBLEMS
from pourparler.faces.cli.messages import counted, give_json, plain, tell
from pourparler.faces.cli.opening import day_notes
from pourparler.faces.cli.options import AsOfOption, JsonOption, RecordOption
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.record.check import Problem

EXAMPLES = (
    "pourparler check --record talks.db",
    "pourparler check -r talks.db --json   the problems for a program",
)


def check(record: RecordOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Check a record: its file, texts, evidence, vocabularies, judgements, entries and their accounts.

    Ends with exit code 0 when all is well and 4 when there are problems.
    """
    settings = load_settings({"record": record})
    problems = find_problems(settings.record, as_of)
    if as_json:
        values = [{"what": problem.what, "where": problem.where} for problem in problems]
        give_json({"record": str(settings.record), "problems": values})
    else:
        sys.stdout.write(plain("".join(f"{problem.where}: {problem.what}\n" for problem in problems)))
        said = f"{counted(len(problems), 'problem')} in {settings.record}."
        tell(said if problems else f"All is well in {settings.record}: every rule of the record holds.")
    if problems:
        raise typer.Exit(PROBLEMS)


def find_problems(record: Path, as_of: date | None) -> "list[Problem]":
    """Every broken rule of the record at `record`; with a day only of the reports published up to it.

    What the day leaves out is said on stderr.
    """
    from pourparler.record import check as rules
    from pourparler.record.opening import open_store

    with open_store(record, read_only=True) as store:
        if as_of is not None:
            for note in day_notes(store.reports(), as_of):
                tell(note)
        return rules.check(store, as_of)
