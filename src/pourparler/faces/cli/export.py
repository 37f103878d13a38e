"""`pourparler export`: the record, or a part of it, in any of the export's formats."""

from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pourparler.core.errors import InputError
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.copying import ALSO, SITE, TITLE, copy_site
from pourparler.faces.cli.messages import give, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, RecordOption, read_day
from pourparler.faces.export.formats import FORMATS, Format, format_called, write

if TYPE_CHECKING:
    from pourparler.faces.export.parcel import Parcel
    from pourparler.faces.export.selection import Selection
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.store import Store

EXAMPLES = (
    "pourparler export --record talks.db -o talks.json",
    "pourparler export -r talks.db --format csv -o talks.zip            one CSV file per kind",
    "pourparler export -r talks.db --format csv --kind meetings > meetings.csv",
    "pourparler export -r talks.db --format ics -o talks.ics            meetings and deadlines as a calendar",
    "pourparler export -r talks.db --format gexf --since 2025-02-01 -o met.gexf   who met whom, for Gephi",
    "pourparler export -r talks.db --format site -o talks      the pages as a folder, for a stick or an archive",
    "pourparler export -r talks.db --party Norland --since 2025-03-01   what touches one party, from a day on",
)


FormOption = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help="The form of the export; they are listed above.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="PATH", help="Where to; for many files a folder or a .zip, for site a folder."
    ),
]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", metavar="LIST", help="Only this list, such as meetings; may be repeated.")
]
PartyOption = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what touches this party.")]
StatusOption = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="WORD", help="Only what stands so: held, signed, rejects; may be repeated."),
]
SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Only what this speaker says or voices.")
]
ActOption = Annotated[
    list[str] | None,
    typer.Option("--act", metavar="WORD", help="Only statements that deny or offer; may be repeated."),
]
IssueOption = Annotated[
    str | None, typer.Option("--issue", metavar="WORDS", help="Only positions, conditions and instruments on this.")
]
SinceOption = Annotated[
    date | None, typer.Option("--since", parser=read_day, metavar="DAY", help="Nothing before DAY.")
]
UntilOption = Annotated[date | None, typer.Option("--until", parser=read_day, metavar="DAY", help="Nothing after DAY.")]


def export(
    record: RecordOption = None,
    form: FormOption = "json",
    output: OutputOption = None,
    kind: KindOption = None,
    party: PartyOption = None,
    status: StatusOption = None,
    speaker: SpeakerOption = None,
    act: ActOption = None,
    issue: IssueOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
) -> None:
    """Write the record, or what the filters keep of it, in a format. A single file goes to stdout without -o.

    The same record gives the same bytes. What an export does not carry is said on stderr.
    """
    from pourparler.faces.export.selection import Selection, choose

    asked = Selection(tuple(kind or ()), party, tuple(status or ()), speaker, tuple(act or ()), issue, since, until)
    if form.strip().lower() in ALSO:
        copy_site(record, output, as_of, asked != Selection() or edition is not None)
    order = ordered(form, asked, output)
    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition, path)
        notes = notes_on(lookup, store, edition)
    chosen = choose(lookup, order.wanted)
    parcel = write(order.form.name, lookup, chosen.ids)
    hand_over(only(parcel, order.tables), output)
    told = dict.fromkeys((*notes, *chosen.left_out, *parcel.left_out))
    tell("\n".join(["This export leaves out:", *(f"  - {note}" for note in told)]) if told else "Nothing is left out.")


TITLES = {form.name: form.title for form in FORMATS} | {SITE: TITLE}
WIDEST = max(map(len, TITLES))
LISTED = "\n".join(f"  {name:<{WIDEST}}  {title}" for name, title in TITLES.items())
export.__doc__ = f"{cleandoc(export.__doc__ or '')}\n\n\b\nFormats:\n{LISTED}\n"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written: a format, what of the record, and of a form of many tables those wanted (none: all)."""

    form: Format
    wanted: "Selection"
    tables: tuple[str, ...]


def ordered(typed: str, wanted: "Selection", output: Path | None) -> Order:
    """What the options ask for; ends with a usage error where they do not go together."""
    from pourparler.faces.export.selection import spelled
    from pourparler.faces.export.tables import EVIDENCE

    if wanted.since and wanted.until and wanted.since > wanted.until:
        refuse(f"--since {wanted.since} is after --until {wanted.until}.", "Turn them round.")
    try:
        form = format_called(typed)
    except InputError as error:
        meant = "Did you mean site? " * bool(get_close_matches(typed.lower(), ALSO, n=1, cutoff=0.7))
        refuse(error.what, f"{meant}{error.todo} And {SITE}: the pages as a folder.")
    try:
        tabled = form.name == "csv"
        evidence = tabled and any(kind.strip().lower() == EVIDENCE for kind in wanted.kinds)
        lists = tuple(kind for kind in wanted.kinds if not evidence or kind.strip().lower() != EVIDENCE)
        asked = spelled(replace(wanted, kinds=lists))
    except InputError as error:
        refuse(error.what, error.todo)
    tables = (*asked.kinds, *((EVIDENCE,) if evidence else ())) if tabled else ()
    if form.folder and len(tables) != 1 and not output:
        one = ", or one table with --kind meetings" if tabled else ""
        what = "A CSV export is many tables" if tabled else f"The export {form.name} is several files"
        refuse(f"{what}.", f"Name a folder or a zip with -o{one}.")
    return Order(form, asked, tables)


def refuse(what: str, todo: str) -> NoReturn:
    """End with a usage error."""
    tell(f"Error: {what}\n  → {todo}")
    raise typer.Exit(USAGE)


def notes_on(lookup: "Lookup", store: "Store", edition: int | None) -> tuple[str, ...]:
    """What the record as it is seen leaves out, line by line."""
    from pourparler.faces.export.leftout import not_in_record

    later = len(store.reports()) - len(lookup.record.reports) if edition is None else 0
    notes = not_in_record(lookup, len(store.failures()), later)
    return notes if edition is None else (f"what the record learned after its edition {edition}", *notes)


def only(parcel: "Parcel", tables: tuple[str, ...]) -> "Parcel":
    """A parcel with these of its tables alone; whole where none is named."""
    if not tables:
        return parcel
    names = {f"{table}.csv" for table in tables}
    return replace(parcel, files=tuple(file for file in parcel.files if file.name in names))


def hand_over(parcel: "Parcel", output: Path | None) -> None:
    """Write a parcel to where it was asked for: stdout, a file, a folder or a zip."""
    from pourparler.faces.export.files import write as write_file
    from pourparler.faces.export.files import write_folder
    from pourparler.faces.export.parcel import pack, zipped

    if output is None:
        give(pack(parcel))
        return
    if len(parcel.files) == 1:
        write_file(output, pack(parcel))
    elif output.suffix.lower() == ".zip":
        write_file(output, zipped(parcel))
    else:
        paths = write_folder(parcel, output)
        files = "tables" if all(one.name.endswith(".csv") for one in parcel.files) else "files"
        tell(f"Wrote {len(paths)} {files} into {output}.")
        return
    tell(f"Wrote {output}.")
