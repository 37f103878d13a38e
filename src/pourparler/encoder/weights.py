"""The files of the trained reader: the encoder, the heads and the vocabulary, each checked against its sum when
loaded."""

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pourparler.text.tagging import ModelError

NAME = "reader-en-1"
PARTS = ("onnx", "npz", "vocabulary.json")

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the heads by name (32-bit floats) and the names of relations; `encoder` and `vocabulary` are
    the bytes and the path of the other two files."""

    encoder: bytes
    vocabulary: Path
    heads: dict[str, Array]
    relations: tuple[str, ...]


def sums(folder: Any) -> dict[str, str]:
    """The sum (SHA-256) of each file as the list beside them names it."""
    lines = folder.joinpath(NAME + ".sha256").read_text(encoding="ascii").splitlines()
    return {name: told for told, name in (line.split() for line in lines)}


@cache
def load() -> Weights:
    """The weights that ship with the package; raises ModelError when a file is missing or is not the one its card
    names."""
    folder = files("pourparler").joinpath("data", "models")
    try:
        named = sums(folder)
        found = {part: folder.joinpath(f"{NAME}.{part}").read_bytes() for part in PARTS}
    except OSError as error:
        raise ModelError(
            f"A file of the reader's model {NAME} is missing ({error}); install the package again."
        ) from error
    except ValueError as error:
        raise ModelError(f"The list of sums {NAME}.sha256 is damaged; install the package again.") from error
    for part, packed in found.items():
        if hashlib.sha256(packed).hexdigest() != named.get(f"{NAME}.{part}"):
            raise ModelError(
                f"The reader's model {NAME}.{part} is damaged (its sum is another); install the package again."
            )
    with np.load(io.BytesIO(found["npz"]), allow_pickle=False) as kept:
        heads = {name: kept[name].astype(np.float32) for name in kept.files if name != "relations"}
        relations = tuple(map(str, kept["relations"]))
    return Weights(found["onnx"], Path(str(folder.joinpath(f"{NAME}.vocabulary.json"))), heads, relations)
