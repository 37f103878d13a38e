"""Reads stored reports again, into readings that wait: nothing takes effect here, and old readings are kept.

Each report is one transaction, so a run that was stopped goes on where it stopped.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pourparler.core.errors import PourparlerError, RecordError
from pourparler.core.reading import Reader
from pourparler.core.report import Report
from pourparler.pipeline.intake import AHEAD
from pourparler.pipeline.outcome import Outcome, State, failed
from pourparler.pipeline.readers import read_report
from pourparler.sources.item import Fault
from pourparler.text.language import ENGLISH

if TYPE_CHECKING:
    from pourparler.reading.ahead import ReadAhead
    from pourparler.record.store import Store

REREAD = "reread"
"""The stage of a failure to read a stored report again."""


def reread(store: "Store", reader: Reader) -> Iterator[Outcome]:
    """Read every stored report that is in English with `reader`, one outcome each, by day of publication and name.

    Reports of which the record has a reading of this reader are passed over. Raises RecordError when the record
    itself cannot be written.
    """
    from pourparler.reading.ahead import reading_ahead

    known = store.read_by(reader.name)
    reports = [report for report in store.reports() if report.language == ENGLISH]
    missing = [report for report in reports if report.id not in known]
    yield from (Outcome(report.name, State.KNOWN, language=ENGLISH) for report in reports if report.id in known)
    with reading_ahead(reader) as ahead:
        for place, report in enumerate(missing):
            for coming in missing[place : place + AHEAD]:
                ahead.expect(coming)
            yield read_again(report, store, ahead)


def read_again(report: Report, store: "Store", reader: "ReadAhead") -> Outcome:
    """Read one stored report; a fault becomes a failure of the stage REREAD, and the earlier reading goes on to count.

    The failure of a file of the same name that was never stored is left as it is.
    """
    told = next((failure for failure in store.failures() if failure.path == report.name), None)
    try:
        reading, accounts = read_report(report, reader)
        store.add_reading(reading, accounts, current=False)
    except RecordError:
        raise
    except PourparlerError as error:
        if told is None or told.stage == REREAD:
            return failed(store, Fault(report.name, REREAD, error.what, error.todo))
        return Outcome(report.name, State.FAILED, REREAD, error.what, error.todo)
    if told is not None and told.stage == REREAD:
        store.clear_failure(report.name)
    counts = tuple(Counter(account.kind for account in accounts.accounts).items())
    return Outcome(report.name, State.READ, language=ENGLISH, words=len(report.text.split()), accounts=counts)
