"""`pourparler doctor`: whether this machine and a record are in order, and what to do where they are not."""

import locale
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pourparler.core.finding import Finding, State, well
from pourparler.faces.cli.app import FAILED
from pourparler.faces.cli.messages import counted, give_json, plain, tell
from pourparler.faces.cli.options import JsonOption, RecordOption
from pourparler.settings import load_settings

EXAMPLES = (
    "pourparler doctor",
    "pourparler doctor --record talks.db             the place and the state of a record too",
    "pourparler doctor --record talks.db --upgrade   bring it to this program's schema, after a backup",
)

PYTHON = (3, 11)
"""The oldest Python that the package is written for (pyproject.toml)."""


def doctor(
    record: RecordOption = None,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="First bring the record to this program's schema, after a backup.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """See whether Python, SQLite, the model files, the disk, the terminal and the record are in order.

    Nothing is fetched and, without --upgrade, no record is changed. Ends with exit code 0 when there is no problem
    and 1 when there is one; each comes with what to do.
    """
    path = load_settings({"record": record}).record
    if upgrade:
        tell(upgraded(path))
    findings = list(examine(path))
    problems = sum(finding.state is State.PROBLEM for finding in findings)
    if as_json:
        give_json({"record": str(path), "problems": problems, "findings": [as_values(one) for one in findings]})
    else:
        sys.stdout.write(plain("".join(f"{line}\n" for finding in findings for line in as_lines(finding))))
        sys.stdout.flush()
        tell(f"{counted(problems, 'problem')}." if problems else "Everything that Pourparler needs is in order.")
    if problems:
        raise typer.Exit(FAILED)


def upgraded(record: Path) -> str:
    """Bring a record to the newest schema; what was done, in words."""
    from pourparler.record.opening import upgrade_record

    backup = upgrade_record(record)
    if backup is None:
        return f"{record} is of this program's schema already; nothing was changed."
    return f"Upgraded {record}. What it was is kept in {backup}."


def examine(record: Path) -> Iterator[Finding]:
    """Every finding about the machine and the record, the most basic first."""
    from pourparler.encoder.soundness import examine_models
    from pourparler.record.examining import examine_place, examine_record, examine_sqlite

    yield examine_python()
    yield from examine_sqlite()
    yield from examine_models()
    yield from examine_terminal()
    yield from examine_place(record)
    yield from examine_record(record)


def examine_python() -> Finding:
    """Whether Python is new enough."""
    told = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < PYTHON:
        needed = ".".join(map(str, PYTHON))
        return Finding("Python", State.PROBLEM, f"{told} is too old", f"Install Python {needed} or newer.")
    return well("Python", told)


def examine_terminal() -> Iterator[Finding]:
    """Whether the terminal and the names of files can hold every letter of a report."""
    for what, encoding in (("terminal", sys.stdout.encoding), ("file names", sys.getfilesystemencoding())):
        if (encoding or "").lower().replace("-", "") in ("utf8", "utf8sig"):
            yield well(what, f"UTF-8 (locale {locale.setlocale(locale.LC_CTYPE)})")
        else:
            todo = "Set PYTHONUTF8=1, or a locale with UTF-8 such as LC_ALL=C.UTF-8."
            seen = f"written in {encoding}, which lacks letters: they are shown as numbers"
            yield Finding(what, State.WARNING, seen, todo)


def as_lines(finding: Finding) -> list[str]:
    """A finding as a line, with another for what to do."""
    lines = [f"{finding.state.value:<9}{finding.subject:<13}{finding.seen}"]
    return [*lines, f"{'':<22}→ {finding.todo}"] if finding.todo else lines


def as_values(finding: Finding) -> dict[str, str]:
    """A finding as plain values for JSON."""
    return {
        "subject": finding.subject,
        "state": finding.state.value,
        "seen": finding.seen,
        "todo": finding.todo,
    }
