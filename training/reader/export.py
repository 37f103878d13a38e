"""Writes a trained checkpoint as the files that ship: int8 ONNX encoder, heads in half precision, vocabulary, sums.

python -m training.reader.export --checkpoint runs/reader/reader.pt --base FOLDER_OF_MINILM --out FOLDER
"""

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch

from pourparler.encoder.weights import NAME, PARTS
from training.reader.network import Network
from training.reader.polnear import FLAT, PAIR


def write_encoder(network: Network, target: Path) -> None:
    """The encoder as ONNX with weights of eight bits by output channel. Seven bits of range are used, so that
    processors without VNNI, whose sums saturate, give the same answer."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    pieces = torch.randint(1000, 9000, (3, 40))
    pieces[1, 30:] = 0
    given = (pieces, torch.zeros_like(pieces), torch.arange(20)[None].repeat(3, 1))
    rows, length, words = (torch.export.Dim(name, min=1, max=512) for name in ("rows", "length", "words"))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network.encoder,
            given,
            str(whole),
            input_names=["pieces", "shapes", "starts"],
            output_names=["vectors"],
            dynamo=True,
            external_data=False,
            dynamic_shapes=({0: rows, 1: length}, {0: rows, 1: length}, {0: rows, 1: words}),
            opset_version=18,
        )
        quantize_dynamic(whole, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


LEANS = {
    "voices.flat.bias": {"B-cue": -0.4, "I-cue": -0.4},
    "voices.alone.bias": {"B-source": 0.15, "I-source": 0.15, "B-content": 0.05, "I-content": 0.05},
}
"""What is added to the scores of some labels: trained on all articles alike, the chains find a little too many cues and
too few sources. Set on PolNeAR dev, in steps of 0.05 to 0.1 (docs/reader.md)."""


def lean(network: Network) -> None:
    """Add `LEANS` to the biases of the attribution heads."""
    for name, added in LEANS.items():
        names = FLAT if "flat" in name else PAIR
        for label, lift in added.items():
            network.get_parameter(name).data[names.index(label)] += lift


def write_heads(network: Network, relations: tuple[str, ...], target: Path) -> None:
    """The weights of the heads, by group and name, and the names of the relations."""
    kept = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(target, relations=np.array(relations), **kept)  # type: ignore[arg-type]


def export(checkpoint: Path, base: Path, out: Path) -> None:
    """Write all files of the reader's model to `out`."""
    kept = torch.load(checkpoint, weights_only=True)
    network = Network(len(kept["relations"]))
    network.load_state_dict(kept["weights"])
    network.eval()
    lean(network)
    out.mkdir(parents=True, exist_ok=True)
    write_encoder(network, out / f"{NAME}.onnx")
    write_heads(network, tuple(kept["relations"]), out / f"{NAME}.npz")
    shutil.copyfile(base / "tokenizer.json", out / f"{NAME}.vocabulary.json")
    names = [f"{NAME}.{part}" for part in PARTS]
    lines = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (out / f"{NAME}.sha256").write_text("".join(lines), encoding="ascii")


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name in ("--checkpoint", "--base", "--out"):
        asked.add_argument(name, type=Path, required=True)
    options = asked.parse_args()
    export(options.checkpoint, options.base, options.out)


if __name__ == "__main__":
    main()
