"""`pourparler reject`: entries that are none."""

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
    'pourparler reject m3f2a --record talks.db --because "no meeting, a television debate"',
    'pourparler reject --all-of satire/report-3.txt -r talks.db --because "satire"',
    "pourparler reject --kind positions --party Ukraine -r talks.db --dry-run",
)


def reject(
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
    """Say that entries are none: what their accounts tell is hidden from every list, and nothing is deleted. A dispute
    that is rejected is no contradiction.

    `--all-of REPORT` hides what that report tells, also where other reports tell of the same. What another report
    tells later of the same thing is shown. Whatever is rejected by one command is one act: one `pourparler undo`
    takes it back.
    """
    from pourparler.core.judgement import Verdict

    choice = Choice(tuple(identifiers or ()), all_of, kind, party, since, until)
    with desk(record, by, because) as at:
        act = decided(at, choice, Verdict.REJECTED, dry_run)
        if act:
            at.put(act, "Judged already: that is rejected. Nothing added.")
