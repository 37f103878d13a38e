"""Takes items of sources into the record: each read, written down and stored in one transaction, or left as a failure.

What was read before is passed over, so that a run that was stopped goes on where it stopped.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from pourparler.core.errors import PourparlerError, RecordError, ReportError
from pourparler.core.reading import Reader
from pourparler.core.report import Report
from pourparler.pipeline.outcome import Outcome, State, failed, step
from pourparler.pipeline.readers import read_report
from pourparler.pipeline.reports import conflict_notes, day_notes, language_reason, make_report
from pourparler.sources.item import Fault, Found, Item, LeftOut, Source
from pourparler.text.cleaning import clean
from pourparler.text.language import ENGLISH

if TYPE_CHECKING:
    from pourparler.reading.ahead import ReadAhead
    from pourparler.record.store import Store

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


def fingerprint(item: Item, reader: Reader) -> str:
    """A digest of all that the reading of an item depends on: its bytes, what the source says of it, the reader."""
    digest = hashlib.sha256(item.content)
    digest.update(repr((item.media.value, item.given, reader.name)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


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
        store.add_reading(reading, accounts, current=True)
    counts = tuple(Counter(account.kind for account in accounts.accounts).items())
    words = len(report.text.split())
    return Outcome(name, State.READ, notes=notes, language=ENGLISH, words=words, accounts=counts)
