"""The sides of a dispute in words: who says what, through whom, from how many independent sources."""

from pourparler.core.entry import DisputeReading
from pourparler.core.vocabulary import DisputeSort
from pourparler.faces.rows.labels import value_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.voices import outlet, teller

SORTS: dict[DisputeSort, str] = {
    DisputeSort.DISCREPANCY: "discrepancy",
    DisputeSort.DENIAL: "denial",
    DisputeSort.SCOPE: "difference of scope",
}
"""In what way readings are contrary, as a list shows it."""

MOST_TELLERS = 4


def who_says(lookup: Lookup, reading: DisputeReading, most: int = MOST_TELLERS) -> str:
    """Who gives a reading, each once, at most `most` by name; copies are only counted: Ann Lee (Norland) via AP in
    Daily, and 9 copies."""
    own = [one for one in reading.witnesses if one.repeats is None]
    told = list(dict.fromkeys(teller(one.voice, lookup.report(one.report)) for one in own))
    if not own:
        told = list(dict.fromkeys(outlet(lookup.report(place.report)) for place in lookup.in_order(reading.evidence)))
    rest = len(told) - most
    shown = [*told[:most], f"{rest} more"] if rest > 0 else told
    repeated = len({one.report for one in reading.witnesses if one.repeats is not None})
    copies = [some(repeated, "report that repeats it", "reports that repeat it")] if repeated else []
    return series([*shown, *copies])


def side_words(lookup: Lookup, reading: DisputeReading) -> str:
    """A reading in a cell: its value, who says so, and the number of sources where there is more than one."""
    counted = f"; {some(reading.sources, 'source')}" if reading.sources > 1 else ""
    return f"{value_words(reading.value)} ({who_says(lookup, reading)}{counted})"
