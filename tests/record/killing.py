"""Runs a program and kills it, as `kill -9` does, at the N-th moment of its work in SQLite.

`python -m tests.record.killing N PROGRAM ARGUMENTS...`: a moment is one step of the SQLite machine, or the beginning
of a statement, on any connection. With 0 nothing is killed, and the last word on stderr is the number of moments.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EVERY = 20
"""Instructions of the SQLite machine that count as one moment."""

_connect = sqlite3.connect
_left = 0
_seen = 0


def moment(*_: object) -> int:
    """One moment goes by; the last one that was given kills."""
    global _seen
    _seen += 1
    if _seen == _left:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


def connect(*arguments: Any, **more: Any) -> sqlite3.Connection:
    """A connection that counts its moments."""
    connection: sqlite3.Connection = _connect(*arguments, **more)
    connection.set_progress_handler(moment, EVERY)
    connection.set_trace_callback(moment)
    return connection


def moments(program: str, *arguments: object) -> int:
    """How many moments a program takes from its start to its end."""
    done = _run(0, program, arguments)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1])


def killed_at(number: int, program: str, *arguments: object) -> str:
    """Run a program until it is killed at a moment; what it had said on stdout."""
    done = _run(number, program, arguments)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


def _run(number: int, program: str, arguments: tuple[object, ...]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.record.killing", str(number), program, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    _left, program = int(sys.argv[1]), sys.argv[2]
    sys.argv = ["-c", *sys.argv[3:]]
    sqlite3.connect = connect  # type: ignore[assignment]
    exec(compile(program, "<killed>", "exec"), {"__name__": "__main__"})
    print(f"moments: {_seen}", file=sys.stderr)
