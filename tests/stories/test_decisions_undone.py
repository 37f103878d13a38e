"""Two hundred decisions on issues, boards and hypotheses: every export shows them, and undone they leave no trace."""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.export.formats import write
from pourparler.faces.export.json import encode
from pourparler.faces.export.judgements import file_values
from pourparler.faces.judging.boards import Guess, Typed, board_act, board_typed, guess_act, guess_read
from pourparler.faces.judging.issues import joining, naming, parting
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.boards import boards_in, proposals_in
from pourparler.record.acts import acts_of
from pourparler.record.check import check
from pourparler.record.judging import Signature
from pourparler.record.opening import open_store
from pourparler.record.opposing import new_only
from pourparler.record.store import Store
from pourparler.record.view import load_case
from tests.faces.system.lake import everything
from tests.record.drafts import Draft
from tests.record.reviewing.quay import quay_talks

BEGUN = datetime(2025, 6, 1, tzinfo=UTC)
MANY = 200
FORMATS = ("json", "jsonl", "conditions", "networks", "csv", "dna")
"""Exports that are compared; those that name issues or hypotheses are the first four."""

SIDES, WORDS = ("Norland", "Sudland"), ("free the crew", "open the sluice", "raise the dam", "sign")
VARIANTS = ("", "", "hard", "soft")

Making = Callable[[random.Random, Asking, Signature], Sequence[Judgement]]


def told() -> list[Draft]:
    """Reports about a lake and a port."""
    return [*everything(), *quay_talks()]


def exports(store: Store) -> dict[str, bytes]:
    """Every file of every export, and the decisions that stand."""
    lookup = Lookup(load_case(store))
    files = {f"{name}/{one.name}": one.content for name in FORMATS for one in write(name, lookup).files}
    return files | {"judgements": encode(file_values(store.case_name, store.judgements(), ()))}


def named(chance: random.Random, asking: Asking, signed: Signature) -> Sequence[Judgement]:
    """An issue gets a name, now and then one that it or another has had."""
    return naming(asking.issues, chance.choice(asking.issues.issues), f"Name {chance.randrange(60)}", signed)


def joined(chance: random.Random, asking: Asking, signed: Signature) -> Sequence[Judgement]:
    """Two or three issues are one."""
    issues = asking.issues.issues
    return joining(asking.issues, chance.sample(issues, min(len(issues), chance.choice((2, 2, 3)))), signed)


def parted(chance: random.Random, asking: Asking, signed: Signature) -> Sequence[Judgement]:
    """Some phrases are another issue: of the widest one every second time, so that joinings do not eat all issues."""
    issue = max(asking.issues.issues, key=lambda one: len(one.phrases))
    if chance.random() < 0.5:
        issue = chance.choice(asking.issues.issues)
    return parting(issue, chance.sample(issue.phrases, chance.randrange(1, len(issue.phrases) + 1)), signed)


def laid_out(chance: random.Random, asking: Asking, signed: Signature) -> Sequence[Judgement]:
    """A board is laid out, or laid out anew: with two moves of each side, and now and then an open move."""
    moves = [f"{party}: {words}" for party in SIDES for words in chance.sample(WORDS, 2)]
    open_moves = proposals_in(asking)
    moves += [one.id for one in chance.sample(open_moves, min(1, len(open_moves)))]
    typed = Typed(f"Board {chance.randrange(3)}", tuple(dict.fromkeys(moves)))
    return board_act(board_typed(typed, open_moves, asking.lookup.parties, boards_in(asking)), signed)


def supposed(chance: random.Random, asking: Asking, signed: Signature) -> Sequence[Judgement]:
    """A hypothesis is made on a board, on the words of entries or assumed."""
    entries: list[Entry] = [*asking.lookup.record.positions, *asking.lookup.record.conditions]
    ground = [one for entry in chance.sample(entries, chance.choice((0, 1, 2))) for one in entry.accounts]
    kept = chance.choice(boards_in(asking).kept)
    option = chance.choice(kept.model.options)
    says = chance.choice(("{}", "not {}", "{0} > not {0}")).format(option)
    guess = Guess(
        f"Hypothesis {chance.randrange(60)}", chance.choice(SIDES), says, signed.because, chance.choice(VARIANTS)
    )
    return guess_act(kept, guess_read(kept, guess), ground, signed)


def edits(store: Store, chance: random.Random) -> Iterator[Sequence[Judgement]]:
    """Two hundred acts drawn by chance, each on what the record shows after those before it."""
    kept = 0
    for minute in range(MANY * 5):
        asking = Asking(Lookup(load_case(store)))
        made: Making = chance.choice((named, joined, parted, parted, laid_out, supposed))
        signed = Signature(chance.choice(("Ann", "Bo")), BEGUN + timedelta(minutes=minute), f"reason {minute}")
        try:
            act = new_only(made(chance, asking, signed), store.judgements())
        except (InputError, IndexError):  # what cannot be: a name that another issue has, a board that is not there
            continue
        if act:
            yield act
            kept += 1
        if kept == MANY:
            return


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record before anybody decided anything."""
    path = tmp_path_factory.mktemp("undone") / "untouched.db"
    with open_store(path, create=True) as store:
        store.name_case("lake and port")
        for one in told():
            one.put(store)
    return path


@pytest.fixture(scope="module")
def decided(untouched: Path) -> Path:
    """The same with two hundred decisions."""
    path = untouched.with_name("decided.db")
    shutil.copy(untouched, path)
    with open_store(path) as store:
        for act in edits(store, random.Random(18)):
            store.add_judgements(act)
        assert len(acts_of(store)) == MANY
        assert {one.verdict.value for one in store.judgements()} == {
            "issue named", "issues joined", "issue parted", "modelled", "supposed",
        }  # fmt: skip
        assert {bool(one.accounts) for one in store.judgements() if one.verdict is Verdict.SUPPOSED} == {True, False}
        assert check(store) == []
    return path


def read_again(store: Store) -> None:
    """Another reader sees every passage a little wider, and passes over the last stance of each report."""
    for one in told():
        wider = [
            replace(frame, evidence=replace(frame.evidence, end=frame.evidence.end + 1)) for frame in one.positions
        ]
        again = replace(one, reader="hand 2", positions=wider[:-1])
        store.add_reading(again.reading, again.accounts, current=True)


def in_turn(acts: Sequence[str]) -> list[str]:
    """The last act first."""
    return list(acts)


def drawn(acts: Sequence[str]) -> list[str]:
    """Whatever order."""
    return random.Random(200).sample(acts, len(acts))


@pytest.mark.parametrize("again", [False, True], ids=["", "read again in between"])
@pytest.mark.parametrize("order", [in_turn, drawn])
def test_two_hundred_decisions_undone_leave_every_export_as_it_was(
    tmp_path: Path, untouched: Path, decided: Path, order: Callable[[Sequence[str]], list[str]], again: bool
) -> None:
    for path in (untouched, decided):
        shutil.copy(path, tmp_path / path.name)
    with open_store(tmp_path / untouched.name) as plain, open_store(tmp_path / decided.name) as store:
        first, shown = exports(plain), exports(store)
        changed = {name for name in first if first[name] != shown[name]}
        assert {"json/record.json", "jsonl/record.jsonl", "judgements"} <= changed
        assert {"conditions", "networks"} <= {name.partition("/")[0] for name in changed}
        if again:
            read_again(plain)
            read_again(store)
            first = exports(plain)
            assert first["json/record.json"] != shown["json/record.json"] != exports(store)["json/record.json"]
        for act in order([one[0].act for one in acts_of(store)]):
            gone = [one.id for one in store.judgements() if one.act == act]
            assert store.withdraw(gone, BEGUN + timedelta(days=9)) == len(gone)
        assert store.judgements() == () and len(store.judgements(withdrawn=True)) == MANY
        assert exports(store) == first
        assert check(store) == []


def test_what_was_undone_shows_as_if_it_had_never_been_decided(tmp_path: Path, untouched: Path, decided: Path) -> None:
    for path in (untouched, decided):
        shutil.copy(path, tmp_path / path.name)
    chance = random.Random(7)
    with open_store(tmp_path / untouched.name) as plain, open_store(tmp_path / decided.name) as store:
        half = chance.sample(store.judgements(), MANY // 2)
        store.withdraw([one.id for one in half], BEGUN + timedelta(days=9))
        plain.add_judgements(chance.sample(store.judgements(), MANY - len(half)))
        assert exports(store) == exports(plain)
