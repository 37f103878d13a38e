"""Tables of bits and moves as blocks, against plain loops."""

from random import Random

import numpy as np
import pytest

from pourparler.case.conflict.graph import Mask, draw
from pourparler.case.conflict.model import Conflict, Option
from pourparler.case.conflict.packed import Naming, Packed, pack, turned, unpack
from tests.case.conflict.invented import invented


def truths(seed: int, rows: int, columns: int, share: float = 0.3) -> Mask:
    return np.asarray(np.random.default_rng(seed).random((rows, columns)) < share)


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (3, 5), (8, 8), (9, 17), (100, 33)])
def test_a_table_turned_has_rows_for_bits(rows: int, columns: int) -> None:
    mask = truths(1, rows, columns)
    assert np.array_equal(unpack(turned(pack(mask), columns), rows), mask.T)
    assert np.array_equal(unpack(pack(mask), columns), mask)


@pytest.mark.parametrize("states", [1, 7, 8, 40])
@pytest.mark.parametrize("alike", [False, True])
def test_what_is_named_is_united(states: int, alike: bool) -> None:
    named, table = truths(2, states, states), truths(3, states, 21)
    if alike:  # of few kinds, as preferences told in a few statements are
        kind = np.arange(states) % 3
        named = named[np.ix_(kind, kind)] | np.eye(states, dtype=np.bool_)
    expected = [np.logical_or.reduce(table[row]) if row.any() else np.zeros(21, dtype=np.bool_) for row in named]
    assert np.array_equal(unpack(Naming(pack(named)).unite(pack(table)), 21), expected)


def test_moves_are_followed_as_they_are() -> None:
    random = Random(6)
    conflicts = [invented(random)[0] for _ in range(120)]
    conflicts.append(Conflict(("a", "b"), (*(Option(f"a{n}", "a") for n in range(8)), Option("b", "b"))))
    for number, conflict in enumerate(conflicts):
        graph = draw(conflict)
        count = len(graph)
        table, no_better = truths(number, count, 11), truths(number + 1, count, count)
        for moves in graph.moves:
            leads = np.zeros((count, count), dtype=np.bool_)
            leads[moves.starts, moves.ends] = True
            packed = Packed.of(moves, count)
            for kept, found in ((leads, packed), (leads & ~no_better.T, packed.only(pack(no_better)))):
                ahead = kept @ table
                assert np.array_equal(unpack(found.ahead(pack(table)), 11), ahead)
                assert np.array_equal(unpack(found.around(pack(table)), 11), ahead | table)
                assert np.array_equal(unpack(found.back.ahead(pack(table)), 11), kept.T @ table)
                assert np.array_equal(unpack(found.table, count), kept.T)
