"""The record as an Atom feed: every entry and dispute as new, dated by the newest report behind it."""

from dataclasses import replace
from typing import Any

from pourparler.faces.changes.feed import atom
from pourparler.faces.changes.sight import Sight
from pourparler.faces.export.leftout import counted, silent_words
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.changes import compare


def case_feed(lookup: Lookup) -> Parcel:
    """What `pourparler changes --since 0 --format atom` gives of a whole record: its changes since it was empty."""
    rows: dict[str, Any] = {kind: rows_of(lookup, kind) for kind in KINDS}
    apart = [one for one in lookup.record.disputes if one.about not in lookup.things]
    rows["disputes"] = tuple(one for one in rows["disputes"] if one not in apart)
    record = replace(lookup.record, **rows)
    empty = replace(
        record, version=0, reports=(), actors=(), meetings=(), statements=(), positions=(), conditions=(),
        instruments=(), disputes=(), asks=(), judgements=(), lost=(),
    )  # fmt: skip
    left = (
        "how it came to be so step by step, which `pourparler changes --since DAY --format atom` gives",
        *counted(len(record.actors), "actor", "by themselves"),
        *counted(len(apart), "dispute", "about entries that were not chosen"),
        *silent_words(lookup),
    )
    return alone(atom(Sight(compare(empty, record))), "changes.atom", left)
