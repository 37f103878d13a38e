"""Whether everything that names something else finds it: ids, conditions, disputes, copies, names of actors."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from pourparler.core.entry import CaseRecord, Dispute, Entry, Meeting, Position
from pourparler.core.report import Report
from pourparler.record.checking.entries import corrected_fields, entries_of
from pourparler.record.checking.problem import Problem, misplaced, parts

NAMING = (
    "parties", "people", "mediators", "hosts", "invited", "absent", "excluded", "speaker", "party", "voiced_by"
)  # fmt: skip
"""Fields of entries that hold names of actors. `to` and `via` hold words of the report, which need name no actor."""


def check_references(record: CaseRecord) -> Iterator[Problem]:
    """What leads nowhere, or to two."""
    entries = entries_of(record)
    ids = Counter(item.id for item in chain[Entry | Dispute](entries, record.disputes))
    ids.update(actor.id for actor in record.actors)
    yield from (Problem(f"{count} entries have this id", f"entry {name}") for name, count in ids.items() if count > 1)
    conditions = {condition.id for condition in record.conditions}
    for entry in entries:
        if isinstance(entry, Position | Meeting) and entry.condition not in {None, *conditions}:
            yield Problem(f"its condition {entry.condition} is not in the record", f"entry {entry.id}")
    yield from _actors(record)
    yield from _disputes(record)
    yield from _copies(record)
    yield from _asks(record)


def _asks(record: CaseRecord) -> Iterator[Problem]:
    """Questions about entries that are not there, or about accounts that do not stand in them."""
    holding = {entry.id: {account.id for account in entry.accounts} for entry in entries_of(record)}
    for ask in record.asks:
        where = f"question about {ask.one} and {ask.other}"
        for name, account in zip((ask.one, ask.other), ask.accounts, strict=True):
            if name not in holding:
                yield Problem(f"{name} is not in the record", where)
            elif account not in holding[name]:
                yield Problem(f"its account {account} does not stand in {name}", where)


def _actors(record: CaseRecord) -> Iterator[Problem]:
    """Names that two actors have; names in an entry that are no actor's and that no account of it tells."""
    names = Counter(actor.name for actor in record.actors)
    for name, count in names.items():
        if count > 1:
            yield Problem(f"{count} actors have this name", f"actor {name}")
    for actor in record.actors:
        if not actor.name:
            yield Problem("it has no name", f"actor {actor.id}")
        if actor.represents == actor.name:
            yield Problem("it speaks for itself as for another", f"actor {actor.name}")
    known = {*names, *(actor.represents for actor in record.actors)}
    for entry in entries_of(record):
        free = corrected_fields(entry)
        for field in NAMING:
            if field in free:
                continue
            value = getattr(entry, field, None) or ()
            for name in (value,) if isinstance(value, str) else value:
                if name not in known and not any(name in parts((one.fields, one.voice), str) for one in entry.accounts):
                    what = f"{name!r} among its {field} is no actor of the record, and no account of it names it"
                    yield Problem(what, f"entry {entry.id}")


def _disputes(record: CaseRecord) -> Iterator[Problem]:
    """Disputes about nothing, of another kind than their entry, with one side, or with sides that agree."""
    kinds = {entry.id: type(entry).__name__.lower() for entry in entries_of(record)}
    reports = {view.report.name: view.report for view in record.reports}
    for dispute in record.disputes:
        where = f"dispute {dispute.id}"
        if dispute.about not in kinds:
            yield Problem(f"it is about {dispute.about}, which is not in the record", where)
        elif kinds[dispute.about] != dispute.kind:
            yield Problem(f"it is about {dispute.about}, which is no {dispute.kind}", where)
        if len(dispute.readings) < 2 or not all(reading.evidence for reading in dispute.readings):
            yield Problem("it needs two readings with words", where)
        if len({reading.value for reading in dispute.readings}) < len(dispute.readings):
            yield Problem("two of its readings are the same", where)
        for evidence in chain.from_iterable(reading.evidence for reading in dispute.readings):
            if evidence.report in reports:
                yield from misplaced(evidence, reports[evidence.report], where)
            else:
                yield Problem(f"its evidence names {evidence.report}, which is no report of the record", where)


def _copies(record: CaseRecord) -> Iterator[Problem]:
    """Copies of reports that are not there, or of later ones, which would lead in a circle."""
    place: Mapping[str, int] = {view.report.name: place for place, view in enumerate(record.reports)}
    reports: Mapping[str, Report] = {view.report.name: view.report for view in record.reports}
    for view in record.reports:
        if view.copies_of is None:
            continue
        where = f"report {view.report.name}"
        if view.copies_of not in reports:
            yield Problem(f"it copies {view.copies_of}, which is not in the record", where)
        elif place[view.copies_of] >= place[view.report.name]:
            yield Problem(f"it copies {view.copies_of}, which is no earlier one", where)
