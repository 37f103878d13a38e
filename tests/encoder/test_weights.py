"""The model's files: all there, each with its sum, or a plain word about what is wrong."""

import hashlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from pourparler.encoder import weights
from pourparler.encoder.weights import NAME, PARTS, Weights
from pourparler.text.tagging import ModelError

MOST_BYTES = 32_000_000
"""Size of the encoder's file that the package may have."""

load = weights.load.__wrapped__
"""Without the memory of what was loaded, so that the shipped model stays loaded for other tests."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a whole small model, which takes the place of the shipped one."""
    found = tmp_path / "data" / "models"
    found.mkdir(parents=True)
    (found / f"{NAME}.onnx").write_bytes(b"encoder")
    (found / f"{NAME}.vocabulary.json").write_bytes(b"{}")
    heads = {"syntax.tags.bias": np.array([0.5, -2], np.float16)}
    np.savez(found / f"{NAME}.npz", relations=np.array(["nsubj", "root"]), **heads)  # type: ignore[arg-type]
    sums = [f"{hashlib.sha256((found / f'{NAME}.{part}').read_bytes()).hexdigest()}  {NAME}.{part}\n" for part in PARTS]
    (found / f"{NAME}.sha256").write_text("".join(sums), encoding="ascii")
    monkeypatch.setattr(weights, "files", lambda package: tmp_path)
    return found


def test_a_whole_model_is_loaded(folder: Path) -> None:
    found: Weights = load()
    assert found.encoder == b"encoder"
    assert found.relations == ("nsubj", "root")
    assert found.heads["syntax.tags.bias"].dtype == np.float32
    assert found.heads["syntax.tags.bias"].tolist() == [0.5, -2]
    assert found.vocabulary.read_bytes() == b"{}"


@pytest.mark.parametrize("part", [*PARTS, "sha256"])
def test_a_missing_file_is_said(folder: Path, part: str) -> None:
    (folder / f"{NAME}.{part}").unlink()
    with pytest.raises(ModelError, match=rf"{NAME}.* is missing .*{part}.*install the package again"):
        load()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("harm", [lambda data: data[:-1], lambda data: b"", lambda data: data[:1] + b"x" + data[2:]])
def test_a_damaged_file_is_said(folder: Path, part: str, harm: Callable[[bytes], bytes]) -> None:
    file = folder / f"{NAME}.{part}"
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(ModelError, match=rf"{NAME}\.{part} is damaged .*install the package again"):
        load()


def test_a_file_that_the_list_of_sums_does_not_name_is_said(folder: Path) -> None:
    sums = folder / f"{NAME}.sha256"
    sums.write_text("".join(sums.read_text("ascii").splitlines(keepends=True)[1:]), encoding="ascii")
    with pytest.raises(ModelError, match=rf"{NAME}\.{PARTS[0]} is damaged"):
        load()


@pytest.mark.parametrize("list_of_sums", ["no list\nat all, here\n", "é"])
def test_a_damaged_list_of_sums_is_said(folder: Path, list_of_sums: str) -> None:
    (folder / f"{NAME}.sha256").write_text(list_of_sums, encoding="utf-8")
    with pytest.raises(ModelError, match=rf"{NAME}\.sha256 is damaged.*install the package again"):
        load()


def test_the_shipped_model_is_whole_and_small() -> None:
    models = files("pourparler").joinpath("data", "models")
    named = weights.sums(models)
    assert set(named) == {f"{NAME}.{part}" for part in PARTS}
    for name, told in named.items():
        assert hashlib.sha256(models.joinpath(name).read_bytes()).hexdigest() == told, name
    assert len(models.joinpath(f"{NAME}.onnx").read_bytes()) <= MOST_BYTES


def test_the_shipped_heads_are_numbers() -> None:
    found = weights.load()
    assert weights.load() is found, "loaded once"
    assert len(set(found.relations)) == len(found.relations) > 30
    assert "root" in found.relations
    assert all(np.isfinite(value).all() for value in found.heads.values())
    assert {name.split(".")[0] for name in found.heads} == {"voices", "syntax", "mentions", "frames"}
