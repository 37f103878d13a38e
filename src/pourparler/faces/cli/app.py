"""The command `pourparler`: finds the command typed, imports it alone, and turns errors into words and exit codes.

Every command is a plain function of its own name in `pourparler.faces.cli.<name>`, annotated for Typer, with a tuple
`EXAMPLES` of lines that its help shows first. Typer itself is imported only when a command is called, so the list of
commands costs no more than starting Python.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typer

OK, FAILED, USAGE, SOME_FAILED, PROBLEMS, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""Exit codes: all done; failed; wrong usage; done but some inputs failed; `check` found problems; interrupted."""

COMMANDS: dict[str, str] = {
    "demo": "Read the bundled case and show its brief: start here.",
    "read": "Read reports (files, folders) into a record.",
    "status": "What was read, what failed and why, what was set aside.",
    "show": "List meetings, statements, positions, conditions, instruments, disputes, actors or reports.",
    "explain": "One entry with every account of it, its words and how its day was found.",
    "brief": "The brief: what happened, what comes next, where each side stands.",
    "serve": "The record as pages in a browser, on this machine alone.",
    "changes": "What is new, changed, withdrawn, newly disputed or resolved since a day or an edition.",
    "issues": "How each issue stands and why, and who stands where on it.",
    "why": "What a goal waits for, condition by condition.",
    "unblock": "The minimal sets of moves that would clear a goal, with who holds each.",
    "block": "The minimal sets of moves that keep a goal waiting while unmade.",
    "deadlocks": "Conditions that wait for each other, and the ways out.",
    "burden": "Which conditions rest on whom.",
    "whatif": "What of the answers changes without a report, a source or an entry.",
    "network": "Who agrees and disagrees with whom on what, and who met whom.",
    "lives": "Instruments state by state, with warnings.",
    "board": "Boards of options: open moves, and what is asked, intended and doubted of each.",
    "board-make": "Make a board of open moves and your own.",
    "suppose": "Suppose what a party of a board prefers, tied to entries or assumed.",
    "stability": "Which states of a board no party has a reason to leave, under which orders.",
    "review": "Answer what the record is unsure of, hardest first.",
    "export": "The record, or a part of it, as JSON, CSV, a calendar, a network and more.",
    "confirm": "Say that entries are right.",
    "reject": "Hide entries that are none.",
    "correct": "Set a field of an entry right.",
    "same": "Say that entries are one.",
    "different": "Say that entries are not one.",
    "name": "Give an actor the name to show.",
    "merge": "Say that actors are one.",
    "split": "Take names out of an actor.",
    "name-issue": "Give an issue the name to show.",
    "merge-issues": "Say that issues are one.",
    "split-issue": "Take phrases out of an issue.",
    "log": "What people decided: who, when, what, why.",
    "undo": "Take back the last acts of judging.",
    "export-judgements": "What people decided, as a file for a colleague.",
    "import-judgements": "Bring in what a colleague decided; conflicts are shown.",
    "reread": "Read stored reports again, and see what would change before it takes effect.",
    "check": "Prove that every rule of a record holds: texts, words, entries, accounts.",
    "backup": "Copy a record safely, while others read or write it.",
    "doctor": "See whether this machine and a record are in order, and what to do where they are not.",
}
"""Command names in the order of a first session, each with the line that the help shows."""

EXAMPLES = (
    "pourparler demo                              see it work, offline",
    "pourparler read my-folder --record talks.db  read your own reports",
    "pourparler show meetings --record talks.db   list what it found",
    "pourparler brief --record talks.db           the brief, every sentence sourced",
    "pourparler serve --record talks.db --open    look at it in a browser",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (None: the process's own) and give the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old console that lacks a letter gets its number, not a crash
            stream.reconfigure(errors="backslashreplace")
    if not words or words in (["-h"], ["--help"], ["help"], ["help", "help"]):
        sys.stdout.write(help_text())
        return OK
    if words[0] == "help":
        words = [words[1], "--help"]
    if words[0] in ("-V", "--version"):
        from pourparler import __version__

        sys.stdout.write(f"pourparler {__version__}\n")
        return OK
    if words[0] not in COMMANDS:
        from pourparler.faces.cli.messages import tell

        tell(unknown_command(words[0]))
        return USAGE
    return run_command(words[0], words[1:])


def help_text() -> str:
    """The help of the whole program: examples first, then the commands."""
    width = max(map(len, COMMANDS)) + 2
    lines = ["Pourparler keeps the record of a negotiation from the press that covers it.", "", "Examples:"]
    lines += [f"  {line}" for line in EXAMPLES]
    lines += ["", "Usage: pourparler COMMAND [OPTIONS] [ARGUMENTS]", "", "Commands:"]
    lines += [f"  {name:<{width}}{line}" for name, line in COMMANDS.items()]
    lines += ["", "Help on one command: pourparler COMMAND --help · version: pourparler --version", ""]
    return "\n".join(lines)


def unknown_command(word: str) -> str:
    """What to say about a first word that is no command, with the nearest command where one is near."""
    from difflib import get_close_matches

    kind = "option" if word.startswith("-") else "command"
    begun = [name for name in COMMANDS if name.startswith(word)]
    near = get_close_matches(word, COMMANDS, n=2, cutoff=0.5) or begun[:2]
    meant = " or ".join(f"`pourparler {name}`" for name in near)
    hint = f"Did you mean {meant}?" if near else "`pourparler --help` lists the commands."
    return f"There is no {kind} `{word}`. {hint}"


def run_command(name: str, words: Sequence[str]) -> int:
    """Import the command `name`, run it with `words`, and give the exit code; errors are told on stderr."""
    from pourparler.core.errors import PourparlerError

    try:
        if sys.stdout is None:  # the program was started with its output closed
            sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8")
        code = invoke(typer_app(name), f"pourparler {name}", words)
        sys.stdout.flush()
        return code
    except PourparlerError as error:
        return failed(error.what, error.todo)
    except (KeyboardInterrupt, OSError, Stopped) as error:
        return ended_by(error.cause if isinstance(error, Stopped) else error)


class Stopped(Exception):
    """A command was stopped by an interruption or a refusal of the system, its `cause`."""

    def __init__(self, cause: BaseException) -> None:
        """Stopped by `cause`."""
        super().__init__(str(cause))
        self.cause = cause


def ended_by(cause: BaseException) -> int:
    """The exit code for an interruption or a refusal of the system; 0 when a reader such as `head` had enough."""
    if isinstance(cause, KeyboardInterrupt):
        sys.stderr.write("Interrupted; what was finished is kept.\n")
        return INTERRUPTED
    own = sys.__stdout__
    if own is not None and sys.stdout is own:  # what it still holds back must not fail once more when Python ends
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), own.fileno())
    if isinstance(cause, BrokenPipeError):
        return OK
    reason = (cause.strerror if isinstance(cause, OSError) else None) or str(cause)
    place = f"{cause.filename}: " if isinstance(cause, OSError) and cause.filename else ""
    return failed(f"{place}{reason}.", "Check the disk and who may write to it, then run the command again.")


def failed(what: str, todo: str = "") -> int:
    """Say on stderr what happened and what to do; gives the exit code for it."""
    from pourparler.faces.cli.messages import tell

    tell(f"Error: {what}\n  → {todo}" if todo else f"Error: {what}")
    return FAILED


def typer_app(name: str) -> "typer.Typer":
    """The Typer application of one command, its examples standing first in its help."""
    from inspect import cleandoc

    import typer

    module = import_module(f"pourparler.faces.cli.{name.replace('-', '_')}")
    command = unhidden(getattr(module, name.replace("-", "_")))
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    examples = "\n".join(f"  {line}" for line in module.EXAMPLES)
    help_of_command = f"\b\nExamples:\n{examples}\n\n{cleandoc(command.__doc__ or COMMANDS[name])}"
    context = {"help_option_names": ["-h", "--help"]}
    app.command(name, help=help_of_command, context_settings=context)(command)
    return app


def unhidden(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command`, with interruptions and refusals of the system raised as Stopped, which Typer hands on."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except (KeyboardInterrupt, OSError) as error:
            raise Stopped(error) from error

    return run


def invoke(app: "typer.Typer", called: str, words: Sequence[str]) -> int:
    """Run a Typer application and give its exit code; a command sets one by raising `typer.Exit(code)`."""
    try:
        code = app(args=list(words), prog_name=called, standalone_mode=True)
    except SystemExit as end:
        code = end.code
    return code if isinstance(code, int) else OK


if __name__ == "__main__":
    sys.exit(main())
