"""`pourparler serve`: the record as pages in a browser, on this machine alone."""

from typing import Annotated

import typer

from pourparler.faces.cli.judging import name_of_judge
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import RecordOption
from pourparler.settings import load_settings

EXAMPLES = (
    "pourparler serve --record talks.db --open     look at it in the browser",
    "pourparler serve -r talks.db --read-only      nobody can decide anything there",
    "pourparler serve -r talks.db --port 0         on any port that is free",
)

PORT = 8765


def serve(
    record: RecordOption = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Pages that can change nothing.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0: any free.")] = PORT,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides in the review.")] = None,
) -> None:
    """Show the record in a browser: overview, timeline, meetings, positions, disputes, the words themselves, a review.

    The server answers this machine alone (127.0.0.1) and needs no network. What it shows it puts together once and
    keeps in a folder beside the record (FILE.snapshots), which may be deleted at any time. Pages follow the record
    while `pourparler read` fills it. Ctrl-C ends it.
    """
    from pourparler.faces.web.server.serving import listen, make_site
    from pourparler.faces.web.server.serving import serve as run
    from pourparler.record.opening import open_store

    settings = load_settings({"record": record, "by": by})
    open_store(settings.record, read_only=True).close()
    site = make_site(settings.record, read_only, None if read_only else name_of_judge(settings.by))
    bound = listen(port)
    address = f"http://127.0.0.1:{bound.getsockname()[1]}/"

    def ready() -> None:
        tell(f"{settings.record} is shown at {address}{' (read only)' if read_only else ''} — Ctrl-C ends it.")
        if open_it:
            import webbrowser

            webbrowser.open(address)

    with bound:
        run(site, bound, ready)
