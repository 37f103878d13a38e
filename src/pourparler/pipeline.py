"""Joins the rooms: items of sources become reports, readings, accounts and rows of the record, one transaction each.

A fault in one report is a row among the failures and never a stop; only a record that cannot be written ends a run.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from pourparler.core.account import ReportAccounts
from pourparler.core.errors import InputError, PourparlerError, RecordError, ReportError
from pourparler.core.ids import content_id
from pourparler.core.reading import Reader, Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.sources.item import Fault, Found, Item, LeftOut, Source
from pourparler.text.cleaning import Clean, clean
from pourparler.text.language import ENGLISH, recognise
from pourparler.text.not_news import find_header, find_not_news, merged

if TYPE_CHECKING:
    from pourparler.reading.ahead import ReadAhead
    from pourparler.record.store import Store

MOST_CHARS = 1_000_000
"""Code points that one report may have: ten times a long book's chapter; more is a dump, not a report."""


class State(StrEnum):
    """What became of one item of a source."""

    READ = "read"
    KNOWN = "known"
    ASIDE = "set aside"
    FAILED = "failed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: what went wrong with it, and notes for a person.

    `language` is None where it could not be told; `words` counts the words that were read, `accounts` what was written
    down of them by kind of entry.
    """

    name: str
    state: State
    stage: str = ""
    reason: str = ""
    todo: str = ""
    notes: tuple[str, ...] = ()
    language: str | None = None
    words: int = 0
    accounts: tuple[tuple[EntryKind, int], ...] = ()


AHEAD = 3
"""Items made ready before the first of them is taken."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item on its way: its fingerprint, its report and the notes on it; `known` where it was read before."""

    found: Found
    mark: str = ""
    report: Report | None = None
    notes: tuple[str, ...] = ()
    known: bool = False


def read_all(sources: Iterable[Source], store: "Store", reader: Reader) -> Iterator[Outcome]:
    """Read every report of `sources` into `store`, one outcome per item, in the order of the sources.

    What was read before is passed over, so a run that was killed goes on where it stopped. Raises RecordError when
    the record itself cannot be written.
    """
    from pourparler.reading.ahead import reading_ahead

    taken: dict[str, str] = {}
    tables: set[str] = set()
    waiting: deque[Prepared] = deque()
    with reading_ahead(reader) as ahead:
        for found in _named(sources, taken, tables):
            waiting.append(prepare(found, store, ahead))
            if len(waiting) > AHEAD:
                yield take(waiting.popleft(), store, ahead)
        while waiting:
            yield take(waiting.popleft(), store, ahead)
    forget_rows(store, tables, taken)


def _named(sources: Iterable[Source], taken: dict[str, str], tables: set[str]) -> Iterator[Found]:
    """The items of all sources, no two of one name; fills in whose each name is and which names are tables."""
    for source in sources:
        for found in source.items():
            owner = taken.setdefault(found.name, source.place)
            if owner != source.place:
                found = replace(found, name=apart(found.name, source))
            if isinstance(found, Item | Fault) and found.table:
                tables.add(found.table)
            yield found


def forget_rows(store: "Store", tables: Collection[str], seen: Container[str]) -> None:
    """Forget failures of rows that are no longer in the tables just read, as when a broken line was taken out."""
    for failure in store.failures():
        if failure.path.rpartition(":")[0] in tables and failure.path not in seen:
            store.clear_failure(failure.path)


def apart(name: str, source: Source) -> str:
    """A name for a report whose own name another source of this run has taken: that of its folder before it."""
    place = PurePath(source.place)
    return f"{place.parent.name if place.name == name else place.name}/{name}"


def prepare(found: Found, store: "Store", reader: "ReadAhead") -> Prepared:
    """What must be known of an item before it is read; its reading is begun where it will be needed."""
    if not isinstance(found, Item):
        return Prepared(found)
    mark = fingerprint(found, reader)
    if store.is_done(found.name, mark):
        return Prepared(found, mark, known=True)
    try:
        with step("clean", "The cleaning"):
            cleaned = clean(found)
            report = make_report(found, cleaned)
    except ReportError as error:
        return Prepared(Fault(found.name, error.stage, error.what, error.todo))
    if report.language == ENGLISH and store.report(report.id) is None:
        reader.expect(report)
    return Prepared(found, mark, report, (*found.notes, *cleaned.notes, *conflict_notes(report)))


def take(prepared: Prepared, store: "Store", reader: Reader) -> Outcome:
    """Read one item into the record; whatever is wrong with it becomes a failure there."""
    found, report = prepared.found, prepared.report
    if isinstance(found, LeftOut):
        return Outcome(found.name, State.LEFT_OUT)
    if isinstance(found, Fault):
        return failed(store, found)
    if prepared.known or report is None:
        store.clear_failure(found.name)
        return Outcome(found.name, State.KNOWN)
    try:
        outcome = read_item(prepared, report, store, reader)
    except RecordError:
        raise
    except ReportError as error:
        return failed(store, Fault(found.name, error.stage, error.what, error.todo))
    except PourparlerError as error:
        return failed(store, Fault(found.name, "store", error.what, error.todo))
    store.clear_failure(found.name)
    store.mark_done(found.name, prepared.mark)
    return outcome


@contextmanager
def step(stage: str, who: str) -> Iterator[None]:
    """A step in reading one report: whatever breaks in it becomes a ReportError of `stage`, so that others are read."""
    try:
        yield
    except PourparlerError:
        raise
    except Exception as error:  # the fault may lie in any library that a report is led through
        what = f"{who} broke off: {type(error).__name__}: {error}."
        raise ReportError(stage, what, "Please report this with the text; the other reports were read.") from error


def fingerprint(item: Item, reader: Reader) -> str:
    """A digest of all that the reading of an item depends on: its bytes, what the source says of it, the reader."""
    digest = hashlib.sha256(item.content)
    digest.update(repr((item.media.value, item.given, reader.name)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def failed(store: "Store", fault: Fault) -> Outcome:
    """Note a failure in the record."""
    from pourparler.record.store import Failure

    store.add_failure(Failure(fault.name, fault.stage, fault.what, fault.todo))
    return Outcome(fault.name, State.FAILED, fault.stage, fault.what, fault.todo)


def read_item(prepared: Prepared, report: Report, store: "Store", reader: Reader) -> Outcome:
    """Read the report of an item and add both to the record; raises ReportError when it cannot be read."""
    name, notes = prepared.found.name, prepared.notes
    stored = store.report(report.id)
    if stored is not None:
        notes += tuple(day_notes(stored, report))
    if report.language != ENGLISH:
        state = State.ASIDE if store.add(report) else State.KNOWN
        return Outcome(name, state, reason=language_reason(report), notes=notes, language=report.language)
    if stored is None:
        reading, accounts = read_report(report, reader)
        store.add(report, reading, accounts)
    else:
        store.add(report)
        if any(reading.reader == reader.name for reading in store.readings(report.id)):
            return Outcome(name, State.KNOWN, notes=notes, language=ENGLISH)
        reading, accounts = read_report(stored, reader)
        store.add_reading(reading, accounts)
    counts = tuple(Counter(account.kind for account in accounts.accounts).items())
    words = len(report.text.split())
    return Outcome(name, State.READ, notes=notes, language=ENGLISH, words=words, accounts=counts)


def read_report(report: Report, reader: Reader) -> tuple[Reading, ReportAccounts]:
    """The reading of a report and the accounts written of it; any fault of either becomes a ReportError."""
    from pourparler.accounts import write

    with step("read", f"The reader {reader.name}"):
        reading = reader.read(report)
    with step("write", "The writing of accounts"):
        return reading, write(report, reading)


def day_notes(stored: Report, report: Report) -> Iterator[str]:
    """What to say when a report that is in the record comes again with another day: the record's own is kept."""
    if stored.published != report.published:
        kept, told = stored.published or "no day", report.published or "none"
        yield f"the record keeps {kept} as its day of publication, though {told} is given now"


def conflict_notes(report: Report) -> Iterator[str]:
    """What to say of a report whose places tell different days of publication: the one taken, and the others."""
    from pourparler.text.publication import disagreeing

    if others := disagreeing(report.published, report.day_conflicts):
        told = "; ".join(dict.fromkeys(f"{one.day} from {one.published_from}" for one in others))
        yield f"its days of publication disagree: taken for {report.published} from {report.published_from}, but {told}"


def make_report(item: Item, cleaned: Clean) -> Report:
    """The report of an item: its text with its day, language, address and the spans that are no news.

    Raises ReportError (stage "clean") for a text longer than MOST_CHARS.
    """
    from pourparler.text.publication import find_publication

    text, given = cleaned.text, item.given
    if len(text) > MOST_CHARS:
        raise ReportError(
            "clean", f"It has {len(text):,} characters; one report may have {MOST_CHARS:,}.", "Split it into reports."
        )
    outlet, url = given.outlet or cleaned.outlet, given.url or cleaned.url
    publication = find_publication(
        text,
        url=url,
        given=given.published,
        metadata=cleaned.page_day,
        feed=cleaned.feed_day,
    )
    not_news = merged(text, (*find_not_news(text, publication), *find_header(text, publication)))
    return Report(
        id=content_id("r", text, outlet, url),
        name=item.name,
        text=text,
        outlet=outlet,
        title=given.title or cleaned.title,
        url=publication.url,
        language=recognise(text, not_news, cleaned.language),
        published=publication.day,
        published_from=publication.published_from,
        updated=cleaned.updated or publication.updated,
        day_conflicts=publication.conflicts,
        not_news=not_news,
    )


def language_reason(report: Report) -> str:
    """Why a report was set aside."""
    if report.language is None:
        return "its language could not be told"
    return f"its language is {report.language!r}; only English is read"


READERS = {
    "rules": "pourparler.reading.rules:RuleReader",
    "trained": "pourparler.reading.trained:TrainedReader",
}
"""Readers by the name that a person types, each as the module and class that make it."""


def open_reader(name: str) -> Reader:
    """The reader called `name`; raises InputError for a name that is none."""
    if name not in READERS:
        raise InputError(f"There is no reader {name!r}.", f"Readers are: {', '.join(sorted(READERS))}.")
    module, _, maker = READERS[name].partition(":")
    reader: Reader = getattr(import_module(module), maker)()
    return reader
