"""Which entries an export is asked for: by kind, party, status, speaker, act, issue and days; what it leaves out."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from pourparler.core.entry import Condition, Instrument, Meeting, Position, ReportView, Statement
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.core.vocabulary import Act, InstrumentStatus, MeetingStatus, Stance
from pourparler.faces.export.narrowing import LISTS
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.filters import Filter, keep
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.wording.names import some

STATUSES = tuple(dict.fromkeys(one.value for kind in (MeetingStatus, InstrumentStatus, Stance) for one in kind))
ACTS = tuple(act.value for act in Act)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export; an empty field asks for everything.

    `kinds` are lists of the export (meetings, statements, …); `statuses` are where a meeting stands, the last state of
    an instrument or a position's stance; `speaker` says a statement or voices a position or condition; `issue` are
    words of a position's issue, of what a condition blocks or requires, of an instrument's subject or title; days are
    those of `pourparler show`, both included.
    """

    kinds: tuple[str, ...] = ()
    party: str | None = None
    statuses: tuple[str, ...] = ()
    speaker: str | None = None
    acts: tuple[str, ...] = ()
    issue: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of what a selection keeps; None where it keeps everything. `left_out` says why entries are not in it."""

    ids: frozenset[str] | None
    left_out: tuple[str, ...] = ()


def spelled(wanted: Selection) -> Selection:
    """A selection with its closed words as the vocabulary has them; raises InputError for others."""
    lists = tuple(_known(f"{fold(typed).removesuffix('s')}s", KINDS, "list") for typed in wanted.kinds)
    statuses = tuple(_known(typed, STATUSES, "status") for typed in wanted.statuses)
    return replace(wanted, kinds=lists, statuses=statuses, acts=tuple(_known(act, ACTS, "act") for act in wanted.acts))


def choose(lookup: Lookup, wanted: Selection) -> Chosen:
    """The ids that a selection keeps; raises InputError with a suggestion for a value that the record does not know."""
    if wanted == Selection():
        return Chosen(None)
    wanted = spelled(wanted)
    tests = tuple(_tests(lookup, wanted))
    days = Filter(lookup.party(wanted.party) if wanted.party else None, wanted.since, wanted.until)
    ids: set[str] = set()
    undated = 0
    for kind in _kinds(wanted):
        rows, left = keep(lookup, rows_of(lookup, kind), days)
        undated += left.undated
        ids |= {_id(row) for row in rows if all(test(row) for test in tests)}
    told = (f"{some(undated, 'entry', 'entries')} without a day, as days were asked for",) if undated else ()
    return Chosen(frozenset(ids), told)


def _id(row: Found) -> str:
    return row.report.id if isinstance(row, ReportView) else row.id


def _kinds(wanted: Selection) -> tuple[str, ...]:
    """The lists asked for, in the export's order; all lists of entries where none is named."""
    return tuple(kind for kind in KINDS if kind in wanted.kinds) or LISTS


def _tests(lookup: Lookup, wanted: Selection) -> Iterable[Callable[[Found], bool]]:
    """What a row must be, beside its party and days."""
    if wanted.statuses:
        yield lambda row: status_of(row) in wanted.statuses
    if wanted.acts:
        yield lambda row: isinstance(row, Statement) and row.act.value in wanted.acts
    if wanted.speaker:
        name = _speaker(lookup, wanted.speaker)
        yield lambda row: speaker_of(row) == name
    if wanted.issue:
        words = _issue(lookup, wanted.issue)
        yield lambda row: any(words in fold(text) for text in issues_of(row))


def status_of(row: Found) -> str | None:
    """Where a meeting stands, the last state followed of an instrument, a position's stance; None for others."""
    match row:
        case Meeting():
            return row.status.value
        case Position():
            return row.stance.value
        case Instrument():
            return next((state.status.value for state in reversed(row.status) if state.followed), None)
    return None


def speaker_of(row: Found) -> str | None:
    """Who says a statement or voices a position or a condition; None for others, and for nobody named."""
    match row:
        case Statement():
            return row.speaker
        case Position() | Condition():
            return row.voiced_by
    return None


def issues_of(row: Found) -> tuple[str, ...]:
    """The phrases of an entry that name what it is about."""
    match row:
        case Position():
            return (row.issue,)
        case Condition():
            return row.blocks, row.requires
        case Instrument():
            return tuple(filter(None, (row.subject, row.title)))
    return ()


def fold(text: str) -> str:
    """Words to compare by: without case, one blank between them."""
    return " ".join(text.casefold().split())


def _known(typed: str, words: Collection[str], noun: str) -> str:
    """The word of a closed vocabulary that was typed; raises InputError with the nearest for any other."""
    wanted = fold(typed)
    if wanted in words:
        return wanted
    near = get_close_matches(wanted, words, n=3, cutoff=0.5)
    todo = f"Did you mean {', '.join(near)}?" if near else f"There are: {', '.join(words)}."
    raise InputError(f"There is no {noun} {typed.strip()!r}.", todo)


def _speaker(lookup: Lookup, typed: str) -> str:
    """The name of a speaker typed in any of its forms; raises InputError with a suggestion otherwise."""
    speakers = {fold(name): name for entry in lookup.entries if (name := speaker_of(entry))}
    if fold(typed) in speakers:
        return speakers[fold(typed)]
    try:
        return lookup.actor(typed).name
    except UnknownEntryError as error:
        near = get_close_matches(fold(typed), speakers, n=3, cutoff=0.6)
        near += [name for name in speakers if fold(typed) in name.split() and name not in near]
        todo = f"Did you mean {', '.join(speakers[name] for name in near)}?" if near else error.todo
        raise InputError(f"No speaker of this record is called {typed!r}.", todo) from error


def _issue(lookup: Lookup, typed: str) -> str:
    """Words of an issue, folded; raises InputError where nothing in the record is about them."""
    wanted = fold(typed)
    phrases = {fold(phrase): phrase for entry in lookup.entries for phrase in issues_of(entry)}
    if wanted and any(wanted in phrase for phrase in phrases):
        return wanted
    near = get_close_matches(wanted, phrases, n=3, cutoff=0.5)
    todo = (
        f"Did you mean {', '.join(repr(phrases[one]) for one in near)}?"
        if near
        else "`pourparler show positions` lists issues."
    )
    raise InputError(f"Nothing in this record is about {typed!r}.", todo)
