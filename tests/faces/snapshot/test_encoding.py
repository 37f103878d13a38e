"""Whatever is in a record is the same thing again after it was text."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.synthetic.holding import hold
from bench.synthetic.press import Plan, tell
from pourparler.core.actor import Actor
from pourparler.core.entry import Ask, CaseRecord, Confirmation, Correction, Dispute, Instrument, Meeting
from pourparler.core.errors import RecordError
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.encoding import ENTRIES, KINDS, decode, decode_entry, decode_state, encode
from pourparler.record.opening import open_store
from pourparler.record.reviewing.question import Question
from pourparler.record.reviewing.queue import queue
from pourparler.record.view import compute, load_case
from tests.faces.lausanne import MEETINGS, RECORD
from tests.faces.web.bundled import bundled_record


@pytest.fixture(scope="module", params=["by hand", "bundled", "synthetic"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> CaseRecord:
    """A record with entries of every kind."""
    if request.param == "by hand":
        return RECORD
    if request.param == "synthetic":
        return compute(hold(tell(Plan(accounts=400, wrong=0.6, seed=7))).holdings)
    return bundled(tmp_path_factory.mktemp("bundled"))


def bundled(folder: Path) -> CaseRecord:
    """The record of the bundled reports."""
    with open_store(bundled_record(folder), read_only=True) as store:
        return load_case(store)


def test_there_are_entries_of_every_kind(case: CaseRecord) -> None:
    assert {KINDS[type(entry)] for entry in Lookup(case).entries} == set(EntryKind) == set(ENTRIES)


def test_entries_come_back(case: CaseRecord) -> None:
    for entry in Lookup(case).entries:
        kind = KINDS[type(entry)]
        assert decode_entry(kind, encode(entry)) == entry
        for one in (
            entry.states if isinstance(entry, Meeting) else entry.status if isinstance(entry, Instrument) else ()
        ):
            assert decode_state(kind, encode(one)) == one


def test_everything_else_comes_back(case: CaseRecord) -> None:
    def pairs() -> Iterator[tuple[object, object]]:
        yield from ((one, decode(Actor, encode(one))) for one in case.actors)
        yield from ((one, decode(Dispute, encode(one))) for one in case.disputes)
        yield from ((one, decode(Ask, encode(one))) for one in case.asks)
        yield from ((one, decode(Question, encode(one))) for one in queue(case))

    for one, again in pairs():
        assert again == one


def test_what_people_decided_comes_back_with_its_moment() -> None:
    at = datetime(2025, 6, 1, 12, 30, 1, 250_000, tzinfo=UTC)
    entry = Meeting(
        **{name: getattr(MEETINGS[0], name) for name in MEETINGS[0].__slots__}
        | {
            "confirmed": (Confirmation("A. Reader", at, "seen"),),
            "corrected": (Correction("place", "Bern", "Lausanne", "A. Reader", at, "“so”"),),
        }
    )
    assert decode_entry(EntryKind.MEETING, encode(entry)) == entry


def test_what_no_program_of_this_version_wrote_says_so() -> None:
    with pytest.raises(RecordError, match="does not know"):
        decode_entry(EntryKind.MEETING, encode(MEETINGS[0]).replace('"held"', '"dreamt"'))
    with pytest.raises(RecordError, match="does not know"):
        decode_entry(EntryKind.POSITION, encode(MEETINGS[0]))
