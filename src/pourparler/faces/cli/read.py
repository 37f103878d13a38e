"""`pourparler read`: reports in, a record out, with what was found, what could not be read and why."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import InputError
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.cli.app import INTERRUPTED, SOME_FAILED, USAGE
from pourparler.faces.cli.messages import by_ending, counted, give_json, listed, tell
from pourparler.faces.cli.options import JsonOption, RecordOption
from pourparler.faces.cli.progress import show_progress
from pourparler.pipeline import Outcome, State, open_reader, read_all
from pourparler.settings import Settings, load_settings
from pourparler.settings.settings import FILE_NAME
from pourparler.sources import Limits, Source, open_source

if TYPE_CHECKING:
    from pourparler.record.store import Store

ENTRIES = ("meetings", "statements", "positions", "conditions", "instruments", "disputes")
MOST_COUNTED = 1_000
"""Reports up to which entries are counted after reading: merging so many takes some three seconds."""

EXAMPLES = (
    "pourparler read my-folder --record talks.db      every report in a folder and below it",
    "pourparler read a.html b.eml table.csv -r talks.db",
    "pourparler read my-folder -r talks.db --json     the result for a program",
)


@dataclass(slots=True)
class Run:
    """What one run has done so far."""

    record: Path
    outcomes: list[Outcome] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    interrupted: bool = False
    holds: dict[str, int] = field(default_factory=dict)

    def of(self, state: State) -> list[Outcome]:
        """The outcomes of one state, in the order they came."""
        return [outcome for outcome in self.outcomes if outcome.state is state]

    def left_out(self) -> list[str]:
        """The files that are no reports by their names, less those of the record itself and our settings."""
        names = [outcome.name for outcome in self.of(State.LEFT_OUT)]
        ours = (self.record.name, FILE_NAME)
        return [name for name in names if not name.rpartition("/")[2].startswith(ours)]

    def accounts(self) -> Counter[EntryKind]:
        """How many accounts were written down, by kind of entry."""
        counts: Counter[EntryKind] = Counter()
        for outcome in self.outcomes:
            counts.update(dict(outcome.accounts))
        return counts


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.")],
    record: RecordOption = None,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="The reader: trained (default) or rules.")
    ] = None,
    max_bytes: Annotated[int | None, typer.Option("--max-bytes", help="The largest file that is read.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Read reports into a record.

    Files of .txt, .md, .html, .htm and .eml hold one report each; .jsonl and .csv hold one per row, in the columns
    text, published, title, outlet and url (text is needed). Reports that are in the record already are passed over,
    so the same command goes on after an interruption. Nothing leaves this computer.
    """
    settings = load_settings({"record": record, "reader": reader, "max_bytes": max_bytes})
    sources = open_sources(paths, Limits(settings.max_bytes))
    run = read_sources(sources, settings)
    give_json(as_values(run, settings)) if as_json else tell_result(run)
    if run.interrupted:
        raise typer.Exit(INTERRUPTED)
    if run.of(State.FAILED):
        raise typer.Exit(SOME_FAILED)


def open_sources(paths: Sequence[Path], limits: Limits) -> list[Source]:
    """The sources at `paths`; ends with a usage error when one is missing, raises InputError when all are empty."""
    try:
        sources = [open_source(path, limits) for path in paths]
    except InputError as error:
        tell(f"Error: {error.what}\n  → {error.todo}")
        raise typer.Exit(USAGE) from error
    empty = [source for source in sources if source.count() == 0]
    todo = "Reports are files named .txt, .md, .html, .htm, .eml, .jsonl or .csv."
    if len(empty) == len(sources):
        raise InputError(f"There are no reports in {', '.join(source.place for source in empty)}.", todo)
    for source in empty:
        tell(f"There are no reports in {source.place}. {todo}")
    return sources


def read_sources(sources: Sequence[Source], settings: Settings) -> Run:
    """Read the sources into the record that the settings name, showing progress; Ctrl-C ends it with the work kept."""
    from pourparler.record.opening import open_store

    chosen = open_reader(settings.reader)
    run = Run(settings.record)
    counts = [source.count() for source in sources]
    total = None if None in counts else sum(count or 0 for count in counts)
    with open_store(settings.record, create=True) as store, show_progress(total) as progress:
        if settings.case or not store.case_name:
            store.name_case(settings.case or settings.record.stem)
        failed = 0
        try:
            for outcome in read_all(sources, store, chosen):
                run.outcomes.append(outcome)
                failed += outcome.state is State.FAILED
                if outcome.state is not State.LEFT_OUT:
                    progress.step(f"{outcome.state} {outcome.name}", failed)
            if run.of(State.READ):
                run.holds = entries_of(store)
        except KeyboardInterrupt:
            run.interrupted = True
    return run


def entries_of(store: "Store") -> dict[str, int]:
    """How many entries of each kind the record makes of its accounts; none for a record too large to count now."""
    from pourparler.record.view import load_case

    if len(store.reports()) > MOST_COUNTED:
        return {}
    case = load_case(store)
    return {kind: len(getattr(case, kind)) for kind in ENTRIES if getattr(case, kind)}


def tell_result(run: Run) -> None:
    """Say what was read and found, what could not be read and why, and what to type next."""
    done, known = run.of(State.READ), run.of(State.KNOWN)
    seconds = max(time.monotonic() - run.began, 1e-6)
    words = counted(sum(outcome.words for outcome in done), "word")
    already = f"{counted(len(known), 'report')} {'was' if len(known) == 1 else 'were'} in it already."
    if done or not known:
        line = f"Read {counted(len(done), 'report')} ({words}) in {seconds:,.1f} s into {run.record}."
        tell(f"{line} {already}" if known else line)
    else:
        tell(f"Nothing new for {run.record}: {already}")
    if counts := run.accounts():
        found = [counted(counts[kind], f"account of a {kind}", f"accounts of {kind}s") for kind in counts]
        tell(f"Found: {', '.join(found)}.")
    if run.holds:
        held = [counted(count, kind.removesuffix("s"), kind) for kind, count in run.holds.items()]
        tell(f"The record holds {', '.join(held)}.")
    tell_rest(run)
    if run.interrupted:
        tell("Interrupted; what was read is kept. The same command goes on from here.")
    elif done or known:
        tell(f"Next: pourparler brief --record {run.record}")


def tell_rest(run: Run) -> None:
    """Say what was set aside, left out, noted and not read."""
    more = f"pourparler status --record {run.record}"
    if aside := run.of(State.ASIDE):
        tell(f"Set aside, recorded but not read ({len(aside):,}):")
        tell("\n".join(listed((f"{outcome.name}: {outcome.reason}" for outcome in aside), more)))
    if noted := [outcome for outcome in run.outcomes if outcome.notes]:
        tell(f"Look at these ({len(noted):,}):")
        tell(
            "\n".join(listed((f"{outcome.name}: {'; '.join(outcome.notes)}" for outcome in noted), "--json lists all"))
        )
    if left := run.left_out():
        tell(f"Left out, no reports by their names: {by_ending(left)}.")
    if failed := run.of(State.FAILED):
        tell(f"Could not be read ({len(failed):,}):")
        lines = (f"{outcome.name}: {outcome.reason} {outcome.todo} [{outcome.stage}]" for outcome in failed)
        tell("\n".join(listed(lines, more)))


def as_values(run: Run, settings: Settings) -> dict[str, object]:
    """The result of a run as plain values for JSON."""
    failures = [
        {"report": one.name, "stage": one.stage, "reason": one.reason, "todo": one.todo} for one in run.of(State.FAILED)
    ]
    aside = [{"report": one.name, "language": one.language, "reason": one.reason} for one in run.of(State.ASIDE)]
    return {
        "record": str(run.record),
        "reader": settings.reader,
        "interrupted": run.interrupted,
        "read": len(run.of(State.READ)),
        "known": len(run.of(State.KNOWN)),
        "words": sum(outcome.words for outcome in run.outcomes),
        "seconds": round(time.monotonic() - run.began, 3),
        "entries": run.holds,
        "accounts": {kind.value: count for kind, count in sorted(run.accounts().items())},
        "failed": failures,
        "set_aside": aside,
        "notes": [{"report": one.name, "notes": list(one.notes)} for one in run.outcomes if one.notes],
        "left_out": run.left_out(),
    }
