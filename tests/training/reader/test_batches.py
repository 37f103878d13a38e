"""Batches: every window once, like lengths together, and the same inputs as the package makes."""

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch trains the reader and is no part of the package; not installed here")

from pourparler.encoder.session import _inputs  # noqa: E402
from pourparler.encoder.windows import Window, windows  # noqa: E402
from tests.encoder.staging import STORY, analysis_of, document  # noqa: E402
from training.reader.batches import MASK, batches, inputs, padded  # noqa: E402


def some(count: int) -> list[Window]:
    """Windows of many lengths."""
    draw = random.Random(count)
    made = [document([1] * draw.randint(1, 240), [0] * 240, [0] * 240) for _ in range(count)]
    return [window for one in made for window in windows(one)]


@pytest.mark.parametrize("count", [1, 7, 300])
def test_every_window_is_in_one_batch(count: int) -> None:
    found = some(count)
    told = list(batches(found, 1024, random.Random(1)))
    assert sorted(number for batch in told for number in batch) == list(range(len(found)))
    assert all(len(batch) * max(len(found[n].pieces) for n in batch) <= 1024 for batch in told if len(batch) > 1)
    assert all(told)


def test_no_windows_make_no_batches() -> None:
    assert not [batch for batch in batches([], 1024, random.Random(1)) if batch]


def test_the_same_seed_gives_the_same_batches() -> None:
    found = some(60)
    one, again, other = (list(batches(found, 1024, random.Random(seed))) for seed in (1, 1, 2))
    assert one == again != other


def test_training_and_reading_give_the_encoder_the_same() -> None:
    for window in analysis_of(STORY).windows:
        ours, theirs = inputs([window]), _inputs(window)
        for name, given in theirs.items():
            made = getattr(ours, name).numpy()
            width = min(made.shape[1], given.shape[1])
            assert np.array_equal(made[:, :width], given[:, :width])
            assert not made[:, width:].any()
            assert not given[:, width:].any()
        assert ours.real.sum(1).tolist() == [len(window.starts)]


def test_hidden_pieces_leave_marks_and_filling_alone() -> None:
    torch.manual_seed(3)
    found = some(5)
    plain, hidden = inputs(found), inputs(found, 0.5)
    changed = plain.pieces != hidden.pieces
    assert set(hidden.pieces[changed].tolist()) == {MASK}
    assert (plain.pieces[changed] > MASK).all()
    assert 0.3 < changed.sum() / (plain.pieces > MASK).sum() < 0.7


def test_rows_are_filled_up() -> None:
    assert padded([[1, 2], [3], []], -1, 3).tolist() == [[1, 2, -1], [3, -1, -1], [-1, -1, -1]]
