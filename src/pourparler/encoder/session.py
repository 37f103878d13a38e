"""Runs the encoder over the windows of a document, in one session."""

from collections.abc import Sequence
from functools import cache
from threading import RLock
from typing import Any

import numpy as np

from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.weights import Array, load
from pourparler.encoder.windows import Window

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
    """The vectors [word, 384] of each window of `found`, in its order. Windows are read one by one: the range of
    eight-bit numbers is taken over all that is read together, so that a window alone reads the same in any company;
    four at once were no faster on two cores and cost half as much memory again (docs/reader.md)."""
    return [session().run(None, _inputs(window))[0][0] for window in found]


def _inputs(window: Window) -> dict[str, Any]:
    """Pieces, shapes and starts of a window as a batch of one, filled up with 0 to a multiple of eight pieces."""
    room = (0, -len(window.pieces) % 8)
    return {
        "pieces": np.pad(np.array(window.pieces, np.int64), room)[None],
        "shapes": np.pad(np.array(window.shapes, np.int64), room)[None],
        "starts": np.array(window.starts, np.int64)[None],
    }
