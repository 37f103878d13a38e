"""A thousand judgements of all sorts, and all of them undone: the export is what it was, byte by byte."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pourparler.core.entry import CaseRecord, Entry
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.check import check
from pourparler.record.judging import Signature, join_actors, make_act, name_actor, part_actor
from pourparler.record.opening import open_store
from pourparler.record.store import Store
from pourparler.record.view import load_case
from tests.record.crowd import crowd

BEGUN = datetime(2025, 6, 1, tzinfo=UTC)
MANY = 1_000


def exported(store: Store) -> bytes:
    return case_json(Lookup(load_case(store)))


def judged(record: CaseRecord, chance: random.Random) -> Iterator[tuple[Judgement, ...]]:
    """Acts without end, bulk ones and single ones, on entries and actors drawn by chance."""
    kinds: Sequence[Sequence[Entry]] = (record.meetings, record.statements, record.instruments)
    for number in range(MANY):
        signed = Signature("me", BEGUN + timedelta(minutes=number), f"reason {number}")
        entries = chance.choice(kinds)
        several = [entry.accounts for entry in chance.sample(entries, min(len(entries), chance.choice((2, 3, 40))))]
        sort = number % 8
        if sort == 0:
            yield make_act(Verdict.CONFIRMED, several, signed)
        elif sort == 1:
            yield make_act(Verdict.SAME, several[:3], signed)
        elif sort == 2:
            whole = chance.choice([entry for entry in entries if len(entry.accounts) > 1] or list(entries))
            if len(whole.accounts) > 1:
                yield make_act(Verdict.DIFFERENT, [[account] for account in whole.accounts[:3]], signed)
        elif sort == 3:
            yield make_act(Verdict.REJECTED, several[:1], signed)
        elif sort == 4:
            meeting = chance.choice(record.meetings)
            field, value = chance.choice((("round", "3"), ("status", "held"), ("parties", "Norland; Midvale")))
            yield make_act(Verdict.CORRECTED, [meeting.accounts], signed, field, value)
        elif sort == 5:
            yield name_actor(chance.choice(record.actors), f"Name {number}", signed)
        elif sort == 6:
            yield join_actors(chance.sample(record.actors, 2), signed)
        else:
            yield part_actor(chance.choice(record.actors).names, signed)


@pytest.mark.parametrize("at_once", [False, True])
def test_a_thousand_judgements_undone_leave_no_trace(tmp_path: Path, at_once: bool) -> None:
    chance = random.Random(7)
    with open_store(tmp_path / "case.db", create=True) as store:
        for each in crowd(80):
            each.put(store)
        before, version = exported(store), store.holdings().version
        made: list[tuple[Judgement, ...]] = []
        for act in judged(load_case(store), chance):
            assert store.add_judgements(act) == len(act) > 0
            made.append(act)
            if sum(map(len, made)) >= MANY:
                break
        ids = [one.id for act in made for one in act]
        assert len(set(ids)) == len(ids) >= MANY and store.holdings().version == version + len(ids)
        assert len({len(act) for act in made}) > 2
        assert exported(store) != before and check(store) == []
        if at_once:
            assert store.withdraw(ids, BEGUN + timedelta(days=9)) == len(ids)
        else:
            chance.shuffle(made)
            for act in made:
                assert store.withdraw([one.id for one in act], BEGUN + timedelta(days=9)) == len(act)
        assert store.judgements() == () and len(store.judgements(withdrawn=True)) == len(ids)
        assert store.holdings().version == version
        assert exported(store) == before and check(store) == []
    with open_store(tmp_path / "case.db", read_only=True) as store:
        assert exported(store) == before
