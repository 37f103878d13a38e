"""What became of the disputes: newly disputed, changed, newly resolved."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.core.entry import CaseRecord, Dispute, DisputeReading, Entry
from pourparler.core.evidence import Evidence
from pourparler.record.changes.change import DisputeChange, Sort
from pourparler.record.changes.fields import Ground, differing
from pourparler.record.changes.matches import LISTS, Matches
from pourparler.record.changes.values import meaning


def compare_disputes(before: CaseRecord, after: CaseRecord, matches: Matches) -> Iterator[DisputeChange]:
    """The disputes that came and changed, in the order of the record after, then those resolved in that of before."""
    mine, theirs = _entries(before), _entries(after)
    pairs = _pairs(before, after, matches)
    went_on = {dispute.id for dispute in pairs.values()}
    fresh = {view.report.name for view in after.reports} - {view.report.name for view in before.reports}
    for dispute in after.disputes:
        old = pairs.get(dispute.id)
        if old is None:
            brought = _brought(dispute.readings, fresh)
            yield DisputeChange(Sort.NEW, None, dispute, theirs[dispute.about], added=dispute.readings, brought=brought)
        elif change := _changed(old, dispute, theirs[dispute.about], matches.ids, fresh):
            yield change
    for dispute in before.disputes:
        if dispute.id not in went_on:
            entry = theirs.get(matches.ids.get(dispute.about, "")) or mine[dispute.about]
            yield DisputeChange(Sort.RESOLVED, dispute, None, entry, removed=dispute.readings)


def _changed(old: Dispute, new: Dispute, entry: Entry, ids: Mapping[str, str], fresh: set[str]) -> DisputeChange | None:
    """What changed in a dispute that goes on: its own fields, or the values that stand against each other."""
    known = {_value(reading, ids) for reading in old.readings}
    now = {_value(reading, {}) for reading in new.readings}
    added = tuple(reading for reading in new.readings if _value(reading, {}) not in known)
    removed = tuple(reading for reading in old.readings if _value(reading, ids) not in now)
    fields = tuple(change for change in differing(old, new, ids, Ground()) if change.field != "readings")
    if not (added or removed or fields):
        return None
    return DisputeChange(Sort.CHANGED, old, new, entry, fields, added, removed, _brought(added, fresh))


def _pairs(before: CaseRecord, after: CaseRecord, matches: Matches) -> dict[str, Dispute]:
    """For the id of a dispute after, the same dispute before: on one field, with words in common, of entries that are
    one or that share the words of two readings; no dispute is used twice."""
    by_field: dict[str, list[tuple[int, Dispute]]] = {}
    for place, dispute in enumerate(before.disputes):
        by_field.setdefault(dispute.field, []).append((place, dispute))
    near = []
    for theirs, dispute in enumerate(after.disputes):
        for mine, old in by_field.get(dispute.field, ()):
            same_entry = matches.ids.get(old.about) == dispute.about
            shared = _shared(old, dispute, matches.ids)
            if shared >= (1 if same_entry else 2):
                near.append((not same_entry, -shared, mine, theirs))
    found: dict[str, Dispute] = {}
    used: set[int] = set()
    for _, _, mine, theirs in sorted(near):
        dispute = after.disputes[theirs]
        if mine not in used and dispute.id not in found:
            used.add(mine)
            found[dispute.id] = before.disputes[mine]
    return found


def _shared(old: Dispute, new: Dispute, ids: Mapping[str, str]) -> int:
    """How many readings of two disputes say the same, or rest on words in common."""
    places = [_words(reading) for reading in old.readings]
    values = {_value(reading, ids) for reading in old.readings}
    return sum(
        _value(reading, {}) in values or any(not _words(reading).isdisjoint(place) for place in places)
        for reading in new.readings
    )


def _value(reading: DisputeReading, ids: Mapping[str, str]) -> object:
    return meaning(reading.value, ids)


def _words(reading: DisputeReading) -> frozenset[object]:
    return frozenset(meaning(place, {}) for place in reading.evidence)


def _brought(readings: Sequence[DisputeReading], fresh: set[str]) -> tuple[Evidence, ...]:
    """The words behind readings that came: those of reports that came with them, else all of them."""
    words = tuple(place for reading in readings for place in reading.evidence)
    return tuple(place for place in words if place.report in fresh) or words


def _entries(record: CaseRecord) -> dict[str, Entry]:
    return {entry.id: entry for name in LISTS.values() for entry in getattr(record, name)}
