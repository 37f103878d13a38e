"""`pourparler network`: who agrees and disagrees with whom on what, and who met whom."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.answering import AllOption, answer, asking_of
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.case.networks.windows import Span, Unit

EXAMPLES = (
    "pourparler network --record talks.db                      congruence, conflict and contacts of parties",
    "pourparler network contacts -r talks.db --people          who met whom, person by person",
    "pourparler network conflict -r talks.db --floor 2 --sources 2",
    "pourparler network congruence -r talks.db --normalise average --once month --json",
    "pourparler network contacts -r talks.db --per months      how it changes, month by month",
    "pourparler network -r talks.db --window 2025-03-01..2025-03-31",
)

KINDS = ("congruence", "conflict", "contacts")
NORMALISATIONS = {"none": "none", "average": "average activity", "jaccard": "Jaccard", "cosine": "cosine",
                  "profiles": "cosine of the profiles"}  # fmt: skip
ONCE = {"all": "count all", "document": "once per document", "week": "once per week", "month": "once per month",
        "year": "once per year", "range": "once across the range"}  # fmt: skip


UNITS = ("days", "weeks", "months", "years", "events")

WindowOption = Annotated[
    str | None, typer.Option("--window", metavar="DAY..DAY", help="Only what falls on these days.")
]
PerOption = Annotated[
    str | None, typer.Option("--per", metavar="UNIT", help=f"Over time, in windows of: {', '.join(UNITS)}.")
]
SizeOption = Annotated[
    int | None, typer.Option("--size", min=1, max=1_000, metavar="N", help="Units of a window, with --per (1).")
]


def network(
    kind: Annotated[
        str | None, typer.Argument(metavar="NETWORK", help=f"One of: {', '.join(KINDS)}. None: all.")
    ] = None,
    record: RecordOption = None,
    people: Annotated[bool, typer.Option("--people", help="Between people instead of parties.")] = False,
    floor: Annotated[
        int, typer.Option("--floor", min=1, metavar="N", help="No edge of fewer statements or meetings.")
    ] = 1,
    sources: Annotated[int, typer.Option("--sources", min=1, metavar="N", help="No edge of fewer sources.")] = 1,
    normalise: Annotated[
        str, typer.Option("--normalise", metavar="HOW", help=f"{', '.join(NORMALISATIONS)}.")
    ] = "none",
    within: Annotated[
        str, typer.Option("--once", metavar="WHAT", help=f"Count the same once per: {', '.join(ONCE)}.")
    ] = "document",
    window: WindowOption = None,
    per: PerOption = None,
    size: SizeOption = None,
    mediators: Annotated[bool, typer.Option("--mediators", help="Contacts with mediators and hosts too.")] = False,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show networks by public statements, with the counts of statements, reports and independent sources behind every
    edge: congruence and conflict by the definitions of the Discourse Network Analyzer, contacts by meetings held.

    Edges below the floor are not drawn, and counted.
    """
    from pourparler.case.networks.behind import Floor
    from pourparler.case.networks.duplicates import Duplicates
    from pourparler.case.networks.normalising import Normalisation
    from pourparler.case.networks.referrals import By
    from pourparler.faces.system.edges import Ask, networks
    from pourparler.faces.system.overtime import over_time

    unit = _unit(per, window, size)
    ask = Ask(
        (called("network", kind, KINDS),) if kind else KINDS,
        By.PEOPLE if people else By.PARTIES,
        Normalisation(NORMALISATIONS[called("normalisation", normalise, NORMALISATIONS)]),
        Duplicates(ONCE[called("rule of counting once", within, ONCE)]),
        Floor(floor, sources),
        mediators,
        _window(window) if window else None,
    )
    asking = asking_of(record, as_of, edition)
    found = over_time(asking, ask, unit, size or 1) if unit else networks(asking, ask)
    answer(asking.lookup, found, as_json, everything)


def _unit(per: str | None, window: str | None, size: int | None) -> "Unit | None":
    """The unit that was typed; ends with a usage error for one that there is not, where a window is typed too, and for
    a size of nothing."""
    from pourparler.case.networks.windows import Unit

    if size is not None and not per:
        tell(f"Error: --size counts units of a window.\n  → Name the unit with --per: {', '.join(UNITS)}.")
        raise typer.Exit(USAGE)
    if window and per:
        tell("Error: --window and --per exclude each other.\n  → --per shows every window; --window one of them.")
        raise typer.Exit(USAGE)
    return Unit(called("unit of windows", per, UNITS)) if per else None


def _window(typed: str) -> "Span":
    """The days that were typed; ends with a usage error for anything else."""
    from pourparler.faces.system.spans import span_of

    try:
        return span_of(typed)
    except ValueError:
        tell(f"Error: {typed!r} is no window.\n  → Write it as 2025-03-01..2025-03-31, the first day first.")
        raise typer.Exit(USAGE) from None


def called(what: str, typed: str, names: Iterable[str]) -> str:
    """The name that was typed; ends with a usage error and a suggestion for any other word."""
    word, known = typed.strip().lower(), tuple(names)
    if word in known:
        return word
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    tell(f"Error: there is no {what} {typed!r}.\n  → {hint}")
    raise typer.Exit(USAGE)
