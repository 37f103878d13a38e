"""What a bulk judgement is about: entries by id, by kind, party and days, or all that one report tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.entry import Dispute, Entry, ReportView
from pourparler.core.errors import UnknownEntryError
from pourparler.faces.cli.app import USAGE
from pourparler.faces.cli.judging import say
from pourparler.faces.cli.messages import tell
from pourparler.faces.cli.options import read_day

if TYPE_CHECKING:
    from pourparler.core.account import Account
    from pourparler.core.judgement import Judgement, Verdict
    from pourparler.faces.cli.judging import Desk
    from pourparler.faces.rows.lookup import Lookup

LISTS = ("meetings", "statements", "positions", "conditions", "instruments")

IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]...", help="Entries, disputes, or accounts by their own id.")
]
AllOfOption = Annotated[
    str | None, typer.Option("--all-of", metavar="REPORT", help="All that this report tells (name or id).")
]
KindOption = Annotated[str | None, typer.Option("--kind", metavar="LIST", help=f"One of: {', '.join(LISTS)}.")]
PartyOption = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what touches this party.")]
SinceOption = Annotated[
    date | None, typer.Option("--since", parser=read_day, metavar="DAY", help="Nothing before DAY.")
]
UntilOption = Annotated[date | None, typer.Option("--until", parser=read_day, metavar="DAY", help="Nothing after DAY.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only say what would be judged.")]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for on the command line."""

    identifiers: tuple[str, ...]
    all_of: str | None
    kind: str | None
    party: str | None
    since: date | None
    until: date | None

    @property
    def is_bulk(self) -> bool:
        """True when anything but ids says what is meant."""
        return any((self.all_of, self.kind, self.party, self.since, self.until))


def decided(at: "Desk", choice: Choice, verdict: "Verdict", dry_run: bool) -> "tuple[Judgement, ...]":
    """The act that says a verdict of all that is meant; empty, and told, where nothing is or nothing is to be written.

    Of an entry it says that it is right or none; of a dispute, that it is a contradiction or none.
    """
    from pourparler.record.contradictions.judged import readings_judged
    from pourparler.record.judging import as_one_act, make_act

    disputes = [thing for typed in choice.identifiers if isinstance(thing := at.lookup.find(typed), Dispute)]
    others = [typed for typed in choice.identifiers if not isinstance(at.lookup.find(typed), Dispute)]
    parts = chosen(at, replace(choice, identifiers=tuple(others))) if others or not disputes else []
    if not parts and not disputes:
        tell("Nothing in this record is meant by that. Nothing added.")
    if dry_run or not (parts or disputes):
        only_said(at, parts, disputes, verdict)
        return ()
    signed = at.signed()
    made = list(make_act(verdict, parts, signed))
    for dispute in disputes:
        told = [at.entry(dispute.about).accounts]
        made += make_act(verdict, told, signed, dispute.field, readings_judged(dispute))
    return as_one_act(made)


def chosen(at: "Desk", choice: Choice) -> "list[tuple[Account, ...]]":
    """The accounts of each entry meant; ends with a usage error where nothing or too much is said."""
    if bool(choice.identifiers) == choice.is_bulk:
        what = "ids and a choice exclude each other" if choice.is_bulk else "nothing is named"
        tell(f"Error: {what}.\n  → Name ids, or choose with --all-of, --kind, --party, --since, --until.")
        raise typer.Exit(USAGE)
    if choice.identifiers:
        from pourparler.faces.judging.parts import accounts_called

        return list(dict.fromkeys(accounts_called(at.lookup, typed) for typed in choice.identifiers))
    from pourparler.faces.export.shape import rows_of
    from pourparler.faces.rows.filters import Filter, keep

    lookup = at.lookup
    wanted = Filter(lookup.party(choice.party) if choice.party else None, choice.since, choice.until)
    kinds = [list_called(choice.kind)] if choice.kind else LISTS
    entries = [
        row for kind in kinds for row in keep(lookup, rows_of(lookup, kind), wanted)[0] if isinstance(row, Entry)
    ]
    if not choice.all_of:
        return [entry.accounts for entry in entries]
    report = report_called(lookup, choice.all_of).report.id
    told = [tuple(one for one in entry.accounts if one.report == report) for entry in entries]
    return [accounts for accounts in told if accounts]


def list_called(typed: str) -> str:
    """The list of entries that was typed, singular or plural; ends with a usage error for any other word."""
    word = typed.strip().lower()
    for name in LISTS:
        if word in (name, name.removesuffix("s")):
            return name
    near = get_close_matches(word, LISTS, n=1, cutoff=0.5)
    tell(f"Error: there is no list of entries {typed!r}.\n  → "
         + (f"Did you mean {near[0]}?" if near else f"Lists are: {', '.join(LISTS)}."))  # fmt: skip
    raise typer.Exit(USAGE)


def report_called(lookup: "Lookup", typed: str) -> ReportView:
    """The report of a name, a part of one, or an id; raises UnknownEntryError with near names otherwise."""
    names = {view.report.name: view for view in lookup.record.reports}
    if typed in names:
        return names[typed]
    ending = [name for name in names if name.endswith("/" + typed) or (typed and name.startswith(typed))]
    if len(ending) == 1:
        return names[ending[0]]
    try:
        thing = lookup.find(typed)
    except UnknownEntryError:
        thing = None
    if isinstance(thing, ReportView):
        return thing
    near = ending or get_close_matches(typed, names, n=3, cutoff=0.5)
    todo = f"Did you mean {', '.join(near)}?" if near else "List: pourparler show reports."
    raise UnknownEntryError(f"No report of this record is called {typed!r}.", todo)


def only_said(
    at: "Desk", parts: "Sequence[tuple[Account, ...]]", disputes: "Sequence[Dispute]", verdict: "Verdict"
) -> None:
    """Say what would be judged, and that nothing was."""
    from pourparler.faces.rows.judged import thing_words

    for part in parts:
        entry = at.lookup.find(part[0].id)
        whole = len(part) == len(getattr(entry, "accounts", ()))
        say(f"would be {verdict}: {thing_words(at.lookup, entry)}{'' if whole else f', {len(part)} of its accounts'}")
    for dispute in disputes:
        say(f"would be {verdict}: {thing_words(at.lookup, dispute)}")
    if parts or disputes:
        tell(f"{len(parts) + len(disputes):,} would be {verdict}. Nothing was written (--dry-run).")
