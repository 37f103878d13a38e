"""`pourparler undo`: acts of judging taken back."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.judging import desk, say, tell_effects
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    "pourparler undo --record talks.db              the last act",
    "pourparler undo 3 -r talks.db                  the last three",
    "pourparler undo --act k3f2a1 -r talks.db       this one; `pourparler log` lists them",
)


def undo(
    number: Annotated[int | None, typer.Argument(metavar="[N]", min=1, help="How many acts (default: one).")] = None,
    record: RecordOption = None,
    act: Annotated[str | None, typer.Option("--act", metavar="ID", help="This act and no other.")] = None,
) -> None:
    """Take back acts of judging, the last first: all that one command decided at a time.

    Nothing is deleted: `pourparler log --all` still lists what was taken back.
    """
    from pourparler.faces.rows.judged import act_words, signature_words
    from pourparler.record.acts import acts_of, find_act

    if number and act:
        tell("Error: N and --act exclude each other.\n  → Take back the last N acts, or one act by its id.")
        raise typer.Exit(USAGE)
    with desk(record) as at:
        standing = acts_of(at.store)
        taken = (find_act(standing, act),) if act else standing[: number or 1]
        if not taken:
            tell("There is nothing to take back: no judgement stands.")
            return
        at.store.withdraw([one.id for these in taken for one in these], datetime.now(UTC))
        after = at.look()
        for these in taken:
            first = these[0]
            words = act_words(after, these)
            say(f"Taken back: {words} ({signature_words(first.by, first.at, first.because)}).")
        if number and number > len(taken):
            tell(f"Only {len(taken)} stood.")
        tell_effects(at.lookup, after, [one for these in taken for one in these])
