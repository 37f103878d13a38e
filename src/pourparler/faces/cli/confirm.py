"""`pourparler confirm`: entries that a person has found right."""

from pourparler.faces.cli.choosing import (
    AllOfOption,
    Choice,
    DryRunOption,
    IdsArgument,
    KindOption,
    PartyOption,
    SinceOption,
    UntilOption,
    decided,
)
from pourparler.faces.cli.judging import BecauseOption, ByOption, desk
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    "pourparler confirm m3f2a m9c1d --record talks.db",
    'pourparler confirm --kind meetings --party Ukraine -r talks.db --because "against the minutes"',
    "pourparler confirm --all-of wire/report-3.txt -r talks.db --dry-run",
)


def confirm(
    identifiers: IdsArgument = None,
    record: RecordOption = None,
    all_of: AllOfOption = None,
    kind: KindOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    by: ByOption = None,
    because: BecauseOption = "",
    dry_run: DryRunOption = False,
) -> None:
    """Say that entries are right as they stand.

    A confirmed entry is marked in `show`, `explain` and the export, and `review` asks no more about it. Whatever is
    confirmed by one command is one act: one `pourparler undo` takes it back.
    """
    from pourparler.core.judgement import Verdict

    choice = Choice(tuple(identifiers or ()), all_of, kind, party, since, until)
    with desk(record, by, because) as at:
        act = decided(at, choice, Verdict.CONFIRMED, dry_run)
        if act:
            at.put(act, f"Judged already: {at.by} has confirmed that. Nothing added.")
