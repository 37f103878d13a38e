"""How near words lie in meaning by what the shipped encoder holds of them: "pact" is nearer to "treaty" than to "fish".

The encoder is not run; its table of word pieces is read out of its file and cut down to whole English words. The mean
and the two strongest directions, which tell how common a word is and not what it means (Mu and Viswanath,
"All-but-the-top", 2018), are taken out; of the rest the next `WIDTH` directions are kept.
"""

import json
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.weights import load

WIDTH = 48
"""Numbers for each word: on pairs of positions of the corpus 32 lose a third of what whole rows of 384 gain, 48 and 64
nothing."""

COMMON = 2
"""Directions that are taken out."""

LEARNED = 12_000
"""Words, the most common ones, from which the directions are learned."""

FIRST = 1996
"""Number of the first word of more than one sign in the vocabulary of MiniLM ("the")."""

TABLE = "words.weight_quantized"

_MODEL_GRAPH, _GRAPH_TENSOR, _TENSOR_NAME, _TENSOR_BYTES = 7, 5, 8, 9


@lru_cache(maxsize=1_000_000)
def nearness(one: str, other: str) -> float:
    """How near two words in lower case are, from about -0.5 to 1 for the same; 0 where one is not known. Raises
    ModelError without the reader's model."""
    if one == other:
        return 1.0
    place, rows = _meanings()
    if one not in place or other not in place:
        return 0.0
    return round(float(rows[place[one]] @ rows[place[other]]), 6)


@lru_cache(maxsize=1)
def _meanings() -> tuple[dict[str, int], NDArray[np.float64]]:
    """The place of each word, and the rows [word, WIDTH], each one long."""
    shipped = load()
    vocabulary: dict[str, int] = json.loads(shipped.vocabulary.read_text(encoding="utf-8"))["model"]["vocab"]
    known = sorted((number, form) for form, number in vocabulary.items() if number >= FIRST and len(form) > 1)
    whole = [(number, form) for number, form in known if form.isascii() and form.isalpha()]
    table = words_of(shipped.encoder, len(vocabulary)).astype(np.float64)[[number for number, _ in whole]]
    table -= table.mean(0)
    _, directions = np.linalg.eigh(table[:LEARNED].T @ table[:LEARNED])
    rows = table @ directions[:, ::-1][:, COMMON : COMMON + WIDTH]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return {form: place for place, (_, form) in enumerate(whole)}, rows


def words_of(encoder: bytes, count: int) -> NDArray[np.uint8]:
    """The encoder's table of word pieces [piece, width], in its own whole numbers; raises ValueError where the file
    has none."""
    for field, graph in _fields(memoryview(encoder)):
        for part, tensor in _fields(graph) if field == _MODEL_GRAPH else ():
            told = dict(_fields(tensor)) if part == _GRAPH_TENSOR else {}
            if bytes(told.get(_TENSOR_NAME, b"")) == TABLE.encode():
                return np.frombuffer(told[_TENSOR_BYTES], np.uint8).reshape(count, -1)
    raise ValueError(f"The encoder has no table {TABLE}.")


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """The fields of a message in the wire format of Protocol Buffers that are bytes: number and content."""
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        form = key & 7
        if form == 0:
            _, at = _number(message, at)
        elif form == 2:
            size, at = _number(message, at)
            yield key >> 3, message[at : at + size]
            at += size
        else:
            at += 4 if form == 5 else 8


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
