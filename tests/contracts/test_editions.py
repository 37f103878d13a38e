"""Whatever is written in whatever order: what stood after every line of the journal can be asked for, and is sound."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.opening import open_store
from pourparler.record.store import Holdings, Store
from tests.record.crowd import crowd
from tests.record.drafts import Draft

Opener = Callable[[Path], Store]
OPENERS: dict[str, Opener] = {"sqlite": lambda folder: open_store(folder / "case.db", create=True)}
DRAFTS = crowd(12)
READERS = ("hand 2", "hand 3")
BEGUN = datetime(2025, 6, 1, tzinfo=UTC)


@pytest.fixture(params=sorted(OPENERS))
def opener(request: pytest.FixtureRequest) -> Opener:
    return OPENERS[request.param]


def write_something(store: Store, chance: random.Random, number: int) -> None:
    """One act of writing, drawn by chance; some change nothing."""
    each = chance.choice(DRAFTS)
    standing = store.judgements()
    acts: list[Callable[[], object]] = [
        lambda: each.put(store),
        lambda: read_again(store, each, chance.choice(READERS), current=chance.random() < 0.3),
        lambda: store.make_current(
            chance.choice(("hand 1", *READERS)), chance.choice((None, [one.report.id for one in DRAFTS[::2]]))
        ),
        lambda: store.discard(chance.choice(READERS)),
        lambda: store.add_judgements(judgements(chance, number)),
        lambda: store.withdraw(
            [one.id for one in chance.sample(standing, min(3, len(standing)))], BEGUN + timedelta(days=9)
        ),
    ]
    chance.choices(acts, weights=(4, 4, 2, 1, 3, 2))[0]()


def read_again(store: Store, each: Draft, reader: str, current: bool) -> None:
    """Another reading of a report that is there."""
    other = replace(each, reader=reader, instruments=[])
    if store.has_report(each.report.id):
        store.add_reading(other.reading, other.accounts, current=current)


def judgements(chance: random.Random, number: int) -> list[Judgement]:
    """An act of one judgement or of several."""
    accounts = [account.id for each in DRAFTS for account in each.accounts.accounts]
    return [
        Judgement(
            f"j{number}.{part}", Verdict.CONFIRMED, (chance.choice(accounts),), "me",
            BEGUN + timedelta(minutes=number), "", act=f"act {number}",
        )
        for part in range(chance.choice((1, 1, 4)))
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_every_edition_is_what_stood_then(opener: Opener, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    seen: dict[int, Holdings] = {}
    with opener(tmp_path) as store:
        for number in range(60):
            write_something(store, chance, number)
            now = store.holdings()
            assert seen.setdefault(now.edition, now) == now, "what stands changed without a line of the journal"
            before = chance.choice(list(seen.values()))
            grown = store.grown(before)
            assert (grown, grown.edition) == (now, now.edition)
        lines = store.journal()
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        for edition, then in seen.items():
            assert store.holdings(at=edition) == then
            assert then.version == (lines[edition - 1].version if edition else 0)
        assert store.faults() == ()
    with opener(tmp_path) as store:
        assert store.holdings(at=max(seen)) == store.holdings() == seen[max(seen)]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_writing_shows_in_no_holdings(opener: Opener, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    ends = []
    for turn in range(3):
        (tmp_path / str(turn)).mkdir()
        with opener(tmp_path / str(turn)) as store:
            for each in chance.sample(DRAFTS, len(DRAFTS)):
                each.put(store)
                if chance.random() < 0.5:
                    read_again(store, each, "hand 2", current=False)
            for number in chance.sample(range(5), 5):
                store.add_judgements(judgements(random.Random(number), number))
            for each in chance.sample(DRAFTS, len(DRAFTS)):
                read_again(store, each, "hand 2", current=chance.random() < 0.5)
            store.make_current("hand 2")
            ends.append(store.holdings())
            assert store.faults() == ()
    assert ends[0] == ends[1] == ends[2] and ends[0].version == 2 * len(DRAFTS) + 12 + len(ends[0].judgements)
