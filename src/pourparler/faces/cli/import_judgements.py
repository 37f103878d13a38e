"""`pourparler import-judgements`: what a colleague decided, brought into this record; conflicts are shown."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.app import SOME_FAILED
from pourparler.faces.cli.judging import desk, say, tell_effects, upper
from pourparler.faces.cli.messages import counted, give_json, tell
from pourparler.faces.cli.options import JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.core.judgement import Judgement
    from pourparler.faces.cli.judging import Desk
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.arriving import Arrival, Conflict

EXAMPLES = (
    "pourparler import-judgements theirs.json --record talks.db --dry-run",
    "pourparler import-judgements theirs.json -r talks.db",
    "pourparler import-judgements theirs.json -r talks.db --with-conflicts     also what contradicts; the later holds",
)


def import_judgements(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file made by export-judgements.")],
    record: RecordOption = None,
    with_conflicts: Annotated[
        bool, typer.Option("--with-conflicts", help="Also what contradicts a judgement here: the later one holds.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be brought in.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring in judgements that were made on another record of the same reports.

    Reports are found by id, by text, or by name; accounts by their kind, actor and words. What is here already is
    passed over. What contradicts a judgement here is shown and left out (exit code 3), unless --with-conflicts says
    that the later of the two shall hold. All of it is one act: one `pourparler undo` takes it back.
    """
    from pourparler.record.arriving import arrive, found_again

    case, judgements, origins = read(file)
    with desk(record) as at:
        holdings = at.store.holdings()
        stored = at.store.judgements(withdrawn=True)
        arrival = arrive(found_again(judgements, origins, holdings.reports), stored, holdings)
        added = list(arrival.new)
        if with_conflicts:
            added += arrival.held_back
        if not as_json:
            show(at.lookup, arrival, with_conflicts)
            if case and holdings.name and case != holdings.name:
                tell(f"Note: they were made on the case {case!r}; this is {holdings.name!r}.")
        if not dry_run:
            bring_in(at, added, arrival.conflicts if with_conflicts else (), as_json)
    if as_json:
        give_json(as_values(arrival, added, dry_run))
    elif dry_run:
        tell(f"{counted(len(added), 'judgement')} would be brought in. Nothing was written (--dry-run).")
    if arrival.conflicts and not with_conflicts:
        raise typer.Exit(SOME_FAILED)


def read(file: Path) -> Any:
    """The case, judgements and origins of a file; raises InputError when it is none of judgements."""
    from pourparler.faces.export.judgements import read_file_values

    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}.", "Name a file made by export-judgements."
        ) from error
    except ValueError as error:
        raise InputError(f"{file} is no JSON: {error}.", "Name a file made by export-judgements.") from error
    return read_file_values(values, str(file))


def bring_in(at: "Desk", added: "Sequence[Judgement]", conflicts: "Sequence[Conflict]", quiet: bool) -> None:
    """Write what was chosen, as one act, and tell what it changed."""
    from pourparler.record.judging import as_one_act

    at.store.add_judgements(as_one_act(added))
    at.store.withdraw([one.here.id for one in conflicts if one.is_withdrawal], datetime.now(UTC))
    if quiet:
        return
    standing = sum(one.withdrawn is None for one in added)
    back = f" and {len(added) - standing} that their maker took back" if standing < len(added) else ""
    say(f"Brought in {counted(standing, 'judgement')}{back}.")
    if added or conflicts:
        tell_effects(at.lookup, at.look(), [*added, *(one.here for one in conflicts)])


def show(lookup: "Lookup", arrival: "Arrival", with_conflicts: bool) -> None:
    """Say what is here already and what contradicts."""
    if arrival.known:
        tell(f"{counted(len(arrival.known), 'judgement')} here already.")
    if arrival.taken_back_here:
        tell(f"{len(arrival.taken_back_here)} of them were taken back here and stay so.")
    for conflict in arrival.conflicts:
        for line in conflict_lines(lookup, conflict):
            say(line)
    if arrival.conflicts:
        todo = (
            "the later one holds"
            if with_conflicts
            else "left out; --with-conflicts brings them in, the later one holds"
        )
        tell(f"{counted(len(arrival.conflicts), 'conflict')}: {todo}.")


def conflict_lines(lookup: "Lookup", conflict: "Conflict") -> list[str]:
    """A conflict as lines: what stands here, what comes, and which is later."""
    from pourparler.faces.rows.judged import judgement_words, moment_words, signature_words

    lines = ["Conflict"]
    here, coming = conflict.here, conflict.coming
    words = judgement_words(lookup, here)
    lines += [f"  here:   {upper(words)} ({signature_words(here.by, here.at, here.because)}) [{here.act}]"]
    if conflict.is_withdrawal:
        at = f" on {moment_words(coming.withdrawn)}" if coming.withdrawn else ""
        return [*lines, f"  coming: the same, taken back{at}"]
    theirs = f"{upper(judgement_words(lookup, coming))} ({signature_words(coming.by, coming.at, coming.because)})"
    later = "coming" if (coming.at, coming.id) > (here.at, here.id) else "here"
    return [*lines, f"  coming: {theirs}", f"  later:  {later}"]


def as_values(arrival: "Arrival", added: "Sequence[Judgement]", dry_run: bool) -> dict[str, Any]:
    """What came in as plain values."""
    from pourparler.faces.export.judgements import judgement_values

    return {
        "added": [] if dry_run else [one.id for one in added],
        "would_add": [one.id for one in added] if dry_run else [],
        "known": [one.id for one in arrival.known],
        "taken_back_here": [one.id for one in arrival.taken_back_here],
        "conflicts": [
            {"here": judgement_values(one.here), "coming": judgement_values(one.coming)} for one in arrival.conflicts
        ],
    }
