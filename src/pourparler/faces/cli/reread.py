"""`pourparler reread`: stored reports read again by a newer or another reader, shown before it takes effect."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.app import INTERRUPTED, SOME_FAILED, USAGE
from pourparler.faces.cli.changes import text_width
from pourparler.faces.cli.messages import counted, give, give_json, listed, tell
from pourparler.faces.cli.options import JsonOption, RecordOption
from pourparler.faces.cli.progress import show_progress
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted
from pourparler.pipeline import READERS, Outcome, State, open_reader
from pourparler.pipeline import reread as read_again
from pourparler.settings import load_settings

if TYPE_CHECKING:
    from pourparler.faces.changes.sight import Sight
    from pourparler.record.carrying import Lost
    from pourparler.record.store import Store

MOST_NAMES = 4
"""Names or phrases of a judgement that are told where it finds nothing to hold on to."""

EXAMPLES = (
    "pourparler reread -r talks.db                       read again with the reader of this program, and look",
    "pourparler reread -r talks.db --apply               let it take effect",
    "pourparler reread -r talks.db --reader rules --apply   go over (or back) to another reader",
    "pourparler reread -r talks.db --discard             drop what was read and never took effect",
)


@dataclass(slots=True)
class Run:
    """One re-reading: the reader as typed and by its name and version, and what became of each report."""

    record: Path
    typed: str
    reader: str
    outcomes: list[Outcome] = field(default_factory=list)
    interrupted: bool = False
    waiting: int = 0
    applied: bool = False
    lost: "tuple[Lost, ...]" = ()

    def of(self, state: State) -> list[Outcome]:
        """The outcomes of one state, in the order they came."""
        return [outcome for outcome in self.outcomes if outcome.state is state]


def reread(
    record: RecordOption = None,
    reader: Annotated[
        str | None,
        typer.Option("--reader", metavar="NAME", help="trained (default), rules, or a reader whose readings are kept."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Let the readings take effect.")] = False,
    discard: Annotated[
        bool, typer.Option("--discard", help="Delete the readings of this reader that never took effect.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Read the stored reports again, and show what the record would then say otherwise.

    Nothing takes effect without --apply (on a terminal the command asks). Old readings are kept, so --reader NAME
    --apply goes back to an earlier reader just so. A re-reading that was stopped goes on where it stopped. A report
    that cannot be read again keeps the reading that it has.
    """
    if apply and discard:
        tell("Error: --apply and --discard exclude each other.\n  → Leave one of them away.")
        raise typer.Exit(USAGE)
    settings = load_settings({"record": record, "reader": reader})
    if discard:
        drop(settings.record, reader)
        return
    run = read(settings.record, settings.reader)
    if run.interrupted:
        tell_run(run)
        tell("Interrupted; what was read is kept. The same command goes on from here.")
        raise typer.Exit(INTERRUPTED)
    sight = look(run)
    if not as_json:
        tell_run(run)
        show(run, sight)
    if run.waiting and (apply or (not as_json and agreed(run))):
        put_in_effect(run)
    if as_json:
        give_json(as_values(run, sight))
    elif run.waiting and not run.applied:
        again = f"pourparler reread --record {run.record} --reader {shlex.quote(run.typed)} --apply"
        tell(f"Nothing has taken effect. To let it: {again}")
    if run.of(State.FAILED):
        raise typer.Exit(SOME_FAILED)


def stored_name(name: str, kept: Sequence[str]) -> str:
    """The name and version under which readings of the reader `name` are kept; raises InputError where there is none.

    `kept` are the readers that the record has readings of.
    """
    if name in READERS:
        return open_reader(name).name
    if name in kept:
        return name
    others = f" The record keeps readings of: {', '.join(kept)}." if kept else ""
    raise InputError(f"There is no reader {name!r}.", f"Readers are: {', '.join(sorted(READERS))}.{others}")


def read(record: Path, name: str) -> Run:
    """Read what the reader has not read yet, showing progress; Ctrl-C ends it with the work kept."""
    from pourparler.record.opening import open_store

    with open_store(record) as store:
        run = Run(record, name, stored_name(name, store.readers()))
        if name in READERS:
            read_missing(run, store, name)
        run.waiting = len(store.read_by(run.reader, waiting=True))
    return run


def read_missing(run: Run, store: "Store", name: str) -> None:
    """Read every report that the reader has not read yet into the store."""
    failures = 0
    with show_progress(len(store.reports())) as progress:
        try:
            for outcome in read_again(store, open_reader(name)):
                run.outcomes.append(outcome)
                failures += outcome.state is State.FAILED
                progress.step(f"{outcome.state} {outcome.name}", failures)
        except KeyboardInterrupt:
            run.interrupted = True


def look(run: Run) -> "Sight":
    """The record as it stands beside the record as the reader would have it."""
    from pourparler.faces.changes.sight import Sight
    from pourparler.record.carrying import carry
    from pourparler.record.changes import compare
    from pourparler.record.opening import open_store
    from pourparler.record.view import compute

    with open_store(run.record, read_only=True) as store:
        stands, would = store.holdings(), store.holdings(reader=run.reader)
    before = {(lost.judgement.id, lost.anchors, lost.whole) for lost in carry(stands).lost}
    run.lost = tuple(lost for lost in carry(would).lost if (lost.judgement.id, lost.anchors, lost.whole) not in before)
    return Sight(compare(compute(stands), compute(would)))


def show(run: Run, sight: "Sight") -> None:
    """Show what would change."""
    from pourparler.faces.changes.plain import as_text

    if not run.waiting:
        tell(f"Every report that {run.reader} has read is seen by that reading already.")
    elif not sight.changes:
        tell(f"With {counted(run.waiting, 'reading')} of {run.reader} the record would say what it says now.")
    else:
        head = f"What would change with {counted(run.waiting, 'reading')} of {run.reader}"
        give(as_text(sight, head, text_width()))
    if run.lost:
        tell(f"Judgements that these readings would give no hold, for a person to look at ({len(run.lost):,}):")
        tell("\n".join(listed(map(lost_words, run.lost), "--json lists all")))


def lost_words(lost: "Lost") -> str:
    """A judgement that finds nothing to hold on to: who decided what and why, and the words it was about."""
    judgement = lost.judgement
    part = "" if lost.whole else ", in part"
    names = ", ".join(judgement.names[:MOST_NAMES]) + (" …" if len(judgement.names) > MOST_NAMES else "")
    about = [quoted(anchor.text, 80) for anchor in lost.anchors] or [names]
    because = f" ({judgement.because})" if judgement.because.strip() else ""
    return f"{judgement.verdict.value}{part}, by {judgement.by}{because}: {'; '.join(filter(None, about))}"


def agreed(run: Run) -> bool:
    """True when a person at a terminal says so; nobody is asked elsewhere."""
    if not at_terminal():
        return False
    return typer.confirm(f"Let the readings of {run.reader} take effect?", default=False, err=True)


def at_terminal() -> bool:
    """True when somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def put_in_effect(run: Run) -> None:
    """Make the readings of the reader the ones that count, as one act."""
    from pourparler.record.opening import open_store

    with open_store(run.record) as store:
        turned = store.make_current(run.reader)
        edition = store.holdings().edition
    run.applied = True
    tell(f"{counted(turned, 'report')} now seen by {run.reader}; this is edition {edition}. Earlier readings are kept.")


def drop(record: Path, name: str | None) -> None:
    """Delete readings that never took effect: of the reader named, else of the only one that has such."""
    from pourparler.record.opening import open_store

    with open_store(record) as store:
        pending = store.pending_readers()
        if name is None and len(pending) > 1:
            raise InputError(f"Readings of {' and '.join(pending)} wait.", "Name one of them with --reader.")
        wanted = stored_name(name, store.readers()) if name else "".join(pending)
        dropped = store.discard(wanted) if wanted else 0
    tell(f"Deleted {counted(dropped, 'reading')} of {wanted}." if dropped else f"No reading waits in {record}.")


def tell_run(run: Run) -> None:
    """Say what was read and what could not be."""
    done, known = len(run.of(State.READ)), len(run.of(State.KNOWN))
    already = f" {counted(known, 'report')} had been read by it before." if known else ""
    tell(f"{run.reader} read {some(done, 'report')}.{already}")
    if lost := run.of(State.FAILED):
        tell(f"Could not be read again, and keep the reading they have ({len(lost):,}):")
        lines = (f"{outcome.name}: {outcome.reason} {outcome.todo}" for outcome in lost)
        tell("\n".join(listed(lines, f"pourparler status --record {run.record}")))


def as_values(run: Run, sight: "Sight") -> dict[str, object]:
    """The run as plain values for JSON."""
    from pourparler.faces.changes.shape import changes_values

    failures = [{"report": one.name, "reason": one.reason, "todo": one.todo} for one in run.of(State.FAILED)]
    return {
        "record": str(run.record),
        "reader": run.reader,
        "read": len(run.of(State.READ)),
        "known": len(run.of(State.KNOWN)),
        "failed": failures,
        "waiting": 0 if run.applied else run.waiting,
        "applied": run.applied,
        "judgements_lost": [
            {
                "judgement": lost.judgement.id,
                "verdict": lost.judgement.verdict.value,
                "by": lost.judgement.by,
                "because": lost.judgement.because,
                "whole": lost.whole,
                "about": [
                    {"report": one.report, "start": one.start, "end": one.end, "text": one.text} for one in lost.anchors
                ],
            }
            for lost in run.lost
        ],
        "changes": changes_values(sight),
    }
