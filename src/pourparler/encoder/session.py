"""Runs the encoder over the windows of a document: one session, small batches of windows of like length."""

from collections.abc import Sequence
from functools import cache
from threading import RLock
from typing import Any

import numpy as np

from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.weights import Array, load
from pourparler.encoder.windows import Window

BATCH = 1
"""Windows read at once. The range of eight-bit numbers is taken over all that is read together, so that a window alone
reads the same in any company; more at once are no faster on two cores and cost memory (docs/reader.md)."""

THREADS = 1
"""Threads of one run: a second core is better used by a second report (`reading.ahead`)."""


_ONE = RLock()
"""Held while vocabulary and session are made, so that two threads that begin at once make one of each."""


def pieces() -> WordPieces:
    """The vocabulary of the shipped encoder."""
    with _ONE:
        return _pieces()


@cache
def _pieces() -> WordPieces:
    return WordPieces(load().vocabulary)


def session() -> Any:
    """The one session of the shipped encoder."""
    with _ONE:
        return _session()


@cache
def _session() -> Any:
    """A session. numpy is kept to one thread from here on: its matrices are small, and threads that wait for work slow
    the encoder down."""
    import threadpoolctl
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    threadpoolctl.threadpool_limits(limits=1, user_api="blas")
    options = SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(load().encoder, options, providers=["CPUExecutionProvider"])


def vectors(found: Sequence[Window]) -> list[Array]:
    """The vectors [word, 384] of each window of `found`, in its order; longest windows are read together."""
    order = sorted(range(len(found)), key=lambda n: -len(found[n].pieces))
    told: dict[int, Array] = {}
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        given = _inputs([found[n] for n in batch])
        states = session().run(None, given)[0]
        for row, number in enumerate(batch):
            told[number] = states[row, : len(found[number].starts)]
    return [told[number] for number in range(len(found))]


def _inputs(batch: Sequence[Window]) -> dict[str, Any]:
    """Pieces, shapes and starts of a batch, filled up with 0 to multiples of eight."""
    length = -(-max(len(window.pieces) for window in batch) // 8) * 8
    words = max(len(window.starts) for window in batch)
    given = {
        "pieces": np.zeros((len(batch), length), np.int64),
        "shapes": np.zeros((len(batch), length), np.int64),
        "starts": np.zeros((len(batch), words), np.int64),
    }
    for row, window in enumerate(batch):
        given["pieces"][row, : len(window.pieces)] = window.pieces
        given["shapes"][row, : len(window.shapes)] = window.shapes
        given["starts"][row, : len(window.starts)] = window.starts
    return given
