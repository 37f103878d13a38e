"""`pourparler demo`: reads the bundled case, offline, and shows the first page of its brief."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import RecordError
from pourparler.faces.cli.app import SOME_FAILED
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.opening import looked_up
from pourparler.faces.wording.names import some

if TYPE_CHECKING:
    from pourparler.faces.rows.lookup import Lookup

EXAMPLES = (
    "pourparler demo",
    "pourparler demo --record somewhere/demo.db",
)

CASE = "talks-2025"
"""The bundled case: the name of its folder and of its record."""

PAGE_MARK = '<meta name="generator" content="pourparler">'


def demo(
    record: Annotated[
        Path, typer.Option("--record", "-r", metavar="FILE", help="The record that the demo makes.")
    ] = Path(f"{CASE}.db"),
) -> None:
    """Read the bundled case (twelve reports in our own words on the talks of 2025) and show its brief.

    Nothing is fetched. A record that holds anything else is left alone.
    """
    made = is_ours(record)
    failed = read_case(record)
    tell(f"{'Used' if made else 'Made'} the record {record} from the bundled case.")
    from pourparler.faces.brief.page import as_page
    from pourparler.faces.brief.paper import Wanted
    from pourparler.faces.brief.plain import as_plain, first_page
    from pourparler.faces.brief.writing import write_brief
    from pourparler.record.opening import open_store

    with open_store(record, read_only=True) as store:
        lookup = looked_up(store, None)
        failures = tuple((failure.path, failure.reason) for failure in store.failures())
    brief = write_brief(lookup, Wanted(record=str(record), failures=failures))
    page = write_page(record.with_suffix(".html"), as_page(brief))
    width = min(shutil.get_terminal_size((88, 24)).columns, 96)
    sys.stdout.write(as_plain(first_page(brief), width) + "\n")
    sys.stdout.write("\n".join(next_steps(lookup, record, page)) + "\n")
    if failed:
        tell(f"{some(failed, 'bundled report')} could not be read: pourparler status --record {record}")
        raise typer.Exit(SOME_FAILED)


def is_ours(record: Path) -> bool:
    """True when `record` holds the bundled case already; raises RecordError when it holds anything else."""
    if not record.exists() or (record.is_file() and record.stat().st_size == 0):
        return False
    from pourparler.record.opening import open_store

    other = RecordError(
        f"{record} holds another case, so the demo leaves it alone.", "Name a new file: pourparler demo --record FILE"
    )
    with open_store(record, read_only=True) as store:
        names = {report.name.partition("#")[0] for report in store.reports()}
        if store.case_name != CASE or not names <= bundled_names():
            raise other
    return True


def bundled_names() -> set[str]:
    """The file names of the bundled reports."""
    return {entry.name for entry in files("pourparler").joinpath("examples", CASE).iterdir()}


@contextmanager
def bundled_folder() -> Iterator[Path]:
    """The folder of the bundled reports, wherever the package is installed."""
    with as_file(files("pourparler").joinpath("examples", CASE)) as folder:
        yield folder


def read_case(record: Path) -> int:
    """Read the bundled reports into `record`, passing over what is in it; gives how many could not be read."""
    from pourparler.faces.cli.progress import show_progress
    from pourparler.pipeline import State, open_reader, read_all
    from pourparler.record.opening import open_store
    from pourparler.settings import load_settings
    from pourparler.sources import open_source

    reader = open_reader(load_settings({"record": record}).reader)
    with bundled_folder() as folder:
        source = open_source(folder)
        with open_store(record, create=True) as store, show_progress(source.count()) as progress:
            store.name_case(CASE)
            failed = 0
            for outcome in read_all([source], store, reader):
                failed += outcome.state is State.FAILED
                progress.step(f"{outcome.state} {outcome.name}", failed)
    return failed


def write_page(path: Path, page: str) -> Path | None:
    """Write the whole brief as a page beside the record; a page that is not ours is left alone and None given."""
    try:
        if path.exists() and PAGE_MARK not in path.read_text(encoding="utf-8", errors="replace"):
            return None
        path.write_text(page, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError:
        return None
    return path


def next_steps(lookup: "Lookup", record: Path, page: Path | None) -> list[str]:
    """The commands that show more."""
    told_most = max(lookup.record.meetings, key=lambda meeting: meeting.counts.reports, default=None)
    first = lookup.short(told_most.id) if told_most else "ID"
    rows = [
        (f"pourparler serve --record {record} --open", "all of it in your browser, on this machine alone"),
        (f"pourparler brief --record {record}", "the whole brief"),
        (f"pourparler show meetings --record {record}", some(len(lookup.record.meetings), "meeting")),
        (f"pourparler show disputes --record {record}", "where the reports contradict each other"),
        (f"pourparler explain {first} --record {record}", "one entry down to the words it rests on"),
        ("pourparler read YOUR-FOLDER --record mine.db", "your own reports"),
    ]
    width = max(len(typed) for typed, _ in rows) + 3
    lines = ["THAT WAS THE FIRST PAGE. More:", ""]
    lines += [f"  {typed:<{width}}{told}" for typed, told in rows]
    return [*lines, f"  Or open {page} in a browser: the whole brief on one page."] if page else lines
